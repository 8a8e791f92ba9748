import type { Writer } from './schema';

/** Deletes at most `limit` applications that ended before `endedBefore` (UTC instant), longest ended first. Returns how many. */
export async function purgeApplications(db: Writer, endedBefore: string, limit: number): Promise<number> {
  const rows = await db
    .deleteFrom('applications')
    .where('id', 'in', (some) =>
      some.selectFrom('applications').where('endedAt', '<', endedBefore).select('id').orderBy('endedAt').limit(limit),
    )
    .executeTakeFirst();
  return Number(rows.numDeletedRows);
}
