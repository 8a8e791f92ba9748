import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { addRow } from '../../main/store/addedRows';
import { currentLists, notFoundSince } from '../../main/store/lists';
import { addToCount } from '../../main/store/counts';
import { purge } from '../../main/store/purge';
import { lastImport, planUndo, undoImport } from '../../main/store/undoImport';
import { switchIn } from '../../main/store/switchIn';
import { candidates } from '../../main/store/checkIn';
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

const later = (minute: number) => `2026-11-23T10:${String(minute).padStart(2, '0')}:00.000Z`;
type Opened = Awaited<ReturnType<typeof openTemporaryStore>>['store'];

async function importAt(store: Opened, at: string, rows = sampleAppointments(3)): Promise<string> {
  const id = randomUUID();
  await stageWhole(store, id, rows, { listAsOf: at });
  await store.write((db) =>
    switchIn(db, { importIds: [id], day: today, at, relink: relinkByRules, newId: randomUUID }),
  );
  return id;
}

test('a purge leaves the lists that can be taken back, and only those', async () => {
  const { store } = await openTemporaryStore();
  for (const minute of [1, 2, 3]) await importAt(store, later(minute));
  await purge(store, { today, firstDayKept: today });
  const kept = await store.db.selectFrom('imports').select('listAsOf').orderBy('listAsOf').execute();
  expect(kept.map(({ listAsOf }) => listAsOf)).toEqual([later(2), later(3)]);
  const last = await lastImport(store.db, today, []);
  expect(last).toMatchObject({ importedAt: later(3), backTo: later(2) });
  if (last === null) throw new Error('Nothing can be taken back');
  await store.write((db) =>
    undoImport(db, last, { day: today, at: later(4), relink: relinkByRules, newId: randomUUID }),
  );
  expect((await candidates(store.db, today, samplePatient(1).dateOfBirth)).appointments).toHaveLength(1);
  // What was taken back is gone with the next purge, and at night everything is.
  await purge(store, { today, firstDayKept: today });
  expect(await store.db.selectFrom('imports').selectAll().execute()).toHaveLength(1);
});

test('an undo that fails changes nothing', async () => {
  const { store } = await openTemporaryStore();
  await importAt(store, later(1));
  await importAt(store, later(2));
  const last = await lastImport(store.db, today, []);
  if (last === null) throw new Error('Nothing can be taken back');
  const options = { day: today, at: later(3), relink: relinkByRules, newId: randomUUID };
  const failing = store.write(async (db) => {
    await undoImport(db, last, options);
    throw new Error('disk full');
  });
  await expect(failing).rejects.toThrow('disk full');
  expect(await currentLists(store.db, today)).toMatchObject([{ listAsOf: later(2) }]);
  expect(await lastImport(store.db, today, [])).toEqual(last);
});

test('claims that named nobody are counted from when the lists in use came into use', async () => {
  const { store } = await openTemporaryStore();
  const count = (number: number) => store.write((db) => addToCount(db, today, 'claims.nobody', number));
  expect(await notFoundSince(store.db, today)).toBe(0);
  await count(4);
  expect(await notFoundSince(store.db, today)).toBe(4);
  await importAt(store, later(1));
  expect(await notFoundSince(store.db, today)).toBe(0);
  await count(2);
  expect(await notFoundSince(store.db, today)).toBe(2);
});

test('taking back a list of 3,000 rows under 300 arrivals and 40 rows added by hand holds the lock no longer than working out the links takes', async () => {
  const { store } = await openTemporaryStore();
  const rows = sampleAppointments(3000);
  await loadList(store, rows, { listAsOf: instant });
  for (let number = 0; number < 300; number += 1) {
    const [row] = (await candidates(store.db, today, samplePatient(number).dateOfBirth)).appointments;
    const visit = sampleVisit(number);
    if (row === undefined) throw new Error('A sample has a row');
    const { id: appointmentId, sourceAppointmentId, start, clinician } = row;
    await saveArrived(store, visit, sampleArrival(visit, { appointmentId, sourceAppointmentId, start, clinician }));
  }
  for (let number = 0; number < 40; number += 1) {
    const row = sampleAppointment(5000 + number, { sourceAppointmentId: null });
    await store.write((db) => addRow(db, { row, importId: randomUUID(), day: today, at: instant }));
  }
  const taken: number[] = [];
  const planned: number[] = [];
  for (let round = 1; round <= 8; round += 1) {
    await importAt(store, later(2 * round), rows);
    const last = await lastImport(store.db, today, []);
    if (last === null) throw new Error('Nothing can be taken back');
    const begun = performance.now();
    const plan = await planUndo(store.db, today, last, relinkByRules);
    const options = { day: today, at: later(2 * round + 1), relink: relinkByRules, newId: randomUUID, plan };
    const from = performance.now();
    await store.write((db) => undoImport(db, last, options));
    planned.push(from - begun);
    taken.push(performance.now() - from);
  }
  // The quickest of several, beside working out the links in the same moments: the machine may be busy with other tests.
  const said = `${taken.map((one) => one.toFixed(1)).join(' ')} beside ${planned.map((one) => one.toFixed(1)).join(' ')}`;
  expect(Math.min(...taken), said).toBeLessThan(1.5 * Math.min(...planned) + 1);
});
