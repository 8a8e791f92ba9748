import { describe, expect, test } from 'vitest';
import { dateSchema } from '../../../preload/contract/rules/dates';
import { formatDay } from '../../../renderer/text/dates';
import { rangeKey } from '../../../renderer/text/minutes';

describe('days are written as the NHS writes them', () => {
  test.each([
    ['2026-11-23', 'Monday 23 November'],
    ['2026-03-29', 'Sunday 29 March'],
    ['2026-10-25', 'Sunday 25 October'],
    ['2028-02-29', 'Tuesday 29 February'],
    ['2027-01-01', 'Friday 1 January'],
  ])('%s is %s', (day, words) => {
    expect(formatDay(dateSchema.parse(day))).toBe(words);
  });
});

describe('a range of minutes', () => {
  test.each([
    [{ from: 10, to: 20 }, 'minutes.between'],
    [{ from: 0, to: 10 }, 'minutes.upTo'],
    [{ from: 20, to: 20 }, 'minutes.exactly'],
  ] as const)('%j is said with %s', (range, key) => {
    expect(rangeKey(range)).toBe(key);
  });
});
