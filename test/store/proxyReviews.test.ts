import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { dateOfBirthSchema, dateSchema } from '../../preload/contract/rules/dates';
import { purgeEnded } from '../../main/store/purge';
import {
  addProxyReview,
  changeProxyReview,
  countReviewsDue,
  listProxyReviews,
  proxyReviewById,
  purgeProxyReviews,
  type StoredReview,
} from '../../main/store/proxyReviews';
import { openTemporaryStore } from '../support/temporaryStore';

const at = '2026-11-23T10:00:00.000Z';
const day = (text: string) => dateSchema.parse(text);

function review(change: Partial<StoredReview> = {}): StoredReview {
  return {
    id: randomUUID(),
    applicationId: randomUUID(),
    subjectId: randomUUID(),
    kind: 'atSixteen',
    people: {
      patient: { firstName: 'Ottoline', lastName: 'Plantedname', dateOfBirth: dateOfBirthSchema.parse('2015-04-03') },
      asker: { firstName: 'Zebedee', lastName: 'Plantedasker' },
      relationship: 'parent',
    },
    dueOn: day('2031-04-03'),
    version: 0,
    changedBy: null,
    changedAt: at,
    safeBy: null,
    safeAt: null,
    outcome: null,
    doneBy: null,
    doneAt: null,
    ...change,
  };
}
const doneAt = (instant: string) => ({ outcome: 'continues' as const, doneBy: 'somebody', doneAt: instant });

async function openWith(...reviews: StoredReview[]) {
  const opened = await openTemporaryStore();
  const { store } = opened;
  const add = (one: StoredReview) => store.write((db) => addProxyReview(db, one));
  for (const one of reviews) await add(one);
  return { ...opened, add };
}

describe('reviews in the store', () => {
  test('come back as they were put in, and one of a kind stands for an application', async () => {
    const one = review();
    const { store, add } = await openWith();
    expect(await add(one)).toBe(true);
    expect(await add(review({ applicationId: one.applicationId }))).toBe(false);
    expect(await add(review({ applicationId: one.applicationId, kind: 'beforeThirteen' }))).toBe(true);
    expect(await proxyReviewById(store.db, one.id)).toEqual(one);
    expect(await proxyReviewById(store.db, randomUUID())).toBeNull();
  });

  test('are listed open ones first by their day, then those done since, the latest first', async () => {
    const late = review({ dueOn: day('2030-01-01') });
    const soon = review({ dueOn: day('2027-01-01') });
    const long = review(doneAt('2026-10-01T10:00:00.000Z'));
    const first = review(doneAt('2026-11-20T10:00:00.000Z'));
    const last = review(doneAt('2026-11-22T10:00:00.000Z'));
    const { store } = await openWith(late, soon, long, first, last);
    const listed = await listProxyReviews(store.db, '2026-11-20T10:00:00.000Z');
    expect(listed.map(({ id }) => id)).toEqual([soon.id, late.id, last.id, first.id]);
  });

  test('change once at a version', async () => {
    const one = review();
    const { store } = await openWith(one);
    const change = () =>
      store.write((db) => changeProxyReview(db, one, { safeBy: 'reva', safeAt: at }, { by: 'reva', at }));
    expect(await change()).toBe(true);
    expect(await change()).toBe(false);
    expect(await proxyReviewById(store.db, one.id)).toEqual({
      ...one,
      version: 1,
      safeBy: 'reva',
      safeAt: at,
      changedBy: 'reva',
    });
  });

  test('count as due from their notice on until they are done', async () => {
    const { store } = await openWith(
      review({ dueOn: day('2027-01-04') }),
      review({ dueOn: day('2026-11-01') }),
      review({ dueOn: day('2026-11-30'), ...doneAt(at) }),
      review({ dueOn: day('2027-01-05') }),
    );
    expect(await countReviewsDue(store.db, day('2026-11-23'), 42)).toBe(2);
    expect(await countReviewsDue(store.db, day('2026-11-24'), 42)).toBe(3);
  });
});

describe('purging reviews', () => {
  test('takes those done before, in lots, and never an open one', async () => {
    const { store } = await openWith(
      review(doneAt('2026-10-01T10:00:00.000Z')),
      review(doneAt('2026-10-02T10:00:00.000Z')),
      review(doneAt('2026-10-03T10:00:00.000Z')),
      review({ dueOn: day('2020-01-01') }),
    );
    const lot = () => store.write((db) => purgeProxyReviews(db, '2026-10-03T10:00:00.000Z', 1));
    expect([await lot(), await lot(), await lot()]).toEqual([1, 1, 0]);
    expect(await listProxyReviews(store.db, '2026-01-01T00:00:00.000Z')).toHaveLength(2);
  });

  test('leaves no name in the database', async () => {
    const { store } = await openWith(review(doneAt('2026-10-01T10:00:00.000Z')));
    const rows = async () => JSON.stringify(await store.db.selectFrom('proxyReviews').selectAll().execute());
    expect(await rows()).toContain('Plantedname');
    await purgeEnded(store, { applications: at, reviews: at });
    expect(await rows()).toBe('[]');
  });
});
