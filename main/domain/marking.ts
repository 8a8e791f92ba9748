import { isNamedAmong, namedIn } from './names';
import type { Appointment, Arrival, ListedAppointment, Marking, Mode, PracticeRules } from './types';

type Marked = Pick<ListedAppointment, 'marking' | 'slotType'>;

/** How one appointment is marked, by its list or by its slot type (design §6). Private beats "see reception". */
export function markingOf(appointment: Marked, rules: PracticeRules): Marking {
  if (appointment.marking === 'private' || isNamedAmong(rules.privateSlotTypes, appointment.slotType)) return 'private';
  const isFlagged =
    appointment.marking === 'seeReception' || isNamedAmong(rules.seeReceptionSlotTypes, appointment.slotType);
  return isFlagged ? 'seeReception' : 'none';
}

/** How a patient is marked: one row of theirs is enough. Private beats "see reception". */
export function patientMarkingOf(appointments: readonly Pick<ListedAppointment, 'patientMarking'>[]): Marking {
  const markings = appointments.map(({ patientMarking }) => patientMarking);
  if (markings.includes('private')) return 'private';
  return markings.includes('seeReception') ? 'seeReception' : 'none';
}

/** How the patient and the clinician meet: what the practice says of the slot type, over the words of the list. */
export function modeOf(appointment: Pick<ListedAppointment, 'mode' | 'slotType'>, rules: PracticeRules): Mode {
  return namedIn(rules.slotTypeModes, appointment.slotType) ?? appointment.mode;
}

/** Might the patient be here for it? Not for what was cancelled, has been, or was left. */
export function mayBeComing({ status }: Pick<ListedAppointment, 'status'>): boolean {
  return status !== 'cancelled' && status !== 'seen' && status !== 'left';
}

/**
 * The arrivals that may be spoken of: none of a private appointment, nor one whose row is no longer on the list but that was for what a
 * private row now says. Nothing of these may reach the screen, although the kiosk once said it (the marking came later).
 * @param ordinary the patient's rows that are not private; an arrival at one of them stays.
 * @param hidden the private ones.
 */
export function withoutPrivate(
  arrivals: readonly Arrival[],
  ordinary: readonly Appointment[],
  hidden: readonly Appointment[],
): Arrival[] {
  const isOrdinary = ({ appointmentId }: Arrival): boolean => ordinary.some(({ id }) => id === appointmentId);
  return arrivals.filter((arrival) => isOrdinary(arrival) || !hidden.some((row) => isOf(arrival, row)));
}

function isOf(arrival: Arrival, row: Appointment): boolean {
  const isSameId =
    arrival.sourceAppointmentId !== null &&
    arrival.source === row.source &&
    arrival.sourceAppointmentId === row.sourceAppointmentId;
  const isSameSlot = arrival.start === row.start && arrival.clinician === row.clinician;
  return arrival.appointmentId === row.id || isSameId || isSameSlot;
}
