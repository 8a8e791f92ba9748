import { foldLabel } from '../names';
import { instantOf, minute } from '../time';
import type { ArrivalState, Calling } from '../types';
import type { WallTime } from '../../../preload/contract/rules/dates';

/** One slot that a patient was checked in to, as staff see it. */
export interface DeskSlot {
  arrivalId: string;
  start: WallTime;
  durationMinutes: number | null;
  /** Who sees them: the clinician they were moved to, else who is booked. */
  clinician: string;
  /** As the clinical system has it by now. */
  booked: string;
  state: ArrivalState;
  calledAt: string | null;
}

/** How somebody is called: on the boards; on no board; or somebody goes to them. */
export type CallKind = 'call' | 'quiet' | 'fetch';

/** What decides whether a patient can be called. */
export interface CallFacts {
  calling: Calling;
  kind: CallKind;
  slots: readonly DeskSlot[];
  doneAs: 'seen' | 'left' | null;
  hasOpenCall: boolean;
  /** They cannot be expected to see or hear a board. */
  isToFetch: boolean;
  /** There is a ticket, or a name that may be shown. */
  hasSomethingToShow: boolean;
  /** A clinician calls their own patients only; null: whoever calls may call anybody. */
  onlyOf: string | null;
}

/** Names of clinicians are compared as people read them. */
export function isSameClinician(one: string, other: string): boolean {
  return foldLabel(one) === foldLabel(other) && foldLabel(one) !== '';
}

/** Why a patient cannot be called now, as one sentence for staff; null where they can. */
export function whyNotCall(facts: CallFacts): string | null {
  const { kind, slots, onlyOf } = facts;
  if (facts.calling === 'clinicalSystem') return 'Patients are called from the clinical system here.';
  if (facts.calling === 'staffFetch' && kind !== 'fetch') return 'Patients are fetched in person here.';
  if (facts.doneAs === 'seen') return 'They have been seen already.';
  if (facts.doneAs === 'left') return 'They have left.';
  const arrived = slots.filter(({ state }) => state === 'arrived');
  if (arrived.length === 0) {
    return slots.length === 0
      ? 'They are not checked in.'
      : 'They said that this is not their appointment: settle that first.';
  }
  if (facts.hasOpenCall) return 'They are being called already.';
  if (onlyOf !== null && !arrived.some(({ clinician }) => isSameClinician(clinician, onlyOf))) {
    return 'They are not here for you.';
  }
  if (facts.isToFetch && kind !== 'fetch') return 'They may not see or hear the board: fetch them in person.';
  if (kind === 'call' && !facts.hasSomethingToShow) {
    return 'They have no ticket that a board could show: fetch them in person.';
  }
  return null;
}

/** Why it cannot be said that somebody did not answer; null where it can. Whoever may have missed the call is looked for first. */
export function whyNotGiveUp({ isToFetch, lookedAt }: { isToFetch: boolean; lookedAt: string | null }): string | null {
  return isToFetch && lookedAt === null
    ? 'They may not have seen or heard the call: somebody must go and look for them first.'
    : null;
}

/**
 * The slots that a call is for: the first one that is arrived and not called yet (the first of all where every one has been called), with
 * those that follow it in a row with the same clinician, as they are one appointment (design §6).
 * @param onlyOf of this clinician; null: of any.
 */
export function slotsToCall(slots: readonly DeskSlot[], onlyOf: string | null): DeskSlot[] {
  const own = slots
    .filter(({ state, clinician }) => state === 'arrived' && (onlyOf === null || isSameClinician(clinician, onlyOf)))
    .toSorted((one, other) => (one.start < other.start ? -1 : Number(one.start > other.start)));
  const first = own.find(({ calledAt }) => calledAt === null) ?? own[0];
  if (first === undefined) return [];
  const row = [first];
  for (const slot of own) {
    const isNext = slot.start > first.start && row.some((one) => endOf(one) >= instantOf(slot.start));
    if (isNext && isSameClinician(slot.clinician, first.clinician)) row.push(slot);
  }
  return row;
}

/**
 * The arrivals that an open call is to: those it was noted of. Where a list had called them in before, the call could note nothing, and it is to
 * all that are here for its clinician.
 */
export function arrivalsCalled<Slot extends Pick<DeskSlot, 'state' | 'calledAt' | 'clinician'>>(
  slots: readonly Slot[],
  call: { calledAt: string; clinician: string },
): Slot[] {
  const arrived = slots.filter(({ state }) => state === 'arrived');
  const noted = arrived.filter(({ calledAt }) => calledAt === call.calledAt);
  return noted.length > 0 ? noted : arrived.filter(({ clinician }) => isSameClinician(clinician, call.clinician));
}

/** Whether somebody who is through with what they were called for still waits for something else. */
export function isStillWaiting(slots: readonly Pick<DeskSlot, 'state' | 'calledAt'>[]): boolean {
  return slots.some(({ state, calledAt }) => state === 'arrived' && calledAt === null);
}

/** Milliseconds since the epoch. A slot of unknown length ends as it begins. */
function endOf({ start, durationMinutes }: DeskSlot): number {
  return instantOf(start) + (durationMinutes ?? 0) * minute;
}
