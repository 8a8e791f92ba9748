import type { Selectable } from 'kysely';
import type { Day, QueueTicketsTable, Reader, Writer } from './schema';

/** A ticket of somebody who is here without a check-in. Names nobody. */
export type QueueTicket = Selectable<QueueTicketsTable>;

/**
 * Every ticket given out on `day`, to visits and in queues alike: a ticket is unique across both. Read it in the transaction that
 * takes the next one (`Store.write` begins as a writer), so that nobody takes the same in between.
 */
export async function ticketsTaken(db: Reader, day: Day): Promise<Set<string>> {
  const ofVisits = await db
    .selectFrom('visits')
    .where('day', '=', day)
    .where('ticket', 'is not', null)
    .select('ticket')
    .execute();
  const ofQueues = await db.selectFrom('queueTickets').where('day', '=', day).select('ticket').execute();
  return new Set([...ofVisits, ...ofQueues].flatMap(({ ticket }) => ticket ?? []));
}

/** Adds a ticket to a queue. @throws Error (unique constraint) if the ticket was given out in a queue of that day before. */
export async function addQueueTicket(db: Writer, ticket: QueueTicket): Promise<void> {
  await db.insertInto('queueTickets').values(ticket).execute();
}

/** Tickets of both queues on `day`, in the order they were given out. */
export async function queueTicketsOfDay(db: Reader, day: Day): Promise<QueueTicket[]> {
  return db.selectFrom('queueTickets').where('day', '=', day).selectAll().orderBy('issuedAt').execute();
}

/** One ticket of a queue, or null. */
export async function queueTicketById(db: Reader, id: string): Promise<QueueTicket | null> {
  return (await db.selectFrom('queueTickets').where('id', '=', id).selectAll().executeTakeFirst()) ?? null;
}
