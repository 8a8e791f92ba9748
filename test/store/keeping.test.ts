import { randomBytes, randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openAlerts, raiseAlert } from '../../main/store/alerts';
import { saveAnswer } from '../../main/store/answers';
import { appendAudit, readAudit } from '../../main/store/audit';
import { backUp } from '../../main/store/backup';
import { checkFile, checkInWorker } from '../../main/store/check';
import { candidates } from '../../main/store/checkIn';
import { addToCount, countsOfDay } from '../../main/store/counts';
import { currentLists, startImport } from '../../main/store/lists';
import { openStore, type StoreOptions } from '../../main/store/openStore';
import { purge } from '../../main/store/purge';
import { createStaging } from '../../main/store/stage';
import type { Store } from '../../main/store/store';
import { addQueueTicket, queueTicketsOfDay } from '../../main/store/tickets';
import { addArrivals, saveVisit, visitsOfDay } from '../../main/store/visits';
import { openTemporaryStore, temporaryFolder } from '../support/temporaryStore';
import { bundle } from './support/child';
import { openRaw } from './support/raw';
import {
  day,
  instant,
  loadList,
  sampleAppointments,
  sampleAlert,
  sampleArrival,
  samplePatient,
  sampleVisit,
  stageWhole,
  today,
} from './support/samples';

const yesterday = day('2026-11-22');
const longAgo = day('2026-10-01');
const firstDayKept = day('2026-10-24');

async function visitOn(store: Store, of: typeof today, number: number): Promise<void> {
  const visit = sampleVisit(number, { day: of, notCheckedIn: number % 2 === 0 ? 'tooEarly' : null });
  await store.write(async (db) => {
    await saveVisit(db, visit);
    await addArrivals(db, number % 2 === 0 ? [] : [sampleArrival(visit), sampleArrival(visit, { state: 'disputed' })]);
    await raiseAlert(db, sampleAlert({ day: of, kind: 'disputed', visitId: visit.id }));
    await saveAnswer(db, {
      visitId: visit.id,
      question: 'own',
      answer: { kind: 'own', question: 'Do you smoke?', choice: 'No' },
      answeredAt: instant,
    });
    await appendAudit(db, { at: instant, actor: 'kiosk', action: 'test', subjectId: visit.subjectId, detail: {} });
  });
}

function count(options: StoreOptions, table: string): unknown {
  return openRaw(options).prepare(`select count(*) from ${table}`).pluck().get();
}

describe('purge', () => {
  test('takes lists of earlier days and replaced ones but the one before, and leaves the ones in use or being staged', async () => {
    const { store, options } = await openTemporaryStore();
    await loadList(store, sampleAppointments(900), { day: yesterday });
    await loadList(store, sampleAppointments(900));
    await loadList(store, sampleAppointments(20), { at: '2026-11-23T10:10:00.000Z' });
    expect((await purge(store, { today, firstDayKept })).appointments).toBe(900);
    const kept = await loadList(store, sampleAppointments(10), { at: '2026-11-23T10:20:00.000Z' });
    await stageWhole(store, randomUUID(), sampleAppointments(5), { source: 'systmone' });
    expect((await purge(store, { today, firstDayKept })).appointments).toBe(900);
    expect(await currentLists(store.db, today)).toMatchObject([{ importId: kept }]);
    expect(await currentLists(store.db, yesterday)).toEqual([]);
    // The list before stays until the next import or the night, so that an import can be taken back.
    expect([count(options, 'appointments'), count(options, 'imports')]).toEqual([35, 3]);
  });

  test('the number of a purged appointment is never given to another', async () => {
    const { store } = await openTemporaryStore();
    await loadList(store, sampleAppointments(3));
    const born = samplePatient(2).dateOfBirth;
    const before = (await candidates(store.db, today, born)).appointments[0]?.id ?? 0;
    await loadList(store, []);
    await purge(store, { today, firstDayKept });
    await loadList(store, sampleAppointments(3));
    expect((await candidates(store.db, today, born)).appointments[0]?.id).toBeGreaterThan(before);
  });

  test('leaves of old visits only counts and the trail, and of newer ones everything', async () => {
    const { store, options } = await openTemporaryStore();
    for (let number = 0; number < 120; number += 1) {
      await visitOn(store, longAgo, number);
    }
    await visitOn(store, firstDayKept, 1);
    await store.write((db) => raiseAlert(db, sampleAlert({ day: longAgo })));
    expect(await purge(store, { today, firstDayKept })).toEqual({
      appointments: 0,
      visits: 120,
      alerts: 1,
      queueTickets: 0,
    });
    expect(await visitsOfDay(store.db, longAgo)).toEqual([]);
    expect(await openAlerts(store.db, longAgo)).toEqual([]);
    expect((await visitsOfDay(store.db, firstDayKept)).map((visit) => visit.arrivals.length)).toEqual([2]);
    expect(['visits', 'arrivals', 'alerts', 'answers'].map((table) => count(options, table))).toEqual([1, 2, 1, 1]);
    expect((await readAudit(store.db, 0, 200)).length).toBe(121);
    expect(
      openRaw(options).prepare('select name, count from dailyCounts where day = ? order by name').all(longAgo),
    ).toEqual([
      { name: 'arrivals.arrived', count: 60 },
      { name: 'arrivals.disputed', count: 60 },
      { name: 'notCheckedIn.tooEarly', count: 60 },
      { name: 'visits', count: 120 },
    ]);
  });

  test('leaves of the tickets of earlier days only counts, and never the name of a walk-in session', async () => {
    const { store, options } = await openTemporaryStore();
    const give = (ofDay: typeof today, queue: 'reception' | 'walkIn', kind: string, tickets: number) =>
      store.write(async (db) => {
        for (let number = 0; number < tickets; number += 1) {
          const ticket = `${queue}${kind}${number}`;
          await addQueueTicket(db, { id: randomUUID(), day: ofDay, queue, kind, ticket, issuedAt: instant });
        }
      });
    await give(yesterday, 'reception', 'sample', 130);
    await give(yesterday, 'reception', 'prescription', 2);
    await give(yesterday, 'walkIn', 'Flu clinic of Dr Sample', 90);
    await give(yesterday, 'walkIn', 'Blood tests', 3);
    await give(today, 'walkIn', 'Flu clinic of Dr Sample', 4);
    await store.write((db) => addToCount(db, yesterday, 'queue.walkIn', 1));
    expect(await purge(store, { today, firstDayKept })).toMatchObject({ queueTickets: 225 });
    expect(await countsOfDay(store.db, yesterday)).toEqual({
      'queue.reception.prescription': 2,
      'queue.reception.sample': 130,
      'queue.walkIn': 94,
    });
    expect((await queueTicketsOfDay(store.db, today)).length).toBe(4);
    expect([count(options, 'queueTickets'), await countsOfDay(store.db, today)]).toEqual([4, {}]);
  });

  test('run again takes nothing', async () => {
    const { store } = await openTemporaryStore();
    await visitOn(store, longAgo, 1);
    await purge(store, { today, firstDayKept });
    expect(await purge(store, { today, firstDayKept })).toEqual({
      appointments: 0,
      visits: 0,
      alerts: 0,
      queueTickets: 0,
    });
  });
});

