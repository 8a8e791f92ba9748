import { describe, expect, test } from 'vitest';
import type { AppointmentStatus, Arrival, ListedAppointment } from '../../main/domain/types';
import { candidates } from '../../main/store/checkIn';
import { sessionArrivals } from '../../main/store/sessionArrivals';
import type { Store } from '../../main/store/store';
import { openTemporaryStore } from '../support/temporaryStore';
import {
  day,
  instant,
  loadList,
  sampleAppointment,
  sampleArrival,
  samplePatient,
  sampleVisit,
  saveArrived,
  start,
  today,
} from './support/samples';

const clinician = 'Dr Sample 1';
const listAsOf = '2026-11-23T09:50:00.000Z';
const called = '2026-11-23T10:06:00.000Z';
/** Of a list that was true after everybody came. */
const newer = { listAsOf: '2026-11-23T10:05:00.000Z' };

function rowAt(number: number, time: string, change: Partial<ListedAppointment> = {}): ListedAppointment {
  return sampleAppointment(number, { clinician, start: start(`${today}T${time}`), ...change });
}

/** Checks the patient in to all their rows of the list in use. */
async function arriveAt(store: Store, number: number, change: Partial<Arrival> = {}) {
  const { appointments } = await candidates(store.db, today, samplePatient(number).dateOfBirth);
  const visit = sampleVisit(number);
  const arrivals = appointments.map((row) =>
    sampleArrival(visit, { appointmentId: row.id, start: row.start, clinician: row.clinician, ...change }),
  );
  await saveArrived(store, visit, ...arrivals);
  return visit;
}

async function sessionOf(store: Store) {
  return sessionArrivals(store.db, today, clinician);
}

test('everybody who is here for the clinician is there by start, whether they waited at the kiosk or at the desk', async () => {
  const { store } = await openTemporaryStore();
  await loadList(
    store,
    [
      rowAt(1, '10:20'),
      rowAt(2, '10:10', { status: 'arrived' }),
      rowAt(3, '10:00', { status: 'arrived' }),
      rowAt(4, '10:30'),
      rowAt(5, '10:40', { clinician: 'Dr Other', status: 'arrived' }),
    ],
    { listAsOf },
  );
  const atKiosk = await arriveAt(store, 1);
  const atBoth = await arriveAt(store, 2);
  await arriveAt(store, 5);
  const here = await sessionOf(store);
  expect(here).toEqual([
    {
      visitId: expect.stringMatching(/^listed \d+$/),
      start: `${today}T10:00`,
      arrivedAt: listAsOf,
      calledAt: null,
      isWaiting: true,
    },
    { visitId: atBoth.id, start: `${today}T10:10`, arrivedAt: instant, calledAt: null, isWaiting: true },
    { visitId: atKiosk.id, start: `${today}T10:20`, arrivedAt: instant, calledAt: null, isWaiting: true },
  ]);
});

describe('somebody who checked in', () => {
  test.each<[AppointmentStatus, boolean]>([
    ['booked', true],
    ['arrived', true],
    ['unknown', true],
    ['sentIn', false],
    ['seen', false],
    ['left', false],
    ['didNotAttend', false],
    ['cancelled', false],
  ])('and whom the list calls %s waits: %s', async (status, isWaiting) => {
    const { store } = await openTemporaryStore();
    await loadList(store, [rowAt(1, '10:20', { status })], newer);
    await arriveAt(store, 1);
    expect(await sessionOf(store)).toMatchObject([{ isWaiting }]);
  });

  test.each<AppointmentStatus>(['sentIn', 'seen', 'left', 'didNotAttend', 'cancelled'])(
    'after the list that calls them %s still waits, and one of the same instant is no newer',
    async (status) => {
      for (const older of ['2026-11-23T09:30:00.000Z', instant]) {
        const { store } = await openTemporaryStore();
        await loadList(store, [rowAt(1, '10:20', { status })], { listAsOf: older });
        await arriveAt(store, 1);
        expect(await sessionOf(store)).toMatchObject([{ calledAt: null, isWaiting: true }]);
      }
    },
  );

  test('waits no more once called in, with the instant of it', async () => {
    const { store } = await openTemporaryStore();
    await loadList(store, [rowAt(1, '10:20')]);
    await arriveAt(store, 1, { calledAt: called });
    expect(await sessionOf(store)).toMatchObject([{ calledAt: called, isWaiting: false }]);
  });

  test('waits although the list does not hold the appointment any more', async () => {
    const { store } = await openTemporaryStore();
    await loadList(store, [rowAt(1, '10:20')]);
    await arriveAt(store, 1, { appointmentId: null, isToCheck: true });
    expect(await sessionOf(store)).toMatchObject([{ isWaiting: true }]);
  });

  test('and said that it was not theirs is not here, even if the list calls them arrived', async () => {
    const { store } = await openTemporaryStore();
    await loadList(store, [rowAt(1, '10:20', { status: 'arrived' })]);
    await arriveAt(store, 1, { state: 'disputed' });
    expect(await sessionOf(store)).toEqual([]);
  });

  test('on another day is not here', async () => {
    const { store } = await openTemporaryStore();
    const visit = sampleVisit(1, { day: day('2026-11-22') });
    await saveArrived(store, visit, sampleArrival(visit, { clinician }));
    expect(await sessionOf(store)).toEqual([]);
  });
});

