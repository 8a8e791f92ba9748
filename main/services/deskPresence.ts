import type { Timers } from './ports';

/**
 * When reception's page was last there to know of an arrival (design §6, "Open only while somebody can know").
 * No such page exists yet, so nothing calls `seen`: a kiosk that the practice has signed off stays closed until one does.
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
