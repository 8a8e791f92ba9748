import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProxyReview } from '../../../preload/contract/desk/applications';
import { dateOfBirthSchema, dateSchema } from '../../../preload/contract/rules/dates';
import { dueOf, outcomesOf, sortReviews } from '../../../renderer/desk/reviews/dueReviews';
import { reviewWords } from '../../../renderer/text/desk/proxy';

const today = '2026-11-23';

function reviewOf(change: Partial<ProxyReview>): ProxyReview {
  return {
    reviewId: crypto.randomUUID(),
    version: 0,
    kind: 'beforeThirteen',
    patient: { firstName: 'Maya', lastName: 'Okafor', dateOfBirth: dateOfBirthSchema.parse('2014-01-03') },
    asker: { firstName: 'Grace', lastName: 'Okafor' },
    relationship: 'parent',
    dueOn: dateSchema.parse(today),
    isDue: true,
    safe: null,
    done: null,
    ...change,
  };
}

const dueOn = (day: string, isDue = true) => dueOf({ dueOn: dateSchema.parse(day), isDue }, today);

describe('when a review is due', () => {
  test('is said in whole days, over a change of the clocks as well', () => {
    expect(dueOn('2026-11-24')).toEqual({ state: 'soon', days: 1 });
    expect(dueOn('2026-11-23')).toEqual({ state: 'today', days: 0 });
    expect(dueOn('2026-11-22')).toEqual({ state: 'overdue', days: 1 });
    expect(dueOn('2026-10-24')).toEqual({ state: 'overdue', days: 30 });
    expect(dueOn('2027-04-02', false)).toEqual({ state: 'later', days: 130 });
  });

  test('is overdue however the practice has set its notice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4000 }), fc.boolean(), (daysAgo, isDue) => {
        const day = new Date(Date.parse(today) - daysAgo * 86_400_000).toISOString().slice(0, 10);
        expect(dueOn(day, isDue)).toEqual({ state: 'overdue', days: daysAgo });
      }),
    );
  });

  test('one day is not many, and what is far off is said in months and years', () => {
    expect(reviewWords.due.overdue(1)).toBe('Overdue by 1 day');
    expect(reviewWords.due.soon(12)).toBe('Due in 12 days');
    expect([1, 59, 61, 150, 400, 800, 1500].map((days) => reviewWords.due.later(days))).toEqual([
      'In 1 day',
      'In 59 days',
      'In 2 months',
      'In 4 months',
      'In 13 months',
      'In 2 years',
      'In 4 years',
    ]);
  });
});

test('reviews stand by the day they are due, and finished ones apart, the latest first', () => {
  const done = (at: string) => ({ by: 'Jo Marsh', at, outcome: 'continues' as const });
  const later = reviewOf({ dueOn: dateSchema.parse('2027-02-01') });
  const overdue = reviewOf({ dueOn: dateSchema.parse('2026-11-01') });
  const soon = reviewOf({ dueOn: dateSchema.parse('2026-12-01') });
  const older = reviewOf({ done: done('2026-11-01T09:00:00.000Z') });
  const newer = reviewOf({ done: done('2026-11-20T09:00:00.000Z') });
  expect(sortReviews([later, older, overdue, newer, soon])).toEqual({
    open: [overdue, soon, later],
    finished: [newer, older],
  });
});

test('at 16 access never goes on, before that it is what to expect', () => {
  expect(outcomesOf('atSixteen')).toEqual(['suspended', 'ended']);
  expect(outcomesOf('beforeThirteen')).toEqual(['continues', 'suspended', 'ended']);
});

test('a word that writing is safe is told with how long it counts', () => {
  expect(reviewWords.safeDone({ by: 'Jo Marsh', at: '2026-11-23T10:05:00.000Z' })).toBe(
    'Safe to write to both: Jo Marsh, Monday 23 November, 10:05am. Counts for four weeks.',
  );
});
