import { randomUUID } from 'node:crypto';
import type { Day } from '../../preload/contract/rules/dates';
import { raiseAlertOnce } from '../store/alerts';
import { appendAudit } from '../store/audit';
import type { Writer } from '../store/schema';
import { saveVisit, visitById } from '../store/visits';
import type { NotInPersonEnding } from './visitSession';

/**
 * "I was asked to come in", said by a patient whose appointment is by phone, by video or at home: the desk row says so and staff are
 * alerted, once until somebody has looked, in the caller's transaction.
 */
export async function noteAskedToCome(
  db: Writer,
  { visitId, subjectId }: NotInPersonEnding,
  day: Day,
  instant: string,
): Promise<void> {
  const visit = await visitById(db, visitId);
  const isArrived = visit?.arrivals.some(({ state }) => state === 'arrived') ?? false;
  // Whoever was checked in to something else today stays so; the alert tells the rest.
  if (visit !== null && !isArrived) await saveVisit(db, { ...visit, notCheckedIn: 'askedToComeIn' });
  const alert = { id: randomUUID(), day, kind: 'askedToComeIn' as const, raisedAt: instant, visitId, detail: null };
  if (!(await raiseAlertOnce(db, alert))) return;
  await appendAudit(db, { at: instant, actor: 'kiosk', action: 'visit.askedToComeIn', subjectId, detail: {} });
}
