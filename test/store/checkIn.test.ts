import { randomUUID } from 'node:crypto';
import { Kysely, type CompiledQuery } from 'kysely';
import { describe, expect, test } from 'vitest';
import { acknowledgeAlert, openAlerts, raiseAlert } from '../../main/store/alerts';
import { appendAudit } from '../../main/store/audit';
import { candidates } from '../../main/store/checkIn';
import { StoreDialect } from '../../main/store/dialect';
import { locations } from '../../main/store/lists';
import { readRules, writeRules } from '../../main/store/rules';
import type { Schema } from '../../main/store/schema';
import { bindSeal } from '../../main/store/seal';
import { linkArrivals } from '../../main/store/switchIn';
import { addArrivals, markDisputed, saveVisit, visitById } from '../../main/store/visits';
import { purgeVisits } from '../../main/store/purge';
import { openTemporaryStore } from '../support/temporaryStore';
import { openRaw } from './support/raw';
import {
  day,
  instant,
  loadList,
  relinkById,
  sampleAppointment,
  sampleArrival,
  samplePatient,
  sampleVisit,
  start,
  today,
} from './support/samples';

describe('visits', () => {
  test('a visit comes back as it was saved, with its arrivals by start', async () => {
    const { store } = await openTemporaryStore();
    const visit = sampleVisit(1, { patient: samplePatient(1, { nhsNumber: '9990000018' }), ticket: 'A12' });
    const later = sampleArrival(visit, { start: start(`${today}T11:00`), appointmentId: 7, sourceAppointmentId: 'A7' });
    const earlier = sampleArrival(visit, { start: start(`${today}T09:00`), location: null, isToCheck: true });
    await store.write(async (db) => {
      await saveVisit(db, visit);
      await addArrivals(db, [later, earlier]);
    });
    const saved = { ...visit, arrivals: [earlier, later] };
    expect(await visitById(store.db, visit.id)).toEqual(saved);
    expect((await candidates(store.db, today, visit.patient.dateOfBirth)).visits).toEqual([saved]);
    expect(await visitById(store.db, randomUUID())).toBeNull();
  });

  test('a visit is found on its day and by its date of birth only', async () => {
    const { store } = await openTemporaryStore();
    const yesterday = sampleVisit(1, { day: day('2026-11-22') });
    await store.write((db) => saveVisit(db, yesterday));
    await store.write((db) => saveVisit(db, sampleVisit(2)));
    expect((await candidates(store.db, today, yesterday.patient.dateOfBirth)).visits).toEqual([]);
  });

  test('a visit saved again is changed, and keeps its subject id', async () => {
    const { store } = await openTemporaryStore();
    const visit = sampleVisit(1, { firstArrivedAt: null, notCheckedIn: 'tooEarly' });
    await store.write((db) => saveVisit(db, visit));
    const changed = { ...visit, subjectId: randomUUID(), firstArrivedAt: instant, notCheckedIn: null };
    await store.write((db) => saveVisit(db, changed));
    expect(await visitById(store.db, visit.id)).toEqual({ ...changed, subjectId: visit.subjectId });
  });

  test.each([
    ['NHS number', { nhsNumber: '9990000018', sourcePatientId: null }],
    ['patient id in the source system', { nhsNumber: null, sourcePatientId: 'P1' }],
  ])('a second visit of the day with the same %s is refused', async (_, identifiers) => {
    const { store } = await openTemporaryStore();
    const patient = samplePatient(1, identifiers);
    await store.write((db) => saveVisit(db, sampleVisit(1, { patient })));
    await expect(store.write((db) => saveVisit(db, sampleVisit(1, { patient })))).rejects.toThrow('UNIQUE');
    await store.write((db) => saveVisit(db, sampleVisit(1, { patient, day: day('2026-11-24') })));
  });

  test('twins without identifiers each have a visit', async () => {
    const { store } = await openTemporaryStore();
    const patient = samplePatient(1, { nhsNumber: null, sourcePatientId: null });
    await store.write((db) => saveVisit(db, sampleVisit(1, { patient })));
    await store.write((db) => saveVisit(db, sampleVisit(1, { patient: { ...patient, firstName: 'Kim' } })));
    expect((await candidates(store.db, today, patient.dateOfBirth)).visits.length).toBe(2);
  });

  test('an arrival is disputed once', async () => {
    const { store } = await openTemporaryStore();
    const visit = sampleVisit(1);
    const arrival = sampleArrival(visit);
    await store.write(async (db) => {
      await saveVisit(db, visit);
      await addArrivals(db, [arrival]);
    });
    expect(await store.write((db) => markDisputed(db, [arrival.id]))).toBe(1);
    expect(await store.write((db) => markDisputed(db, [arrival.id]))).toBe(0);
    expect((await visitById(store.db, visit.id))?.arrivals).toEqual([{ ...arrival, state: 'disputed' }]);
  });
});

