import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { acknowledgeAlert, openAlerts } from '../../main/store/alerts';
import { candidates } from '../../main/store/checkIn';
import { currentLists } from '../../main/store/lists';
import type { Store } from '../../main/store/store';
import { planSwitch, switchIn, type Relink } from '../../main/store/switchIn';
import { addArrivals, markDisputed, saveVisit, visitsOfDay } from '../../main/store/visits';
import { openTemporaryStore } from '../support/temporaryStore';
import {
  instant,
  loadList,
  relinkById,
  sampleAppointment,
  sampleAppointments,
  sampleArrival,
  samplePatient,
  sampleVisit,
  stageWhole,
  today,
} from './support/samples';

async function arrive(store: Store, number: number) {
  const [row] = (await candidates(store.db, today, samplePatient(number).dateOfBirth)).appointments;
  const visit = sampleVisit(number);
  const arrival = sampleArrival(visit, { appointmentId: row?.id ?? null, sourceAppointmentId: `A${number}` });
  await store.write(async (db) => {
    await saveVisit(db, visit);
    await addArrivals(db, [arrival]);
  });
  return { visit, arrival };
}

/** Twenty arrivals, a list staged to replace theirs, and how it will be switched in; `relink` counts its calls. */
async function openStaged(rows = sampleAppointments(21), change: { listAsOf?: string } = {}) {
  const { store } = await openTemporaryStore();
  await loadList(store, sampleAppointments(21));
  const arrived = [];
  for (let number = 0; number < 20; number += 1) arrived.push(await arrive(store, number));
  const id = randomUUID();
  await stageWhole(store, id, rows, change);
  const relink = vi.fn<Relink>(relinkById);
  const options = { importIds: [id], day: today, at: instant, relink, newId: randomUUID };
  const arrivals = async () => (await visitsOfDay(store.db, today)).flatMap((visit) => visit.arrivals);
  return { store, id, arrived, relink, options, arrivals };
}

test('what was worked out before the write is what is written, and is not worked out again', async () => {
  const { store, id, options, relink, arrivals } = await openStaged(sampleAppointments(19));
  const plan = await planSwitch(store.db, options);
  expect((await currentLists(store.db, today)).map(({ importId }) => importId)).not.toContain(id);
  expect(await arrivals()).toEqual(expect.not.arrayContaining([expect.objectContaining({ isToCheck: true })]));
  expect(await store.write((db) => switchIn(db, { ...options, plan }))).toBe(1);
  expect(relink).toHaveBeenCalledTimes(1);
  expect((await currentLists(store.db, today)).map(({ importId }) => importId)).toEqual([id]);
  const linked = await arrivals();
  expect(linked.filter(({ isToCheck }) => isToCheck)).toMatchObject([{ sourceAppointmentId: 'A19' }]);
  for (const { sourceAppointmentId, appointmentId } of linked.filter(({ isToCheck }) => !isToCheck)) {
    const number = Number(sourceAppointmentId?.slice(1));
    const [row] = (await candidates(store.db, today, samplePatient(number).dateOfBirth)).appointments;
    expect(appointmentId).toBe(row?.id);
  }
  expect(await openAlerts(store.db, today)).toMatchObject([{ kind: 'arrivalUnmatched' }]);
});

test.each<[string, (staged: Awaited<ReturnType<typeof openStaged>>) => Promise<unknown>]>([
  ['somebody arrives', ({ store }) => arrive(store, 20)],
  [
    'somebody disowns an arrival',
    ({ store, arrived }) => store.write((db) => markDisputed(db, [arrived[3]?.arrival.id ?? ''])),
  ],
  ['another list comes into use', ({ store }) => loadList(store, [sampleAppointment(2)], { source: 'systmone' })],
])('it is worked out again inside the write when meanwhile %s', async (_what, change) => {
  const staged = await openStaged();
  const { store, options, relink, arrivals } = staged;
  const plan = await planSwitch(store.db, options);
  await change(staged);
  await store.write((db) => switchIn(db, { ...options, plan }));
  expect(relink).toHaveBeenCalledTimes(2);
  expect((await arrivals()).every(({ appointmentId }) => appointmentId !== null)).toBe(true);
});

test('a list retired in the same moment takes its rows along', async () => {
  const { store } = await openTemporaryStore();
  await loadList(store, [sampleAppointment(1)], { source: 'demonstration' });
  const { visit } = await arrive(store, 1);
  const id = randomUUID();
  await stageWhole(store, id, [sampleAppointment(2)]);
  const relink = vi.fn<Relink>(relinkById);
  const options = { importIds: [id], day: today, at: instant, relink, newId: randomUUID, retired: 'demonstration' };
  const plan = await planSwitch(store.db, options);
  await store.write((db) => switchIn(db, { ...options, plan }));
  expect(relink).toHaveBeenCalledTimes(1);
  expect((await currentLists(store.db, today)).map(({ importId }) => importId)).toEqual([id]);
  expect(await openAlerts(store.db, today)).toMatchObject([{ kind: 'arrivalUnmatched', visitId: visit.id }]);
});

test('who is called in or contradicted by the list is worked out before too, and each visit alerts once', async () => {
  const rows = sampleAppointments(20).map((row, number) => {
    if (number === 4) return { ...row, status: 'sentIn' as const };
    return number === 5 || number === 6 ? { ...row, status: 'cancelled' as const } : row;
  });
  const { store, options, arrivals, arrived } = await openStaged(rows, { listAsOf: '2026-11-23T10:20:00.000Z' });
  const plan = await planSwitch(store.db, options);
  expect(plan.contradicted.toSorted()).toEqual([arrived[5]?.visit.id, arrived[6]?.visit.id].toSorted());
  await store.write((db) => switchIn(db, { ...options, plan }));
  expect((await arrivals()).filter(({ calledAt }) => calledAt !== null)).toMatchObject([
    { sourceAppointmentId: 'A4', calledAt: '2026-11-23T10:20:00.000Z' },
  ]);
  const alerts = await openAlerts(store.db, today);
  expect(alerts.map(({ kind, visitId }) => ({ kind, visitId }))).toEqual(
    expect.arrayContaining([5, 6].map((number) => ({ kind: 'contradicted', visitId: arrived[number]?.visit.id }))),
  );
  expect(alerts).toHaveLength(2);
  await store.write((db) => acknowledgeAlert(db, alerts[0]?.id ?? '', instant));
  // The same news once more is none.
  const again = randomUUID();
  await stageWhole(store, again, rows, { listAsOf: '2026-11-23T10:30:00.000Z' });
  await store.write((db) => switchIn(db, { ...options, importIds: [again] }));
  expect(await openAlerts(store.db, today)).toHaveLength(1);
});

test('however many arrivals are linked, it takes the same few statements', async () => {
  const { store, options } = await openStaged();
  const plan = await planSwitch(store.db, options);
  const count = async (links: typeof plan.links): Promise<number> => {
    let statements = 0;
    await store
      .write(async (db) => {
        const executor = db.getExecutor();
        const run = vi.spyOn(Object.getPrototypeOf(executor) as typeof executor, 'executeQuery');
        await switchIn(db, { ...options, plan: { ...plan, links } });
        statements = run.mock.calls.length;
        run.mockRestore();
        throw new Error('undo');
      })
      .catch(() => undefined);
    return statements;
  };
  const few = await count(plan.links.slice(0, 1));
  expect(plan.links).toHaveLength(20);
  expect(few).toBeGreaterThan(3);
  expect(await count(plan.links)).toBe(few);
});
