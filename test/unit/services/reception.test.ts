import { describe, expect, test } from 'vitest';
import type { ReceptionKind } from '../../../preload/contract/kiosk';
import { defaultRules } from '../../../main/domain/rules';
import type { ReceptionChoice } from '../../../main/domain/types';
import { unforeseeable } from '../../../main/services/random';
import { createReception } from '../../../main/services/reception';
import { openAlerts } from '../../../main/store/alerts';
import { countsOfDay } from '../../../main/store/counts';
import { queueTicketsOfDay, ticketsTaken } from '../../../main/store/tickets';
import { openPractice } from '../../support/practice';
import { dateSchema } from '../../../preload/contract/rules/dates';

const day = dateSchema.parse('2026-11-23');
const choices = (kind: ReceptionKind, change: Partial<ReceptionChoice>): ReceptionChoice[] =>
  defaultRules.receptionChoices.map((choice) => (choice.kind === kind ? { ...choice, ...change } : choice));

async function openReception(receptionChoices = defaultRules.receptionChoices, random = unforeseeable) {
  const practice = await openPractice({ rules: { receptionChoices } });
  let visit = 0;
  const reception = createReception({ ...practice, session: { generation: () => visit }, random });
  /** The next person stands at the screen. */
  const next = (): void => void (visit += 1);
  /** Somebody comes, chooses and goes. */
  const chooses = async (kind: ReceptionKind): Promise<string | null> => {
    next();
    return (await reception.choose(kind)).ticket;
  };
  return { ...practice, reception, next, chooses };
}

describe('what somebody without a check-in needs', () => {
  test('is counted, and nothing else happens unless the practice says so', async () => {
    const { chooses, store, published, log } = await openReception();
    expect(await chooses('prescription')).toBeNull();
    expect(await chooses('prescription')).toBeNull();
    expect(await countsOfDay(store.db, day)).toEqual({ 'reception.prescription': 2 });
    expect(await queueTicketsOfDay(store.db, day)).toEqual([]);
    expect(await openAlerts(store.db, day)).toEqual([]);
    expect(published).toEqual([]);
    expect(log.entries[0]).toEqual({ event: 'reception.chosen', fields: { kind: 'prescription' } });
  });

  test('gives a ticket of its own to each person where the practice gives tickets, and names nobody', async () => {
    const { chooses, store, published } = await openReception(choices('sample', { givesTicket: true }));
    const first = await chooses('sample');
    const second = await chooses('sample');
    expect(first).toMatch(/^[A-Z0-9]{3}$/);
    expect(second).not.toBe(first);
    const tickets = await queueTicketsOfDay(store.db, day);
    expect(tickets.map(({ ticket, queue, kind }) => ({ ticket, queue, kind }))).toEqual(
      expect.arrayContaining([
        { ticket: first, queue: 'reception', kind: 'sample' },
        { ticket: second, queue: 'reception', kind: 'sample' },
      ]),
    );
    expect(published).toEqual(['queue', 'queue']);
    expect(await chooses('register')).toBeNull();
  });

  test('never gives a ticket twice on a day, whatever chance brings', async () => {
    // The same chance each time: only those that are taken keep it from the same ticket.
    const { chooses, store } = await openReception(choices('sample', { givesTicket: true }), () => 0.5);
    for (let number = 0; number < 20; number += 1) await chooses('sample');
    expect((await ticketsTaken(store.db, day)).size).toBe(20);
  });

  test('gives one visitor one ticket, and counts and tells each of their choices once, however often they touch', async () => {
    const all = choices('sample', { givesTicket: true, raisesAlert: true }).map((choice) =>
      choice.kind === 'register' ? { ...choice, givesTicket: true } : choice,
    );
    const { reception, next, store } = await openReception(all);
    const touches = await Promise.all([reception.choose('sample'), reception.choose('sample')]);
    const again = [...touches, await reception.choose('sample'), await reception.choose('register')];
    expect(new Set(again.map(({ ticket }) => ticket)).size).toBe(1);
    expect(again[0]?.ticket).not.toBeNull();
    expect(await countsOfDay(store.db, day)).toEqual({ 'reception.sample': 1, 'reception.register': 1 });
    expect(await openAlerts(store.db, day)).toHaveLength(1);
    next();
    expect((await reception.choose('sample')).ticket).not.toBe(again[0]?.ticket);
    expect(await queueTicketsOfDay(store.db, day)).toHaveLength(2);
  });

  test('gives whoever plays with it no more than a few tickets a minute after a burst, and sends nobody away', async () => {
    const { chooses, store, timers } = await openReception(choices('sample', { givesTicket: true }));
    for (let number = 0; number < 30; number += 1) expect(await chooses('sample')).not.toBeNull();
    for (let number = 0; number < 5; number += 1) expect(await chooses('sample')).toBeNull();
    timers.advance(10_001);
    expect(await chooses('sample')).not.toBeNull();
    expect(await chooses('sample')).toBeNull();
    expect(await countsOfDay(store.db, day)).toEqual({ 'reception.sample': 37 });
    expect(await queueTicketsOfDay(store.db, day)).toHaveLength(31);
  });

  test('writes nothing for somebody who has gone before their turn came', async () => {
    const { reception, next, store } = await openReception(choices('sample', { givesTicket: true, raisesAlert: true }));
    const choosing = reception.choose('sample');
    next();
    expect(await choosing).toEqual({ ticket: null });
    expect(await countsOfDay(store.db, day)).toEqual({});
    expect(await queueTicketsOfDay(store.db, day)).toEqual([]);
    expect(await openAlerts(store.db, day)).toEqual([]);
  });

  test('tells staff what it is where the practice wants to know', async () => {
    const { reception, store, published, log } = await openReception(choices('register', { raisesAlert: true }));
    await reception.choose('register');
    await reception.choose('somethingElse');
    expect(await openAlerts(store.db, day)).toMatchObject([
      { kind: 'reception', visitId: null, detail: { choice: 'register' }, raisedAt: '2026-11-23T10:00:00.000Z' },
    ]);
    expect(published).toEqual(['alerts']);
    expect(log.entries).toContainEqual({ event: 'alert.raised', fields: { kind: 'reception' } });
  });
});
