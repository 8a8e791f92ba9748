import type { Appointment, AppointmentStatus, Arrival } from './types';

/** What a list says of the appointment that an arrival is linked to. */
export type ListedState = Pick<Appointment, 'status' | 'listAsOf'>;

/** Statuses by which the patient has been called in: who was seen or has left does not wait either. */
const calledStatuses: readonly AppointmentStatus[] = ['sentIn', 'seen', 'left'];

/** Statuses that cannot be true of a patient who is here. */
const contradictingStatuses: readonly AppointmentStatus[] = ['cancelled', 'didNotAttend'];

/**
 * The UTC instant by which the patient of `arrival` had been called in, if `listed` is the first to say so: when its list was true, for
 * nobody told us the moment itself. Null where there is nothing new: not called, known already, or the arrival is disputed.
 */
export function newlyCalledAt(arrival: Arrival, listed: ListedState): string | null {
  const isNew = arrival.state === 'arrived' && arrival.calledAt === null;
  return isNew && calledStatuses.includes(listed.status) ? listed.listAsOf : null;
}

/**
 * Whether a list that is newer than the arrival says that the appointment was cancelled or not attended: the patient sits here and
 * nobody will call them (hazard "believes checked in but is not"). An older list never overrides what happened at the kiosk (design §6).
 */
export function isContradicted(arrival: Arrival, listed: ListedState): boolean {
  return (
    arrival.state === 'arrived' && contradictingStatuses.includes(listed.status) && listed.listAsOf > arrival.arrivedAt
  );
}