describe('slots in a row', () => {
  const two = (first: AppointmentStatus, second: AppointmentStatus) => [
    rowAt(1, '10:00', { status: first }),
    rowAt(1, '10:10', { status: second }),
  ];

  test.each<[AppointmentStatus, AppointmentStatus, boolean]>([
    ['booked', 'booked', true],
    ['sentIn', 'booked', false],
    ['booked', 'seen', false],
    ['cancelled', 'booked', true],
    ['cancelled', 'didNotAttend', false],
  ])('of which one is %s and one is %s make one person who waits: %s', async (first, second, isWaiting) => {
    const { store } = await openTemporaryStore();
    await loadList(store, two(first, second), newer);
    const visit = await arriveAt(store, 1);
    const one = { visitId: visit.id, start: `${today}T10:00`, arrivedAt: instant, calledAt: null, isWaiting };
    expect(await sessionOf(store)).toEqual([one]);
  });

  test('are two when there is time between them', async () => {
    const { store } = await openTemporaryStore();
    await loadList(store, [rowAt(1, '10:00', { status: 'seen' }), rowAt(1, '10:40')], newer);
    await arriveAt(store, 1);
    expect(await sessionOf(store)).toMatchObject([{ isWaiting: false }, { isWaiting: true }]);
  });

  test('of somebody whom only the list knows are one person, and twins are two', async () => {
    const { store } = await openTemporaryStore();
    const twin = samplePatient(1, { firstName: 'Kim', sourcePatientId: 'twin' });
    await loadList(store, [...two('arrived', 'arrived'), rowAt(1, '10:00', { status: 'arrived', patient: twin })]);
    const here = await sessionOf(store);
    expect(here).toMatchObject([{ start: `${today}T10:00` }, { start: `${today}T10:00` }]);
    expect(new Set(here.map(({ visitId }) => visitId)).size).toBe(2);
  });
});

test('what is the asking patient’s own is left out, here and by the list, and nobody else’s; a private row counts', async () => {
  const { store } = await openTemporaryStore();
  const arrived = { status: 'arrived' } as const;
  await loadList(store, [
    rowAt(1, '10:00', arrived),
    rowAt(2, '10:10'),
    rowAt(3, '10:20'),
    rowAt(4, '10:30', { ...arrived, marking: 'private' }),
  ]);
  const own = await arriveAt(store, 2);
  const other = await arriveAt(store, 3);
  const listed = await candidates(store.db, today, samplePatient(1).dateOfBirth);
  const appointmentIds = listed.appointments.map(({ id }) => id);
  const others = await sessionArrivals(store.db, today, clinician, { visitIds: [own.id], appointmentIds });
  expect(others).toMatchObject([{ visitId: other.id }, { start: `${today}T10:30`, isWaiting: true }]);
  expect(await sessionOf(store)).toHaveLength(4);
});

test('a list that is replaced, one of another day and an appointment by phone bring nobody here', async () => {
  const { store } = await openTemporaryStore();
  const arrived = { status: 'arrived' } as const;
  await loadList(store, [rowAt(1, '10:00', arrived)]);
  await loadList(store, [rowAt(2, '10:10', { ...arrived, mode: 'phone' }), rowAt(3, '10:20')]);
  await loadList(store, [rowAt(4, '10:00', arrived)], { day: day('2026-11-24') });
  expect(await sessionOf(store)).toEqual([]);
});
