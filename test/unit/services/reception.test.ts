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
  return { ...practice, reception: createReception({ ...practice, random }) };
}

describe('what somebody without a check-in needs', () => {
  test('is counted, and nothing else happens unless the practice says so', async () => {
    const { reception, store, published, log } = await openReception();
    expect(await reception.choose('prescription')).toEqual({ ticket: null });
    expect(await reception.choose('prescription')).toEqual({ ticket: null });
    expect(await countsOfDay(store.db, day)).toEqual({ 'reception.prescription': 2 });
    expect(await queueTicketsOfDay(store.db, day)).toEqual([]);
    expect(await openAlerts(store.db, day)).toEqual([]);
    expect(published).toEqual([]);
    expect(log.entries[0]).toEqual({ event: 'reception.chosen', fields: { kind: 'prescription' } });
  });

  test('gives a ticket of its own to each person where the practice gives tickets, and names nobody', async () => {
    const { reception, store, published } = await openReception(choices('sample', { givesTicket: true }));
    const first = await reception.choose('sample');
    const second = await reception.choose('sample');
    expect(first.ticket).toMatch(/^[A-Z0-9]{3}$/);
    expect(second.ticket).not.toBe(first.ticket);
    const tickets = await queueTicketsOfDay(store.db, day);
    expect(tickets.map(({ ticket, queue, kind }) => ({ ticket, queue, kind }))).toEqual(
      expect.arrayContaining([
        { ticket: first.ticket, queue: 'reception', kind: 'sample' },
        { ticket: second.ticket, queue: 'reception', kind: 'sample' },
      ]),
    );
    expect(published).toEqual(['queue', 'queue']);
    expect(await reception.choose('register')).toEqual({ ticket: null });
  });

  test('never gives a ticket twice on a day, whatever chance brings', async () => {
    // The same chance each time: only those that are taken keep it from the same ticket.
    const { reception, store } = await openReception(choices('sample', { givesTicket: true }), () => 0.5);
    for (let number = 0; number < 20; number += 1) await reception.choose('sample');
    expect((await ticketsTaken(store.db, day)).size).toBe(20);
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
