import { randomUUID } from 'node:crypto';
import type { Day } from '../../preload/contract/rules/dates';
import { raiseAlert } from '../store/alerts';
import { appendAudit } from '../store/audit';
import { openCallOf } from '../store/calls';
import { slotsOfVisit, visitsOfArrivals } from '../store/deskArrivals';
import { changeDeskVisit } from '../store/deskVisits';
import type { Writer } from '../store/schema';
import { markDisputed, saveVisit, visitById } from '../store/visits';
import { stopCallTo } from './desk/callingStop';
import type { GoodEnding } from './visitSession';

/**
 * Turns the arrivals of an ending into disputed ones and alerts the desk, once, in the caller's transaction. A call to them that is open is
 * cancelled, and what a desk has seen of their visits before is out of date.
 */
export async function disputeArrivals(db: Writer, held: GoodEnding, day: Day, instant: string): Promise<void> {
  const disputed = new Set(held.arrivalIds);
  // Slots and calls as they were before: of a disputed arrival nobody is called to anything.
  const before = [];
  for (const visitId of await visitsOfArrivals(db, held.arrivalIds)) {
    const call = await openCallOf(db, day, { visitId });
    before.push({ visitId, call, slots: await slotsOfVisit(db, visitId) });
  }
  const changed = await markDisputed(db, held.arrivalIds);
  if (changed === 0) return;
  for (const { visitId, call, slots } of before) {
    await stopCallTo(db, call, { slots, gone: disputed, at: instant });
    await changeDeskVisit(db, visitId, {}, { by: null, at: instant });
  }
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
