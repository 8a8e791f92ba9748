import type { BoardsTable, Reader, Writer } from './schema';

/** A board that staff have paired. */
export type Board = BoardsTable;

/** The board that holds the secret of this hash, or null: not paired, or revoked. */
export async function boardByToken(db: Reader, tokenHash: string): Promise<Board | null> {
  return (await db.selectFrom('boards').where('tokenHash', '=', tokenHash).selectAll().executeTakeFirst()) ?? null;
}

/** All boards, the oldest first. */
export async function allBoards(db: Reader): Promise<Board[]> {
  return db.selectFrom('boards').selectAll().orderBy('pairedAt').orderBy('id').execute();
}

/** @throws Error (unique constraint) if the secret is paired already. */
export async function addBoard(db: Writer, board: Board): Promise<void> {
  await db.insertInto('boards').values(board).execute();
}

/** Returns false if there was no such board. */
export async function removeBoard(db: Writer, id: string): Promise<boolean> {
  const gone = await db.deleteFrom('boards').where('id', '=', id).returning('id').executeTakeFirst();
  return gone !== undefined;
}

/** When a board was last there. */
export async function noteBoardSeen(db: Writer, id: string, at: string): Promise<void> {
  await db.updateTable('boards').set({ lastSeenAt: at }).where('id', '=', id).execute();
}
