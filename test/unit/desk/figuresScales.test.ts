import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minuteClasses } from '../../../main/domain/application/figures';
import type { Figures } from '../../../preload/contract/desk/figures';
import { dateSchema } from '../../../preload/contract/rules/dates';
import {
  busiestWeekOf,
  centreOf,
  durationTicks,
  heightOf,
  isEmpty,
  longestStepOf,
  sharesOf,
  totalOf,
  weekBarsOf,
} from '../../../renderer/desk/figures/scales';
import type { Week } from '../../../renderer/desk/figures/scales';

const width = 1120;
const height = 150;
const none = { count: 0, medianUpToMinutes: null };
const noWeek = { self: 0, someoneElse: 0, underEleven: 0, account: 0, toVerified: none, toDecided: none };

function weekOf(index: number, counts: Partial<Week>): Week {
  const monday = dateSchema.parse(new Date(Date.UTC(2026, 8, 7 + 7 * index)).toISOString().slice(0, 10));
  return { monday, ...noWeek, ...counts };
}

const someWeeks = fc
  .array(fc.record({ self: fc.nat(60), someoneElse: fc.nat(20), underEleven: fc.nat(9), account: fc.nat(9) }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((all) => all.map((counts, index) => weekOf(index, counts)));

describe('bars of weeks', () => {
  test('stay in their field, and no two parts and no two weeks touch', () => {
    fc.assert(
      fc.property(someWeeks, (weeks) => {
        const bars = weekBarsOf(weeks, width, height);
        for (const [index, { x, width: own, parts }] of bars.entries()) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x + own).toBeLessThanOrEqual(width);
          expect(x + own).toBeLessThan(bars[index + 1]?.x ?? Number.POSITIVE_INFINITY);
          let foot = height;
          for (const part of parts) {
            expect(part.y + part.height).toBeLessThanOrEqual(foot + 1e-9);
            foot = part.y - 1;
            expect(part.y).toBeGreaterThanOrEqual(-1e-9);
          }
        }
      }),
    );
  });

  test('are as high as what they count, on one scale', () => {
    fc.assert(
      fc.property(someWeeks, (weeks) => {
        const most = Math.max(1, ...weeks.map(totalOf));
        for (const { parts, total } of weekBarsOf(weeks, width, height)) {
          const all = parts.reduce((sum, part) => sum + part.height, 0);
          expect(all).toBeCloseTo(((height - 6) * total) / most);
        }
      }),
    );
  });

  test('stand where the other plots of weeks have theirs', () => {
    const weeks = Array.from({ length: 12 }, (_, index) => weekOf(index, { self: 1 }));
    for (const [index, { x, width: own }] of weekBarsOf(weeks, width, height).entries()) {
      expect(x + own / 2).toBeCloseTo(centreOf(index, 12, width));
    }
  });
});

test('the busiest week is the first of those with most, and there is none before anybody applied', () => {
  const weeks = [weekOf(0, { self: 2 }), weekOf(1, { self: 3, account: 1 }), weekOf(2, { someoneElse: 4 })];
  expect(busiestWeekOf(weeks)).toBe(weeks[1]);
  expect(busiestWeekOf([weekOf(0, {})])).toBeNull();
});

const classOrNone = fc.constantFrom(null, ...minuteClasses);

test('an axis of durations holds every class that is counted, in two ticks or more', () => {
  fc.assert(
    fc.property(fc.array(classOrNone, { maxLength: 24 }), (classes) => {
      const medians = classes.map((medianUpToMinutes) => ({ count: 1, medianUpToMinutes }));
      const known = classes.filter((one) => one !== null);
      const ticks = durationTicks(medians);
      if (known.length === 0) {
        expect(ticks).toEqual([]);
        return;
      }
      expect(ticks.length).toBeGreaterThan(1);
      expect(ticks[0]).toBeLessThanOrEqual(Math.min(...known));
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(...known));
      expect(ticks).toEqual(ticks.toSorted((one, other) => one - other));
    }),
  );
});

test('a longer time stands higher, the first tick at the foot and the last at the head', () => {
  const ticks = durationTicks([
    { count: 1, medianUpToMinutes: 15 },
    { count: 1, medianUpToMinutes: 10_080 },
  ]);
  expect(heightOf(ticks[0] ?? 0, ticks, 100)).toBeCloseTo(100);
  expect(heightOf(ticks.at(-1) ?? 0, ticks, 100)).toBeCloseTo(0);
  const heights = [15, 30, 60, 240, 1440, 10_080].map((minutes) => heightOf(minutes, ticks, 100));
  expect(heights).toEqual(heights.toSorted((one, other) => other - one));
  expect(heightOf(1, ticks, 100)).toBe(100);
});

test('a step’s track is longer than its mean and its budget, measured or not', () => {
  const step = { step: 'documents' as const, times: 1 };
  expect(longestStepOf([{ ...step, meanSeconds: 300, budgetSeconds: 180 }])).toBeGreaterThan(300);
  expect(longestStepOf([{ ...step, meanSeconds: null, budgetSeconds: 180 }])).toBeGreaterThan(180);
  expect(longestStepOf([])).toBeGreaterThan(0);
});

test('shares fill their field in the order granted, referred, declined, without what never was', () => {
  fc.assert(
    fc.property(fc.record({ granted: fc.nat(99), referred: fc.nat(99), declined: fc.nat(99) }), (decided) => {
      const shares = sharesOf(decided, 480);
      const { granted, referred, declined } = decided;
      expect(shares).toHaveLength([granted, referred, declined].filter((count) => count > 0).length);
      for (const [index, { x, width: own }] of shares.entries()) {
        expect(own).toBeGreaterThan(0);
        expect(x + own).toBeLessThan(shares[index + 1]?.x ?? 480.001);
      }
      const last = shares.at(-1);
      if (last !== undefined) expect(last.x + last.width).toBeCloseTo(480);
    }),
  );
  expect(sharesOf({ granted: 1, referred: 0, declined: 1 }, 102)).toEqual([
    { outcome: 'granted', x: 0, width: 50 },
    { outcome: 'declined', x: 52, width: 50 },
  ]);
});

describe('a practice that has just begun', () => {
  const empty: Figures = {
    weeks: [weekOf(0, {}), weekOf(1, {})],
    toVerified: none,
    toDecided: none,
    steps: [{ step: 'decision', times: 0, meanSeconds: null, budgetSeconds: 60 }],
    decisions: [{ service: 'record', granted: 0, referred: 0, declined: 0 }],
    months: [{ month: '2026-11', any: 0, appointments: 0, prescriptions: 0, record: 0 }],
  };

  test('has no figures', () => {
    expect(isEmpty(empty)).toBe(true);
  });

  test('has some from the first thing that is counted', () => {
    const [month] = empty.months;
    const [decided] = empty.decisions;
    const [step] = empty.steps;
    if (month === undefined || decided === undefined || step === undefined) throw new Error('nothing to count');
    expect(isEmpty({ ...empty, weeks: [weekOf(0, { account: 1 })] })).toBe(false);
    expect(isEmpty({ ...empty, weeks: [weekOf(0, { toVerified: { count: 1, medianUpToMinutes: 5 } })] })).toBe(false);
    expect(isEmpty({ ...empty, steps: [{ ...step, times: 1 }] })).toBe(false);
    expect(isEmpty({ ...empty, decisions: [{ ...decided, declined: 1 }] })).toBe(false);
    expect(isEmpty({ ...empty, months: [{ ...month, any: 1 }] })).toBe(false);
  });
});
