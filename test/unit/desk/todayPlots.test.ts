import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockTimeSchema } from '../../../preload/contract/rules/dates';
import { barsOf, busiestOf, minuteTicks } from '../../../renderer/desk/today/plots';
import { percentOf, todayWords } from '../../../renderer/text/desk/today';

const width = 1120;
const height = 130;

const quarters = fc
  .array(fc.record({ atKiosk: fc.nat(30), byStaff: fc.nat(30) }), { minLength: 1, maxLength: 96 })
  .map((counts) => counts.map((count, index) => ({ from: timeOf(index), ...count })));

function timeOf(index: number) {
  const hour = String(Math.floor(index / 4)).padStart(2, '0');
  return clockTimeSchema.parse(`${hour}:${String((index % 4) * 15).padStart(2, '0')}`);
}

describe('bars', () => {
  test('stay in their field, stand on each other, and never touch the next', () => {
    fc.assert(
      fc.property(quarters, (some) => {
        const bars = barsOf(some, width, height);
        for (const [index, { x, width: own, kiosk, staff }] of bars.entries()) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x + own).toBeLessThanOrEqual(width);
          expect(x + own).toBeLessThan(bars[index + 1]?.x ?? Number.POSITIVE_INFINITY);
          expect(kiosk.y + kiosk.height).toBeCloseTo(height);
          expect(staff.y + staff.height).toBeLessThanOrEqual(kiosk.y + 1e-9);
          expect(staff.y).toBeGreaterThanOrEqual(-1e-9);
        }
      }),
    );
  });

  test('are as high as what they count', () => {
    fc.assert(
      fc.property(quarters, (some) => {
        const bars = barsOf(some, width, height);
        const most = Math.max(...bars.map(({ total }) => total));
        for (const { kiosk, staff, total } of bars) {
          expect(kiosk.height + staff.height).toBeCloseTo(most === 0 ? 0 : ((height - 2) * total) / most);
        }
      }),
    );
  });

  test('name hours, and the first quarter where no hour is near', () => {
    const named = (from: number, to: number): string[] => {
      const indexes = Array.from({ length: to - from }, (_, index) => from + index);
      const some = indexes.map((index) => ({ from: timeOf(index), atKiosk: 1, byStaff: 0 }));
      return barsOf(some, width, height).flatMap(({ from: time, isNamed }) => (isNamed ? [time] : []));
    };
    expect(named(33, 34)).toEqual(['08:15']);
    expect(named(33, 41)).toEqual(['08:15', '09:00', '10:00']);
    expect(named(35, 41)).toEqual(['09:00', '10:00']);
  });
});

test('the busiest quarter is the first of those with most, and there is none before anybody has come', () => {
  fc.assert(
    fc.property(quarters, (some) => {
      const totals = some.map(({ atKiosk, byStaff }) => atKiosk + byStaff);
      const most = Math.max(...totals);
      expect(busiestOf(some)).toEqual(most === 0 ? null : { from: some[totals.indexOf(most)]?.from, total: most });
    }),
  );
  expect(busiestOf([])).toBeNull();
});

test('an axis of minutes reaches the longest wait in at most six numbers', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1440, noNaN: true }), (longest) => {
      const ticks = minuteTicks(longest);
      expect(ticks[0]).toBe(0);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(longest);
      expect(ticks.length).toBeGreaterThan(1);
      expect(ticks.length).toBeLessThanOrEqual(6);
      const step = (ticks[1] ?? 0) - (ticks[0] ?? 0);
      expect(ticks).toEqual(ticks.map((_, index) => index * step));
    }),
  );
});

test('a share is never said to be nothing or all where it is not', () => {
  expect([
    percentOf(0, 0),
    percentOf(0, 9),
    percentOf(1, 900),
    percentOf(899, 900),
    percentOf(900, 900),
    percentOf(1, 3),
  ]).toEqual(['0 %', '0 %', '1 %', '99 %', '100 %', '33 %']);
});

test('one is not many', () => {
  expect(todayWords.quartersSaid(1, '08:15', 1)).toContain('1 arrival so far');
  expect(todayWords.notFoundSaid(1, 1)).toBe('100 %: 1 of 1 try');
  expect(todayWords.notFoundSaid(0, 0)).toBe('nobody has tried yet');
});
