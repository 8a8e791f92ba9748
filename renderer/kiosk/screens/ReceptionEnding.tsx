import { useTranslation } from 'react-i18next';
import type { ReadySnapshot } from '../../../preload/contract/kiosk';
import { Panel } from '../../ui/Panel';
import { Ticket } from '../../ui/Ticket';
import type { ReceptionEndingScreen } from '../flow/state';
import { DangerSigns } from './DangerSigns';
import { EndingPage } from './EndingPage';
import { EndingWays } from './EndingWays';
import type { Dispatch } from './screenProps';

interface ReceptionEndingProps {
  screen: ReceptionEndingScreen;
  choices: ReadySnapshot['reception'];
  isCheckInOpen: boolean;
  dispatch: Dispatch;
}

/** What to do at reception, in the practice's words where it has its own. */
export function ReceptionEnding({ screen, choices, isCheckInOpen, dispatch }: ReceptionEndingProps) {
  const { t } = useTranslation();
  const { choice, ticket, paper } = screen;
  const own = choices.find(({ kind }) => kind === choice)?.words ?? null;
  return (
    <EndingPage
      answer={
        <>
          <Panel look="info" icon="person" heading={t('ending.reception.heading')}>
            <p className="panel__not">{t('ending.notCheckedIn')}</p>
            <p className="panel__lead">{own ?? t(`reception.${choice}.words`)}</p>
          </Panel>
          {ticket === null ? null : (
            <Ticket label={t('ticket.receptionLabel')} ticket={ticket} words={t('ticket.receptionCalled')} />
          )}
        </>
      }
      next={
        <>
          <DangerSigns onHelp={() => dispatch({ type: 'helpTapped' })} />
          <EndingWays isCheckInOpen={isCheckInOpen} paper={paper} dispatch={dispatch} />
        </>
      }
    />
  );
}
