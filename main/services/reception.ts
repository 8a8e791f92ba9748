import { randomUUID } from 'node:crypto';
import type { ReceptionKind } from '../../preload/contract/kiosk';
import { pickTicket } from '../domain/ticket';
import { raiseAlert } from '../store/alerts';
import { addToCount } from '../store/counts';
import type { Day, QueueTicketsTable, Writer } from '../store/schema';
import type { Store } from '../store/store';
import { addQueueTicket, ticketsTaken } from '../store/tickets';
import type { Changes, Clock, Log, Settings, Timers } from './ports';
import { createQueueVisitors, type QueueVisitor } from './queueVisitors';
import type { VisitSession } from './visitSession';

/** "What do you need?" of people who are not here to check in. Names nobody. */
export interface ReceptionService {
  /**
   * Counts the choice; gives a ticket of reception's queue and tells staff where the practice says so. Each choice counts once in a visit,
   * and a visitor has one ticket however often they choose. No ticket, where more are taken than people can be there.
   */
  choose(choice: ReceptionKind): Promise<{ ticket: string | null }>;
}

/** @param random gives [0, 1). */
export function createReception(options: {
  store: Store;
  clock: Clock;
  timers: Pick<Timers, 'monotonic'>;
  changes: Changes;
  settings: Settings;
  session: Pick<VisitSession, 'generation'>;
  random: () => number;
  log: Log;
}): ReceptionService {
  const { store, clock, changes, settings, random, log } = options;
  const inTurn = createQueueVisitors(options);
  const chooseAs = async (visitor: QueueVisitor, choice: ReceptionKind): Promise<{ ticket: string | null }> => {
    const rule = settings.rules().receptionChoices.find(({ kind }) => kind === choice);
    const isNew = !visitor.chosen.has(choice);
    const givesTicket = (rule?.givesTicket ?? false) && visitor.ticket === null && visitor.mayTakeTicket();
    const raisesAlert = (rule?.raisesAlert ?? false) && isNew;
    const { day } = clock.now();
    const instant = clock.instant();
    const written = await store.write(async (db) => {
      if (visitor.isGone()) return null;
      if (isNew) await addToCount(db, day, `reception.${choice}`, 1);
      if (raisesAlert) {
        const alert = { id: randomUUID(), day, raisedAt: instant, visitId: null, detail: { choice } };
        await raiseAlert(db, { ...alert, kind: 'reception' });
      }
      const place = { day, queue: 'reception', kind: choice, issuedAt: instant } as const;
      return { fresh: givesTicket ? await takeTicket(db, place, random) : null };
    });
    if (written === null) return { ticket: null };
    visitor.chosen.add(choice);
    visitor.ticket ??= written.fresh;
    if (written.fresh !== null) changes.publish('queue');
    if (raisesAlert) {
      changes.publish('alerts');
      log.info('alert.raised', { kind: 'reception' });
    }
    if (isNew) log.info('reception.chosen', { kind: choice });
    return { ticket: rule?.givesTicket === true ? visitor.ticket : null };
  };
  return { choose: (choice) => inTurn((visitor) => chooseAs(visitor, choice)) };
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
