import { whyNotResolve, whyNotUndo } from '../../domain/desk/actions';
import { addToCount } from '../../store/counts';
import { reinstateArrivals, removeArrivals } from '../../store/deskArrivals';
import { settleAlerts } from '../../store/deskVisits';
import { saveVisit } from '../../store/visits';
import type { ActionNow, Step } from './actionsOnVisit';
import type { Caller } from './caller';
import { stopCallTo } from './callingStop';

/** Why an arrival is taken back. */
export type UndoReason = 'wrongPatient' | 'byMistake' | 'patientLeft';

/** Takes one arrival back, as if it had not been. The ticket stays the visit's: its holder may still have it in hand. */
export async function undoArrival(
  now: ActionNow,
  caller: Caller,
  { arrivalId, reason }: { arrivalId: string; reason: UndoReason },
): Promise<Step> {
  const why = whyNotUndo(now.standing, arrivalId);
  if (why !== null) return { why };
  const hadCall = now.openCall !== null;
  await takeBack(now, [arrivalId]);
  // With the last that was disputed its alert goes too.
  const isDisputed = now.slots.some((slot) => slot.state === 'disputed' && slot.arrivalId !== arrivalId);
  const by = { by: caller.staffId, at: now.at };
  const settled = isDisputed ? 0 : await settleAlerts(now.db, now.visit.id, 'disputed', by);
  const topics = [...(hadCall ? (['calls'] as const) : []), ...(settled > 0 ? (['alerts'] as const) : [])];
  return { action: 'arrival.undone', detail: { reason }, topics };
}

/** Settles "This is not my appointment" for all of a visit that is disputed: theirs after all, or taken back. */
export async function resolveDispute(now: ActionNow, caller: Caller, isTheirs: boolean): Promise<Step> {
  const { db, at, visit, slots, standing } = now;
  const why = whyNotResolve(standing);
  if (why !== null) return { why };
  const disputed = slots.filter(({ state }) => state === 'disputed').map(({ arrivalId }) => arrivalId);
  if (isTheirs) await reinstateArrivals(db, disputed);
  const hadCall = now.openCall !== null;
  // A call that was open when they said so is a call to somebody else's appointment.
  if (!isTheirs) await takeBack(now, disputed);
  else if (visit.notCheckedIn === 'disputed') await saveVisit(db, { ...visit, notCheckedIn: null, opensAt: null });
  await settleAlerts(db, visit.id, 'disputed', { by: caller.staffId, at });
  const topics = ['alerts', ...(hadCall && !isTheirs ? (['calls'] as const) : [])] as const;
  return { action: 'dispute.resolved', detail: { isTheirs, arrivals: disputed.length }, topics };
}

/** Removes arrivals; with the last of a visit its first arrival goes too, and a call that is open for what is gone is cancelled. */
async function takeBack(
  { db, day, at, visit, slots, openCall }: ActionNow,
  arrivalIds: readonly string[],
): Promise<void> {
  const left = slots.filter(({ arrivalId }) => !arrivalIds.includes(arrivalId));
  await stopCallTo(db, openCall, { slots, gone: new Set(arrivalIds), at });
  if (arrivalIds.length > 0) {
    await removeArrivals(db, arrivalIds);
    await addToCount(db, day, 'arrivals.undone', arrivalIds.length);
  }
  const isDisputeOver = visit.notCheckedIn === 'disputed' && !left.some(({ state }) => state === 'disputed');
  await saveVisit(db, {
    ...visit,
    firstArrivedAt: left.length === 0 ? null : visit.firstArrivedAt,
    notCheckedIn: isDisputeOver ? null : visit.notCheckedIn,
    opensAt: isDisputeOver ? null : visit.opensAt,
  });
}
