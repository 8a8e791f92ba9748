import type { AlertKind } from '../domain/alerts';
import type { DeskVisitsTable, Reader, Writer } from './schema';

/** What staff know and did of a visit. */
export type DeskVisit = Omit<DeskVisitsTable, 'isFlagged'> & { isFlagged: boolean };

/** What can be changed of it; what is left out stays. */
export type DeskVisitChange = Partial<Pick<DeskVisit, 'doneAs' | 'doneAt' | 'isFlagged' | 'note' | 'lookedAfterAt'>>;

/** Who changed something (id of an account; null: the kiosk or a list), and the UTC instant of it. */
export interface ChangedBy {
  by: string | null;
  at: string;
}

const untouched = {
  version: 0,
  doneAs: null,
  doneAt: null,
  isFlagged: false,
  note: null,
  lookedAfterAt: null,
} as const;

/** What staff know of a visit; of one that they never touched: nothing, at version 0. */
export async function deskVisitOf(db: Reader, visitId: string): Promise<DeskVisit> {
  const row = await db.selectFrom('deskVisits').where('visitId', '=', visitId).selectAll().executeTakeFirst();
  if (row === undefined) return { visitId, ...untouched, changedBy: null, changedAt: '' };
  return { ...row, isFlagged: row.isFlagged === 1 };
}

/** As `deskVisitOf` for those of `visitIds` that staff or the kiosk have changed. */
export async function touchedVisits(db: Reader, visitIds: readonly string[]): Promise<DeskVisit[]> {
  if (visitIds.length === 0) return [];
  const rows = await db.selectFrom('deskVisits').where('visitId', 'in', visitIds).selectAll().execute();
  return rows.map((row) => ({ ...row, isFlagged: row.isFlagged === 1 }));
}

/**
 * Changes what staff know of a visit and raises its version, so that a desk which has not seen this is told before it acts.
 * @throws Error (constraint) if there is no such visit.
 */
export async function changeDeskVisit(
  db: Writer,
  visitId: string,
  change: DeskVisitChange,
  { by, at }: ChangedBy,
): Promise<void> {
  const { isFlagged, ...rest } = change;
  const changed = {
    ...rest,
    ...(isFlagged === undefined ? {} : { isFlagged: isFlagged ? (1 as const) : (0 as const) }),
    changedBy: by,
    changedAt: at,
  };
  await db
    .insertInto('deskVisits')
    .values({ visitId, ...untouched, isFlagged: 0, ...changed, version: 1 })
    .onConflict((conflict) =>
      conflict.column('visitId').doUpdateSet((known) => ({ ...changed, version: known('deskVisits.version', '+', 1) })),
    )
    .execute();
}

/** By whom (as staff are called; null: the kiosk, a list or nobody yet) and when a visit was last changed. */
export async function lastChangeOf(db: Reader, visitId: string): Promise<{ by: string | null; at: string | null }> {
  const row = await db
    .selectFrom('deskVisits')
    .leftJoin('staff', 'staff.id', 'deskVisits.changedBy')
    .where('deskVisits.visitId', '=', visitId)
    .select(['staff.displayName', 'deskVisits.changedAt'])
    .executeTakeFirst();
  return { by: row?.displayName ?? null, at: row?.changedAt ?? null };
}

/** Acknowledges the alerts of one kind about a visit whose cause staff have just settled. Returns how many waited for it. */
export async function settleAlerts(
  db: Writer,
  visitId: string,
  kind: AlertKind,
  { by, at }: ChangedBy,
): Promise<number> {
  const settled = await db
    .updateTable('alerts')
    .set({ acknowledgedAt: at, acknowledgedBy: by })
    .where('visitId', '=', visitId)
    .where('kind', '=', kind)
    .where('acknowledgedAt', 'is', null)
    .returning('id')
    .execute();
  return settled.length;
}
