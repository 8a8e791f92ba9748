import type { Changes, Clock, Log, Settings, Topic } from '../ports';
import type { Standing } from '../../domain/desk/actions';
import type { DeskSlot } from '../../domain/desk/calling';
import type { Visit } from '../../domain/types';
import { appendAudit } from '../../store/audit';
import { openCallOf, type Call } from '../../store/calls';
import { slotsOfVisit } from '../../store/deskArrivals';
import {
  changeDeskVisit,
  deskVisitOf,
  lastChangeOf,
  settleAlerts,
  type ChangedBy,
  type DeskVisit,
  type DeskVisitChange,
} from '../../store/deskVisits';
import type { Day, Reader, Writer } from '../../store/schema';
import type { Store } from '../../store/store';
import { visitById } from '../../store/visits';
import { actorOf, type Caller } from './caller';

/** What everything that staff do is built from. */
export interface ActionParts {
  store: Store;
  clock: Clock;
  changes: Changes;
  settings: Settings;
  log: Log;
}

/** Why nothing was done. `changed`: by whom, as staff are called (null: the kiosk or a list), and when. */
export type Refusal =
  { kind: 'changed'; by: string | null; at: string | null } | { kind: 'gone' } | { kind: 'notNow'; why: string };

export type Acted = { kind: 'done' } | Refusal;

/** A row as the desk that acts on it has seen it. */
export interface RowKey {
  visitId: string;
  version: number;
}

/** A visit with everything that staff know of it, inside the transaction of an action. */
export interface VisitNow {
  visit: Visit;
  desk: DeskVisit;
  slots: DeskSlot[];
  openCall: Call | null;
  standing: Standing;
}

/** What an action comes to: a reason why not, before anything was written; or what was done, for the trail. */
export type Step =
  | { why: string }
  | {
      action: string;
      detail?: Readonly<Record<string, unknown>>;
      change?: DeskVisitChange;
      /** Beside `visits`. */
      topics?: readonly Topic[];
    };

/** What the work of an action is handed. Nothing but queries may be awaited in it. */
export interface ActionNow extends VisitNow {
  db: Writer;
  day: Day;
  /** UTC instant of the action. */
  at: string;
}

/** Reads a visit of `day` as staff see it; null: there is none. */
export async function readVisitNow(db: Reader, day: Day, visitId: string): Promise<VisitNow | null> {
  const visit = await visitById(db, visitId);
  if (visit === null || visit.day !== day) return null;
  const desk = await deskVisitOf(db, visitId);
  const slots = await slotsOfVisit(db, visitId);
  const openCall = await openCallOf(db, day, { visitId });
  const { notCheckedIn } = visit;
  const { doneAs } = desk;
  return { visit, desk, slots, openCall, standing: { slots, notCheckedIn, doneAs, hasOpenCall: openCall !== null } };
}

/**
 * One action of staff on a row: one immediate transaction with the version that their desk has seen. Refused when it is gone, has changed
 * since or cannot be done now; then nothing is written. Otherwise the version rises, the act is audited with the role it was done in, and
 * live views are told after the commit.
 */
export async function actOnVisit(
  parts: ActionParts,
  caller: Caller,
  { visitId, version }: RowKey,
  work: (now: ActionNow) => Promise<Step>,
): Promise<Acted> {
  const { store, clock, changes, log } = parts;
  const { day } = clock.now();
  const at = clock.instant();
  const result = await store.write(
    async (db): Promise<Refusal | { kind: 'done'; topics: readonly Topic[]; name: string }> => {
      const now = await readVisitNow(db, day, visitId);
      if (now === null) return { kind: 'gone' };
      if (now.desk.version !== version) return { kind: 'changed', ...(await lastChangeOf(db, visitId)) };
      const step = await work({ ...now, db, day, at });
      if ('why' in step) return { kind: 'notNow', why: step.why };
      const { action, detail = {}, change = {}, topics = [] } = step;
      await changeDeskVisit(db, visitId, change, { by: caller.staffId, at });
      await auditAct(db, caller, { at, action, subjectId: now.visit.subjectId, detail });
      return { kind: 'done', topics, name: action };
    },
  );
  if (result.kind !== 'done') return result;
  for (const topic of ['visits', ...result.topics] as const) changes.publish(topic);
  log.info('desk.acted', { kind: result.name });
  return { kind: 'done' };
}

/** Audits what a member of staff did, in which of their roles, about whom (by random id). */
export async function auditAct(
  db: Writer,
  caller: Caller,
  entry: { at: string; action: string; subjectId: string | null; detail?: Readonly<Record<string, unknown>> },
): Promise<void> {
  const { at, action, subjectId, detail = {} } = entry;
  await appendAudit(db, { at, actor: actorOf(caller), action, subjectId, detail: { ...detail, role: caller.role } });
}

/** Staff are with somebody of whom they had been alerted: nothing of that is left to look at. */
export async function settleWhatBroughtThem(db: Writer, visitId: string, by: ChangedBy): Promise<void> {
  for (const kind of ['disputed', 'askedToComeIn', 'windowOpen'] as const) await settleAlerts(db, visitId, kind, by);
}
