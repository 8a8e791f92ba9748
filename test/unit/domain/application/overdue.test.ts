import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { dateSchema } from '../../../../preload/contract/rules/dates';
import { isOverdue } from '../../../../main/domain/application/overdue';

test.each([
  ['2026-08-23', '2026-11-23', false],
  ['2026-08-23', '2026-11-24', true],
  // The last day of a shorter month is the last.
  ['2026-11-30', '2027-02-28', false],
  ['2026-11-30', '2027-03-01', true],
  // Sent today, or by a clock that was wrong.
  ['2026-11-23', '2026-11-23', false],
  ['2027-01-01', '2026-11-23', false],
])('an application of %s is over on %s: %s', (day, today, isOver) => {
  expect(isOverdue(dateSchema.parse(day), dateSchema.parse(today))).toBe(isOver);
});

test('is over from the day after the one that the calendar says, whenever it was sent', () => {
  for (let sent = Temporal.PlainDate.from('2027-01-01'); sent.year < 2029; sent = sent.add({ days: 1 })) {
    const last = sent.add({ months: 3 });
    const isOver = [last, last.add({ days: 1 })].map((today) =>
      isOverdue(dateSchema.parse(sent.toString()), dateSchema.parse(today.toString())),
    );
    expect(isOver, sent.toString()).toEqual([false, true]);
  }
});
