import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { Panel } from '../../ui/Panel';
import type { HelpCalledScreen } from '../flow/state';
import { DangerSigns } from './DangerSigns';
import { EndingPage } from './EndingPage';
import type { Dispatch } from './screenProps';

interface HelpCalledProps {
  screen: HelpCalledScreen;
  dispatch: Dispatch;
}

/** "I need help now". Until somebody's desk can have seen the alert the patient calls out: nobody waits for a screen. */
export function HelpCalled({ screen, dispatch }: HelpCalledProps) {
  const { t } = useTranslation();
  const { isKnown, wasCheckInLeft } = screen;
  return (
    <EndingPage
      answer={
        <Panel look="help" icon="call" heading={isKnown ? t('help.knownHeading') : t('help.heading')} isLive>
          <p className="panel__lead">{isKnown ? t('help.knownLead') : t('help.lead')}</p>
          {wasCheckInLeft ? <p className="panel__not">{t('ending.notCheckedIn')}</p> : null}
        </Panel>
      }
      next={
        <>
          <DangerSigns />
          <div className="ending__ways">
            <Button look="primary" onPress={() => dispatch({ type: 'finishTapped' })}>
              {t('action.finish')}
            </Button>
          </div>
        </>
      }
    />
  );
}
