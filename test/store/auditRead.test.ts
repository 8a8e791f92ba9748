import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { appendAudit, verifyAudit, type AuditEntry } from '../../main/store/audit';
import { auditKinds, auditPage, staffNames, type AuditQuery } from '../../main/store/auditRead';
import { StoreDialect } from '../../main/store/dialect';
import type { Schema } from '../../main/store/schema';
import type { Store } from '../../main/store/store';
import { Kysely } from 'kysely';
import { openTemporaryStore } from '../support/temporaryStore';
import { openRaw } from './support/raw';

const any: AuditQuery = { from: null, until: null, actor: null, action: null, subjectId: null };
const actions = ['arrival.recorded', 'arrival.disputed', 'list.imported', 'arrivals.counted'];

/** The `number`th made-up act: one a minute from ten o'clock, the kinds in turn, each subject twice. */
function entry(number: number): AuditEntry {
  return {
    at: new Date(Date.UTC(2026, 10, 23, 10, number)).toISOString(),
    actor: number % 3 === 0 ? 'kiosk' : 'staff:one',
    action: actions[number % actions.length] ?? '',
    subjectId: number % 4 === 3 ? null : `subject${Math.floor(number / 2)}`,
    detail: { number },
  };
}

async function trail(count: number) {
  const opened = await openTemporaryStore();
  await opened.store.write(async (db) => {
    for (let number = 1; number <= count; number += 1) await appendAudit(db, entry(number));
  });
  return opened;
}

/** All pages of `query`, and how many there were. */
async function allPages(store: Store, query: AuditQuery, limit: number) {
  const sequences: number[] = [];
  let before: number | null = null;
  let pages = 0;
  do {
    const page = await auditPage(store.db, query, before, limit);
    sequences.push(...page.rows.map(({ sequence }) => sequence));
    before = page.next;
    pages += 1;
  } while (before !== null);
  return { sequences, pages };
}

const sequencesOf = (count: number, isWanted: (entry: AuditEntry) => boolean): number[] =>
  Array.from({ length: count }, (_, index) => index + 1)
    .filter((number) => isWanted(entry(number)))
    .toReversed();

describe('pages of the trail', () => {
  test('come newest first, each entry once, and end with the first', async () => {
    const { store } = await trail(25);
    const { sequences, pages } = await allPages(store, any, 10);
    expect(sequences).toEqual(sequencesOf(25, () => true));
    expect(pages).toBe(3);
    expect((await auditPage(store.db, any, null, 25)).next).toBeNull();
  });

  test('hold what was written', async () => {
    const { store } = await trail(4);
    expect((await auditPage(store.db, any, null, 1)).rows).toEqual([{ sequence: 4, ...entry(4) }]);
  });

  test.each<[string, Partial<AuditQuery>, (entry: AuditEntry) => boolean]>([
    ['by who', { actor: 'kiosk' }, ({ actor }) => actor === 'kiosk'],
    ['by the whole name of an action', { action: 'list.imported' }, ({ action }) => action === 'list.imported'],
    ['by the beginning of an action', { action: 'arrival' }, ({ action }) => action.startsWith('arrival')],
    ['by visit', { subjectId: 'subject7' }, ({ subjectId }) => subjectId === 'subject7'],
    [
      'by time, the end not included',
      { from: entry(5).at, until: entry(9).at },
      ({ at }) => at >= entry(5).at && at < entry(9).at,
    ],
    [
      'by everything together',
      { actor: 'kiosk', action: 'arrival.', from: entry(12).at },
      ({ actor, action, at }) => actor === 'kiosk' && action.startsWith('arrival.') && at >= entry(12).at,
    ],
    ['and nothing where nothing fits', { actor: 'nobody' }, () => false],
  ])('%s', async (_, query, isWanted) => {
    const { store } = await trail(40);
    const { sequences } = await allPages(store, { ...any, ...query }, 3);
    expect(sequences).toEqual(sequencesOf(40, isWanted));
  });

  test('find what lies far back, in steps that let others in between', async () => {
    const { store } = await trail(2500);
    let turns = 0;
    let isDone = false;
    const count = (): void => {
      turns += 1;
      if (!isDone) setImmediate(count);
    };
    setImmediate(count);
    const { rows } = await auditPage(store.db, { ...any, from: entry(2).at, until: entry(3).at }, null, 100);
    isDone = true;
    expect(rows.map(({ sequence }) => sequence)).toEqual([2]);
    expect(turns).toBeGreaterThanOrEqual(4);
  });

  test('are readable although somebody has bent a row out of shape', async () => {
    const { store, options } = await trail(3);
    openRaw(options).exec(
      `drop trigger auditIsNeverChanged; update audit set detail = '{', at = 'x' where sequence = 2`,
    );
    const { rows } = await auditPage(store.db, any, null, 10);
    expect(rows[1]).toMatchObject({ sequence: 2, at: 'x', detail: { unreadable: '{' } });
  });
});

