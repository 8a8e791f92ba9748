import type { Selectable } from 'kysely';
import type { Relationship } from '../../preload/contract/signUp';
import { daysAfter } from '../domain/application/reviews';
import type { DateOfBirth, Day, ProxyReviewsTable, Reader, Writer } from './schema';

/** Whom a review is about. It is kept for years after the application, so it holds what the letters and the list need and no more. */
export interface ReviewPeople {
  patient: { firstName: string; lastName: string; dateOfBirth: DateOfBirth };
  asker: { firstName: string; lastName: string };
  relationship: Relationship;
}

/** A review of somebody's access to another person's account. */
export type StoredReview = Omit<Selectable<ProxyReviewsTable>, 'people'> & { people: ReviewPeople };

export type ReviewOutcome = NonNullable<StoredReview['outcome']>;

/** Adds a review unless the application has one of its kind already. Returns whether it was added. */
export async function addProxyReview(db: Writer, review: StoredReview): Promise<boolean> {
  const added = await db
    .insertInto('proxyReviews')
    .values({ ...review, people: JSON.stringify(review.people) })
    .onConflict((conflict) => conflict.columns(['applicationId', 'kind']).doNothing())
    .executeTakeFirst();
  return Number(added.numInsertedOrUpdatedRows ?? 0) > 0;
}

export async function proxyReviewById(db: Reader, id: string): Promise<StoredReview | null> {
  const row = await db.selectFrom('proxyReviews').where('id', '=', id).selectAll().executeTakeFirst();
  return row === undefined ? null : reviewOf(row);
}

/** Reviews of one application, the one that is due first before the others. */
export async function reviewsOfApplication(db: Reader, applicationId: string): Promise<StoredReview[]> {
  const rows = await db
    .selectFrom('proxyReviews')
    .where('applicationId', '=', applicationId)
    .selectAll()
    .orderBy('dueOn')
    .execute();
  return rows.map(reviewOf);
}

/** All that are open by when they are due, then those done at `doneSince` (UTC instant) or later, the latest first. */
export async function listProxyReviews(db: Reader, doneSince: string): Promise<StoredReview[]> {
  const open = await db
    .selectFrom('proxyReviews')
    .where('doneAt', 'is', null)
    .selectAll()
    .orderBy('dueOn')
    .orderBy('id')
    .execute();
  const done = await db
    .selectFrom('proxyReviews')
    .where('doneAt', '>=', doneSince)
    .selectAll()
    .orderBy('doneAt', 'desc')
    .orderBy('id')
    .execute();
  return [...open, ...done].map(reviewOf);
}

/** What may change of a review. */
export type ReviewChange = Partial<Pick<StoredReview, 'safeBy' | 'safeAt' | 'outcome' | 'doneBy' | 'doneAt'>>;

/** Changes a review that stands at `version`, and raises that. Returns false, with nothing changed, if it does not stand there. */
export async function changeProxyReview(
  db: Writer,
  { id, version }: Pick<StoredReview, 'id' | 'version'>,
  change: ReviewChange,
  changed: { by: string; at: string },
): Promise<boolean> {
  const done = await db
    .updateTable('proxyReviews')
    .set({ ...change, version: version + 1, changedBy: changed.by, changedAt: changed.at })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return Number(done.numUpdatedRows) > 0;
}

/** Open reviews that are due within `noticeDays` of `today`, or were before. */
export async function countReviewsDue(db: Reader, today: Day, noticeDays: number): Promise<number> {
  const { count } = await db
    .selectFrom('proxyReviews')
    .where('doneAt', 'is', null)
    .where('dueOn', '<=', daysAfter(today, noticeDays))
    .select((review) => review.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Deletes at most `limit` reviews that were done before `before` (UTC instant). Returns how many. */
export async function purgeProxyReviews(db: Writer, before: string, limit: number): Promise<number> {
  const rows = await db
    .deleteFrom('proxyReviews')
    .where('id', 'in', (some) => some.selectFrom('proxyReviews').where('doneAt', '<', before).select('id').limit(limit))
    .executeTakeFirst();
  return Number(rows.numDeletedRows);
}

function reviewOf({ people, ...row }: Selectable<ProxyReviewsTable>): StoredReview {
  return { ...row, people: JSON.parse(people) as ReviewPeople };
}
