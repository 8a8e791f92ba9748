import type { ReceptionKind } from '../../preload/contract/kiosk';
import type { WallTime } from '../../preload/contract/rules/dates';

/**
 * What staff must look at, the most urgent first: this order is the order they are shown and sounded in.
 * - `helpNeeded`: "I need help now"
 * - `disputed`: "This is not my appointment"
 * - `contradicted`: arrived here, and a newer list says cancelled or did not attend
 * - `threeFailures`: one visitor was not found three times in a row
 * - `cannotTell`: two or more patients fit all that was given (twins); names them all
 * - `askedToComeIn`: by phone, video or home visit, but "I was asked to come in"
 * - `windowOpen`: who came too early can be checked in now
 * - `reception`: a choice of "What do you need?" that the practice wants to know of
 * - `arrivalUnmatched`: a new list no longer holds the appointment of an arrival
 * - `listTooOld`: check-in is closed because today's list is too old, or there is none
 * - `siteUnknown`: check-in is closed because it cannot be said at which of the list's sites the kiosk stands
 * - `clockBehind`: check-in is closed because the machine's clock shows an earlier time than before
 * - `clockJumped`: the machine's clock was moved
 */
export const alertKinds = [
  'helpNeeded',
  'disputed',
  'contradicted',
  'threeFailures',
  'cannotTell',
  'askedToComeIn',
  'windowOpen',
  'reception',
  'arrivalUnmatched',
  'listTooOld',
  'siteUnknown',
  'clockBehind',
  'clockJumped',
] as const;
export type AlertKind = (typeof alertKinds)[number];

/** What an alert says beyond its kind and its visit. */
export type AlertDetail =
  /** `cannotTell`: everybody it may be, by name. */
  | { patients: { lastName: string; firstName: string; starts: WallTime[] }[] }
  /** `reception` */
  | { choice: ReceptionKind }
  /** `clockJumped`: seconds, negative when it went back. */
  | { seconds: number };

/** Sorts alerts by urgency, then by age: `I need help now` first, whatever else there is. */
export function byUrgency<Alert extends { kind: AlertKind; raisedAt: string }>(one: Alert, other: Alert): number {
  const urgency = alertKinds.indexOf(one.kind) - alertKinds.indexOf(other.kind);
  if (urgency !== 0) return urgency;
  return one.raisedAt < other.raisedAt ? -1 : Number(one.raisedAt > other.raisedAt);
}
