import type { Day, Reader, Writer } from './schema';

/** Visits of `day` that came too early and have not been told anything else since, whether or not a window of theirs is to open yet. */
export async function earlyVisits(db: Reader, day: Day): Promise<string[]> {
  const visits = await db
    .selectFrom('visits')
    .where('day', '=', day)
    .where('notCheckedIn', '=', 'tooEarly')
    .select('id')
    .execute();
  return visits.map(({ id }) => id);
}

/** Sets from when a visit can be checked in (UTC instant with milliseconds); null: nothing is to open any more. Why they came in vain stays. */
export async function setOpensAt(db: Writer, visitId: string, opensAt: string | null): Promise<void> {
  await db.updateTable('visits').set({ opensAt }).where('id', '=', visitId).execute();
}
