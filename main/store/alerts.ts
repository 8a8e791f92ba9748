import type { Selectable } from 'kysely';
import { byUrgency, type AlertDetail, type AlertKind } from '../domain/alerts';
import type { AlertsTable, Day, Reader, Writer } from './schema';

/** Something staff must look at. `visitId` is null where it is about no one patient ("I need help now"). */
export interface Alert extends Omit<Selectable<AlertsTable>, 'detail'> {
  /** What staff must know beyond the visit; it may name people, and goes with the alert. */
  detail: AlertDetail | null;
}

/** An alert as it is raised: nobody has acknowledged it yet. */
export type NewAlert = Omit<Alert, 'acknowledgedAt' | 'acknowledgedBy'>;

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
      .values(
        some.map((alert) => ({ ...alert, detail: textOf(alert.detail), acknowledgedAt: null, acknowledgedBy: null })),
      )
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

/** As `openAlerts`, of calls for help alone that were raised at `since` (UTC instant) or later. */
export async function openHelp(db: Reader, day: Day, since: string): Promise<Alert[]> {
  return (await openAlerts(db, day)).filter(({ kind, raisedAt }) => kind === 'helpNeeded' && raisedAt >= since);
}

/** Acknowledges an alert. Returns false if it was acknowledged before or does not exist: the first acknowledgement stands. */
export async function acknowledgeAlert(
  db: Writer,
  id: string,
  at: string,
  staffId: string | null = null,
): Promise<boolean> {
  return (await acknowledgeAlerts(db, [id], { at, staffId })).length > 0;
}

/** An alert that has just been acknowledged, as the audit trail may name it: by the random id of its patient, if it has one. */
export interface AcknowledgedAlert {
  id: string;
  kind: AlertKind;
  subjectId: string | null;
}

/**
 * Acknowledges alerts; of those that were acknowledged before the first acknowledgement stands.
 * @param how when (UTC instant), and by which account; null: nobody's.
 * @returns those that nobody had acknowledged.
 */
export async function acknowledgeAlerts(
  db: Writer,
  ids: readonly string[],
  how: { at: string; staffId: string | null },
): Promise<AcknowledgedAlert[]> {
  if (ids.length === 0) return [];
  const changed = await db
    .updateTable('alerts')
    .set({ acknowledgedAt: how.at, acknowledgedBy: how.staffId })
    .where('id', 'in', ids)
    .where('acknowledgedAt', 'is', null)
    .returning('id')
    .execute();
  if (changed.length === 0) return [];
  return db
    .selectFrom('alerts')
    .leftJoin('visits', 'visits.id', 'alerts.visitId')
    .where(
      'alerts.id',
      'in',
      changed.map(({ id }) => id),
    )
    .select(['alerts.id', 'alerts.kind', 'visits.subjectId'])
    .execute();
}

/** The alert of a kind, raised on one of `days` at `since` or later, that was acknowledged last; null: none. */
export async function latestAcknowledged(
  db: Reader,
  { days, kind, since }: { days: readonly Day[]; kind: AlertKind; since: string },
): Promise<string | null> {
  const found = await db
    .selectFrom('alerts')
    .where('day', 'in', days)
    .where('acknowledgedAt', 'is not', null)
    .where('kind', '=', kind)
    .where('raisedAt', '>=', since)
    .select('id')
    .orderBy('acknowledgedAt', 'desc')
    .orderBy('raisedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found?.id ?? null;
}

function textOf(detail: AlertDetail | null): string | null {
  return detail === null ? null : JSON.stringify(detail);
}
