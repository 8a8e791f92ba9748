import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { addToCount, countsOfDay } from '../../main/store/counts';
import { addQueueTicket, queueTicketsOfDay, ticketsTaken, type QueueTicket } from '../../main/store/tickets';
import { saveVisit } from '../../main/store/visits';
import { openTemporaryStore } from '../support/temporaryStore';
import { day, instant, sampleVisit, saveArrived, today } from './support/samples';

const tomorrow = day('2026-11-24');

function queueTicket(ticket: string, change: Partial<QueueTicket> = {}): QueueTicket {
  return { id: randomUUID(), day: today, queue: 'reception', kind: 'sample', ticket, issuedAt: instant, ...change };
}

test('the tickets of a day are those of its visits and of both queues', async () => {
  const { store } = await openTemporaryStore();
  await saveArrived(store, sampleVisit(1, { ticket: 'A2C' }));
  await saveArrived(store, sampleVisit(2));
  await saveArrived(store, sampleVisit(3, { ticket: 'T9X', day: tomorrow }));
  await store.write(async (db) => {
    await addQueueTicket(db, queueTicket('D4F'));
    await addQueueTicket(db, queueTicket('G7H', { queue: 'walkIn', kind: 'Flu clinic' }));
    await addQueueTicket(db, queueTicket('Y3Z', { day: tomorrow }));
    expect(await ticketsTaken(db, today)).toEqual(new Set(['A2C', 'D4F', 'G7H']));
  });
  expect(await ticketsTaken(store.db, tomorrow)).toEqual(new Set(['T9X', 'Y3Z']));
  expect(await ticketsTaken(store.db, day('2026-11-25'))).toEqual(new Set());
});

test('the same ticket is refused twice on one day, and given out again on the next', async () => {
  const { store } = await openTemporaryStore();
  await saveArrived(store, sampleVisit(1, { ticket: 'A2C' }));
  await expect(saveArrived(store, sampleVisit(2, { ticket: 'A2C' }))).rejects.toThrow('UNIQUE');
  await saveArrived(store, sampleVisit(2, { ticket: 'A2C', day: tomorrow }));
  await store.write((db) => addQueueTicket(db, queueTicket('D4F')));
  await expect(store.write((db) => addQueueTicket(db, queueTicket('D4F')))).rejects.toThrow('UNIQUE');
  await store.write((db) => addQueueTicket(db, queueTicket('D4F', { day: tomorrow })));
});

test('a ticket taken side by side by many is never given out twice, in a visit or in a queue', async () => {
  const { store } = await openTemporaryStore();
  const taken = await Promise.all(
    Array.from({ length: 40 }, (_, number) =>
      store.write(async (db) => {
        // The next free one: two that read at the same time would take the same.
        const known = await ticketsTaken(db, today);
        const ticket = `A${String(known.size).padStart(2, '0')}`;
        if (number % 2 === 0) await addQueueTicket(db, queueTicket(ticket));
        else await saveVisit(db, sampleVisit(number, { ticket }));
        return ticket;
      }),
    ),
  );
  expect(new Set(taken).size).toBe(40);
  expect(await ticketsTaken(store.db, today)).toEqual(new Set(taken));
});

test('the tickets of the queues come in the order they were given out', async () => {
  const { store } = await openTemporaryStore();
  const later = queueTicket('D4F', { issuedAt: '2026-11-23T10:05:00.000Z' });
  const earlier = queueTicket('G7H', { queue: 'walkIn', kind: 'Flu clinic' });
  await store.write(async (db) => {
    await addQueueTicket(db, later);
    await addQueueTicket(db, earlier);
  });
  expect(await queueTicketsOfDay(store.db, today)).toEqual([earlier, later]);
  expect(await queueTicketsOfDay(store.db, tomorrow)).toEqual([]);
});

test('the counts of a day come back by name', async () => {
  const { store } = await openTemporaryStore();
  await store.write(async (db) => {
    await addToCount(db, today, 'claims.none', 2);
    await addToCount(db, today, 'claims.none', 1);
    await addToCount(db, today, 'claims.several', 1);
    await addToCount(db, tomorrow, 'claims.none', 9);
  });
  expect(await countsOfDay(store.db, today)).toEqual({ 'claims.none': 3, 'claims.several': 1 });
});
