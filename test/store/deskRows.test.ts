import { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { latestAcknowledged } from '../../main/store/alerts';
import { saveAnswer } from '../../main/store/answers';
import { readDay, staffNames } from '../../main/store/deskRows';
import { StoreDialect } from '../../main/store/dialect';
import { listsInUse, rosterPage, type RosterPlace } from '../../main/store/findPatients';
import type { StoreOptions } from '../../main/store/openStore';
import type { Schema, Writer } from '../../main/store/schema';
import type { Store } from '../../main/store/store';
import { forgetListed, listedOfArrival, markListed, worklistArrival } from '../../main/store/worklist';
import { openTemporaryStore } from '../support/temporaryStore';
import { openRaw } from './support/raw';
import {
  day,
  instant,
  loadList,
  sampleAppointments,
  sampleArrival,
  sampleVisit,
  saveArrived,
  today,
} from './support/samples';

async function arrive(store: Store, count: number): Promise<void> {
  for (let number = 0; number < count; number += 1) {
    const visit = sampleVisit(number);
    await saveArrived(store, visit, sampleArrival(visit));
  }
}

/** Every statement that `work` makes, with how SQLite finds its way in it. */
async function plansOf(options: StoreOptions, work: (db: Writer) => Promise<unknown>) {
  const queries: { sql: string; parameters: readonly unknown[] }[] = [];
  const kysely = new Kysely<Schema>({
    dialect: new StoreDialect(openRaw(options)),
    log: ({ query }) => void queries.push(query),
  });
  await kysely.transaction().execute(work);
  const raw = openRaw(options);
  return queries
    .filter(({ sql }) => /^(select|insert|update|delete)/i.test(sql))
    .map(({ sql, parameters }) => ({
      sql,
      steps: raw
        .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
        .all(...parameters)
        .map(({ detail }) => detail),
    }));
}

test('however many have arrived, a day is read with the same few queries, each of which finds its way by an index', async () => {
  const { store, options } = await openTemporaryStore();
  await loadList(store, sampleAppointments(50));
  await arrive(store, 3);
  const since = day('2026-06-01');
  const few = await plansOf(options, (db) => readDay(db, today, since));
  for (let number = 3; number < 40; number += 1) {
    const visit = sampleVisit(number);
    await saveArrived(store, visit, sampleArrival(visit));
  }
  const many = await plansOf(options, (db) => readDay(db, today, since));
  expect(many.map(({ sql }) => sql)).toEqual(few.map(({ sql }) => sql));
  expect(many.length).toBeLessThanOrEqual(8);
  const others = await plansOf(options, async (db) => {
    const [list] = await listsInUse(db, today);
    await rosterPage(db, list?.number ?? 0, { dateOfBirth: sampleVisit(1).patient.dateOfBirth, id: 1 }, 10);
    await worklistArrival(db, today, 'arrival');
    await listedOfArrival(db, 'arrival');
    await latestAcknowledged(db, { days: [today, today], kind: 'helpNeeded', since: instant });
    await markListed(db, today, instant);
    await forgetListed(db, today);
  });
  const scans = [...many, ...others].flatMap(({ steps }) => steps).filter((step) => step.startsWith('SCAN'));
  expect(scans).toEqual([]);
});

test('every row of a list comes once, in pages of any size', async () => {
  const { store } = await openTemporaryStore();
  await loadList(store, sampleAppointments(23));
  const [list] = await listsInUse(store.db, today);
  const lines: number[] = [];
  let after: RosterPlace | null = null;
  for (;;) {
    const page = await rosterPage(store.db, list?.number ?? 0, after, 5);
    lines.push(...page.map(({ line }) => line));
    const last = page.at(-1);
    if (last === undefined) break;
    after = { dateOfBirth: last.patient.dateOfBirth, id: last.id };
  }
  expect(lines.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 23 }, (_, number) => number + 2));
});

test('needs said on an earlier day are of the same patient alone, and the newest count', async () => {
  const { store } = await openTemporaryStore();
  const now = sampleVisit(1);
  const twin = sampleVisit(1, { patient: { ...now.patient, firstName: 'Robin', sourcePatientId: 'P-twin' } });
  await saveArrived(store, now, sampleArrival(now));
  await saveArrived(store, twin, sampleArrival(twin));
  for (const [on, need] of [
    ['2026-11-01', 'audio'],
    ['2026-11-10', 'braille'],
    ['2026-10-01', 'signLanguage'],
  ] as const) {
    const earlier = sampleVisit(1, { day: day(on) });
    await saveArrived(store, earlier);
    const answer = { kind: 'needs' as const, needs: [need], language: null };
    await store.write((db) =>
      saveAnswer(db, { visitId: earlier.id, question: 'needs', answer, answeredAt: `${on}T10:00:00.000Z` }),
    );
  }
  const needs = async (since: string | null): Promise<unknown> => {
    const { visits } = await readDay(store.db, today, since === null ? null : day(since));
    return Object.fromEntries(visits.map(({ visit, needs: said }) => [visit.patient.firstName, said?.needs ?? null]));
  };
  expect(await needs('2026-10-20')).toEqual({ Alex: ['braille'], Robin: null });
  expect(await needs('2026-11-11')).toEqual({ Alex: null, Robin: null });
  expect(await needs(null)).toEqual({ Alex: null, Robin: null });
});

test('nobody is there, and no account, in a store that is new', async () => {
  const { store } = await openTemporaryStore();
  expect(await readDay(store.db, today, null)).toEqual({ visits: [], calls: [] });
  expect(await staffNames(store.db)).toEqual(new Map());
});
