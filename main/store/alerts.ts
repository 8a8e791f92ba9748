import type { AlertKind, AlertsTable, Day, Reader, Writer } from './schema';

/** Something the desk must look at. `visitId` is null where nobody was identified ("I need help now"). */
export type Alert = AlertsTable;
export type { AlertKind };

/** Raises an alert. */
export async function raiseAlert(db: Writer, alert: Omit<Alert, 'acknowledgedAt'>): Promise<void> {
  await db
    .insertInto('alerts')
    .values({ ...alert, acknowledgedAt: null })
    .execute();
}

/** Alerts of `day` that nobody has acknowledged, oldest first. */
export async function openAlerts(db: Reader, day: Day): Promise<Alert[]> {
  return db
    .selectFrom('alerts')
    .where('day', '=', day)
    .where('acknowledgedAt', 'is', null)
    .selectAll()
    .orderBy('raisedAt')
    .execute();
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
