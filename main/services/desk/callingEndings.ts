import { isSameClinician, isStillWaiting, whyNotGiveUp } from '../../domain/desk/calling';
import { callById, endCall, noteLooked, repeatCall, type Call } from '../../store/calls';
import { slotsOfVisit, takeCallsBack } from '../../store/deskArrivals';
import { changeDeskVisit, lastChangeOf, type DeskVisitChange } from '../../store/deskVisits';
import type { Day, Reader, Writer } from '../../store/schema';
import { visitById } from '../../store/visits';
import { auditAct, type Acted, type ActionParts, type Refusal } from './actionsOnVisit';
import { mustBeFetched } from './callingFacts';
import { onlyOwnOf } from './callingOwn';
import type { Caller } from './caller';

/** What becomes of a call that is open. One that has ended, or that is a colleague's patient's, is refused. */
export interface CallEndings {
  again(caller: Caller, callId: string): Promise<Acted>;
  /** Somebody went to look for them. */
  looked(caller: Caller, callId: string): Promise<Acted>;
  didNotAnswer(caller: Caller, callId: string): Promise<Acted>;
  cameIn(caller: Caller, callId: string): Promise<Acted>;
  cancel(caller: Caller, callId: string): Promise<Acted>;
}

interface CallNow {
  db: Writer;
  call: Call;
  at: string;
}

/** What is done with a call: why not, before anything was written; or what changes about its visit. */
type Ending = (now: CallNow) => Promise<{ why: string } | { change: DeskVisitChange }>;

export function createCallEndings(parts: ActionParts): CallEndings {
  const { settings } = parts;
  const act = (caller: Caller, callId: string, action: string, ending: Ending): Promise<Acted> =>
    actOnCall(parts, caller, { callId, action, ending });
  return {
    again: (caller, callId) => act(caller, callId, 'call.repeated', again),
    looked: (caller, callId) => act(caller, callId, 'call.looked', looked),
    didNotAnswer: (caller, callId) =>
      act(caller, callId, 'call.notAnswered', async (now) => {
        const why = whyNotGiveUp({ ...now.call, isToFetch: await isToFetch(now) });
        return why === null ? backToWaiting(now, 'didNotAnswer') : { why };
      }),
    cameIn: (caller, callId) => act(caller, callId, 'call.cameIn', cameIn),
    cancel: (caller, callId) => act(caller, callId, 'call.cancelled', (now) => backToWaiting(now, 'cancelled')),
  };

  async function isToFetch({ db, call }: CallNow): Promise<boolean> {
    const visit = call.visitId === null ? null : await visitById(db, call.visitId);
    return visit !== null && mustBeFetched(db, visit, settings.rules());
  }
}

async function again({ db, call, at }: CallNow): Promise<{ change: DeskVisitChange }> {
  await repeatCall(db, call.id, at);
  return { change: {} };
}

async function looked({ db, call, at }: CallNow): Promise<{ change: DeskVisitChange }> {
  await noteLooked(db, call.id, at);
  return { change: {} };
}

/** Off the boards; for the wait of others as if they had not been called. */
async function backToWaiting(
  { db, call, at }: CallNow,
  outcome: 'didNotAnswer' | 'cancelled',
): Promise<{ change: DeskVisitChange }> {
  await endCall(db, call.id, outcome, at);
  if (call.visitId !== null) await takeCallsBack(db, call.visitId, call.calledAt);
  return { change: {} };
}

/** Seen, unless they wait for somebody else as well: a nurse before the doctor. */
async function cameIn({ db, call, at }: CallNow): Promise<{ change: DeskVisitChange }> {
  await endCall(db, call.id, 'seen', at);
  if (call.visitId === null || isStillWaiting(await slotsOfVisit(db, call.visitId))) return { change: {} };
  return { change: { doneAs: 'seen', doneAt: at } };
}

interface CallAction {
  callId: string;
  action: string;
  ending: Ending;
}

/** One action on an open call in one immediate transaction: as `actOnVisit`, but that a call is open takes the place of the version. */
async function actOnCall(parts: ActionParts, caller: Caller, { callId, action, ending }: CallAction): Promise<Acted> {
  const { store, clock, changes, log } = parts;
  const { day } = clock.now();
  const at = clock.instant();
  const acted = await store.write(async (db): Promise<Acted> => {
    const call = await callById(db, callId);
    const refusal = await refusalOf(db, call, { day, caller });
    if (call === null || refusal !== null) return refusal ?? { kind: 'gone' };
    const ended = await ending({ db, call, at });
    if ('why' in ended) return { kind: 'notNow', why: ended.why };
    if (call.visitId !== null) await changeDeskVisit(db, call.visitId, ended.change, { by: caller.staffId, at });
    await auditAct(db, caller, { at, action, subjectId: await subjectOf(db, call) });
    return { kind: 'done' };
  });
  if (acted.kind !== 'done') return acted;
  for (const topic of ['calls', 'visits', 'queue'] as const) changes.publish(topic);
  log.info('desk.acted', { kind: action });
  return acted;
}

async function refusalOf(
  db: Reader,
  call: Call | null,
  { day, caller }: { day: Day; caller: Caller },
): Promise<Refusal | null> {
  if (call === null || call.day !== day) return { kind: 'gone' };
  const onlyOf = onlyOwnOf(caller);
  const isOwn = onlyOf === null || call.calledBy === caller.staffId || isSameClinician(call.clinician, onlyOf);
  if (!isOwn) return { kind: 'notNow', why: 'They were called by somebody else.' };
  if (call.outcome === 'open') return null;
  return call.visitId === null
    ? { kind: 'changed', by: null, at: call.endedAt }
    : { kind: 'changed', ...(await lastChangeOf(db, call.visitId)) };
}

/** A ticket of a queue stands for itself: it names nobody. */
async function subjectOf(db: Reader, { visitId, queueTicketId }: Call): Promise<string | null> {
  return visitId === null ? queueTicketId : ((await visitById(db, visitId))?.subjectId ?? null);
}
