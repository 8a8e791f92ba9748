import { describe, expect, test } from 'vitest';
import { dateOfBirthSchema } from '../../../preload/contract/rules/dates';
import type { Store } from '../../../main/store/store';
import { visitsOfDay } from '../../../main/store/visits';
import { settle } from '../../support/practice';
import { byLetter, day, handleOf, nobody, openCheckIn, row } from './support';

const present = row(1, '10:10');
const early = row(2, '15:00');
const cancelled = row(3, '10:10', { status: 'cancelled' });
const hidden = row(4, '10:10', { marking: 'private' });
const newYear = row(5, '10:10', { patient: { dateOfBirth: dateOfBirthSchema.parse('1980-01-01') } });
const rows = [present, early, cancelled, hidden, newYear];

describe('a claim', () => {
  const claims = Object.entries({ present, early, cancelled, hidden, newYear }).map(
    ([what, one]) => [what, byLetter(one)] as const,
  );
  for (const [what, asked] of [...claims, ['nobody', nobody] as const]) {
    test(`of ${what} is answered after exactly 50 ms`, async () => {
      const { checkIn, timers } = await openCheckIn({ rows });
      let isAnswered = false;
      void checkIn.claim(asked).then(() => (isAnswered = true));
      await settle();
      timers.advance(49);
      await settle();
      expect(isAnswered).toBe(false);
      timers.advance(1);
      await settle();
      expect(isAnswered).toBe(true);
    });
  }

  test('is answered well only when the arrival is in the store, and others are told only then', async () => {
    const { checkIn, store, changes, timers } = await openCheckIn({ rows });
    const seen: Promise<number>[] = [];
    changes.subscribe(['visits'], () =>
      seen.push(visitsOfDay(store.db, day).then(([visit]) => visit?.arrivals.length ?? 0)),
    );
    const answering = checkIn.claim(byLetter(present));
    await settle();
    expect(await Promise.all(seen)).toEqual([1]);
    timers.advance(50);
    expect(await answering).toMatchObject({ kind: 'checkedIn', appointments: [{ time: '10:10' }] });
  });

  test('fails as a whole when the store cannot write: no good answer, no arrival, nobody told', async () => {
    const { checkIn, store, published } = await openCheckIn({
      rows,
      store: (real) =>
        new Proxy(real, { get: (of, name) => (name === 'write' ? failAfter(of) : Reflect.get(of, name)) }),
    });
    await expect(checkIn.claim(byLetter(present))).rejects.toThrow('disk full');
    expect(await visitsOfDay(store.db, day)).toEqual([]);
    expect(published).toEqual([]);
  });

  test('is refused while check-in is closed, and leaves nothing behind', async () => {
    const { claim, store } = await openCheckIn();
    expect(await claim(byLetter(present))).toBe('closed');
    expect(await visitsOfDay(store.db, day)).toEqual([]);
  });

  test('made again says so, and the first arrival stands', async () => {
    const { claim, store, clock } = await openCheckIn({ rows });
    await claim(byLetter(present));
    clock.set('2026-11-23T10:05');
    expect(await claim(byLetter(present))).toMatchObject({ kind: 'alreadyCheckedIn' });
    const [visit, ...others] = await visitsOfDay(store.db, day);
    expect(others).toEqual([]);
    expect(visit).toMatchObject({ firstArrivedAt: '2026-11-23T10:00:00.000Z', lastSeenAt: '2026-11-23T10:05:00.000Z' });
    expect(visit?.arrivals).toHaveLength(1);
  });

  test('of somebody identified but not checked in leaves a row that says why; of nobody, none', async () => {
    const { claim, store } = await openCheckIn({ rows });
    expect(await claim(byLetter(early))).toMatchObject({ kind: 'tooEarly', from: '14:30' });
    expect(await claim(byLetter(cancelled))).toEqual({ kind: 'reception' });
    expect(await claim(nobody)).toEqual({ kind: 'reception' });
    const visits = await visitsOfDay(store.db, day);
    expect(visits.map(({ notCheckedIn }) => notCheckedIn).sort()).toEqual(['cancelled', 'tooEarly']);
    expect(visits.flatMap(({ arrivals }) => arrivals)).toEqual([]);
  });

  test('is logged in the same words and with the same time whether nobody was found or somebody is sent to reception', async () => {
    const { claim, log } = await openCheckIn({ rows });
    await claim(byLetter(cancelled));
    await claim(nobody);
    const [one, other] = log.entries.filter(({ event }) => event === 'checkIn.answered');
    expect(one).toEqual({ event: 'checkIn.answered', fields: { kind: 'reception', milliseconds: 50 } });
    expect(other).toEqual(one);
  });
});

describe('"This is not my appointment"', () => {
  test('takes the arrival back, once, and sends the next claim to reception', async () => {
    const { checkIn, claim, store, published } = await openCheckIn({ rows });
    const answer = await claim(byLetter(present));
    expect(await checkIn.dispute(handleOf(answer))).toBe(true);
    expect(published).toContain('alerts');
    expect((await visitsOfDay(store.db, day))[0]).toMatchObject({ arrivals: [{ state: 'disputed' }] });
    expect(await checkIn.dispute(handleOf(answer))).toBe(false);
    expect(await claim(byLetter(present))).toEqual({ kind: 'reception' });
  });

  test('is not possible once the visitor has gone, nor with a made-up handle', async () => {
    const { checkIn, claim, session, store } = await openCheckIn({ rows });
    const answer = await claim(byLetter(present));
    expect(await checkIn.dispute('00000000-0000-4000-8000-000000000000')).toBe(false);
    session.end(true);
    expect(await checkIn.dispute(handleOf(answer))).toBe(false);
    expect((await visitsOfDay(store.db, day))[0]).toMatchObject({ arrivals: [{ state: 'arrived' }] });
  });
});

/** A store whose disk fills up at the commit: the work is done, and then undone. */
function failAfter(store: Store): Store['write'] {
  return (work) =>
    store.write(async (db) => {
      await work(db);
      throw new Error('disk full');
    });
}
