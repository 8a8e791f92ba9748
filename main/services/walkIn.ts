import type { ClockTime } from '../../preload/contract/rules/dates';
import type { Now, PracticeRules } from '../domain/types';
import { addToCount } from '../store/counts';
import type { Store } from '../store/store';
import type { Changes, Clock, Log, Settings, Timers } from './ports';
import { createQueueVisitors, type QueueVisitor } from './queueVisitors';
import { takeTicket } from './reception';
import type { VisitSession } from './visitSession';

/** A walk-in session that staff have opened: a queue without appointments. Joining it is no check-in and names nobody. */
export interface WalkInService {
  /**
   * A visitor who joins again within the visit has the same ticket. `closed` when no session is open now, the day has run out of tickets, or
   * more are taken than people can be there.
   */
  join(): Promise<{ ticket: string } | 'closed'>;
}

/** The session that can be joined now, or null. */
export function openWalkIn(
  { walkIn }: Pick<PracticeRules, 'walkIn'>,
  { day, time }: Now,
): { name: string; until: ClockTime } | null {
  if (walkIn === null || walkIn.day !== day || time >= walkIn.until) return null;
  return { name: walkIn.name, until: walkIn.until };
}

/** @param random gives [0, 1). */
export function createWalkIn(options: {
  store: Store;
  clock: Clock;
  timers: Pick<Timers, 'monotonic'>;
  changes: Changes;
  settings: Settings;
  session: Pick<VisitSession, 'generation'>;
  random: () => number;
  log: Log;
}): WalkInService {
  const { store, clock, changes, settings, random, log } = options;
  const inTurn = createQueueVisitors(options);
  const joinAs = async (visitor: QueueVisitor): Promise<{ ticket: string } | 'closed'> => {
    const now = clock.now();
    const session = openWalkIn(settings.rules(), now);
    if (session === null || visitor.isGone()) return 'closed';
    if (visitor.ticket !== null) return { ticket: visitor.ticket };
    if (!visitor.mayTakeTicket()) return 'closed';
    const place = { day: now.day, queue: 'walkIn', kind: session.name, issuedAt: clock.instant() } as const;
    const ticket = await store.write(async (db) => {
      const taken = visitor.isGone() ? null : await takeTicket(db, place, random);
      if (taken !== null) await addToCount(db, now.day, 'walkIn.joined', 1);
      return taken;
    });
    if (ticket === null) return 'closed';
    visitor.ticket = ticket;
    changes.publish('queue');
    log.info('walkIn.joined');
    return { ticket };
  };
  return { join: () => inTurn(joinAs) };
}
