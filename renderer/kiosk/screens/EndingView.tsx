import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../text/times';
import { Button } from '../../ui/Button';
import { Heading } from '../../ui/Heading';
import { Icon } from '../../ui/Icon';
import type { IconName } from '../../ui/Icon';
import type { Ending, EndingScreen } from '../flow/state';
import { Appointments } from './Appointments';
import { DangerSigns } from './DangerSigns';
import { EndingPage } from './EndingPage';
import type { Dispatch } from './screenProps';

const icons: Record<Ending['kind'], IconName> = {
  checkedIn: 'tick',
  alreadyCheckedIn: 'tick',
  reception: 'person',
  tooEarly: 'clock',
  byPhone: 'phone',
  byVideo: 'video',
  homeVisit: 'home',
  otherSite: 'place',
};

interface EndingViewProps {
  screen: EndingScreen;
  isCheckInOpen: boolean;
  dispatch: Dispatch;
}

/** How a visit ends. Green only when the patient is checked in; every other ending says that they are not (first promise). */
export function EndingView({ screen, isCheckInOpen, dispatch }: EndingViewProps) {
  const { t } = useTranslation();
  const { ending, canTryAgain } = screen;
  const isGood = ending.kind === 'checkedIn' || ending.kind === 'alreadyCheckedIn';
  return (
    <EndingPage
      answer={
        <>
          <div className={`panel ${isGood ? 'panel--good' : 'panel--info'}`}>
            <Icon name={icons[ending.kind]} />
            <EndingHeading ending={ending} />
            {isGood ? null : <p className="panel__not">{t('ending.notCheckedIn')}</p>}
            <EndingLead ending={ending} />
          </div>
          {isGood ? <Appointments appointments={ending.appointments} also={ending.also} /> : null}
        </>
      }
      next={
        <>
          <DangerSigns onHelp={() => dispatch({ type: 'helpTapped' })} isFeelWorseShown={isGood} />
          <div className="ending__ways">
            {canTryAgain ? (
              <Button look="primary" onPress={() => dispatch({ type: 'tryAgainTapped' })}>
                {t('action.tryAgain')}
              </Button>
            ) : null}
            <Button look={canTryAgain ? 'plain' : 'primary'} onPress={() => dispatch({ type: 'finishTapped' })}>
              {t('action.finish')}
            </Button>
            {isCheckInOpen ? (
              <Button onPress={() => dispatch({ type: 'someoneElseTapped' })}>{t('action.someoneElse')}</Button>
            ) : null}
            {isGood ? <Button onPress={() => dispatch({ type: 'notMineTapped' })}>{t('action.notMine')}</Button> : null}
          </div>
        </>
      }
    />
  );
}

function EndingHeading({ ending }: { ending: Ending }) {
  const { t } = useTranslation();
  return (
    <Heading>
      {ending.kind === 'otherSite'
        ? t('ending.otherSite.heading', { site: ending.site })
        : t(`ending.${ending.kind}.heading`)}
    </Heading>
  );
}

function EndingLead({ ending }: { ending: Ending }): ReactNode {
  const { t } = useTranslation();
  return (
    <p className="panel__lead">
      {ending.kind === 'tooEarly'
        ? t('ending.tooEarly.lead', { time: formatTime(ending.from) })
        : t(`ending.${ending.kind}.lead`)}
    </p>
  );
}
