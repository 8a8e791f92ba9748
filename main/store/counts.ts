import type { Day, Reader, Writer } from './schema';

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

/** The bare numbers of `day` by name: what was counted at the kiosk, and of days long gone what their visits came to. */
export async function countsOfDay(db: Reader, day: Day): Promise<Record<string, number>> {
  const rows = await db.selectFrom('dailyCounts').where('day', '=', day).select(['name', 'count']).execute();
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}

/** Bare numbers of all days from `first` to `last` whose name begins with `prefix`, in order of days. */
export async function countsBetween(
  db: Reader,
  { first, last }: { first: Day; last: Day },
  prefix: string,
): Promise<{ day: Day; name: string; count: number }[]> {
  return (
    db
      .selectFrom('dailyCounts')
      .where('day', '>=', first)
      .where('day', '<=', last)
      // Not `like`: a name may hold what that reads as a pattern.
      .where((row) => row(row.fn<string>('substr', ['name', row.val(1), row.val(prefix.length)]), '=', prefix))
      .select(['day', 'name', 'count'])
      .orderBy('day')
      .execute()
  );
}
