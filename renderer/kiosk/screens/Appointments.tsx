import { useTranslation } from 'react-i18next';
import type { PublicAppointment } from '../../../preload/contract/kiosk';
import { formatTime } from '../../text/times';

/** With more than this the words are a little smaller, so that all of it fits without scrolling. */
const longList = 2;

interface AppointmentsProps {
  appointments: readonly PublicAppointment[];
  isBeingCalled: boolean;
}

/** What the patient is checked in for. */
export function Appointments({ appointments, isBeingCalled }: AppointmentsProps) {
  const { t } = useTranslation();
  const isLong = appointments.length > longList;
  return (
    <ul className={`appointments${isLong ? ' appointments--long' : ''}`} aria-label={t('ending.appointments')}>
      {appointments.map((appointment, index) => (
        <li className="appointment" key={`${appointment.time} ${appointment.clinician}`}>
          <span className="appointment__time">{formatTime(appointment.time)}</span>{' '}
          <span className="appointment__clinician">{appointment.clinician}</span>{' '}
          <PlaceWords
            appointment={appointment}
            // The panel says both for the first appointment.
            sitAfterwards={
              index === 0 || appointment.waitingArea === appointments[0]?.waitingArea ? null : appointment.waitingArea
            }
            isShort={isLong}
            isRoomKnown={index === 0 && isBeingCalled}
          />
        </li>
      ))}
    </ul>
  );
}

interface PlaceWordsProps {
  appointment: PublicAppointment;
  sitAfterwards: string | null;
  /** One of many: the room alone. */
  isShort: boolean;
  isRoomKnown: boolean;
}

/** Where to go; the place in the list only where the practice has said nothing nearer. */
function PlaceWords({ appointment, sitAfterwards, isShort, isRoomKnown }: PlaceWordsProps) {
  const { t } = useTranslation();
  const { place, room, waitingArea } = appointment;
  return (
    <>
      {sitAfterwards === null ? null : (
        <span className="appointment__place">
          {room === null
            ? t('ending.thenSit', { area: sitAfterwards })
            : t('ending.thenSitAndGo', { area: sitAfterwards, room })}
        </span>
      )}
      {room === null || isRoomKnown || sitAfterwards !== null ? null : (
        <span className="appointment__place">{isShort ? room : t('ending.goToRoom', { room })}</span>
      )}
      {place === null || room !== null || waitingArea !== null ? null : (
        <span className="appointment__place">{place}</span>
      )}
    </>
  );
}
