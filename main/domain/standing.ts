import { isLive, type Slots } from './appointments';
import { foldSite } from './site';
import { instantOf } from './time';
import type { Appointment, Arrival, NotCheckedInReason, Now, PracticeRules } from './types';
import { openingOf, timelinessOf, type Opening } from './window';

/**
 * How one appointment stands at the moment of asking.
 * - `early`, `open`, `late`: booked, in person, here
 * - `arrived`: checked in, here or as the list says
 * - `elsewhere`: can take place, but not by checking in here
 * - `over`: nothing to check in to; `reason` says why
 */
export type Standing =
  | { kind: 'early' | 'open' | 'late' | 'arrived' }
  | { kind: 'elsewhere'; where: 'byPhone' | 'byVideo' | 'homeVisit' | 'otherSite' }
  | {
      kind: 'over';
      reason: Extract<NotCheckedInReason, 'cancelled' | 'finished' | 'didNotAttend' | 'unknownStatus' | 'disputed'>;
    };

/** An appointment (its slots together) with how it stands. */
export interface Standings {
  slots: Slots;
  start: number;
  opening: Opening;
  isHere: boolean;
  standing: Standing;
}

export interface Surroundings {
  arrivals: readonly Arrival[];
  now: Now;
  /** The location this kiosk stands at, as the day list spells it. */
  site: string;
  rules: PracticeRules;
}

/** How `slots` stand. Their time, window and place are those of the first. */
export function standingOf(slots: Slots, around: Surroundings): Standings {
  const [first] = slots;
  const opening = openingOf(first, around.rules);
  const isHere = first.mode === 'inPerson' && isSite(first.location, around.site);
  return { slots, start: instantOf(first.start), opening, isHere, standing: judge(slots, isHere, opening, around) };
}

function judge(slots: Slots, isHere: boolean, opening: Opening, { arrivals, now }: Surroundings): Standing {
  const [first] = slots;
  const own = arrivals.filter((arrival) => slots.some((slot) => slot.id === arrival.appointmentId));
  // Seen and left come after an arrival, so they do not contradict it: there is nothing left to wait for.
  if (first.status === 'seen' || first.status === 'left') return { kind: 'over', reason: 'finished' };
  // What happened at this kiosk stands, whatever a list says that may be older than it (design §6 "Re-import").
  if (own.some((arrival) => arrival.state === 'arrived')) return { kind: 'arrived' };
  if (own.length > 0) return { kind: 'over', reason: 'disputed' };
  if (first.status === 'cancelled' || first.status === 'didNotAttend') return { kind: 'over', reason: first.status };
  if (!isLive(first.status)) return { kind: 'over', reason: 'unknownStatus' };
  if (!isHere) return { kind: 'elsewhere', where: whereOf(first) };
  // The clinician marks one slot of several; `sentIn` has an ending of its own once the desk can call patients.
  if (slots.some((slot) => slot.status !== 'booked')) return { kind: 'arrived' };
  return { kind: timelinessOf(opening, now) };
}

function whereOf(appointment: Appointment): 'byPhone' | 'byVideo' | 'homeVisit' | 'otherSite' {
  switch (appointment.mode) {
    case 'phone':
      return 'byPhone';
    case 'video':
      return 'byVideo';
    case 'homeVisit':
      return 'homeVisit';
    case 'inPerson':
      return 'otherSite';
  }
}

/** A row without a location is here. */
function isSite(location: string | null, site: string): boolean {
  const place = foldSite(location ?? '');
  return place === '' || place === foldSite(site);
}
