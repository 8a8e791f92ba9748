import type { WallTime } from '../../preload/contract/rules/dates';
import { instantOf, minute } from './time';
import type { Appointment, AppointmentStatus } from './types';

/** One appointment as a patient understands it: one slot, or slots in a row with one clinician. Never empty, in time order. */
export type Slots = readonly [Appointment, ...Appointment[]];

/** Statuses of appointments that can still take place. Only these are one appointment with their neighbours: a cancelled slot is not part of what was booked. */
const liveStatuses: readonly AppointmentStatus[] = ['booked', 'arrived', 'sentIn'];

/** Whether an appointment of this status can still take place. */
export function isLive(status: AppointmentStatus): boolean {
  return liveStatuses.includes(status);
}

/** Time order, as clocks show it: wall times sort as text. */
export function byStart(one: { start: WallTime }, other: { start: WallTime }): number {
  if (one.start === other.start) return 0;
  return one.start < other.start ? -1 : 1;
}

/**
 * Puts one patient's adjacent slots with one clinician together (design §6: they are one), in time order. Adjacent means: the
 * next begins no later than the one before ends. A slot of unknown length ends as it begins.
 */
export function joinAdjacent(appointments: readonly Appointment[]): Slots[] {
  const joined: [Appointment, ...Appointment[]][] = [];
  for (const appointment of [...appointments].sort((one, other) => byStart(one, other) || one.id - other.id)) {
    const before = joined.find((slots) => isNextTo(slots, appointment));
    if (before === undefined) joined.push([appointment]);
    else before.push(appointment);
  }
  return joined;
}

function isNextTo(slots: Slots, next: Appointment): boolean {
  const [first] = slots;
  return (
    isLive(first.status) &&
    isLive(next.status) &&
    first.clinician === next.clinician &&
    first.location === next.location &&
    first.mode === next.mode &&
    instantOf(next.start) <= Math.max(...slots.map(endOf))
  );
}

function endOf(appointment: Appointment): number {
  return instantOf(appointment.start) + (appointment.durationMinutes ?? 0) * minute;
}
