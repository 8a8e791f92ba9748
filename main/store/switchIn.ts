import { addedSource } from '../domain/addedByHand';
import { settleAdded } from './addedRows';
import { raiseAlerts, visitsWithAlert } from './alerts';
import { planLinks, stampOf, type LinkPlan, type Relink } from './linkPlan';
import { noteNotFound, retireSource } from './lists';
import type { Day, Reader, Writer } from './schema';
import { setArrivalCalls, setArrivalLinks } from './visits';
import { markListed } from './worklist';

export type { LinkPlan, Relink } from './linkPlan';

export interface RelinkOptions {
  day: Day;
  /** UTC instant, ISO 8601 with milliseconds. */
  at: string;
  relink: Relink;
  newId: () => string;
}

export interface SwitchOptions extends RelinkOptions {
  importIds: readonly string[];
  /** A source that is taken out of use at the same time. */
  retired?: string | null;
  /** What `planSwitch` made of the same options; where it no longer holds, it is made again. */
  plan?: LinkPlan;
}

/** Imports that are to come into use: their numbers, and those of the lists that stay in use beside them. */
interface Coming {
  staged: { number: number; source: string }[];
  inUse: number[];
}

/**
 * Works out before the write lock is taken what `switchIn` with the same options will do to the arrivals.
 * @throws Error if one of the imports is not being staged for that day.
 */
export async function planSwitch(
  db: Reader,
  options: Pick<SwitchOptions, 'importIds' | 'day' | 'retired' | 'relink'>,
): Promise<LinkPlan> {
  const { inUse } = await readComing(db, options);
  return planLinks(db, options.day, inUse, options.relink);
}

/**
 * Puts staged imports into use: they become current, earlier lists of the same sources and day are replaced, and the arrivals
 * of the day are linked again. What the lists say of them is taken in: who has been called in, and (alerted) who is here for an appointment that
 * a newer list calls cancelled or not attended. Call it in one `write`: it is one short transaction whatever the size of the lists.
 * @returns how many arrivals have lost their appointment by this: each is marked `Check` and alerted.
 * @throws Error if one of the imports is not being staged for that day; nothing has changed then.
 */
export async function switchIn(db: Writer, options: SwitchOptions): Promise<number> {
  const { day, at, retired = null } = options;
  const { staged, inUse } = await readComing(db, options);
  for (const source of new Set(staged.map((row) => row.source))) await retireSource(db, source, day, at);
  if (retired !== null) await retireSource(db, retired, day, at);
  await db
    .updateTable('imports')
    .set({ state: 'current', switchedInAt: at })
    .where(
      'number',
      'in',
      staged.map((row) => row.number),
    )
    .execute();
  return takeIntoUse(db, options, inUse, options.plan);
}

/**
 * What every change of the lists in use comes to, whichever way they came: arrivals are linked again, rows added by hand give way to lists that
 * hold them by now, and who was not found is counted anew.
 * @param lists numbers of all lists that are in use now.
 * @param plan what `planLinks` made of the same lists before the lock was taken.
 */
export async function takeIntoUse(
  db: Writer,
  options: RelinkOptions,
  lists: readonly number[],
  plan?: LinkPlan,
): Promise<number> {
  const lost = await link(db, options, lists, plan);
  await markListed(db, options.day, options.at);
  await settleAdded(db, options);
  await noteNotFound(db, options.day);
  return lost;
}

/**
 * Links the arrivals of the day to the lists now in use and takes in what those say of them, as `switchIn` does. For a source taken out of
 * use without another.
 */
export async function linkArrivals(db: Writer, options: RelinkOptions): Promise<number> {
  const current = await currentNumbers(db, options.day);
  return link(
    db,
    options,
    current.map(({ number }) => number),
  );
}

async function readComing(
  db: Reader,
  { importIds, day, retired = null }: Pick<SwitchOptions, 'importIds' | 'day' | 'retired'>,
): Promise<Coming> {
  const staged = await db
    .selectFrom('imports')
    .where('id', 'in', importIds)
    .where('state', '=', 'staging')
    .where('day', '=', day)
    .select(['number', 'source'])
    .execute();
  if (staged.length !== new Set(importIds).size) {
    throw new Error('Only imports staged for the day can be switched in');
  }
  if (staged.some(({ source }) => source === addedSource)) throw new Error('Rows added by hand are no import');
  const replaced = new Set([...staged.map(({ source }) => source), retired]);
  const kept = (await currentNumbers(db, day)).filter(({ source }) => !replaced.has(source));
  return { staged, inUse: [...kept, ...staged].map(({ number }) => number) };
}

/** Numbers and sources of the lists in use on `day`, rows added by hand among them. */
export async function currentNumbers(db: Reader, day: Day): Promise<{ number: number; source: string }[]> {
  return db
    .selectFrom('imports')
    .where('day', '=', day)
    .where('state', '=', 'current')
    .select(['number', 'source'])
    .execute();
}

async function link(
  db: Writer,
  { day, at, relink, newId }: RelinkOptions,
  lists: readonly number[],
  known?: LinkPlan,
): Promise<number> {
  const isKnown = known !== undefined && known.stamp === (await stampOf(db, day, lists));
  const plan = isKnown ? known : await planLinks(db, day, lists, relink);
  await setArrivalLinks(db, plan.links);
  await setArrivalCalls(db, plan.calls);
  const alert = { day, raisedAt: at, detail: null };
  // One alert that still waits says it of the visit already; alerts may have been acknowledged since the plan was made.
  const told = plan.contradicted.length === 0 ? new Set() : await visitsWithAlert(db, day, 'contradicted');
  const contradicted = [...new Set(plan.contradicted)].filter((visitId) => !told.has(visitId));
  // Lost, found again when an import was taken back, and lost once more: it is one thing to look at.
  const toldLost = plan.lost.length === 0 ? new Set() : await visitsWithAlert(db, day, 'arrivalUnmatched');
  const lost = plan.lost.filter((visitId) => !toldLost.has(visitId));
  await raiseAlerts(db, [
    ...lost.map((visitId) => ({ ...alert, id: newId(), kind: 'arrivalUnmatched' as const, visitId })),
    ...contradicted.map((visitId) => ({ ...alert, id: newId(), kind: 'contradicted' as const, visitId })),
  ]);
  return plan.lost.length;
}
