import type { Now, PracticeRules } from '../domain/types';
import { addToCount } from '../store/counts';
import type { Store } from '../store/store';
import type { Changes, Clock, Log, Settings } from './ports';
import { takeTicket } from './reception';

/** A walk-in session that staff have opened: a queue without appointments. Joining it is no check-in and names nobody. */
export interface WalkInService {
  /** `closed` when no session is open now, or the day has run out of tickets. */
  join(): Promise<{ ticket: string } | 'closed'>;
}

/** The session that can be joined now, or null. */
export function openWalkIn({ walkIn }: Pick<PracticeRules, 'walkIn'>, { day, time }: Now): { name: string } | null {
  if (walkIn === null || walkIn.day !== day || time >= walkIn.until) return null;
  return { name: walkIn.name };
}

/** @param random gives [0, 1). */
export function createWalkIn(options: {
  store: Store;
  clock: Clock;
  changes: Changes;
  settings: Settings;
  random: () => number;
  log: Log;
}): WalkInService {
  const { store, clock, changes, settings, random, log } = options;
  return {
    async join() {
      const now = clock.now();
      const session = openWalkIn(settings.rules(), now);
      if (session === null) return 'closed';
      const place = { day: now.day, queue: 'walkIn', kind: session.name, issuedAt: clock.instant() } as const;
      const ticket = await store.write(async (db) => {
        const taken = await takeTicket(db, place, random);
        if (taken !== null) await addToCount(db, now.day, 'walkIn.joined', 1);
        return taken;
      });
      if (ticket === null) return 'closed';
      changes.publish('queue');
      log.info('walkIn.joined');
      return { ticket };
    },
  };
}
