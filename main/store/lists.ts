import { addedSource } from '../domain/addedByHand';
import { countsOfDay } from './counts';
import { readMeta, writeMeta } from './meta';
import type { Day, Reader, Writer } from './schema';

/** A list as it is begun. */
export interface NewImport {
  /** UUID. */
  id: string;
  /** Which system the rows come from; patient and appointment ids are unique only within it. */
  source: string;
  day: Day;
  /** UTC instants, ISO 8601 with milliseconds. */
  startedAt: string;
  /** When the list was true: the time of the file. */
  listAsOf: string;
}

/** A list that is in use. */
export interface CurrentList {
  importId: string;
  source: string;
  listAsOf: string;
  switchedInAt: string | null;
  rowsRead: number;
  rowsBad: number;
  rowsLoaded: number;
}

/** Begins an import. Its rows are invisible until `switchIn`. */
export async function startImport(db: Writer, begun: NewImport): Promise<void> {
  await db
    .insertInto('imports')
    .values({ ...begun, state: 'staging', switchedInAt: null, replacedAt: null })
    .execute();
}

/** Adds what reading one more file of the import came to. @throws Error if there is no such import. */
export async function noteRowsRead(
  db: Writer,
  importId: string,
  counts: { rowsRead: number; rowsBad: number },
): Promise<void> {
  await db
    .updateTable('imports')
    .set((columns) => ({
      rowsRead: columns('rowsRead', '+', counts.rowsRead),
      rowsBad: columns('rowsBad', '+', counts.rowsBad),
    }))
    .where('id', '=', importId)
    .returning('number')
    .executeTakeFirstOrThrow();
}

/**
 * The lists in use on `day`, oldest first: what is loaded, from where, and how old it is. Without the rows that staff have added by hand: those
 * tell nothing of whether a list is there, or how old it is.
 */
export async function currentLists(db: Reader, day: Day): Promise<CurrentList[]> {
  return db
    .selectFrom('imports')
    .where('day', '=', day)
    .where('state', '=', 'current')
    .where('source', '!=', addedSource)
    .orderBy('listAsOf')
    .select(['id as importId', 'source', 'listAsOf', 'switchedInAt', 'rowsRead', 'rowsBad', 'rowsLoaded'])
    .execute();
}

/** The locations named in the lists in use on `day` and how many appointments each has; `null` for rows that name none. Busiest first. */
export async function locations(db: Reader, day: Day): Promise<{ location: string | null; appointments: number }[]> {
  return db
    .selectFrom('imports')
    .innerJoin('appointments', 'appointments.importNumber', 'imports.number')
    .leftJoin('sites', 'sites.id', 'appointments.siteId')
    .where('imports.day', '=', day)
    .where('imports.state', '=', 'current')
    .groupBy('sites.name')
    .select((row) => ['sites.name as location', row.fn.countAll<number>().as('appointments')])
    .orderBy('appointments', 'desc')
    .execute();
}

/** Gives up an import that was begun: nothing it staged is ever used. Its rows go with the next purge. */
export async function dropImport(db: Writer, importId: string): Promise<void> {
  await db
    .updateTable('imports')
    .set({ state: 'replaced' })
    .where('id', '=', importId)
    .where('state', '=', 'staging')
    .execute();
}

/** Gives up every import that was begun and not finished; only where no import can be running (at start). */
export async function abandonStaging(db: Writer): Promise<void> {
  await db.updateTable('imports').set({ state: 'replaced' }).where('state', '=', 'staging').execute();
}

/**
 * Takes the lists of `source` on `day` out of use without putting others in their place. Link arrivals again afterwards.
 * @param at the UTC instant at which other lists come into use in their place: they can be taken back then (`undoImport`); null: for good.
 */
export async function retireSource(db: Writer, source: string, day: Day, at: string | null = null): Promise<void> {
  await db
    .updateTable('imports')
    .set({ state: 'replaced', replacedAt: at })
    .where('source', '=', source)
    .where('day', '=', day)
    .where('state', '=', 'current')
    .execute();
}

/** Notes how many claims of `day` had named nobody when lists came into use, in their transaction: `notFoundSince` counts from there. */
export async function noteNotFound(db: Writer, day: Day): Promise<void> {
  const count = await notFoundOn(db, day);
  await writeMeta(db, 'notFoundAtSwitch', JSON.stringify({ day, count }));
}

/** Claims of `day` that have named nobody since the newest list came into use: many say that the list is missing people. */
export async function notFoundSince(db: Reader, day: Day): Promise<number> {
  const noted = await readMeta(db, 'notFoundAtSwitch');
  const before = noted === null ? null : (JSON.parse(noted) as { day: Day; count: number });
  return (await notFoundOn(db, day)) - (before?.day === day ? before.count : 0);
}

async function notFoundOn(db: Reader, day: Day): Promise<number> {
  return (await countsOfDay(db, day))['claims.nobody'] ?? 0;
}
