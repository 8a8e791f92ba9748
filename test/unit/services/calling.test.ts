import { describe, expect, test } from 'vitest';
import { ticketSchema, type CheckInAnswer } from '../../../preload/contract/kiosk';
import { addQueueTicket } from '../../../main/store/tickets';
import { byLetter, clinician, day, handleOf, openCheckIn, row, tenOClock } from './support';

const rules = { calling: 'here' } as const;

function ticketOf(answer: CheckInAnswer | 'closed'): string | null {
  if (answer === 'closed' || !('ticket' in answer)) throw new Error('This is no good ending');
  return answer.ticket;
}

describe('a ticket', () => {
  test('is unique in the day over 300 check-ins and the queues', async () => {
    const rows = Array.from({ length: 300 }, (_, number) => row(number, '10:10'));
    // 300 claims within seconds would be slowed, and some of these people are born on 1 January.
    const all = { ...rules, claimsInBurst: 1000, postcodeAlwaysDays: [] };
    const { claim, visits, store } = await openCheckIn({ rows, rules: all });
    const queued = { id: 'q', day, queue: 'reception', kind: 'register', ticket: 'D2F', issuedAt: tenOClock } as const;
    await store.write((db) => addQueueTicket(db, queued));
    const told: (string | null)[] = [];
    for (const one of rows) told.push(ticketOf(await claim(byLetter(one))));
    expect(told.every((ticket) => ticketSchema.safeParse(ticket).success)).toBe(true);
    expect(new Set([...told, 'D2F']).size).toBe(301);
    expect(new Set((await visits()).map(({ ticket }) => ticket))).toEqual(new Set(told));
  });

  test('stays the same however often its patient comes, and through a new list', async () => {
    const [morning, later] = [row(1, '10:10'), row(1, '12:00')];
    const { claim, clock, list, visits } = await openCheckIn({ rows: [morning, later], rules });
    const first = ticketOf(await claim(byLetter(morning)));
    expect(first).not.toBeNull();
    expect(ticketOf(await claim(byLetter(morning)))).toBe(first);
    await list([later]);
    clock.set('2026-11-23T11:45');
    expect(ticketOf(await claim(byLetter(later)))).toBe(first);
    expect((await visits()).map(({ ticket }) => ticket)).toEqual([first]);
  });

  test('is given to whom the list calls arrived, without claiming when they came', async () => {
    const here = row(1, '10:10', { status: 'arrived' });
    const { claim, visits } = await openCheckIn({ rows: [here], rules });
    const answer = await claim(byLetter(here));
    expect(answer).toMatchObject({ kind: 'alreadyCheckedIn' });
    expect(await visits()).toMatchObject([{ ticket: ticketOf(answer), firstArrivedAt: null }]);
  });

  test.each(['clinicalSystem', 'staffFetch'] as const)('is not given where the calling is by %s', async (calling) => {
    const here = row(1, '10:10');
    const { claim, visits } = await openCheckIn({ rows: [here], rules: { calling } });
    expect(await claim(byLetter(here))).toMatchObject({ ticket: null, wait: null });
    expect(await visits()).toMatchObject([{ ticket: null }]);
  });

  test('is not given to whoever is not checked in', async () => {
    const late = row(1, '09:00');
    const { claim, visits } = await openCheckIn({ rows: [late], rules });
    expect(await claim(byLetter(late))).toEqual({ kind: 'tooLate' });
    expect(await visits()).toMatchObject([{ ticket: null }]);
  });
});

