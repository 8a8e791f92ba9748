import { randomUUID } from 'node:crypto';
import { reviewsFor } from '../../domain/application/reviews';
import type { StoredApplication } from '../../domain/application/types';
import type { PracticeRules } from '../../domain/types';
import { addProxyReview } from '../../store/proxyReviews';
import type { Day, Writer } from '../../store/schema';

export interface PlanNow {
  rules: Pick<PracticeRules, 'proxyReviewAge'>;
  /** UTC instant. */
  at: string;
  today: Day;
}

/**
 * Plans the reviews of access to a child's account, in the transaction that gives it. Whoever is 16 or applies for themselves needs none; what
 * is planned already stays as it is. Returns how many were planned.
 */
export async function planReviews(
  db: Writer,
  { id, form, work }: Pick<StoredApplication, 'id' | 'form' | 'work'>,
  { rules, at, today }: PlanNow,
): Promise<number> {
  const { asker, firstName, lastName, dateOfBirth } = form;
  if (asker === null) return 0;
  // Not the application's own: its trail is nobody's once it is purged, and a review is kept for years after that.
  const subjectId = randomUUID();
  let planned = 0;
  for (const review of reviewsFor(dateOfBirth, today, rules.proxyReviewAge)) {
    const isNew = await addProxyReview(db, {
      id: randomUUID(),
      applicationId: id,
      subjectId,
      ...review,
      people: {
        patient: { firstName, lastName, dateOfBirth },
        asker: { firstName: asker.firstName, lastName: asker.lastName },
        relationship: work.proxy?.relationship ?? asker.relationship,
      },
      version: 0,
      changedBy: null,
      changedAt: at,
      safeBy: null,
      safeAt: null,
      outcome: null,
      doneBy: null,
      doneAt: null,
    });
    if (isNew) planned += 1;
  }
  return planned;
}
