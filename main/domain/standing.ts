import { isNewsOf } from './afterImport';
import { isLive, type Slots } from './appointments';
import { markingOf } from './marking';
import { foldSite } from './site';
import { instantOf } from './time';
import type { Appointment, Arrival, NotCheckedInReason, Now, PracticeRules } from './types';
import { openingOf, timelinessOf, type Opening, type Timeliness } from './window';

/**
 * How one appointment stands at the moment of asking.
 * - `early`, `open`, `acceptedLate`, `late`: booked, in person, here
 * - `flagged`: the same, but marked "please see reception"
 * - `arrived`: checked in, here or as the list says; `isCalled` when the list says that they are sent in, or they are being called from here
 * - `elsewhere`: can take place, but not by checking in here
 * - `over`: nothing to check in to; `reason` says why
 */
export type Standing =
  | { kind: Timeliness | 'flagged' }
  | { kind: 'arrived'; isCalled: boolean }
  | { kind: 'elsewhere'; where: 'byPhone' | 'byVideo' | 'homeVisit' | 'otherSite' }
  | {
      kind: 'over';
      reason: Extract<
        NotCheckedInReason,
        'cancelled' | 'finished' | 'left' | 'didNotAttend' | 'unknownStatus' | 'disputed' | 'contradicted'
      >;
    };

/** An appointment (its slots together) with how it stands. */
export interface Standings {
  slots: Slots;
  start: number;
  opening: Opening;
  isHere: boolean;
  standing: Standing;
}

/** What staff have made of arrivals at this kiosk, by the ids of the arrivals. */
export interface StaffKnown {
  /** Who sees the patient instead of who was booked when they arrived. */
  movedTo: ReadonlyMap<string, string>;
  /** Those that the patient is being called to from here this moment, and to which room; null: to none that anybody named. */
  calledTo: ReadonlyMap<string, string | null>;
}

export interface Surroundings {
  arrivals: readonly Arrival[];
  /** Without: staff have done nothing of that. */
  staff?: StaffKnown;
  now: Now;
  /** The location this kiosk stands at, as the day list spells it. */
  site: string;
  rules: PracticeRules;
}

/**
 * How `slots` stand. Their time, window and place are those of the first; their mode is the one the rules give them.
 * @param isPatientFlagged the patient, whatever the appointment, is asked to see reception.
 */
export function standingOf(slots: Slots, around: Surroundings, isPatientFlagged: boolean): Standings {
  const [first] = slots;
  const opening = openingOf(first, around.rules);
  const isHere = first.mode === 'inPerson' && isSite(first.location, around.site);
  const standing = judgeArrivals(slots, around) ?? judgeListed(slots, isHere, opening, around.now);
  const isFlagged = isPatientFlagged || slots.some((slot) => markingOf(slot, around.rules) === 'seeReception');
  return {
    slots,
    start: instantOf(first.start),
    opening,
    isHere,
    standing: isFlagged && isToCome(standing) ? { kind: 'flagged' } : standing,
  };
}

/**
 * What the arrivals at this kiosk say; null without one, or when nothing of them is left. They stand against a list that was true no
 * later than they were written (design §6 "Re-import"). A newer one is believed: "seen" and "left" come after an arrival, and
 * "cancelled" and "did not attend" contradict it, which only a human can settle (hazard H-019).
 */
function judgeArrivals(slots: Slots, { arrivals, staff }: Surroundings): Standing | null {
  const [first] = slots;
  const own = arrivals.filter((arrival) => slots.some((slot) => slot.id === arrival.appointmentId));
  if (own.length === 0) return null;
  const isListNewer = own.every((arrival) => isNewsOf(arrival, first));
  if (isListNewer && (first.status === 'seen' || first.status === 'left')) return null;
  if (own.every(({ state }) => state === 'disputed')) return { kind: 'over', reason: 'disputed' };
  if (isListNewer && (first.status === 'cancelled' || first.status === 'didNotAttend')) {
    return { kind: 'over', reason: 'contradicted' };
  }
  const isCalledHere = own.some(({ id, state }) => state === 'arrived' && staff?.calledTo.has(id) === true);
  return isCalledHere ? { kind: 'arrived', isCalled: true } : arrived(slots);
}

/** What the list says of an appointment for which nobody has arrived at this kiosk. */
function judgeListed(slots: Slots, isHere: boolean, opening: Opening, now: Now): Standing {
  const [first] = slots;
  if (first.status === 'seen') return { kind: 'over', reason: 'finished' };
  if (first.status === 'cancelled' || first.status === 'didNotAttend' || first.status === 'left') {
    return { kind: 'over', reason: first.status };
  }
  if (!isLive(first.status)) return { kind: 'over', reason: 'unknownStatus' };
  if (!isHere) return { kind: 'elsewhere', where: whereOf(first) };
  // The clinician marks one slot of several.
  if (slots.some((slot) => slot.status !== 'booked')) return arrived(slots);
  return { kind: timelinessOf(opening, now) };
}

function arrived(slots: Slots): Standing {
  return { kind: 'arrived', isCalled: slots.some(({ status }) => status === 'sentIn') };
}

function isToCome({ kind }: Standing): boolean {
  return kind === 'early' || kind === 'open' || kind === 'acceptedLate' || kind === 'late';
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