describe('the wait', () => {
  const [first, second, third] = [row(1, '10:05'), row(2, '10:10'), row(3, '10:20')] as const;

  test('counts who of the same clinician is here and comes first, and nobody else', async () => {
    const other = row(4, '10:00', { clinician: 'Dr James Field' });
    const { claim } = await openCheckIn({ rows: [first, second, third, other], rules });
    await claim(byLetter(other));
    expect(await claim(byLetter(first))).toMatchObject({ wait: null });
    expect(await claim(byLetter(third))).toMatchObject({
      wait: { clinician, ahead: 1, lateness: null, minutes: null },
    });
    expect(await claim(byLetter(second))).toMatchObject({ wait: { ahead: 1 } });
    expect(await claim(byLetter(third))).toMatchObject({ wait: { ahead: 2 } });
  });

  test('tells of the clinician’s real lateness, by the list that shows who was sent in', async () => {
    const { claim, list, clock } = await openCheckIn({ rows: [first, second, third], rules });
    await claim(byLetter(first));
    clock.set('2026-11-23T10:27');
    await list([{ ...first, status: 'sentIn' }, second, third], '2026-11-23T10:26:00.000Z');
    const answer = await claim(byLetter(third));
    expect(answer).toMatchObject({ wait: { ahead: 0, lateness: { from: 20, to: 30 } } });
  });

  test('is not spoken of to whoever is being called this moment', async () => {
    const called = row(4, '10:15', { status: 'sentIn' });
    const { claim } = await openCheckIn({ rows: [first, called], rules });
    await claim(byLetter(first));
    expect(await claim(byLetter(called))).toMatchObject({ isBeingCalled: true, wait: null });
  });

  test('has nobody ahead of themselves: whom the list calls arrived for another time, private or not, is one person', async () => {
    const own = row(1, '10:20');
    for (const marking of ['none', 'private'] as const) {
      const earlier = row(1, '09:50', { status: 'arrived', marking });
      const { claim } = await openCheckIn({ rows: [own, earlier, second], rules });
      expect(await claim(byLetter(own))).toMatchObject({ wait: null });
      expect(await claim(byLetter(second))).toMatchObject({ wait: { ahead: 1 } });
      // Of two appointments the earlier one is what the patient waits for; of a private one nothing is said.
      const wait = marking === 'none' ? null : { ahead: 1 };
      expect(await claim(byLetter(own))).toMatchObject({ kind: 'alreadyCheckedIn', wait });
    }
  });

  test('is the same with and without a private appointment of theirs that was called', async () => {
    const own = row(3, '10:20');
    const secret = row(3, '10:00', { marking: 'private' });
    const waits: unknown[] = [];
    for (const rows of [
      [own, second],
      [own, second, { ...secret, marking: 'none' as const }],
    ]) {
      const { claim, list, clock } = await openCheckIn({ rows, rules });
      // On the list without a marking at first, so that an arrival for it is written.
      await claim(byLetter(own));
      await claim(byLetter(second));
      clock.set('2026-11-23T10:14');
      const later = rows.map((one) => (one.start === secret.start ? { ...secret, status: 'sentIn' as const } : one));
      await list(later, '2026-11-23T10:13:00.000Z');
      const answer = await claim(byLetter(own));
      expect(answer).toMatchObject({ kind: 'alreadyCheckedIn', isBeingCalled: false });
      waits.push(answer === 'closed' || !('wait' in answer) ? answer : answer.wait);
    }
    expect(waits[1]).toEqual(waits[0]);
  });

  test('goes by who came first of two at one time, on "already" too', async () => {
    const [one, other] = [row(1, '10:10'), row(2, '10:10')];
    const { claim, clock } = await openCheckIn({ rows: [one, other], rules });
    await claim(byLetter(one));
    clock.set('2026-11-23T10:02');
    expect(await claim(byLetter(other))).toMatchObject({ wait: { ahead: 1 } });
    clock.set('2026-11-23T10:04');
    expect(await claim(byLetter(one))).toMatchObject({ kind: 'alreadyCheckedIn', wait: null });
  });

  test('counts who came after the list that calls them gone', async () => {
    const { claim, list, clock } = await openCheckIn({ rows: [first, second], rules });
    await claim(byLetter(first));
    clock.set('2026-11-23T10:03');
    await list([{ ...first, status: 'left' }, second], '2026-11-23T09:30:00.000Z');
    expect(await claim(byLetter(second))).toMatchObject({ wait: { ahead: 1, lateness: null } });
  });

  test('forgets an arrival that is not theirs', async () => {
    const { claim, checkIn } = await openCheckIn({ rows: [first, second], rules });
    await checkIn.dispute(handleOf(await claim(byLetter(first))));
    expect(await claim(byLetter(second))).toMatchObject({ wait: null });
  });
});
