import type { Selectable } from 'kysely';
import { byUrgency, type AlertDetail, type AlertKind } from '../domain/alerts';
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
  await raiseAlerts(db, [alert]);
}

/** Rows of one INSERT, each of 7 values: SQLite takes 999 parameters on older builds. */
const alertsPerStatement = 100;

/** Raises any number of alerts in few statements. */
export async function raiseAlerts(db: Writer, alerts: readonly NewAlert[]): Promise<void> {
  for (let from = 0; from < alerts.length; from += alertsPerStatement) {
    const some = alerts.slice(from, from + alertsPerStatement);
    await db
      .insertInto('alerts')
      .values(some.map((alert) => ({ ...alert, detail: textOf(alert.detail), acknowledgedAt: null })))
      .execute();
  }
}

/** Visits of which an alert of `kind` that was raised on `day` still waits to be acknowledged. */
export async function visitsWithAlert(db: Reader, day: Day, kind: AlertKind): Promise<Set<string>> {
  const rows = await db
    .selectFrom('alerts')
    .where('day', '=', day)
    .where('acknowledgedAt', 'is', null)
    .where('kind', '=', kind)
    .where('visitId', 'is not', null)
    .select('visitId')
    .execute();
  return new Set(rows.flatMap(({ visitId }) => visitId ?? []));
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
