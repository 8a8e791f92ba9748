import { arrivalsCalled, type DeskSlot } from '../../domain/desk/calling';
import { endCall, type Call } from '../../store/calls';
import { takeCallsBack } from '../../store/deskArrivals';
import type { Writer } from '../../store/schema';

/**
 * Cancels an open call that is to arrivals which are taken back or disputed now, or after which nobody is here any more: the boards must not go on
 * calling somebody to what is not theirs. A call to something else that they are here for stands.
 * @param slots of the visit, as they were before.
 * @param gone which of them are there no more.
 * @returns whether it was cancelled.
 */
export async function stopCallTo(
  db: Writer,
  call: Call | null,
  { slots, gone, at }: { slots: readonly DeskSlot[]; gone: ReadonlySet<string>; at: string },
): Promise<boolean> {
  if (call === null || call.visitId === null) return false;
  const isTo = arrivalsCalled(slots, call).some(({ arrivalId }) => gone.has(arrivalId));
  const isAnybodyLeft = slots.some(({ arrivalId, state }) => state === 'arrived' && !gone.has(arrivalId));
  if (!isTo && isAnybodyLeft) return false;
  await takeCallsBack(db, call.visitId, call.calledAt);
  await endCall(db, call.id, 'cancelled', at);
  return true;
}
