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
    .values({ ...begun, state: 'staging', switchedInAt: null })
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

/** The lists in use on `day`, oldest first: what is loaded, from where, and how old it is. */
export async function currentLists(db: Reader, day: Day): Promise<CurrentList[]> {
  return db
    .selectFrom('imports')
    .where('day', '=', day)
    .where('state', '=', 'current')
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

/** Takes the lists of `source` on `day` out of use without putting others in their place. Link arrivals again afterwards. */
export async function retireSource(db: Writer, source: string, day: Day): Promise<void> {
  await db
    .updateTable('imports')
    .set({ state: 'replaced' })
    .where('source', '=', source)
    .where('day', '=', day)
    .where('state', '=', 'current')
    .execute();
}
