import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBehind, readJump } from '../../../main/domain/clockWatch';
import { nowAt } from '../../../main/domain/time';

const second = 1000;

describe('a jump of the wall clock', () => {
  test.each([
    [0, 0],
    [59, 0],
    [-59, 0],
    [60, 60],
    [-60, -60],
    [3600, 3600],
    [-86_400, -86_400],
  ])('moved by %i seconds it reads as %i', (moved, expected) => {
    const wallBefore = Date.parse('2026-11-23T10:00:00Z');
    const passed = 5 * second;
    expect(
      readJump({
        wallBefore,
        wallNow: wallBefore + passed + moved * second,
        monotonicBefore: 77,
        monotonicNow: 77 + passed,
      }),
    ).toBe(expected);
  });

  test('is what it was moved by, however long it was not looked at', () => {
    const milliseconds = fc.integer({ min: 0, max: 1e9 });
    fc.assert(
      fc.property(milliseconds, milliseconds, fc.integer({ min: -1e6, max: 1e6 }), (start, passed, moved) => {
        const jump = readJump({
          wallBefore: start,
          wallNow: start + passed + moved * second,
          monotonicBefore: 0,
          monotonicNow: passed,
        });
        expect(jump).toBe(Math.abs(moved) < 60 ? 0 : moved);
      }),
    );
  });

  test.each([
    ['2026-03-29T00:59:58Z', '00:59', '02:00'],
    ['2026-10-25T00:59:58Z', '01:59', '01:00'],
  ])('is none when the clocks change at %s, from %s to %s', (instant, timeBefore, timeAfter) => {
    const before = nowAt(Date.parse(instant));
    const after = nowAt(Date.parse(instant) + 5 * second);
    expect([before.time, after.time]).toEqual([timeBefore, timeAfter]);
    const jump = readJump({
      wallBefore: before.epochMilliseconds,
      wallNow: after.epochMilliseconds,
      monotonicBefore: 0,
      monotonicNow: 5 * second,
    });
    expect(jump).toBe(0);
  });
});

describe('a clock behind what was seen before', () => {
  const now = nowAt(Date.parse('2026-11-23T10:00:00Z'));
  test.each([
    [null, false],
    ['2026-11-23T09:00:00.000Z', false],
    ['2026-11-23T10:00:00.000Z', false],
    ['2026-11-23T10:02:00.000Z', false],
    ['2026-11-23T10:02:00.001Z', true],
    ['2026-11-24T10:00:00.000Z', true],
  ])('the store has seen %s: behind is %s', (lastInstant, expected) => {
    expect(isBehind(lastInstant, now)).toBe(expected);
  });

  test('is not what autumn does: the hour that comes twice goes on', () => {
    const again = nowAt(Date.parse('2026-10-25T01:00:30Z'));
    expect(again.time).toBe('01:00');
    expect(isBehind('2026-10-25T00:59:59.000Z', again)).toBe(false);
  });
});
