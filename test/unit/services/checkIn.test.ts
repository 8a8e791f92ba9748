import { describe, expect, test } from 'vitest';
import { dateOfBirthSchema } from '../../../preload/contract/rules/dates';
import type { Store } from '../../../main/store/store';
import { visitsOfDay } from '../../../main/store/visits';
import { settle } from '../../support/practice';
import { byLetter, day, failingAtCommit, handleOf, nobody, openCheckIn, row } from './support';

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
    const { checkIn, store, published } = await openCheckIn({ rows, store: failingAtCommit });
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

describe('a claim whose visit has ended', () => {
  for (const isVisitorGone of [true, false]) {
    test(`before it is looked up is dropped: nothing is written, counted or held (visitor gone: ${isVisitorGone})`, async () => {
      for (const asked of [byLetter(present), byLetter(early), nobody]) {
        const practice = await openCheckIn({ rows });
        const { checkIn, session, log } = practice;
        const answering = checkIn.claim(asked);
        session.end(isVisitorGone);
        expect(await answering).toEqual({ kind: 'reception' });
        expect(await practice.visits()).toEqual([]);
        expect(await practice.counts()).toEqual({});
        expect(practice.published).toEqual([]);
        expect(session.isOpen()).toBe(false);
        expect(session.failuresInRow()).toBe(0);
        expect(log.events).not.toContain('checkIn.answered');
      }
    });
  }

  test('by main is dropped too', async () => {
    const { checkIn, session, visits } = await openCheckIn({ rows });
    const answering = checkIn.claim(byLetter(present));
    session.endByMain();
    expect(await answering).toEqual({ kind: 'reception' });
    expect(await visits()).toEqual([]);
  });

  test('while it waits for the store is dropped as the first thing in its write', async () => {
    const gate = createGate();
    const { checkIn, session, visits, counts } = await openCheckIn({ rows, store: gate.before });
    const answering = checkIn.claim(byLetter(present));
    await gate.reached;
    session.end(true);
    gate.open();
    expect(await answering).toEqual({ kind: 'reception' });
    expect(await visits()).toEqual([]);
    expect(await counts()).toEqual({});
    expect(session.isOpen()).toBe(false);
  });

  test('while it is being written stands, and says nothing of whoever comes next', async () => {
    for (const asked of [byLetter(present), nobody]) {
      const gate = createGate();
      const { checkIn, session, timers, visits, counts } = await openCheckIn({ rows, store: gate.after });
      const answering = checkIn.claim(asked);
      await gate.reached;
      session.end(true);
      gate.open();
      await settle();
      timers.advance(50);
      const answer = await answering;
      expect(Object.keys(await counts())).toHaveLength(1);
      expect(session.isOpen()).toBe(false);
      expect(session.failuresInRow()).toBe(0);
      if (asked === nobody) continue;
      expect(await visits()).toMatchObject([{ arrivals: [{ state: 'arrived' }] }]);
      expect(await checkIn.dispute(handleOf(answer))).toBe(false);
    }
  });

  test('while it is held back for its haste holds nobody else', async () => {
    const { checkIn, claim, session, timers, counts } = await openCheckIn({
      rows,
      rules: { claimsInBurst: 1, claimsPerMinute: 12 },
    });
    await claim(nobody);
    const held = checkIn.claim(byLetter(present));
    await settle();
    session.end(true);
    const next = checkIn.claim(byLetter(early));
    expect(await held).toEqual({ kind: 'reception' });
    await settle();
    timers.advance(5_000);
    await settle();
    timers.advance(50);
    expect(await next).toMatchObject({ kind: 'tooEarly' });
    expect(await counts()).toEqual({ 'claims.nobody': 1, 'claims.found': 1 });
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

  test('leaves what was seen this morning, and what is private, as it was', async () => {
    const morning = row(1, '09:50');
    const afternoon = row(1, '10:25', { clinician: 'Dr James Field' });
    const secret = row(1, '10:05', { clinician: 'Dr Secret' });
    const all = [morning, secret, afternoon];
    const { checkIn, claim, clock, list, visits } = await openCheckIn({ rows: all, rules: { joinMinutes: 0 } });
    await claim(byLetter(morning));
    clock.set('2026-11-23T10:20');
    await list(
      [{ ...morning, status: 'seen' }, { ...secret, marking: 'private' }, afternoon],
      '2026-11-23T10:18:00.000Z',
    );
    const answer = await claim(byLetter(afternoon));
    expect(answer).toMatchObject({ kind: 'alreadyCheckedIn', appointments: [{ time: '10:25' }] });
    expect(await checkIn.dispute(handleOf(answer))).toBe(true);
    const [visit] = await visits();
    expect(visit?.arrivals.map(({ start, state }) => [start.slice(-5), state])).toEqual([
      ['09:50', 'arrived'],
      ['10:05', 'arrived'],
      ['10:25', 'disputed'],
    ]);
  });

  test('is a desk row though its visitor was seen this morning, and stays one', async () => {
    const [morning, later] = [row(1, '09:55'), row(1, '10:40', { clinician: 'Dr James Field' })];
    const { checkIn, claim, clock, list, visits } = await openCheckIn({ rows: [morning, later] });
    await claim(byLetter(morning));
    clock.set('2026-11-23T10:30');
    await list([{ ...morning, status: 'seen' }, later], '2026-11-23T10:28:00.000Z');
    await checkIn.dispute(handleOf(await claim(byLetter(later))));
    expect(await visits()).toMatchObject([{ notCheckedIn: 'disputed' }]);
    expect(await claim(byLetter(later))).toEqual({ kind: 'reception' });
    expect(await visits()).toMatchObject([{ notCheckedIn: 'disputed', arrivals: [{ state: 'arrived' }, {}] }]);
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

/** A store whose writes wait for a test: before their work, or after it and before the commit. */
function createGate() {
  let [arrive, open] = [() => undefined as void, () => undefined as void];
  const reached = new Promise<void>((resolve) => (arrive = resolve));
  const opened = new Promise<void>((resolve) => (open = resolve));
  const wait = (): Promise<void> => {
    arrive();
    return opened;
  };
  const withWrite = (real: Store, write: Store['write']): Store =>
    new Proxy(real, { get: (of, name) => (name === 'write' ? write : Reflect.get(of, name)) });
  return {
    reached,
    open: () => {
      open();
    },
    before: (real: Store) => withWrite(real, async (work) => wait().then(() => real.write(work))),
    after: (real: Store) =>
      withWrite(real, (work) =>
        real.write(async (db) => {
          const done = await work(db);
          await wait();
          return done;
        }),
      ),
  };
}