describe('backup', () => {
  const accessTo = (options: StoreOptions) => ({ file: join(options.folder, 'kiosk.db'), key: options.key });

  test('of an open store is encrypted, and opens as a store', async () => {
    const { store, options } = await openTemporaryStore();
    await loadList(store, sampleAppointments(300));
    const target = join(temporaryFolder(), 'backup.db');
    backUp(accessTo(options), target);
    expect(readFileSync(target).toString('latin1')).not.toMatch(/Sample|SQLite format/);
    const folder = join(temporaryFolder(), 'restored');
    mkdirSync(folder);
    copyFileSync(target, join(folder, 'kiosk.db'));
    const restored = await openTemporaryStore({ ...options, folder });
    expect(restored).toMatchObject({ isNew: false, endedCleanly: false });
    expect(await currentLists(restored.store.db, today)).toMatchObject([{ rowsLoaded: 300 }]);
    await expect(openStore({ ...options, folder, key: randomBytes(32) })).rejects.toMatchObject({ kind: 'wrongKey' });
  });

  test('never overwrites one', async () => {
    const { options } = await openTemporaryStore();
    const target = join(temporaryFolder(), 'backup.db');
    writeFileSync(target, 'older backup');
    expect(() => backUp(accessTo(options), target)).toThrow('there already');
    expect(readFileSync(target, 'utf8')).toBe('older backup');
  });

  test('of a damaged store leaves nothing that looks like one', async () => {
    const { store, options } = await openTemporaryStore();
    await loadList(store, sampleAppointments(2000));
    await store.close();
    damage(accessTo(options).file);
    const target = join(temporaryFolder(), 'backup.db');
    expect(() => backUp(accessTo(options), target)).toThrow();
    expect([existsSync(target), existsSync(`${target}.unproven`)]).toEqual([false, false]);
  });
});

describe('nightly check', () => {
  test('runs in a worker while the store is written to', async () => {
    const { store, options } = await openTemporaryStore();
    await loadList(store, sampleAppointments(2000));
    const worker = await bundle('main/workers/checkStore.ts');
    const access = { file: join(options.folder, 'kiosk.db'), key: options.key };
    const checking = checkInWorker(worker, access, 'full');
    await visitOn(store, today, 1);
    expect(await checking).toEqual({ problems: 0, milliseconds: expect.any(Number) });
  });

  test('finds a damaged page', async () => {
    const { store, options } = await openTemporaryStore();
    await loadList(store, sampleAppointments(2000));
    await store.close();
    const access = { file: join(options.folder, 'kiosk.db'), key: options.key };
    damage(access.file);
    const worker = await bundle('main/workers/checkStore.ts');
    expect((await checkInWorker(worker, access, 'full')).problems).toBeGreaterThan(0);
    expect(checkFile(access, 'quick', () => 0).problems).toBeGreaterThan(0);
  });

  test('says so when the worker cannot run', async () => {
    const { options } = await openTemporaryStore();
    const access = { file: join(options.folder, 'kiosk.db'), key: options.key };
    await expect(checkInWorker(join(options.folder, 'nothing.cjs'), access, 'full')).rejects.toThrow();
  });
});

test('rows given in small lots are all staged', async () => {
  const { store } = await openTemporaryStore();
  const id = randomUUID();
  await store.write((db) => startImport(db, { id, source: 'emis', day: today, startedAt: instant, listAsOf: instant }));
  const staging = createStaging(store, id);
  for (const row of sampleAppointments(7)) {
    await staging.add([row]);
  }
  await staging.finish();
  const { rowsLoaded } = await store.db.selectFrom('imports').select('rowsLoaded').executeTakeFirstOrThrow();
  expect(rowsLoaded).toBe(7);
});

/** Flips a byte in the middle of many pages: a copy reads those of the tables, and leaves out those of the indexes. */
function damage(file: string): void {
  const bytes = readFileSync(file);
  for (let middle = 20 * 4096 + 2000; middle < bytes.length; middle += 10 * 4096) {
    bytes.writeUInt8(bytes.readUInt8(middle) ^ 0xff, middle);
  }
  writeFileSync(file, bytes);
}
