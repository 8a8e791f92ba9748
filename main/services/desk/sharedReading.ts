import type { Changes, Timers, Topic } from '../ports';

/** One reading of a present state for however many readers. */
export interface SharedReading<T> {
  /** The present state: what was read last, if nothing has changed since. */
  read(): Promise<T>;
  /**
   * The present state at once, then every one that differs from the one before. A slow reader gets only the newest. Ends with `signal`.
   */
  follow(signal: AbortSignal | undefined): AsyncGenerator<T, void, void>;
}

/**
 * Reads a state when somebody asks for it and something has changed, and never more often than every `mostOften` milliseconds: what
 * changes meanwhile is read together. However many ask, there is one reading at a time.
 * @param read makes a new reading out of the one before (null: none yet); whoever gets the same object again knows that nothing has changed.
 */
export function createSharedReading<T extends object>(options: {
  read: (before: T | null) => Promise<T>;
  changes: Pick<Changes, 'subscribe'>;
  topics: readonly Topic[];
  timers: Pick<Timers, 'monotonic' | 'sleep'>;
  mostOften: number;
}): SharedReading<T> {
  const { changes, topics, timers, mostOften } = options;
  let kept: { reading: T; change: number } | null = null;
  let change = 0;
  let reading: Promise<T> | null = null;
  let readAt = Number.NEGATIVE_INFINITY;
  const waiting = new Set<() => void>();
  // For as long as the program runs, as the state does.
  changes.subscribe(topics, () => {
    change += 1;
    for (const wake of waiting) wake();
  });

  const readNow = async (): Promise<T> => {
    const left = readAt + mostOften - timers.monotonic();
    if (left > 0) await timers.sleep(left);
    readAt = timers.monotonic();
    // Noted before reading: a change during it makes the reading out of date again.
    const at = change;
    const made = await options.read(kept?.reading ?? null);
    kept = { reading: made, change: at };
    return made;
  };
  const read = async (): Promise<T> => {
    // A reading that has begun before the last change may not know of it.
    const wanted = change;
    for (;;) {
      if (kept !== null && kept.change >= wanted) return kept.reading;
      reading ??= readNow().finally(() => {
        reading = null;
      });
      await reading;
    }
  };

  return {
    read,
    async *follow(signal) {
      let wake: () => void = () => undefined;
      let seen = -1;
      const stir = (): void => {
        wake();
      };
      waiting.add(stir);
      signal?.addEventListener('abort', stir);
      let last: T | null = null;
      try {
        while (signal?.aborted !== true) {
          if (seen === change) {
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
            continue;
          }
          seen = change;
          const made = await read();
          if (made === last) continue;
          last = made;
          yield made;
        }
      } finally {
        waiting.delete(stir);
        signal?.removeEventListener('abort', stir);
      }
    },
  };
}

/** `before` where `now` says the same. Both are plain data of one shape, with their fields in one order. */
export function shared<T>(before: T, now: T): T {
  return JSON.stringify(before) === JSON.stringify(now) ? before : now;
}

/** As `shared`, for each entry of a list and for the whole of it. */
export function sharedList<T>(before: readonly T[], now: readonly T[]): readonly T[] {
  if (before.length === now.length && now.every((entry, place) => entry === before[place])) return before;
  const texts = new Map(before.map((entry) => [JSON.stringify(entry), entry]));
  const entries = now.map((entry) => texts.get(JSON.stringify(entry)) ?? entry);
  const isSame = entries.length === before.length && entries.every((entry, place) => entry === before[place]);
  return isSame ? before : entries;
}
