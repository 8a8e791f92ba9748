import type { RowAppointment } from '../../../preload/contract/desk/arrivals';
import { isNewsOf, isOff } from '../afterImport';
import { byStart, isLive } from '../appointments';
import { markingOf, patientMarkingOf, withoutPrivate } from '../marking';
import type { Appointment, AppointmentStatus, Arrival } from '../types';
import type { PatientFacts, RowSurroundings, VisitFacts } from './rowsFacts';

/**
 * How it stands with one arrival for whoever waits. `call`: not called in · called in (here, or by a list before) · the list in use says
 * "send in". `through`: seen or gone, as a list says or as a call here ended.
 */
export interface ArrivalStanding {
  arrival: Arrival;
  call: 'none' | 'called' | 'sentIn';
  through: 'seen' | 'byList' | null;
}

/** Reads it from the list in use and the calls. A disputed arrival is nobody's, so it has no standing. */
export function arrivalStandings({ visit, calls }: VisitFacts, listed: readonly Appointment[]): ArrivalStanding[] {
  const rowOf = new Map(listed.map((row) => [row.id, row]));
  return visit.arrivals
    .filter(({ state }) => state === 'arrived')
    .map((arrival) => {
      const row = arrival.appointmentId === null ? undefined : rowOf.get(arrival.appointmentId);
      const status = newsOf(arrival, rowOf);
      const hasComeIn = calls.some(({ outcome, calledAt }) => outcome === 'seen' && calledAt === arrival.calledAt);
      const isGone = status === 'seen' || status === 'left';
      return { arrival, call: callOf(arrival, row), through: isGone ? 'byList' : hasComeIn ? 'seen' : null };
    });
}

function callOf({ arrivedAt, calledAt }: Arrival, row: Appointment | undefined): ArrivalStanding['call'] {
  if (row?.status === 'sentIn' && (calledAt !== null || isNewsOf({ arrivedAt }, row))) return 'sentIn';
  if (calledAt === null) return 'none';
  // A list that is newer than the call and knows nothing of it takes it back: "send in" was a slip there.
  const isTakenBack = row !== undefined && isLive(row.status) && row.listAsOf > calledAt;
  return isTakenBack ? 'none' : 'called';
}

/** When somebody is booked, with whom, and where. */
export type Booked = Pick<Arrival, 'start' | 'clinician' | 'location'>;

/**
 * How an arrival is booked by now: as the list in use says, where that is newer than the arrival and still holds the appointment. Else a patient
 * whom the clinical system has moved would be called to a room where nobody waits for them. An older list, or one that calls it off, says nothing
 * of that, and what was copied when they arrived stands.
 */
export function bookedNow<Part extends Partial<Booked>>(
  arrival: Part & Pick<Arrival, 'arrivedAt'>,
  row: (Part & Pick<Appointment, 'status' | 'listAsOf'>) | null | undefined,
): Part {
  return row !== null && row !== undefined && !isOff(row.status) && isNewsOf(arrival, row) ? row : arrival;
}

/**
 * What a row says of appointments, by start: all that the visit was checked in to, and what else the list holds of the patient. Of who is
 * checked in only what can still take place: what was cancelled is no business of theirs any more. Staff see private ones, marked as such.
 */
export function rowAppointments(
  { visit, arrivals: facts }: VisitFacts,
  { listed, arrivedAt }: PatientFacts,
  { rules, roomOf }: RowSurroundings,
): RowAppointment[] {
  const rowOf = new Map(listed.map((row) => [row.id, row]));
  const isAllPrivate = patientMarkingOf(listed) === 'private';
  const hidden = listed.filter((row) => isAllPrivate || markingOf(row, rules) === 'private');
  const open = new Set(
    withoutPrivate(
      visit.arrivals,
      listed.filter((row) => !hidden.includes(row)),
      hidden,
    ),
  );
  const isHere = visit.arrivals.some(({ state }) => state === 'arrived');
  const others = listed.filter(
    ({ id, status }) => !arrivedAt.has(id) && (!isHere || isLive(status) || status === 'unknown'),
  );
  return [
    ...visit.arrivals.map((arrival): RowAppointment => {
      const { markedAt = null, movedTo = null } = facts.get(arrival.id) ?? {};
      const row = arrival.appointmentId === null ? undefined : rowOf.get(arrival.appointmentId);
      const booked = bookedNow<Booked>(arrival, row);
      const clinician = movedTo ?? booked.clinician;
      return {
        arrivalId: arrival.id,
        appointmentId: row?.id ?? null,
        start: booked.start,
        clinician,
        movedFrom: clinician === booked.clinician ? null : booked.clinician,
        location: booked.location,
        room: roomOf(clinician),
        state: arrival.state,
        listed: newsOf(arrival, rowOf),
        isLate: arrival.isLate,
        isToCheck: arrival.isToCheck,
        isPrivate: isAllPrivate || !open.has(arrival),
        isMarked: markedAt !== null || (row !== undefined && isMarkedBy(row, arrival)),
      };
    }),
    ...others.map((row): RowAppointment => ({
      arrivalId: null,
      appointmentId: row.id,
      start: row.start,
      clinician: row.clinician,
      movedFrom: null,
      location: row.location,
      room: roomOf(row.clinician),
      state: 'notArrived',
      listed: row.status,
      isLate: false,
      isToCheck: false,
      isPrivate: hidden.includes(row),
      isMarked: isMarkedBy(row, null),
    })),
  ].sort(byStart);
}

/**
 * Whether the clinical system holds the patient of `arrival` as arrived, as the list in use shows it. An older list too: reception may have
 * marked them there before they touched the kiosk. But that somebody was seen or had left before they came here says nothing of this arrival.
 */
export function isMarkedBy(
  row: { status: AppointmentStatus; listAsOf: string },
  arrival: Pick<Arrival, 'arrivedAt'> | null,
): boolean {
  if (row.status === 'arrived' || row.status === 'sentIn') return true;
  return (row.status === 'seen' || row.status === 'left') && (arrival === null || isNewsOf(arrival, row));
}

/** What a list says of an arrival's appointment, where that is news. */
function newsOf(arrival: Arrival, rowOf: ReadonlyMap<number, Appointment>): AppointmentStatus | null {
  const row = arrival.appointmentId === null ? undefined : rowOf.get(arrival.appointmentId);
  return row !== undefined && isNewsOf(arrival, row) ? row.status : null;
}
