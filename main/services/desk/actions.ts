import { whyNotLeft, whyNotLookedAfter, whyNotMove, whyNotSeen, whyNotWaitAgain } from '../../domain/desk/actions';
import { isSameClinician } from '../../domain/desk/calling';
import { namedIn } from '../../domain/names';
import type { PracticeRules } from '../../domain/types';
import { callsOfVisit, endCall } from '../../store/calls';
import { isListedClinician, moveArrival, takeCallsBack } from '../../store/deskArrivals';
import type { Day, Reader } from '../../store/schema';
import {
  actOnVisit,
  settleWhatBroughtThem,
  type Acted,
  type ActionNow,
  type ActionParts,
  type RowKey,
  type Step,
} from './actionsOnVisit';
import type { Caller } from './caller';
import { createCheckInByHand, type CheckInByHand } from './checkInByHand';
import { resolveDispute, undoArrival, type UndoReason } from './undo';

/** What staff do with the rows of the desk. Each is refused, with nothing changed, when somebody else was quicker. */
export interface DeskActions {
  checkIn: CheckInByHand;
  undo(caller: Caller, key: RowKey & { arrivalId: string; reason: UndoReason }): Promise<Acted>;
  resolveDispute(caller: Caller, key: RowKey & { isTheirs: boolean }): Promise<Acted>;
  seen(caller: Caller, key: RowKey): Promise<Acted>;
  left(caller: Caller, key: RowKey): Promise<Acted>;
  waitAgain(caller: Caller, key: RowKey): Promise<Acted>;
  move(caller: Caller, key: RowKey & { arrivalId: string; clinician: string | null }): Promise<Acted>;
  flag(caller: Caller, key: RowKey & { isFlagged: boolean }): Promise<Acted>;
  note(caller: Caller, key: RowKey & { note: string | null }): Promise<Acted>;
  lookedAfter(caller: Caller, key: RowKey): Promise<Acted>;
}

export function createActions(parts: ActionParts): DeskActions {
  const { settings } = parts;
  const act = (caller: Caller, key: RowKey, work: (now: ActionNow) => Promise<Step>): Promise<Acted> =>
    actOnVisit(parts, caller, key, work);
  return {
    checkIn: createCheckInByHand(parts),
    undo: (caller, key) => act(caller, key, (now) => undoArrival(now, caller, key)),
    resolveDispute: (caller, key) => act(caller, key, (now) => resolveDispute(now, caller, key.isTheirs)),
    seen: (caller, key) => act(caller, key, seen),
    left: (caller, key) => act(caller, key, left),
    waitAgain: (caller, key) => act(caller, key, waitAgain),
    move: (caller, key) => act(caller, key, (now) => move(now, key, settings.rules())),
    flag: (caller, key) =>
      act(caller, key, ({ openCall }) =>
        // Boards show no name of who is flagged.
        Promise.resolve({
          action: key.isFlagged ? 'visit.flagged' : 'visit.unflagged',
          change: { isFlagged: key.isFlagged },
          topics: openCall === null ? [] : ['calls'],
        }),
      ),
    note: (caller, key) => {
      const note = key.note === '' ? null : key.note;
      // That there is one is audited, and nothing of what it says.
      return act(caller, key, () =>
        Promise.resolve({ action: 'visit.noted', detail: { isEmpty: note === null }, change: { note } }),
      );
    },
    lookedAfter: (caller, key) => act(caller, key, (now) => lookedAfter(now, caller)),
  };
}

async function seen({ db, at, openCall, standing }: ActionNow): Promise<Step> {
  const why = whyNotSeen(standing);
  if (why !== null) return { why };
  if (openCall !== null) await endCall(db, openCall.id, 'seen', at);
  return { action: 'visit.seen', change: { doneAs: 'seen', doneAt: at }, topics: openCall === null ? [] : ['calls'] };
}

async function left({ db, at, visit, openCall, standing }: ActionNow): Promise<Step> {
  const why = whyNotLeft(standing);
  if (why !== null) return { why };
  if (openCall !== null) {
    // They went before they came in: nothing was learnt of how late the clinician is.
    await takeCallsBack(db, visit.id, openCall.calledAt);
    await endCall(db, openCall.id, 'didNotAnswer', at);
  }
  return { action: 'visit.left', change: { doneAs: 'left', doneAt: at }, topics: openCall === null ? [] : ['calls'] };
}

async function waitAgain({ db, at, visit, desk, standing }: ActionNow): Promise<Step> {
  const why = whyNotWaitAgain(standing);
  if (why !== null) return { why };
  // The call by which they counted as seen; one before it was of another appointment.
  const calls = await callsOfVisit(db, visit.id);
  const byMistake = calls.find(({ outcome, endedAt }) => outcome === 'seen' && endedAt === desk.doneAt);
  if (byMistake !== undefined) {
    await takeCallsBack(db, visit.id, byMistake.calledAt);
    await endCall(db, byMistake.id, 'cancelled', at);
  }
  return { action: 'visit.waitAgain', change: { doneAs: null, doneAt: null } };
}

async function move(
  { db, day, slots, standing }: ActionNow,
  { arrivalId, clinician }: { arrivalId: string; clinician: string | null },
  rules: PracticeRules,
): Promise<Step> {
  const booked = slots.find((slot) => slot.arrivalId === arrivalId)?.booked ?? '';
  const isBack = clinician === null || isSameClinician(clinician, booked);
  const to = isBack ? null : { clinician, isHereToday: await isHereToday(db, day, clinician, rules) };
  const why = whyNotMove(standing, arrivalId, to);
  if (why !== null) return { why };
  await moveArrival(db, arrivalId, to?.clinician ?? null);
  return { action: 'arrival.moved', detail: { isBack } };
}

/** On a list of today, or with a room of their own: a name that nobody answers to would lose the patient. */
async function isHereToday(db: Reader, day: Day, clinician: string, { places }: PracticeRules): Promise<boolean> {
  return namedIn(places, clinician) !== undefined || isListedClinician(db, day, clinician);
}

async function lookedAfter({ db, at, visit, standing }: ActionNow, caller: Caller): Promise<Step> {
  const why = whyNotLookedAfter(standing);
  if (why !== null) return { why };
  await settleWhatBroughtThem(db, visit.id, { by: caller.staffId, at });
  return { action: 'visit.lookedAfter', change: { lookedAfterAt: at }, topics: ['alerts'] };
}
