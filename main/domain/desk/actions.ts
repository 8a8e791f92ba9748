import type { NotCheckedInReason } from '../types';
import type { DeskSlot } from './calling';

/** How a visit stands when staff do something about it. */
export interface Standing {
  slots: readonly Pick<DeskSlot, 'arrivalId' | 'state' | 'clinician' | 'booked'>[];
  notCheckedIn: NotCheckedInReason | null;
  doneAs: 'seen' | 'left' | null;
  hasOpenCall: boolean;
}

/* Each says in one sentence for staff why something cannot be done now; null where it can. */

export function whyNotSeen({ slots, doneAs }: Standing): string | null {
  if (doneAs !== null) return alreadyDone[doneAs];
  if (slots.some(({ state }) => state === 'arrived')) return null;
  return slots.length === 0 ? 'They are not checked in.' : disputed;
}

export function whyNotLeft({ doneAs }: Standing): string | null {
  return doneAs === null ? null : alreadyDone[doneAs];
}

export function whyNotWaitAgain({ doneAs }: Standing): string | null {
  return doneAs === null ? 'They are waiting already.' : null;
}

export function whyNotUndo({ slots }: Standing, arrivalId: string): string | null {
  return slots.some((slot) => slot.arrivalId === arrivalId) ? null : 'This arrival is not there any more.';
}

export function whyNotResolve({ slots, notCheckedIn }: Standing): string | null {
  const isDisputed = notCheckedIn === 'disputed' || slots.some(({ state }) => state === 'disputed');
  return isDisputed ? null : 'Nobody disputes this appointment any more.';
}

/** @param to another clinician; null: back to who was booked. `isHereToday`: they have patients, or a place, today. */
export function whyNotMove(
  { slots, doneAs, hasOpenCall }: Standing,
  arrivalId: string,
  to: { clinician: string; isHereToday: boolean } | null,
): string | null {
  const slot = slots.find((one) => one.arrivalId === arrivalId);
  if (slot === undefined) return 'This arrival is not there any more.';
  if (slot.state === 'disputed') return disputed;
  if (doneAs !== null) return alreadyDone[doneAs];
  if (hasOpenCall) return 'They are being called: take the call back first.';
  if (to !== null && !to.isHereToday) return 'No clinician of this name is here today.';
  return null;
}

export function whyNotLookedAfter({ slots, notCheckedIn }: Standing): string | null {
  const isArrived = slots.some(({ state }) => state === 'arrived');
  return isArrived && notCheckedIn === null ? 'They are checked in: say "Seen" or "Left" instead.' : null;
}

const alreadyDone = { seen: 'They have been seen already.', left: 'They have left already.' };
const disputed = 'They said that this is not their appointment: settle that first.';
