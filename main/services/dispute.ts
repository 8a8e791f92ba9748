import { randomUUID } from 'node:crypto';
import type { Day } from '../../preload/contract/rules/dates';
import { raiseAlert } from '../store/alerts';
import { appendAudit } from '../store/audit';
import type { Writer } from '../store/schema';
import { markDisputed, saveVisit, visitById } from '../store/visits';
import type { GoodEnding } from './visitSession';

/** Turns the arrivals of an ending into disputed ones and alerts the desk, once, in the caller's transaction. */
export async function disputeArrivals(db: Writer, held: GoodEnding, day: Day, instant: string): Promise<void> {
  const changed = await markDisputed(db, held.arrivalIds);
  if (changed === 0) return;
  const visit = await visitById(db, held.visitId);
  // Whoever still waits for another appointment stays checked in; who was called in to one has nothing left but this.
  const isWaiting = visit?.arrivals.some(({ state, calledAt }) => state === 'arrived' && calledAt === null) ?? false;
  if (visit !== null && !isWaiting) {
    await saveVisit(db, { ...visit, notCheckedIn: 'disputed', opensAt: null });
  }
  const alert = {
    id: randomUUID(),
    day,
    kind: 'disputed' as const,
    raisedAt: instant,
    visitId: held.visitId,
    detail: null,
  };
  await raiseAlert(db, alert);
  await appendAudit(db, {
    at: instant,
    actor: 'kiosk',
    action: 'arrival.disputed',
    subjectId: held.subjectId,
    detail: { arrivals: changed },
  });
}
