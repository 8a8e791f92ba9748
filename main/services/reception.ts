import { randomUUID } from 'node:crypto';
import type { ReceptionKind } from '../../preload/contract/kiosk';
import { pickTicket } from '../domain/ticket';
import { raiseAlert } from '../store/alerts';
import { addToCount } from '../store/counts';
import type { Day, QueueTicketsTable, Writer } from '../store/schema';
import type { Store } from '../store/store';
import { addQueueTicket, ticketsTaken } from '../store/tickets';
import type { Changes, Clock, Log, Settings } from './ports';

/** "What do you need?" of people who are not here to check in. Names nobody. */
export interface ReceptionService {
  /** Counts the choice; gives a ticket of reception's queue and tells staff where the practice says so. */
  choose(choice: ReceptionKind): Promise<{ ticket: string | null }>;
}

/** @param random gives [0, 1). */
export function createReception(options: {
  store: Store;
  clock: Clock;
  changes: Changes;
  settings: Settings;
  random: () => number;
  log: Log;
}): ReceptionService {
  const { store, clock, changes, settings, random, log } = options;
  return {
    async choose(choice) {
      const rule = settings.rules().receptionChoices.find(({ kind }) => kind === choice);
      const givesTicket = rule?.givesTicket ?? false;
      const raisesAlert = rule?.raisesAlert ?? false;
      const { day } = clock.now();
      const instant = clock.instant();
      const ticket = await store.write(async (db) => {
        await addToCount(db, day, `reception.${choice}`, 1);
        if (raisesAlert) {
          const alert = { id: randomUUID(), day, raisedAt: instant, visitId: null, detail: { choice } };
          await raiseAlert(db, { ...alert, kind: 'reception' });
        }
        return givesTicket
          ? takeTicket(db, { day, queue: 'reception', kind: choice, issuedAt: instant }, random)
          : null;
      });
      if (ticket !== null) changes.publish('queue');
      if (raisesAlert) {
        changes.publish('alerts');
        log.info('alert.raised', { kind: 'reception' });
      }
      log.info('reception.chosen', { kind: choice });
      return { ticket };
    },
  };
}

/**
 * Gives the next person of a queue a ticket that nobody else has today, in the caller's transaction.
 * @returns null when the day has run out of tickets.
 */
export async function takeTicket(
  db: Writer,
  place: Pick<QueueTicketsTable, 'queue' | 'kind' | 'issuedAt'> & { day: Day },
  random: () => number,
): Promise<string | null> {
  const ticket = pickTicket(await ticketsTaken(db, place.day), random);
  if (ticket !== null) await addQueueTicket(db, { id: randomUUID(), ...place, ticket });
  return ticket;
}
