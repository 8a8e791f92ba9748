import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isMarkedBy } from '../../main/domain/desk/rowsAppointments';
import type { AppointmentStatus } from '../../main/domain/types';
import type { Store } from '../../main/store/store';
import { changeWorklistArrival, forgetListed, markListed, worklistArrival } from '../../main/store/worklist';
import { openTemporaryStore } from '../support/temporaryStore';
import { day, loadList, sampleAppointment, sampleArrival, sampleVisit, saveArrived, today } from './support/samples';

const at = (time: string): string => `2026-11-23T${time}:00.000Z`;
const statuses: AppointmentStatus[] = [
  'booked',
  'arrived',
  'sentIn',
  'seen',
  'left',
  'didNotAttend',
  'cancelled',
  'unknown',
];

/** A list with one row for each of `some`, and a visit that arrived at it at 10 o'clock. Gives the ids of the arrivals. */
async function arriveAt(
  store: Store,
  some: readonly AppointmentStatus[],
  listAsOf: string,
  on = today,
): Promise<string[]> {
  const rows = some.map((status, number) => sampleAppointment(number, { status }));
  await loadList(store, rows, { listAsOf, day: on });
  const ids = await store.db
    .selectFrom('appointments')
    .innerJoin('imports', 'imports.number', 'appointments.importNumber')
    .where('imports.state', '=', 'current')
    .where('imports.day', '=', on)
    .select('appointments.id')
    .orderBy('line')
    .execute();
  const arrivals: string[] = [];
  for (const [number, { id }] of ids.entries()) {
    const visit = sampleVisit(number, { day: on });
    const arrival = sampleArrival(visit, { appointmentId: id, arrivedAt: at('10:00') });
    await saveArrived(store, visit, arrival);
    arrivals.push(arrival.id);
  }
  return arrivals;
}

const marksOf = (store: Store) =>
  store.db.selectFrom('deskArrivals').select(['arrivalId', 'markedAt', 'markedBy']).execute();

test('exactly those arrivals are ticked that the desk shows as marked, whatever the list says and however old it is', async () => {
  const { store } = await openTemporaryStore();
  let number = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...statuses), { minLength: 1, maxLength: 8 }),
      fc.constantFrom(at('09:00'), at('10:00'), at('10:30')),
      async (some, listAsOf) => {
        number += 1;
        const on = day(new Date(Date.UTC(2020, 0, number)).toISOString().slice(0, 10));
        const arrivals = await arriveAt(store, some, listAsOf, on);
        await store.write((db) => markListed(db, on, at('10:31')));
        const marked = new Set((await marksOf(store)).map(({ arrivalId }) => arrivalId));
        const expected = some.map((status) => isMarkedBy({ status, listAsOf }, { arrivedAt: at('10:00') }));
        expect(arrivals.map((id) => marked.has(id))).toEqual(expected);
      },
    ),
    { numRuns: 40 },
  );
});

test('the tick is dated to when the list was true, but not before they arrived and not after the import', async () => {
  const { store } = await openTemporaryStore();
  const dated = async (on: string, listAsOf: string, importedAt: string): Promise<unknown> => {
    const [id] = await arriveAt(store, ['arrived'], listAsOf, day(on));
    await store.write((db) => markListed(db, day(on), importedAt));
    return (await marksOf(store)).find(({ arrivalId }) => arrivalId === id)?.markedAt;
  };
  expect(await dated('2026-11-01', at('10:20'), at('10:40'))).toBe(at('10:20'));
  expect(await dated('2026-11-02', at('09:20'), at('10:40'))).toBe(at('10:00'));
  expect(await dated('2026-11-03', at('11:20'), at('10:40'))).toBe(at('10:40'));
});

test('a tick of staff stands, and who has taken or moved an arrival is kept', async () => {
  const { store } = await openTemporaryStore();
  const [ticked = '', taken = '', disputed = ''] = await arriveAt(
    store,
    ['arrived', 'arrived', 'arrived'],
    at('10:30'),
  );
  await store.write(async (db) => {
    await changeWorklistArrival(db, ticked, { markedAt: at('10:05'), markedBy: 'jo' });
    await changeWorklistArrival(db, taken, { takenBy: 'jo', takenAt: at('10:06') });
    await db.updateTable('arrivals').set({ state: 'disputed' }).where('id', '=', disputed).execute();
    await markListed(db, today, at('10:31'));
    await markListed(db, today, at('10:45'));
  });
  const kept = async (id: string) => worklistArrival(store.db, today, id);
  expect(await kept(ticked)).toMatchObject({ markedAt: at('10:05'), markedBy: 'jo' });
  expect(await kept(taken)).toMatchObject({ markedAt: at('10:30'), markedBy: 'list', takenBy: 'jo' });
  expect(await kept(disputed)).toMatchObject({ markedAt: null, state: 'disputed' });
});

test('an import that is taken back takes its ticks along, and none of staff or of another day', async () => {
  const { store } = await openTemporaryStore();
  const yesterday = day('2026-11-22');
  const [before = ''] = await arriveAt(store, ['arrived'], at('10:30'), yesterday);
  const [ticked = '', listed = ''] = await arriveAt(store, ['arrived', 'arrived'], at('10:30'));
  await store.write(async (db) => {
    await changeWorklistArrival(db, ticked, { markedAt: at('10:05'), markedBy: 'jo' });
    await markListed(db, yesterday, at('10:31'));
    await markListed(db, today, at('10:31'));
    await forgetListed(db, today);
  });
  const marked = (await marksOf(store)).filter(({ markedAt }) => markedAt !== null);
  expect(marked.map(({ arrivalId }) => arrivalId).sort()).toEqual([before, ticked].sort());
  expect(await worklistArrival(store.db, today, listed)).toMatchObject({ markedAt: null, markedBy: null });
});

test('an arrival of another day, or none, is not on the worklist of today', async () => {
  const { store } = await openTemporaryStore();
  const [id = ''] = await arriveAt(store, ['booked'], at('10:30'));
  expect(await worklistArrival(store.db, today, id)).toMatchObject({ arrivalId: id, takenBy: null });
  expect(await worklistArrival(store.db, day('2026-11-24'), id)).toBeNull();
  expect(await worklistArrival(store.db, today, randomUUID())).toBeNull();
});
