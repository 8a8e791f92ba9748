import { Temporal } from 'temporal-polyfill';
import type { WorklistItem } from '../../../preload/contract/desk/arrivals';
import { instantOf, minute } from '../time';
import type { Appointment, Arrival, PracticeRules } from '../types';
import { bookedNow, isMarkedBy, type Booked } from './rowsAppointments';
import type { RowSurroundings, VisitFacts } from './rowsFacts';

type WorklistRules = Pick<
  PracticeRules,
  'worklistAmberMinutes' | 'worklistSoundMinutes' | 'worklistSoundBeforeMinutes'
>;

/**
 * From when an unmarked arrival is amber, and from when every desk sounds: some minutes after it, but before the appointment
 * begins, as a clinician who sees nobody there marks "did not attend". Never before the arrival, and never sounding before it is amber.
 */
export function worklistTimes(
  { arrivedAt, start }: Pick<Arrival, 'arrivedAt' | 'start'>,
  rules: WorklistRules,
): Pick<WorklistItem, 'amberAt' | 'soundsAt'> {
  const arrived = Temporal.Instant.from(arrivedAt).epochMilliseconds;
  const last = instantOf(start) - rules.worklistSoundBeforeMinutes * minute;
  const sounds = Math.max(arrived, Math.min(arrived + rules.worklistSoundMinutes * minute, last));
  const amber = Math.min(arrived + rules.worklistAmberMinutes * minute, sounds);
  return { amberAt: toInstant(amber), soundsAt: toInstant(sounds) };
}

/**
 * What is still to be marked in the clinical system of one visit: every arrival that counts and that neither staff have ticked nor the list in
 * use shows as arrived. Who has been seen here or has left is on it too: the clinical system still does not know that they came.
 */
export function worklistOf(
  { visit, arrivals: facts }: VisitFacts,
  listed: readonly Appointment[],
  { rules, nameOf }: Pick<RowSurroundings, 'rules' | 'nameOf'>,
): WorklistItem[] {
  const rowOf = new Map(listed.map((row) => [row.id, row]));
  const { patient: person } = visit;
  return visit.arrivals.flatMap((arrival) => {
    const { markedAt = null, takenBy = null, movedTo = null } = facts.get(arrival.id) ?? {};
    const row = arrival.appointmentId === null ? undefined : rowOf.get(arrival.appointmentId);
    if (arrival.state !== 'arrived' || markedAt !== null || (row !== undefined && isMarkedBy(row, arrival))) return [];
    const { start, clinician } = bookedNow<Booked>(arrival, row);
    return {
      arrivalId: arrival.id,
      visitId: visit.id,
      lastName: person.lastName,
      firstName: person.firstName,
      dateOfBirth: person.dateOfBirth,
      nhsNumber: person.nhsNumber,
      start,
      clinician: movedTo ?? clinician,
      arrivedAt: arrival.arrivedAt,
      ...worklistTimes({ arrivedAt: arrival.arrivedAt, start }, rules),
      takenBy: takenBy === null ? null : nameOf(takenBy),
    };
  });
}

/** The most pressing first: what sounds first, then what came first. */
export function bySound(one: WorklistItem, other: WorklistItem): number {
  return (
    compare(one.soundsAt, other.soundsAt) || compare(one.arrivedAt, other.arrivedAt) || compare(one.start, other.start)
  );
}

/** How many arrivals sound at `instant` (UTC with milliseconds): due, and taken by nobody. */
export function soundingAt(items: readonly WorklistItem[], instant: string): number {
  return items.filter(({ soundsAt, takenBy }) => takenBy === null && soundsAt <= instant).length;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function toInstant(epochMilliseconds: number): string {
  return Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toString({ smallestUnit: 'millisecond' });
}
