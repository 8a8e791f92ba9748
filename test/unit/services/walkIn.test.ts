import { describe, expect, test } from 'vitest';
import { clockTimeSchema, dateSchema } from '../../../preload/contract/rules/dates';
import { unforeseeable } from '../../../main/services/random';
import { createWalkIn } from '../../../main/services/walkIn';
import { countsOfDay } from '../../../main/store/counts';
import { addQueueTicket, queueTicketsOfDay } from '../../../main/store/tickets';
import { visitsOfDay } from '../../../main/store/visits';
import { openPractice } from '../../support/practice';

const day = dateSchema.parse('2026-11-23');
const walkIn = { day, name: 'Flu clinic', until: clockTimeSchema.parse('12:00') };

async function openWalkIn(session: typeof walkIn | null = walkIn, random = unforeseeable) {
  const practice = await openPractice({ rules: { walkIn: session } });
  return { ...practice, walkIn: createWalkIn({ ...practice, random }) };
}

describe('a walk-in session', () => {
  test('gives each who joins a ticket, counts them, and checks nobody in', async () => {
    const practice = await openWalkIn();
    const first = await practice.walkIn.join();
    const second = await practice.walkIn.join();
    expect(first).toEqual({ ticket: expect.stringMatching(/^[A-Z0-9]{3}$/) as string });
    expect(second).not.toEqual(first);
    expect(await queueTicketsOfDay(practice.store.db, day)).toMatchObject([
      { queue: 'walkIn', kind: 'Flu clinic', issuedAt: '2026-11-23T10:00:00.000Z' },
      { queue: 'walkIn', kind: 'Flu clinic' },
    ]);
    expect(await countsOfDay(practice.store.db, day)).toEqual({ 'walkIn.joined': 2 });
    expect(await visitsOfDay(practice.store.db, day)).toEqual([]);
    expect(practice.published).toEqual(['queue', 'queue']);
  });

  test('is closed where staff have opened none', async () => {
    const practice = await openWalkIn(null);
    expect(await practice.walkIn.join()).toBe('closed');
    expect(await queueTicketsOfDay(practice.store.db, day)).toEqual([]);
  });

  test('is closed from the minute it was opened until, and on every other day', async () => {
    const practice = await openWalkIn();
    practice.clock.set('2026-11-23T11:59');
    expect(await practice.walkIn.join()).not.toBe('closed');
    practice.clock.set('2026-11-23T12:00');
    expect(await practice.walkIn.join()).toBe('closed');
    practice.clock.set('2026-11-24T10:00');
    expect(await practice.walkIn.join()).toBe('closed');
    expect(await queueTicketsOfDay(practice.store.db, day)).toHaveLength(1);
  });

  test('says that it is closed when the day has run out of tickets, and gives none twice', async () => {
    const { store, walkIn: session } = await openWalkIn(walkIn, () => 0);
    const all = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'];
    const tickets = all.flatMap((a) => all.flatMap((b) => all.map((c) => a + b + c)));
    await store.write(async (db) => {
      for (const ticket of tickets) {
        await addQueueTicket(db, { id: ticket, day, queue: 'walkIn', kind: 'x', ticket, issuedAt: '' });
      }
    });
    expect(await session.join()).toBe('closed');
    expect(await countsOfDay(store.db, day)).toEqual({});
  }, 30_000);
});
