import type { Selectable } from 'kysely';
import { byUrgency, type AlertDetail } from '../domain/alerts';
import type { AlertsTable, Day, Reader, Writer } from './schema';

/** Something staff must look at. `visitId` is null where it is about no one patient ("I need help now"). */
export interface Alert extends Omit<Selectable<AlertsTable>, 'detail'> {
  /** What staff must know beyond the visit; it may name people, and goes with the alert. */
  detail: AlertDetail | null;
}

/** An alert as it is raised: nobody has acknowledged it yet. */
export type NewAlert = Omit<Alert, 'acknowledgedAt'>;

/** Raises an alert. */
export async function raiseAlert(db: Writer, alert: NewAlert): Promise<void> {
  await db
    .insertInto('alerts')
    .values({ ...alert, detail: textOf(alert.detail), acknowledgedAt: null })
    .execute();
}

/**
 * Raises an alert unless one of that day with the same kind, visit and detail still waits to be acknowledged: staff are told once of what they
 * have not looked at yet, and again of what happens after they have. Returns whether it was raised.
 */
export async function raiseAlertOnce(db: Writer, alert: NewAlert): Promise<boolean> {
  const waiting = await db
    .selectFrom('alerts')
    .where('day', '=', alert.day)
    .where('acknowledgedAt', 'is', null)
    .where('kind', '=', alert.kind)
    .where('visitId', 'is not distinct from', alert.visitId)
    .where('detail', 'is not distinct from', textOf(alert.detail))
    .select('id')
    .executeTakeFirst();
  if (waiting !== undefined) {
    return false;
  }
  await raiseAlert(db, alert);
  return true;
}

/** Alerts of `day` that nobody has acknowledged, the most urgent first, then the oldest. */
export async function openAlerts(db: Reader, day: Day): Promise<Alert[]> {
  const rows = await db
    .selectFrom('alerts')
    .where('day', '=', day)
    .where('acknowledgedAt', 'is', null)
    .selectAll()
    .execute();
  return rows
    .map((row) => ({ ...row, detail: row.detail === null ? null : (JSON.parse(row.detail) as AlertDetail) }))
    .sort(byUrgency);
}

/** Acknowledges an alert. Returns false if it was acknowledged before or does not exist: the first acknowledgement stands. */
export async function acknowledgeAlert(db: Writer, id: string, at: string): Promise<boolean> {
  const changed = await db
    .updateTable('alerts')
    .set({ acknowledgedAt: at })
    .where('id', '=', id)
    .where('acknowledgedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return changed !== undefined;
}

function textOf(detail: AlertDetail | null): string | null {
  return detail === null ? null : JSON.stringify(detail);
}
