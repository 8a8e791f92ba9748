import { useTranslation } from 'react-i18next';
import type { ReadySnapshot } from '../../../../preload/contract/kiosk';
import { Panel } from '../../../ui/Panel';
import type { SignUpStoppedScreen } from '../../flow/signUp/state';
import { DangerSigns } from '../DangerSigns';
import { EndingPage } from '../EndingPage';
import { EndingWays } from '../EndingWays';
import type { Dispatch } from '../screenProps';

interface SignUpStoppedProps {
  screen: SignUpStoppedScreen;
  snapshot: ReadySnapshot;
  dispatch: Dispatch;
}

/** No reference was given: said plainly, with the way to reception. Never "You are not checked in", of which nobody spoke. */
export function SignUpStopped({ screen: { why }, snapshot, dispatch }: SignUpStoppedProps) {
  const { t } = useTranslation();
  return (
    <EndingPage
      answer={
        <Panel
          look="info"
          icon={why === 'stopped' ? 'clock' : 'person'}
          heading={t(`signUpEnds.stopped.${why}.heading`)}
        >
          <p className="panel__not">{t(`signUpEnds.stopped.${why}.what`)}</p>
          <p className="panel__lead">{t(`signUpEnds.stopped.${why}.lead`)}</p>
        </Panel>
      }
      next={
        <>
          <p className="card signUpEnd__noCheckIn">{t('signUpEnds.noCheckIn')}</p>
          <DangerSigns onHelp={() => dispatch({ type: 'helpTapped' })} isFeelWorseShown />
          <EndingWays isCheckInOpen={snapshot.checkIn.state === 'open'} dispatch={dispatch} />
        </>
      }
    />
  );
}
