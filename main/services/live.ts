import type { Changes, Topic } from './ports';

/** A snapshot with the number that tells which of two is newer. */
export type Revised<T> = T & { revision: number };

/**
 * Turns a way to read the present state into a stream of it (design §4): one snapshot at once, then one after every change that
 * really changed something. A slow reader gets only the newest: what happened meanwhile is read once, when it asks again.
 * @param nextRevision gives rising numbers, across all streams of the process.
 * @param signal ends the stream when the page goes.
 */
export async function* liveSnapshots<T extends object>(options: {
  read: () => Promise<T>;
  changes: Changes;
  topics: readonly Topic[];
  nextRevision: () => number;
  signal: AbortSignal | undefined;
}): AsyncGenerator<Revised<T>, void, void> {
  const { read, changes, topics, nextRevision, signal } = options;
  let isStale = true;
  let wake: () => void = () => undefined;
  const stir = (): void => {
    isStale = true;
    wake();
  };
  const unsubscribe = changes.subscribe(topics, stir);
  const onAbort = (): void => {
    wake();
  };
  signal?.addEventListener('abort', onAbort);
  let lastSent = '';
  try {
    while (signal?.aborted !== true) {
      if (!isStale) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      // Reset before reading: a change during the read makes the snapshot stale again.
      isStale = false;
      const snapshot = await read();
      const text = JSON.stringify(snapshot);
      if (text === lastSent) continue;
      lastSent = text;
      yield { ...snapshot, revision: nextRevision() };
    }
  } finally {
    unsubscribe();
    signal?.removeEventListener('abort', onAbort);
  }
}
