import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { AppointmentStatus, Arrival } from '../../main/domain/types';
import { acknowledgeAlert, openAlerts } from '../../main/store/alerts';
import { appointmentsOfArrived } from '../../main/store/appointments';
import { candidates } from '../../main/store/checkIn';
import { purge } from '../../main/store/purge';
import type { Writer } from '../../main/store/schema';
import type { Store } from '../../main/store/store';
import { switchIn } from '../../main/store/switchIn';
import { markDisputed, setArrivalLinks, visitById, visitsOfDay } from '../../main/store/visits';
import { openTemporaryStore } from '../support/temporaryStore';
import {
  instant,
  loadList,
  relinkByRules,
  sampleAppointment,
  sampleAppointments,
  sampleArrival,
  samplePatient,
  sampleVisit,
  saveArrived,
  stageWhole,
  today,
} from './support/samples';

const arrivedAt = '2026-11-23T10:02:00.000Z';
const later = (minute: number) => `2026-11-23T10:${String(minute).padStart(2, '0')}:00.000Z`;

/** Checks the patients in to all their rows of the current list. */
async function arriveAt(store: Store, number: number, change: Partial<Arrival> = {}) {
  const { appointments } = await candidates(store.db, today, samplePatient(number).dateOfBirth);
  const visit = sampleVisit(number);
  const arrivals = appointments.map(({ id, sourceAppointmentId, start, clinician, source }) =>
    sampleArrival(visit, { appointmentId: id, sourceAppointmentId, start, clinician, source, arrivedAt, ...change }),
  );
  await saveArrived(store, visit, ...arrivals);
  return { visit, arrivals };
}

async function loadWith(store: Store, status: AppointmentStatus, listAsOf: string): Promise<void> {
  await loadList(store, [sampleAppointment(1, { status }), sampleAppointment(2)], { listAsOf });
}

async function alertsOf(store: Store): Promise<{ kind: string; visitId: string | null }[]> {
  return (await openAlerts(store.db, today)).map(({ kind, visitId }) => ({ kind, visitId }));
}

describe('a new list that has called a patient in', () => {
  test.each(['sentIn', 'seen', 'left'] as const)('(%s) sets when, and a later list leaves that', async (status) => {
    const { store } = await openTemporaryStore();
    await loadWith(store, 'booked', later(0));
    const { visit } = await arriveAt(store, 1);
    const { visit: waiting } = await arriveAt(store, 2);
    await loadWith(store, status, later(10));
    await loadWith(store, 'seen', later(20));
    expect((await visitById(store.db, visit.id))?.arrivals).toMatchObject([{ calledAt: later(10) }]);
    expect((await visitById(store.db, waiting.id))?.arrivals).toMatchObject([{ calledAt: null }]);
    expect(await alertsOf(store)).toEqual([]);
  });

  test('leaves the instant of a call that is known', async () => {
    const { store } = await openTemporaryStore();
    await loadWith(store, 'booked', later(0));
    const { visit } = await arriveAt(store, 1, { calledAt: later(5) });
    await loadWith(store, 'sentIn', later(10));
    expect((await visitById(store.db, visit.id))?.arrivals).toMatchObject([{ calledAt: later(5) }]);
  });
});

test.each(['sentIn', 'seen', 'left'] as const)(
  'an older list (%s) that is imported late calls nobody in',
  async (status) => {
    const { store } = await openTemporaryStore();
    await loadWith(store, 'booked', later(0));
    const { visit } = await arriveAt(store, 1);
    await loadWith(store, status, later(1));
    expect((await visitById(store.db, visit.id))?.arrivals).toMatchObject([{ calledAt: null }]);
    await loadWith(store, status, later(10));
    expect((await visitById(store.db, visit.id))?.arrivals).toMatchObject([{ calledAt: later(10) }]);
  },
);

