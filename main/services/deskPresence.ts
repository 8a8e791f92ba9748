import type { Timers } from './ports';

/**
 * When reception's page was last there to know of an arrival (design §6, "Open only while somebody can know").
 * Pages that show arrivals say every 20 seconds that they are there (`session.alive`), locked ones too (decision 24).
 */
export interface DeskPresence {
  /** A signed-in desk is connected at this moment. */
  seen(): void;
  /** Milliseconds since a desk was last seen; null if none was since the start. */
  millisecondsSince(): number | null;
}

/** Monotonic: a clock that jumps makes no desk appear or vanish. */
export function createDeskPresence(timers: Pick<Timers, 'monotonic'>): DeskPresence {
  let seenAt: number | null = null;
  return {
    seen() {
      seenAt = timers.monotonic();
    },
    millisecondsSince: () => (seenAt === null ? null : timers.monotonic() - seenAt),
  };
}
