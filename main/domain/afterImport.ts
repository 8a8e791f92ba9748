import type { Appointment, AppointmentStatus, Arrival } from './types';

/** What a list says of the appointment that an arrival is linked to. */
export type ListedState = Pick<Appointment, 'status' | 'listAsOf'>;

/** Statuses by which the patient has been called in: who was seen or has left does not wait either. */
const calledStatuses: readonly AppointmentStatus[] = ['sentIn', 'seen', 'left'];

/** Statuses that cannot be true of a patient who is here. */
const contradictingStatuses: readonly AppointmentStatus[] = ['cancelled', 'didNotAttend'];

/**
 * Whether what a list says of an arrival's appointment comes after it: only a newer list does. An older one, or one of the same instant, never
 * overrides what happened at the kiosk (design §6, decision 18).
 */
export function isNewsOf(arrival: Pick<Arrival, 'arrivedAt'>, { listAsOf }: Pick<ListedState, 'listAsOf'>): boolean {
  // Both are UTC instants with milliseconds: they sort as text.
  return listAsOf > arrival.arrivedAt;
}

/** Whether a list of this status has called the patient in. */
export function isCalledIn(status: AppointmentStatus): boolean {
  return calledStatuses.includes(status);
}

/** Whether a list of this status says that nobody is here for the appointment. */
export function isOff(status: AppointmentStatus): boolean {
  return contradictingStatuses.includes(status);
}

/**
 * The UTC instant by which the patient of `arrival` had been called in, if `listed` is the first newer list to say so: when its list was true,
 * for nobody told us the moment itself. Null where there is nothing new: not called, known already, said before they
 * arrived here, or the arrival is disputed.
 */
export function newlyCalledAt(arrival: Arrival, listed: ListedState): string | null {
  const isNew = arrival.state === 'arrived' && arrival.calledAt === null && isNewsOf(arrival, listed);
  return isNew && isCalledIn(listed.status) ? listed.listAsOf : null;
}

/**
 * Whether a list that is newer than the arrival says that the appointment was cancelled or not attended: the patient sits here and
 * nobody will call them (hazard "believes checked in but is not").
 */
export function isContradicted(arrival: Arrival, listed: ListedState): boolean {
  return arrival.state === 'arrived' && isOff(listed.status) && isNewsOf(arrival, listed);
}
