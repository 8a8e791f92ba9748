import { isMarkedBy } from '../../domain/desk/rowsAppointments';
import { addToCount } from '../../store/counts';
import type { Writer } from '../../store/schema';
import type { Store } from '../../store/store';
import {
  changeWorklistArrival,
  listedOfArrival,
  markedByList,
  nameOfStaff,
  worklistArrival,
  type WorklistArrival,
  type WorklistChange,
} from '../../store/worklist';
import type { Changes, Clock, Log } from '../ports';
import { auditAct, type Acted } from './actionsOnVisit';
import type { Caller } from './caller';

/** Arrivals that are still to be marked in the clinical system. */
export interface Worklist {
  /** "I am marking this one." Refused where somebody else has taken it. */
  take(caller: Caller, arrivalId: string): Promise<Acted>;
  /** It is marked there. Whoever ticks what somebody else has ticked is told; their own second tick changes nothing. */
  mark(caller: Caller, arrivalId: string): Promise<Acted>;
  /** A tick by mistake: it is to be marked after all. Refused where a list shows it as marked. */
  unmark(caller: Caller, arrivalId: string): Promise<Acted>;
}

interface Step {
  action: string;
  change: WorklistChange;
  /** A bare number of the day that rises with it. */
  count?: string;
}

/** What one action comes to; `same`: it is so already, by whoever asks. */
type Judged = Exclude<Acted, { kind: 'done' }> | { kind: 'same' } | Step;

export function createWorklist(parts: { store: Store; clock: Clock; changes: Changes; log: Log }): Worklist {
  const { store, clock, changes, log } = parts;
  const act = async (
    caller: Caller,
    arrivalId: string,
    judge: (now: { db: Writer; arrival: WorklistArrival; at: string }) => Promise<Judged>,
  ): Promise<Acted> => {
    const { day } = clock.now();
    const at = clock.instant();
    const judged = await store.write(async (db): Promise<Judged> => {
      const arrival = await worklistArrival(db, day, arrivalId);
      if (arrival === null) return { kind: 'gone' };
      if (arrival.state === 'disputed') return { kind: 'notNow', why: disputed };
      const step = await judge({ db, arrival, at });
      if ('kind' in step) return step;
      await changeWorklistArrival(db, arrivalId, step.change);
      if (step.count !== undefined) await addToCount(db, day, step.count, 1);
      const { subjectId } = arrival;
      await auditAct(db, caller, { at, action: step.action, subjectId, detail: { arrival: arrivalId } });
      return step;
    });
    if ('kind' in judged) return judged.kind === 'same' ? { kind: 'done' } : judged;
    log.info('desk.acted', { kind: judged.action });
    changes.publish('visits');
    return { kind: 'done' };
  };
  return {
    take: (caller, arrivalId) =>
      act(caller, arrivalId, async ({ db, arrival: { takenBy, takenAt, markedBy, markedAt }, at }) => {
        if (markedAt !== null) return changedBy(db, markedBy, markedAt);
        if (takenBy === caller.staffId) return { kind: 'same' };
        if (takenBy !== null) return changedBy(db, takenBy, takenAt);
        return { action: 'worklist.taken', change: { takenBy: caller.staffId, takenAt: at } };
      }),
    mark: (caller, arrivalId) =>
      act(caller, arrivalId, async ({ db, arrival: { markedBy, markedAt }, at }) => {
        if (markedAt !== null && markedBy !== caller.staffId) return changedBy(db, markedBy, markedAt);
        if (markedAt !== null) return { kind: 'same' };
        const change = { markedAt: at, markedBy: caller.staffId };
        return { action: 'worklist.marked', change, count: 'worklist.marked' };
      }),
    unmark: (caller, arrivalId) =>
      act(caller, arrivalId, async ({ db, arrival }) => {
        const listed = await listedOfArrival(db, arrivalId);
        const isListed = listed !== null && isMarkedBy(listed, arrival);
        if (arrival.markedBy === markedByList || isListed) return { kind: 'notNow', why: markedThere };
        if (arrival.markedAt === null) return { kind: 'same' };
        const change = { markedAt: null, markedBy: null };
        return { action: 'worklist.unmarked', change, count: 'worklist.unmarked' };
      }),
  };
}

const disputed = 'They said that this is not their appointment: settle that first.';
const markedThere = 'The list shows that it is marked in the clinical system.';

async function changedBy(db: Writer, who: string | null, at: string | null): Promise<Judged> {
  const by = who === null || who === markedByList ? null : await nameOfStaff(db, who);
  return { kind: 'changed', by, at };
}