test('kinds are told once each, and only those of entries added since', async () => {
  const { store } = await trail(6);
  const first = await auditKinds(store.db, 0);
  expect(first?.reached).toBe(6);
  expect(first?.kinds).toHaveLength(
    new Set([1, 2, 3, 4, 5, 6].map((one) => entry(one).actor + entry(one).action)).size,
  );
  expect(await auditKinds(store.db, 6)).toBeNull();
  expect(await auditKinds(store.db, 5)).toEqual({
    kinds: [{ actor: entry(6).actor, action: entry(6).action }],
    reached: 6,
  });
});

test('names of accounts are found by id, closed ones too', async () => {
  const { store } = await openTemporaryStore();
  const id = randomUUID();
  await store.write((db) =>
    db
      .insertInto('staff')
      .values({
        id,
        username: 'jo',
        displayName: 'Jo Bright',
        roles: '[]',
        clinician: null,
        passphrase: null,
        isActive: 0,
        failedSignIns: 0,
        lockedUntil: null,
        lastSignedInAt: null,
        createdAt: entry(1).at,
      })
      .execute(),
  );
  expect(await staffNames(store.db)).toEqual(new Map([[id, 'Jo Bright']]));
});

test('no reading looks at more of the trail than its step: the number of the entry or the visit leads to it', async () => {
  const { store, options } = await trail(5);
  await store.close();
  const raw = openRaw(options);
  const seen: { sql: string; parameters: readonly unknown[] }[] = [];
  const db = new Kysely<Schema>({
    dialect: new StoreDialect(openRaw(options)),
    log: ({ query }) => void seen.push(query),
  });
  await auditPage(db, { ...any, actor: 'kiosk', action: 'arrival' }, 4, 10);
  await auditPage(db, { ...any, subjectId: 'subject1' }, 4, 10);
  await auditKinds(db, 2);
  const plans = seen.flatMap(({ sql, parameters }) =>
    raw
      .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
      .all(...parameters)
      .map(({ detail }) => detail),
  );
  expect(plans).toContain('SEARCH audit USING INTEGER PRIMARY KEY (rowid<?)');
  expect(plans).toContain('SEARCH audit USING INDEX auditBySubject (subjectId=? AND rowid<?)');
  expect(plans).toContain('SEARCH audit USING INTEGER PRIMARY KEY (rowid>?)');
  // What a step has found is grouped in memory: that is no table.
  expect(plans.filter((plan) => plan.startsWith('SCAN') && plan !== 'SCAN step')).toEqual([]);
});

test('verifying lets others in between', async () => {
  const { store } = await trail(1000);
  let turns = 0;
  let isDone = false;
  const count = (): void => {
    turns += 1;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  expect(await verifyAudit(store.db, store.auditSeal, [])).toMatchObject({ isSound: true });
  isDone = true;
  expect(turns).toBeGreaterThanOrEqual(20);
});