test('an alert is open until it is acknowledged once', async () => {
  const { store } = await openTemporaryStore();
  const alert = { id: randomUUID(), day: today, kind: 'helpNeeded', raisedAt: instant, visitId: null } as const;
  await store.write((db) => raiseAlert(db, alert));
  expect(await openAlerts(store.db, today)).toEqual([{ ...alert, acknowledgedAt: null }]);
  expect(await store.write((db) => acknowledgeAlert(db, alert.id, instant))).toBe(true);
  expect(await store.write((db) => acknowledgeAlert(db, alert.id, instant))).toBe(false);
  expect(await openAlerts(store.db, today)).toEqual([]);
});

test('rules are kept by name, and a change tells what was before and after', async () => {
  const { store } = await openTemporaryStore();
  const window = { earlyMinutes: 20, lateMinutes: 5 };
  const first = await store.write((db) => writeRules(db, { window, joinMinutes: 45 }, instant));
  expect(first).toEqual([
    { name: 'window', before: null, after: window },
    { name: 'joinMinutes', before: null, after: 45 },
  ]);
  const second = await store.write((db) => writeRules(db, { window, joinMinutes: 50 }, instant));
  expect(second).toEqual([{ name: 'joinMinutes', before: 45, after: 50 }]);
  expect(await readRules(store.db)).toEqual({ window, joinMinutes: 50 });
});

test('no query of a check-in reads a whole table, so it costs the same with a million visits in the past', async () => {
  const { store, options } = await openTemporaryStore();
  await loadList(store, [sampleAppointment(1)]);
  await store.close();
  const raw = openRaw(options);
  const queries: CompiledQuery[] = [];
  const kysely = new Kysely<Schema>({
    dialect: new StoreDialect(openRaw(options)),
    log: ({ query }) => void queries.push(query),
  });
  await kysely.transaction().execute(async (db) => {
    bindSeal(db, () => 'seal');
    const visit = sampleVisit(1);
    const arrival = sampleArrival(visit);
    await candidates(db, today, visit.patient.dateOfBirth);
    await saveVisit(db, visit);
    await addArrivals(db, [arrival]);
    await candidates(db, today, visit.patient.dateOfBirth);
    await markDisputed(db, [arrival.id]);
    await raiseAlert(db, { id: randomUUID(), day: today, kind: 'disputed', raisedAt: instant, visitId: visit.id });
    await appendAudit(db, { at: instant, actor: 'kiosk', action: 'test', subjectId: null, detail: {} });
    await openAlerts(db, today);
    await locations(db, today);
    await linkArrivals(db, { day: today, at: instant, relink: relinkById, newId: randomUUID });
    await purgeVisits(db, day('2026-01-01'), 10);
  });
  const explained = queries.filter(({ sql }) => /^(select|insert|update|delete)/i.test(sql));
  const plans = explained.flatMap(({ sql, parameters }) =>
    raw
      .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
      .all(...parameters)
      .map(({ detail }) => ({ detail, sql })),
  );
  expect(explained.length).toBeGreaterThan(12);
  expect(plans.filter(({ detail }) => detail.startsWith('SEARCH')).length).toBeGreaterThan(8);
  // `max(sequence)` and the newest audit row are one step at the end of the table, which SQLite calls a scan.
  const scans = plans.filter(({ detail, sql }) => detail.startsWith('SCAN') && !sql.includes('from "audit"'));
  expect(scans).toEqual([]);
});
