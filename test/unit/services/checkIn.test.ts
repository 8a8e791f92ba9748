import { describe, expect, test } from 'vitest';
import type { CheckInAnswer, IdentityClaim } from '../../../preload/contract/kiosk';
import type { DateOfBirth, Day } from '../../../preload/contract/rules/dates';
import { createCheckIn } from '../../../main/services/checkIn';
import { createVisitSession } from '../../../main/services/visitSession';
import type { Store } from '../../../main/store/store';
import { visitsOfDay } from '../../../main/store/visits';
import { appointment, claimOf } from '../../support/dayLists';
import { emisTable, toBytes, type MadeRow } from '../../support/listFiles';
import { openPractice, settle, writeListAt } from '../../support/practice';

const day = '2026-11-23' as Day;
const present = appointment(1, { day, time: '10:10' });
const early = appointment(2, { day, time: '15:00' });
const cancelled = appointment(3, { day, time: '10:10', status: 'Cancelled' });
const newYear = appointment(4, { day, time: '10:10', dateOfBirth: '1980-01-01' });
const nobody = appointment(9, { day, time: '10:10' });

const idle = { warnAfterSeconds: 60, warningStandsSeconds: 20, endingStandsSeconds: 15 };

async function openCheckIn({ hasList = true, store }: { hasList?: boolean; store?: (real: Store) => Store } = {}) {
  const practice = await openPractice();
  const { timers, changes, log } = practice;
  const list = writeListAt('today.csv', toBytes(emisTable([present, early, cancelled, newYear])));
  if (hasList) await practice.importLists([list], () => undefined);
  practice.published.length = 0;
  const session = createVisitSession({ idle, timers, changes, log });
  const checkIn = createCheckIn({
    ...practice,
    session,
    ...(store === undefined ? {} : { store: store(practice.store) }),
  });
  /** Claims as the patient of `row`, and lets the fixed time pass. */
  const claim = async (row: MadeRow): Promise<CheckInAnswer | 'closed'> => {
    const answering = checkIn.claim(claimFor(row));
    await settle();
    timers.advance(50);
    return answering;
  };
  return { ...practice, checkIn, claim, session };
}

function claimFor(row: MadeRow): IdentityClaim {
  const { letter, dateOfBirth } = claimOf(row);
  return { by: 'letter', letter, dateOfBirth: dateOfBirth as DateOfBirth } as IdentityClaim;
}

describe('a claim', () => {
  for (const [what, row] of Object.entries({ present, early, cancelled, newYear, nobody })) {
    test(`of ${what} is answered after exactly 50 ms`, async () => {
      const { checkIn, timers } = await openCheckIn();
      let isAnswered = false;
      void checkIn.claim(claimFor(row)).then(() => (isAnswered = true));
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
    const { checkIn, store, changes, timers } = await openCheckIn();
    const seen: Promise<number>[] = [];
    changes.subscribe(['visits'], () =>
      seen.push(visitsOfDay(store.db, day).then(([visit]) => visit?.arrivals.length ?? 0)),
    );
    const answering = checkIn.claim(claimFor(present));
    await settle();
    expect(await Promise.all(seen)).toEqual([1]);
    timers.advance(50);
    expect(await answering).toMatchObject({ kind: 'checkedIn', appointments: [{ time: '10:10' }] });
  });

  test('fails as a whole when the store cannot write: no good answer, no arrival, nobody told', async () => {
    const { checkIn, store, published } = await openCheckIn({
      store: (real) =>
        new Proxy(real, { get: (of, name) => (name === 'write' ? failAfter(of) : Reflect.get(of, name)) }),
    });
    await expect(checkIn.claim(claimFor(present))).rejects.toThrow('disk full');
    expect(await visitsOfDay(store.db, day)).toEqual([]);
    expect(published).toEqual([]);
  });

  test('is refused while check-in is closed, and leaves nothing behind', async () => {
    const { claim, store } = await openCheckIn({ hasList: false });
    expect(await claim(present)).toBe('closed');
    expect(await visitsOfDay(store.db, day)).toEqual([]);
  });

  test('made again says so, and the first arrival stands', async () => {
    const { claim, store, clock } = await openCheckIn();
    await claim(present);
    clock.set('2026-11-23T10:05');
    expect(await claim(present)).toMatchObject({ kind: 'alreadyCheckedIn' });
    const [visit, ...others] = await visitsOfDay(store.db, day);
    expect(others).toEqual([]);
    expect(visit).toMatchObject({ firstArrivedAt: '2026-11-23T10:00:00.000Z', lastSeenAt: '2026-11-23T10:05:00.000Z' });
    expect(visit?.arrivals).toHaveLength(1);
  });

  test('of somebody identified but not checked in leaves a row that says why; of nobody, none', async () => {
    const { claim, store } = await openCheckIn();
    expect(await claim(early)).toMatchObject({ kind: 'tooEarly', from: '14:30' });
    expect(await claim(cancelled)).toEqual({ kind: 'reception' });
    expect(await claim(nobody)).toEqual({ kind: 'reception' });
    const visits = await visitsOfDay(store.db, day);
    expect(visits.map(({ notCheckedIn }) => notCheckedIn).sort()).toEqual(['cancelled', 'tooEarly']);
    expect(visits.flatMap(({ arrivals }) => arrivals)).toEqual([]);
  });

  test('is logged in the same words and with the same time whether nobody was found or somebody is sent to reception', async () => {
    const { claim, log } = await openCheckIn();
    await claim(cancelled);
    await claim(nobody);
    const [one, other] = log.entries.filter(({ event }) => event === 'checkIn.answered');
    expect(one).toEqual({ event: 'checkIn.answered', fields: { kind: 'reception', milliseconds: 50 } });
    expect(other).toEqual(one);
  });
});

describe('"This is not my appointment"', () => {
  test('takes the arrival back, once, and sends the next claim to reception', async () => {
    const { checkIn, claim, store, published } = await openCheckIn();
    const answer = await claim(present);
    if (answer === 'closed' || !('handle' in answer)) throw new Error('The patient is checked in');
    expect(await checkIn.dispute(answer.handle)).toBe(true);
    expect(published).toContain('alerts');
    expect((await visitsOfDay(store.db, day))[0]).toMatchObject({ arrivals: [{ state: 'disputed' }] });
    expect(await checkIn.dispute(answer.handle)).toBe(false);
    expect(await claim(present)).toEqual({ kind: 'reception' });
  });

  test('is not possible once the visitor has gone, nor with a made-up handle', async () => {
    const { checkIn, claim, session, store } = await openCheckIn();
    const answer = await claim(present);
    if (answer === 'closed' || !('handle' in answer)) throw new Error('The patient is checked in');
    expect(await checkIn.dispute('00000000-0000-4000-8000-000000000000')).toBe(false);
    session.end();
    expect(await checkIn.dispute(answer.handle)).toBe(false);
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
