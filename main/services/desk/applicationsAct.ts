import type { Act, Refusal } from '../../../preload/contract/desk/applications';
import type { Day } from '../../../preload/contract/rules/dates';
import type { Service } from '../../../preload/contract/signUp';
import { countsOfAct } from '../../domain/application/figures';
import { factsOf } from '../../domain/application/facts';
import { after, refusalOf, transitions } from '../../domain/application/machine';
import type { ApplicationWork, DoneBy, StoredApplication } from '../../domain/application/types';
import type { PracticeRules } from '../../domain/types';
import { applicationById, changeApplication } from '../../store/applications';
import { addToCount } from '../../store/counts';
import { staffNames } from '../../store/deskRows';
import type { Reader, Writer } from '../../store/schema';
import { auditAct, type ActionParts } from './actionsOnVisit';
import type { Caller } from './caller';

/** An application as the desk that acts on it has seen it, and how many seconds somebody was at work for this step (idle time left out). */
export interface ApplicationKey {
  applicationId: string;
  version: number;
  handsOnSeconds: number;
}

/** Why nothing was done. `changed`: by whom, as staff are called (null: the kiosk or a time-out), and when. */
export type ApplicationRefusal =
  | { kind: 'gone' }
  | { kind: 'changed'; by: string | null; at: string }
  | { kind: 'notNow'; why: Refusal }
  | { kind: 'notComplete' };

export type ApplicationActed = { kind: 'done' } | ApplicationRefusal;

/** What an act is worked out from, inside its transaction. */
export interface ApplicationNow {
  application: StoredApplication;
  rules: PracticeRules;
  today: Day;
  /** Who does it, and the UTC instant of it. */
  done: DoneBy;
}

/** One act: what it is called, what has to be given with it, and what it leaves in the application. */
export interface ActOnApplication {
  act: Act;
  service?: Service;
  /** Whether everything that has to be there was given; always, where it is left out. */
  isComplete?: (now: ApplicationNow) => boolean;
  change: (now: ApplicationNow) => Partial<ApplicationWork>;
  /** For the trail: kinds only, never anything of anybody. */
  detail?: Readonly<Record<string, unknown>>;
  /** Further writes of the same transaction. */
  beside?: (db: Writer, now: ApplicationNow) => Promise<void>;
}

/**
 * One act of staff on an application: one immediate transaction with the version that their desk has seen. Refused when it is gone, has changed
 * since, cannot be done as it stands (by the table of `domain/application/machine.ts`) or lacks something; then nothing is written. Otherwise
 * the version rises, the act is counted and audited with the role it was done in, and live views are told after the commit.
 * @throws Error where the table does not give the act to the caller's role: the contract lets nobody through who has no other.
 */
export async function actOnApplication(
  { store, clock, changes, settings, log }: ActionParts,
  caller: Caller,
  { applicationId, version, handsOnSeconds }: ApplicationKey,
  acting: ActOnApplication,
): Promise<ApplicationActed> {
  const { act, service = null } = acting;
  if (!isForRole(act, caller)) throw new Error(`${act} is not for this role`);
  const { day: today } = clock.now();
  const done = { by: caller.staffId, at: clock.instant() };
  const rules = settings.rules();
  const acted = await store.write(async (db): Promise<ApplicationActed> => {
    const application = await applicationById(db, applicationId);
    if (application === null) return { kind: 'gone' };
    if (application.version !== version) return { kind: 'changed', ...(await lastChange(db, application)) };
    const facts = factsOf(application, today);
    const why = refusalOf(facts, act, service);
    if (why !== null) return { kind: 'notNow', why };
    const now = { application, rules, today, done };
    if (acting.isComplete?.(now) === false) return { kind: 'notComplete' };
    const work = { ...application.work, ...acting.change(now) };
    const { ended } = after(facts, act, service);
    await changeApplication(db, application, { work, ended }, done);
    const changed = { ...application, work, ended };
    for (const { name, count } of countsOfAct(application, changed, { act, at: done.at, handsOnSeconds }))
      await addToCount(db, today, name, count);
    await acting.beside?.(db, { ...now, application: changed });
    const { subjectId } = application;
    const detail = { ...(service === null ? {} : { service }), ...acting.detail };
    await auditAct(db, caller, { at: done.at, action: `application.${act}`, subjectId, detail });
    return { kind: 'done' };
  });
  if (acted.kind !== 'done') return acted;
  changes.publish('applications');
  log.info('application.acted', { kind: act });
  return acted;
}

function isForRole(act: Act, { role }: Caller): boolean {
  return role !== null && transitions[act].roles.includes(role);
}

/** Who changed it last, as staff are called (null: the kiosk or a time-out), and when. */
export async function lastChange(
  db: Reader,
  { changedBy, changedAt }: StoredApplication,
): Promise<{ by: string | null; at: string }> {
  const names = await staffNames(db);
  return { by: changedBy === null ? null : (names.get(changedBy) ?? null), at: changedAt };
}
