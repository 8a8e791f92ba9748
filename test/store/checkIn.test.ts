import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Visit } from '../../main/domain/types';
import { acknowledgeAlert, raiseAlert } from '../../main/store/alerts';
import { candidates } from '../../main/store/checkIn';
import { readRules, writeRules } from '../../main/store/rules';
import {
  addArrivals,
  earlyVisitsOpening,
  markDisputed,
  saveVisit,
  visitById,
  visitsOfDay,
} from '../../main/store/visits';
import { openTemporaryStore } from '../support/temporaryStore';
import {
  day,
  instant,
  sampleAlert,
  sampleArrival,
  samplePatient,
  sampleVisit,
  saveArrived,
  start,
  today,
} from './support/samples';

describe('visits', () => {
  test('a visit comes back as it was saved, with its arrivals by start', async () => {
    const { store } = await openTemporaryStore();
    const visit = sampleVisit(1, {
      patient: samplePatient(1, { nhsNumber: '9990000018' }),
      ticket: 'A2C',
      opensAt: '2026-11-23T10:30:00.000Z',
      hasPrivate: true,
    });
    const later = sampleArrival(visit, {
      start: start(`${today}T11:00`),
      appointmentId: 7,
      sourceAppointmentId: 'A7',
      calledAt: instant,
      isLate: true,
    });
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

describe('whoever came too early', () => {
  const at = (time: string) => `2026-11-23T${time}.000Z`;
  const early = (opensAt: string) => ({ firstArrivedAt: null, notCheckedIn: 'tooEarly', opensAt }) as const;

  test('is told of when their window opens, first who may come in first, and once only', async () => {
    const { store } = await openTemporaryStore();
    const [first, second, third] = [early(at('10:30:00')), early(at('10:20:00')), early(at('10:30:01'))].map(
      (change, number) => sampleVisit(number, change),
    ) as [Visit, Visit, Visit];
    for (const visit of [first, second, third]) await saveArrived(store, visit);
    const opening = (instantThen: string) => earlyVisitsOpening(store.db, today, instantThen);
    expect(await opening(at('10:19:59'))).toEqual([]);
    expect(await opening(at('10:30:00'))).toEqual([second.id, first.id]);
    const alert = sampleAlert({ kind: 'windowOpen', visitId: second.id, raisedAt: at('10:30:00') });
    await store.write((db) => raiseAlert(db, alert));
    expect(await opening(at('10:30:01'))).toEqual([first.id, third.id]);
    await store.write((db) => acknowledgeAlert(db, alert.id, at('10:31:00')));
    expect(await opening(at('10:30:01'))).toEqual([first.id, third.id]);
    expect(await earlyVisitsOpening(store.db, day('2026-11-24'), at('10:30:01'))).toEqual([]);
  });

  test('and is early again for a later appointment is told of again', async () => {
    const { store } = await openTemporaryStore();
    const visit = sampleVisit(1, early(at('10:30:00')));
    await saveArrived(store, visit);
    await store.write((db) =>
      raiseAlert(db, sampleAlert({ kind: 'windowOpen', visitId: visit.id, raisedAt: at('10:30:20') })),
    );
    await store.write((db) => saveVisit(db, { ...visit, opensAt: at('14:30:00') }));
    expect(await earlyVisitsOpening(store.db, today, at('14:29:59'))).toEqual([]);
    expect(await earlyVisitsOpening(store.db, today, at('14:30:00'))).toEqual([visit.id]);
  });

  test('and is checked in by now, or was told something else since, is not told of', async () => {
    const { store } = await openTemporaryStore();
    await saveArrived(store, sampleVisit(1, { ...early(at('10:30:00')), notCheckedIn: null, firstArrivedAt: instant }));
    await saveArrived(store, sampleVisit(2, { ...early(at('10:30:00')), notCheckedIn: 'tooLate' }));
    await saveArrived(store, sampleVisit(3, { ...early(at('10:30:00')), opensAt: null }));
    expect(await earlyVisitsOpening(store.db, today, at('11:00:00'))).toEqual([]);
  });
});

test('the visits of a day come in the order of their arrival, and those who have not arrived last', async () => {
  const { store } = await openTemporaryStore();
  const [late, never, first] = ['2026-11-23T10:05:00.000Z', null, '2026-11-23T10:01:00.000Z'].map(
    (firstArrivedAt, number) => sampleVisit(number, { firstArrivedAt }),
  ) as [Visit, Visit, Visit];
  for (const visit of [late, never, first]) await saveArrived(store, visit);
  expect((await visitsOfDay(store.db, today)).map(({ id }) => id)).toEqual([first.id, late.id, never.id]);
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
