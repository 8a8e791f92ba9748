import { Temporal } from 'temporal-polyfill';
import { callRepeatsMilliseconds, callStandsMilliseconds } from '../../domain/desk/board';
import { boardCalls, raiseTimes } from '../../store/calls';
import type { Store } from '../../store/store';
import type { Changes, Clock, Log, Timers } from '../ports';
import { traceOf } from '../trace';

/** Divides the time between two repeats, so that those come when they should. */
const lookEveryMilliseconds = 5_000;

/**
 * Repeats calls on the boards until they are answered, or have stood five minutes since somebody last made them: each repeat raises `times`,
 * and the boards fill the screen, chime and speak anew. Timed by the monotonic clock, so that no jump of the wall clock makes a board shout.
 * @returns stops it.
 */
export function startCallRepeats(parts: {
  store: Store;
  clock: Clock;
  timers: Pick<Timers, 'monotonic' | 'every'>;
  changes: Changes;
  log: Log;
}): () => void {
  const { store, clock, timers, changes, log } = parts;
  /** By call and its last instant by hand: when it was last heard, in monotonic time. */
  let heard = new Map<string, number>();
  const look = async (): Promise<void> => {
    const { day, epochMilliseconds } = clock.now();
    const since = Temporal.Instant.fromEpochMilliseconds(epochMilliseconds - callStandsMilliseconds);
    const calls = await boardCalls(store.db, day, since.toString({ smallestUnit: 'millisecond' }));
    const now = timers.monotonic();
    const known = heard;
    const keyOf = ({ id, lastCalledAt }: { id: string; lastCalledAt: string }): string => `${id} ${lastCalledAt}`;
    heard = new Map(calls.map((call) => [keyOf(call), known.get(keyOf(call)) ?? now]));
    const due = calls.filter((call) => now - (heard.get(keyOf(call)) ?? now) >= callRepeatsMilliseconds);
    if (due.length === 0) return;
    for (const call of due) heard.set(keyOf(call), now);
    await store.write((db) =>
      raiseTimes(
        db,
        due.map(({ id }) => id),
      ),
    );
    changes.publish('calls');
  };
  let isLooking = false;
  return timers.every(lookEveryMilliseconds, () => {
    if (isLooking) return;
    isLooking = true;
    look()
      .catch((error: unknown) => {
        log.error('procedure.failed', { procedure: 'calls.repeat', ...traceOf(error) });
      })
      .finally(() => {
        isLooking = false;
      });
  });
}
