import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/Panel';
import { Ticket } from '../../ui/Ticket';
import type { WalkInEndingScreen } from '../flow/state';
import { DangerSigns } from './DangerSigns';
import { EndingPage } from './EndingPage';
import { EndingWays } from './EndingWays';
import type { Dispatch } from './screenProps';

interface WalkInEndingProps {
  screen: WalkInEndingScreen;
  isCheckInOpen: boolean;
  dispatch: Dispatch;
}

/** In the queue of a walk-in session. Blue, and says that it is no check-in: green means checked in and nothing else. */
export function WalkInEnding({ screen, isCheckInOpen, dispatch }: WalkInEndingProps) {
  const { t } = useTranslation();
  return (
    <EndingPage
      answer={
        <>
          <Panel look="info" icon="queue" heading={t('walkIn.heading')}>
            <p className="panel__quietNot">{t('ending.notCheckedIn')}</p>
            <p className="panel__lead">{t('walkIn.lead')}</p>
          </Panel>

          <Ticket label={t('ticket.label')} ticket={screen.ticket} words={t('ticket.called')} />
        </>
      }
      next={
        <>
          <DangerSigns onHelp={() => dispatch({ type: 'helpTapped' })} isFeelWorseShown />
          <EndingWays isCheckInOpen={isCheckInOpen} paper={screen.paper} dispatch={dispatch} />
        </>
      }
    />
  );
}
