import type { Selectable } from 'kysely';
import type { DeskSessionsTable, Reader, Writer } from './schema';

/** A session of somebody signed in, found by the hash of the secret that their browser holds. */
export interface DeskSession extends Omit<Selectable<DeskSessionsTable>, 'isLocked'> {
  isLocked: boolean;
}

/** Every session there is, oldest first. */
export async function deskSessions(db: Reader): Promise<DeskSession[]> {
  const rows = await db.selectFrom('deskSessions').selectAll().orderBy('createdAt').orderBy('id').execute();
  return rows.map(sessionFrom);
}

/** The session with this id, or null. */
export async function deskSession(db: Reader, id: string): Promise<DeskSession | null> {
  const row = await db.selectFrom('deskSessions').where('id', '=', id).selectAll().executeTakeFirst();
  return row === undefined ? null : sessionFrom(row);
}

/** Keeps a new session. @throws Error (constraint) if its account does not exist. */
export async function addDeskSession(db: Writer, session: DeskSession): Promise<void> {
  await db
    .insertInto('deskSessions')
    .values({ ...session, isLocked: session.isLocked ? 1 : 0 })
    .execute();
}

/** Changes a session; what is not named stays. Nothing happens to one that has ended. */
export async function changeDeskSession(
  db: Writer,
  id: string,
  change: Partial<Pick<DeskSession, 'lastUsedAt' | 'isLocked' | 'pin' | 'wrongPins'>>,
): Promise<void> {
  const { isLocked, ...rest } = change;
  const set = { ...rest, ...(isLocked === undefined ? {} : { isLocked: isLocked ? (1 as const) : (0 as const) }) };
  await db.updateTable('deskSessions').set(set).where('id', '=', id).execute();
}

/** Ends a session. Returns whether it was there. */
export async function endDeskSession(db: Writer, id: string): Promise<boolean> {
  const result = await db.deleteFrom('deskSessions').where('id', '=', id).executeTakeFirst();
  return Number(result.numDeletedRows) === 1;
}

/** Ends every session of an account but one, if that is named. Returns how many. */
export async function endSessionsOf(db: Writer, staffId: string, exceptId?: string): Promise<number> {
  let ending = db.deleteFrom('deskSessions').where('staffId', '=', staffId);
  if (exceptId !== undefined) ending = ending.where('id', '!=', exceptId);
  return Number((await ending.executeTakeFirst()).numDeletedRows);
}

function sessionFrom(row: Selectable<DeskSessionsTable>): DeskSession {
  return { ...row, isLocked: row.isLocked === 1 };
}
