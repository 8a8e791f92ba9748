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
  let visit = 0;
  const service = createWalkIn({ ...practice, session: { generation: () => visit }, random });
  /** Somebody comes, joins and goes. */
  const joins = () => {
    visit += 1;
    return service.join();
  };
  return { ...practice, walkIn: service, joins, next: (): void => void (visit += 1) };
}

describe('a walk-in session', () => {
  test('gives each who joins a ticket, counts them, and checks nobody in', async () => {
    const practice = await openWalkIn();
    const first = await practice.joins();
    const second = await practice.joins();
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

  test('gives whoever joins again within their visit the same ticket', async () => {
    const { walkIn: session, next, store } = await openWalkIn();
    const both = await Promise.all([session.join(), session.join()]);
    expect(both[1]).toEqual(both[0]);
    expect(await session.join()).toEqual(both[0]);
    expect(await countsOfDay(store.db, day)).toEqual({ 'walkIn.joined': 1 });
    next();
    expect(await session.join()).not.toEqual(both[0]);
  });

  test('gives whoever plays with it no more than a few tickets a minute after a burst', async () => {
    const { joins, store, timers } = await openWalkIn();
    for (let number = 0; number < 30; number += 1) expect(await joins()).not.toBe('closed');
    for (let number = 0; number < 5; number += 1) expect(await joins()).toBe('closed');
    timers.advance(10_001);
    expect(await joins()).not.toBe('closed');
    expect(await countsOfDay(store.db, day)).toEqual({ 'walkIn.joined': 31 });
  });

  test('gives none to somebody who has gone before their turn came', async () => {
    const { walkIn: session, next, store } = await openWalkIn();
    const joining = session.join();
    next();
    expect(await joining).toBe('closed');
    expect(await queueTicketsOfDay(store.db, day)).toEqual([]);
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