describe('a new list that contradicts an arrival', () => {
  test.each(['cancelled', 'didNotAttend'] as const)('(%s) alerts once, acknowledged or not', async (status) => {
    const { store } = await openTemporaryStore();
    await loadWith(store, 'booked', later(0));
    const { visit } = await arriveAt(store, 1);
    await loadWith(store, status, later(10));
    const [alert] = await openAlerts(store.db, today);
    expect(alert).toMatchObject({ kind: 'contradicted', visitId: visit.id, raisedAt: instant, detail: null });
    await loadWith(store, status, later(20));
    expect(await alertsOf(store)).toHaveLength(1);
    await store.write((db) => acknowledgeAlert(db, alert?.id ?? '', later(21)));
    await purge(store, { today, firstDayKept: today });
    await loadWith(store, status, later(30));
    expect(await alertsOf(store)).toEqual([]);
    // The arrival stands: what happened at the kiosk is not undone by a list.
    expect((await visitById(store.db, visit.id))?.arrivals).toMatchObject([{ state: 'arrived', isToCheck: false }]);
  });

  test('alerts again when the appointment was back in between', async () => {
    const { store } = await openTemporaryStore();
    await loadWith(store, 'booked', later(0));
    await arriveAt(store, 1);
    await loadWith(store, 'cancelled', later(10));
    const [alert] = await openAlerts(store.db, today);
    await store.write((db) => acknowledgeAlert(db, alert?.id ?? '', later(11)));
    await loadWith(store, 'booked', later(20));
    await loadWith(store, 'cancelled', later(30));
    expect(await alertsOf(store)).toMatchObject([{ kind: 'contradicted' }]);
  });

  test('says nothing when it is older than the arrival, and alerts when a newer one says the same', async () => {
    const { store } = await openTemporaryStore();
    await loadWith(store, 'booked', later(0));
    const { visit } = await arriveAt(store, 1);
    await loadWith(store, 'cancelled', later(1));
    expect(await alertsOf(store)).toEqual([]);
    await loadWith(store, 'cancelled', later(10));
    expect(await alertsOf(store)).toEqual([{ kind: 'contradicted', visitId: visit.id }]);
  });

  test('alerts once for a patient whose two appointments it cancels', async () => {
    const { store } = await openTemporaryStore();
    const rows = [sampleAppointment(1), sampleAppointment(1, { sourceAppointmentId: 'second' })];
    await loadList(store, rows, { listAsOf: later(0) });
    const { arrivals } = await arriveAt(store, 1);
    expect(arrivals).toHaveLength(2);
    await loadList(
      store,
      rows.map((row) => ({ ...row, status: 'cancelled' as const })),
      { listAsOf: later(10) },
    );
    expect(await alertsOf(store)).toMatchObject([{ kind: 'contradicted' }]);
  });

  test('says nothing of a disputed arrival', async () => {
    const { store } = await openTemporaryStore();
    await loadWith(store, 'booked', later(0));
    const { arrivals } = await arriveAt(store, 1);
    await store.write((db) =>
      markDisputed(
        db,
        arrivals.map(({ id }) => id),
      ),
    );
    await loadWith(store, 'cancelled', later(10));
    expect(await alertsOf(store)).toEqual([]);
  });
});

test('switching in 3,000 rows under 300 arrivals costs little more than reading and linking them, whoever was called', async () => {
  const { store } = await openTemporaryStore();
  const rows = sampleAppointments(3000);
  await loadList(store, rows, { listAsOf: later(0) });
  for (let number = 0; number < 300; number += 1) await arriveAt(store, number);
  const switching: number[] = [];
  const bare: number[] = [];
  for (let round = 1; round <= 10; round += 1) {
    const id = randomUUID();
    const changed = rows.map((row, number) => ({ ...row, status: statusIn(round, number) }));
    await stageWhole(store, id, changed, { listAsOf: later(round) });
    const options = { importIds: [id], day: today, at: instant, relink: relinkByRules, newId: randomUUID };
    switching.push(await millisecondsOf(() => store.write((db) => switchIn(db, options))));
    bare.push(await millisecondsOf(() => store.write(readAndLink)));
  }
  // The quickest of several, beside the least that such a switch must do in the same moments: the machine may be busy with other tests.
  const said = `${switching.map((one) => one.toFixed(1)).join(' ')} beside ${bare.map((one) => one.toFixed(1)).join(' ')}`;
  expect(Math.min(...switching), said).toBeLessThan(2.5 * Math.min(...bare) + 1);
  const arrivals = (await visitsOfDay(store.db, today)).flatMap((visit) => visit.arrivals);
  expect(arrivals.filter(({ calledAt }) => calledAt !== null)).toHaveLength(150);
  expect(await alertsOf(store)).toHaveLength(5);
});

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

async function readAndLink(db: Writer): Promise<void> {
  const arrivals = (await visitsOfDay(db, today)).flatMap((visit) => visit.arrivals);
  await appointmentsOfArrived(db, today, [1]);
  await setArrivalLinks(
    db,
    arrivals.map(({ id, appointmentId }) => ({ arrivalId: id, appointmentId })),
  );
}

/** Of the arrived, number by number: the even ones are sent in, 25 each round until they all are; five others are cancelled from the fourth. */
function statusIn(round: number, number: number): AppointmentStatus {
  if (number % 2 === 0) return number < Math.min(300, round * 50) ? 'sentIn' : 'booked';
  return round >= 4 && number < 10 ? 'cancelled' : 'booked';
}
