import type { BoardClient } from './boardClient';
import { boardTimes, reconnectPause } from './flow/times';
import type { BoardStore } from './store';

/** Follows the machine's pictures for as long as the page lives, over every break. A stream that is silent too long counts as broken: it may only look alive. */
export async function follow(store: BoardStore, client: BoardClient): Promise<never> {
  let failures = 0;
  for (;;) {
    // One connection after the other: that is the point.
    // oxlint-disable-next-line no-await-in-loop
    if (await listen(store, client)) failures = 0;
    failures += 1;
    const pause = reconnectPause(failures);
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** @returns whether it heard anything, when the connection is over. */
async function listen(store: BoardStore, client: BoardClient): Promise<boolean> {
  const round = new AbortController();
  const expectMore = (): number => window.setTimeout(() => round.abort(), boardTimes.silence);
  let silence = expectMore();
  let hasHeard = false;
  try {
    for await (const snapshot of await client.live(undefined, { signal: round.signal })) {
      window.clearTimeout(silence);
      silence = expectMore();
      hasHeard = true;
      store.dispatch({ type: 'heard', snapshot, now: performance.now() });
    }
  } catch {
    // Why does not matter to a waiting room; the machine has logged it, and the page says that it is not up to date.
  } finally {
    window.clearTimeout(silence);
  }
  return hasHeard;
}
