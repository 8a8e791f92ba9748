import { useTranslation } from 'react-i18next';
import { formatTime } from '../../text/times';
import type { IconName } from '../../ui/Icon';
import { Panel } from '../../ui/Panel';
import type { GoodAnswer } from '../flow/screens';
import type { Ending } from '../flow/state';
import { DangerSigns } from './DangerSigns';
import { EndingPage } from './EndingPage';
import { EndingWays } from './EndingWays';
import { OtherAppointments } from './OtherAppointments';
import type { Dispatch } from './screenProps';

type OtherAnswer = Exclude<Ending, GoodAnswer>;

const icons: Record<OtherAnswer['kind'], IconName> = {
  reception: 'person',
  tooEarly: 'clock',
  tooLate: 'person',
  byPhone: 'phone',
  byVideo: 'video',
  homeVisit: 'home',
  otherSite: 'place',
};

interface OtherEndingProps {
  ending: OtherAnswer;
  canTryAgain: boolean;
  isCheckInOpen: boolean;
  dispatch: Dispatch;
}

/** Not checked in, said so, and what to do: never a dead end, and never "come back another day". */
export function OtherEnding({ ending, canTryAgain, isCheckInOpen, dispatch }: OtherEndingProps) {
  const { t } = useTranslation();
  const others = 'others' in ending ? ending.others : [];
  return (
    <EndingPage
      answer={
        <>
          <Panel
            look="info"
            icon={icons[ending.kind]}
            heading={
              ending.kind === 'otherSite'
                ? t('ending.otherSite.heading', { site: ending.site })
                : t(`ending.${ending.kind}.heading`)
            }
          >
            <p className="panel__not">{t('ending.notCheckedIn')}</p>
            <p className="panel__lead">
              {ending.kind === 'tooEarly'
                ? t('ending.tooEarly.lead', { time: formatTime(ending.from) })
                : t(`ending.${ending.kind}.lead`)}
            </p>
          </Panel>
          {others.length === 0 ? null : <OtherAppointments others={others} />}
        </>
      }
      next={
        <>
          <DangerSigns onHelp={() => dispatch({ type: 'helpTapped' })} />
          <EndingWays
            isCheckInOpen={isCheckInOpen}
            canTryAgain={canTryAgain && isCheckInOpen}
            canSayAsked={'handle' in ending}
            dispatch={dispatch}
          />
        </>
      }
    />
  );
}
