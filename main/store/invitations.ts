import type { Reader, Writer } from './schema';

/** Whether any of these visits was invited to sign up for online services. */
export async function isAnyInvited(db: Reader, visitIds: readonly string[]): Promise<boolean> {
  const invited = await db
    .selectFrom('visits')
    .where('id', 'in', visitIds)
    .where('invitedAt', 'is not', null)
    .select('id')
    .executeTakeFirst();
  return invited !== undefined;
}

/** Notes that the ending of a visit invites its patient, at a UTC instant; it stands whatever else is saved of the visit. */
export async function noteInvited(db: Writer, visitId: string, instant: string): Promise<void> {
  await db.updateTable('visits').set({ invitedAt: instant }).where('id', '=', visitId).execute();
}
