/** The machine's wall clock as a page knows it: what the machine said last, and how long ago that was. The clock of the PC may be wrong and is never asked. */
export interface MachineClock {
  /** Takes what the machine says it is, as a UTC instant. */
  set(at: string): void;
  /** UTC instant; before the machine has said anything the PC's own. */
  now(): string;
  /** Runs `listener` when the machine has said what it is. Returns how to stop that. */
  listen(listener: () => void): () => void;
}

/** @param elapsed milliseconds on a clock that only rises. */
export function createMachineClock(elapsed: () => number, ownClock: () => number): MachineClock {
  let said = ownClock();
  let heardAt = elapsed();
  const listeners = new Set<() => void>();
  return {
    set(at) {
      said = Date.parse(at);
      heardAt = elapsed();
      for (const listener of listeners) listener();
    },
    now: () => new Date(said + (elapsed() - heardAt)).toISOString(),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
