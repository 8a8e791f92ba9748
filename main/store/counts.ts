import type { Day, Writer } from './schema';

/** Adds to a bare number of a day. The name says what is counted, and never anything of anybody. */
export async function addToCount(db: Writer, day: Day, name: string, count: number): Promise<void> {
  await db
    .insertInto('dailyCounts')
    .values({ day, name, count })
    .onConflict((conflict) =>
      conflict.columns(['day', 'name']).doUpdateSet((known) => ({ count: known('dailyCounts.count', '+', count) })),
    )
    .execute();
}
