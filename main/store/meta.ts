import type { Reader, Writer } from './schema';

/** Facts the store keeps about itself. */
type MetaKey = 'mode' | 'madeAt' | 'openedAt' | 'lastInstant' | 'notFoundAtSwitch';

/** Reads one fact, or null. */
export async function readMeta(db: Reader, key: MetaKey): Promise<string | null> {
  const row = await db.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value ?? null;
}

/** Sets one fact. */
export async function writeMeta(db: Writer, key: MetaKey, value: string): Promise<void> {
  await db
    .insertInto('meta')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}

/** The last wall-clock instant saved (UTC, ISO 8601 with milliseconds), or null. */
export function readLastInstant(db: Reader): Promise<string | null> {
  return readMeta(db, 'lastInstant');
}

/** Sets the last instant, even to an earlier one: for a clock that was put right. */
export async function setLastInstant(db: Writer, instant: string): Promise<void> {
  await writeMeta(db, 'lastInstant', instant);
}

/** Saves `instant` unless a later one is saved already; texts of this one form order as the instants do. */
export async function saveLastInstant(db: Writer, instant: string): Promise<void> {
  const known = await readLastInstant(db);
  if (known === null || known < instant) {
    await setLastInstant(db, instant);
  }
}
