import { useTranslation } from 'react-i18next';
import type { AlsoToday, PublicAppointment } from '../../../preload/contract/kiosk';
import { formatTime } from '../../text/times';

/** With more than this the words are a little smaller, so that all of it fits without scrolling. */
const longList = 2;

interface AppointmentsProps {
  appointments: readonly PublicAppointment[];
  also: readonly AlsoToday[];
}

/** What the patient is checked in for, and what else they have today with what to do about it. */
export function Appointments({ appointments, also }: AppointmentsProps) {
  const { t } = useTranslation();
  const isLong = appointments.length + also.length > longList;
  return (
    <section className={`appointments${isLong ? ' appointments--long' : ''}`}>
      <ul className="appointments__list" aria-label={t('ending.appointments')}>
        {appointments.map(({ time, clinician, place }) => (
          <li className="appointment" key={`${time} ${clinician}`}>
            <span className="appointment__time">{formatTime(time)}</span>{' '}
            <span className="appointment__clinician">{clinician}</span>{' '}
            {place === null ? null : <span className="appointment__place">{place}</span>}
          </li>
        ))}
      </ul>
      {also.length === 0 ? null : (
        <>
          <h2 className="appointments__also">{t('ending.also.heading')}</h2>
          <ul className="appointments__others">
            {also.map((other) => (
              <li key={`${other.kind} ${other.time}`}>
                <AlsoLine other={other} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function AlsoLine({ other }: { other: AlsoToday }) {
  const { t } = useTranslation();
  const time = formatTime(other.time);
  switch (other.kind) {
    case 'later':
      return t('ending.also.later', { time, clinician: other.clinician, from: formatTime(other.from) });
    case 'otherSite':
      return t('ending.also.otherSite', { time, site: other.site });
    default:
      return t(`ending.also.${other.kind}`, { time });
  }
}
