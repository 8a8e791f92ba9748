import { describe, expect, test } from 'vitest';
import { isCapital, toggledShift } from '../../../renderer/ui/keyboard/shift';

describe('Shift', () => {
  test('does what the box asks for until it is touched', () => {
    expect(isCapital(null, true)).toBe(true);
    expect(isCapital(null, false)).toBe(false);
  });

  test('makes a small letter where a capital would come, and the reverse', () => {
    expect(isCapital(toggledShift(null, true), true)).toBe(false);
    expect(isCapital(toggledShift(null, false), false)).toBe(true);
  });

  test('touched twice is as if it had not been touched', () => {
    for (const isCapitalNext of [true, false]) {
      const twice = toggledShift(toggledShift(null, isCapitalNext), isCapitalNext);
      expect(isCapital(twice, isCapitalNext)).toBe(isCapitalNext);
    }
  });

  test('a choice is void as soon as the box asks for something else', () => {
    expect(isCapital(toggledShift(null, false), true)).toBe(true);
    expect(isCapital(toggledShift(null, true), false)).toBe(false);
  });
});
