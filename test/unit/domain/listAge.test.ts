import { expect, test } from 'vitest';
import { ageList } from '../../../main/domain/listAge';
import { defaultRules } from '../../../main/domain/rules';

const now = Date.parse('2026-11-23T10:00:00Z');
const minute = 60_000;

test.each([
  [0, 'open'],
  [15 * minute, 'open'],
  [15 * minute + 1, 'stamped'],
  [120 * minute, 'stamped'],
  [120 * minute + 1, 'stale'],
  [24 * 60 * minute, 'stale'],
  // The clock was set back: nobody knows how old the list is.
  [-1, 'stamped'],
])('a list %i milliseconds old is %s', (age, expected) => {
  expect(ageList(now - age, now, defaultRules)).toBe(expected);
});

test('the limits are the practice’s', () => {
  const rules = { stampListAfterMinutes: 0, closeListAfterMinutes: 1 };
  expect(ageList(now - 1, now, rules)).toBe('stamped');
  expect(ageList(now - minute - 1, now, rules)).toBe('stale');
});
