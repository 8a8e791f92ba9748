import { useTranslation } from 'react-i18next';
import type { KioskServiceState } from '../../../preload/contract/kiosk';
import type { Day } from '../../../preload/contract/rules/dates';
import { formatDay } from '../../text/dates';
import { formatTime } from '../../text/times';
import { Icon } from '../../ui/Icon';
import { Panel } from '../../ui/Panel';
import { EndingPage } from './EndingPage';

interface ClosedHoursProps {
  opens: Extract<KioskServiceState, { state: 'closedHours' }>['opens'];
  today: Day;
}

/** Nobody is at reception, so the way to a human is by telephone: 999, or NHS 111 (third promise, design §1). */
export function ClosedHours({ opens, today }: ClosedHoursProps) {
  const { t, i18n } = useTranslation();
  return (
    <EndingPage
      look="quiet"
      answer={
        <Panel look="info" icon="moon" heading={t('closedHours.heading')}>
          {opens === null ? null : (
            <p className="panel__lead">
              {opens.day === today
                ? t('closedHours.opensToday', { time: formatTime(opens.time) })
                : t('closedHours.opensOn', {
                    day: formatDay(opens.day, i18n.language),
                    time: formatTime(opens.time),
                  })}
            </p>
          )}
        </Panel>
      }
      next={
        <>
          <section className="emergency" aria-labelledby="emergency">
            <Icon name="warning" />
            <h2 className="emergency__heading" id="emergency">
              {t('closedHours.emergency.heading')}
            </h2>
            <p>{t('closedHours.emergency.words')}</p>
            <p className="emergency__call">{t('closedHours.emergency.call')}</p>
          </section>
          <section className="card urgent" aria-labelledby="urgent">
            <Icon name="phone" />
            <h2 className="emergency__heading" id="urgent">
              {t('closedHours.urgent.heading')}
            </h2>
            <p className="emergency__call">{t('closedHours.urgent.call')}</p>
          </section>
        </>
      }
    />
  );
}
