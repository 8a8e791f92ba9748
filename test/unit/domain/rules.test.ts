import { describe, expect, test } from 'vitest';
import { checkRules, defaultRules } from '../../../main/domain/rules';
import type { PracticeRules } from '../../../main/domain/types';

/** Settings come from files and the store: their types are not to be trusted. */
function check(change: Record<string, unknown>): string[] {
  return checkRules({ ...defaultRules, ...change } as PracticeRules);
}

test('the default rules hold together', () => {
  expect(checkRules(defaultRules)).toEqual([]);
});

test('rules at their limits hold together', () => {
  expect(
    check({
      window: { earlyMinutes: 0, lateMinutes: 0 },
      clinicianWindows: { 'Dr Anita Rao': { earlyMinutes: 1440, lateMinutes: 20 } },
      joinMinutes: 0,
      postcodeAlwaysDays: ['01-01', '02-29'],
      badRowsLimitPercent: 0,
    }),
  ).toEqual([]);
});

describe('rules that do not hold together are told in one sentence each', () => {
  test.each<[string, unknown, RegExp]>([
    ['window', { earlyMinutes: -1, lateMinutes: 10 }, /minutes early/],
    ['window', { earlyMinutes: 30, lateMinutes: 1.5 }, /minutes late/],
    ['window', null, /minutes early/],
    ['nurseLedWindow', { earlyMinutes: '30', lateMinutes: 10 }, /nurse-led/],
    ['clinicianWindows', { 'Dr Anita Rao': { earlyMinutes: 30 } }, /"Dr Anita Rao": minutes late/],
    ['slotTypeWindows', { '': { earlyMinutes: 30, lateMinutes: 10 } }, /slot type has no name/],
    ['siteWindows', [], /by site must be a table/],
    ['joinMinutes', Number.NaN, /join/],
    ['postcodeAlwaysDays', ['02-30'], /"02-30" is not a birthday/],
    ['postcodeAlwaysDays', ['1 January'], /not a birthday/],
    ['postcodeAlwaysDays', [11], /not a birthday/],
    ['postcodeAlwaysDays', '01-01', /must be a list/],
    ['stampListAfterMinutes', -1, /age of the list/],
    ['closeListAfterMinutes', 0, /closes check-in/],
    ['closeListAfterMinutes', 14, /must be shown before/],
    ['badRowsLimitPercent', 101, /bad rows/],
    ['visitsKeptDays', 0, /visits/],
    ['practiceName', '  ', /name of the practice/],
    ['practiceName', 'x'.repeat(101), /name of the practice/],
    ['practiceName', 7, /name of the practice/],
  ])('%s: %j', (name, value, words) => {
    const problems = check({ [name]: value });
    expect(problems.join('\n')).toMatch(words);
    for (const problem of problems) expect(problem).toMatch(/\.$/);
  });
});
