import { describe, expect, test } from 'vitest';
import { isSecondTap } from '../../../renderer/ui/secondTap';
import type { Tap } from '../../../renderer/ui/secondTap';

const button = {};
const first: Tap = { target: button, words: 'Braille', isToggle: true, at: 1_000, x: 100, y: 100 };
const plain: Tap = { ...first, isToggle: false };

function later(tap: Tap, milliseconds: number, change: Partial<Tap> = {}): Tap {
  return { ...tap, at: tap.at + milliseconds, ...change };
}

describe('the second half of a double tap', () => {
  test('is dropped on the same toggle within 400 ms, wherever on it', () => {
    expect(isSecondTap(first, later(first, 399), true)).toBe(true);
    expect(isSecondTap(first, later(first, 100, { x: 300 }), true)).toBe(true);
    expect(isSecondTap(first, later(first, 400), true)).toBe(false);
  });

  test('is meant on another toggle beside the first', () => {
    expect(isSecondTap(first, later(first, 100, { target: {}, x: 130 }), true)).toBe(false);
  });

  test('is meant on the keys of a pad and on any other button that is still there', () => {
    expect(isSecondTap(plain, later(plain, 100), true)).toBe(false);
  });

  test('is dropped near a tap whose button has gone or says something else', () => {
    expect(isSecondTap(plain, later(plain, 399), false)).toBe(true);
    expect(isSecondTap(plain, later(plain, 399, { x: 150 }), false)).toBe(false);
    expect(isSecondTap(plain, later(plain, 400), false)).toBe(false);
  });
});
