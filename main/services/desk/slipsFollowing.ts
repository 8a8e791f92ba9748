import type { SlipJob } from '../../../preload/contract/desk/slips';
import { liveSnapshots } from '../live';
import type { Changes } from '../ports';
import type { HeldSlip } from './slipsHeld';

/** How a slip stands, at once and at each change, until it is forgotten or the page goes. */
export async function* followHeld(
  slip: HeldSlip,
  parts: { steps: Changes; nextRevision: () => number; signal: AbortSignal | undefined },
): AsyncGenerator<SlipJob, void, void> {
  const { steps, nextRevision, signal } = parts;
  const ended = new AbortController();
  const endIfForgotten = (): void => {
    if (slip.isForgotten) ended.abort();
  };
  // Only once somebody reads: a stream that is never read has nothing to end.
  const stopListening = steps.subscribe(['printing'], endIfForgotten);
  endIfForgotten();
  try {
    yield* liveSnapshots({
      read: () => Promise.resolve(jobOf(slip)),
      changes: steps,
      topics: ['printing'],
      nextRevision,
      signal: AbortSignal.any([ended.signal, ...(signal === undefined ? [] : [signal])]),
    });
  } finally {
    stopListening();
  }
}

function jobOf({ state, reason, printer, isKept, endsAt, sentTimes }: HeldSlip): Omit<SlipJob, 'revision'> {
  return { state, reason, printer, isKept, endsAt, sentTimes };
}
