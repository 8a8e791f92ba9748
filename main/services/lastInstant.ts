import type { Store } from '../store/store';
import type { Clock } from './ports';

/**
 * The last instant this kiosk has seen, kept in the store so that a machine whose clock has fallen back is noticed, over a restart too.
 * Held in memory besides: every claim looks at it.
 */
export interface LastInstant {
  /** UTC instant, ISO 8601 with milliseconds; null on a store that has seen none. */
  read(): string | null;
  /** Writes the present instant down unless a later one is known. */
  save(): Promise<void>;
  /** The present instant is right, even if it is earlier: somebody has just brought a list of today. */
  prove(): Promise<void>;
}

/** Reads what the store has kept. */
export async function openLastInstant({ store, clock }: { store: Store; clock: Clock }): Promise<LastInstant> {
  let last = await store.lastInstant();
  return {
    read: () => last,
    async save() {
      const instant = clock.instant();
      if (last !== null && last >= instant) return;
      await store.saveLastInstant(instant);
      last = instant;
    },
    async prove() {
      const instant = clock.instant();
      await store.setLastInstant(instant);
      last = instant;
    },
  };
}
