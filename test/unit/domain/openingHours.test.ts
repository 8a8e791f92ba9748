import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { openingAt } from '../../../main/domain/openingHours';
import { instantOf, nowAt } from '../../../main/domain/time';
import type { Hours, OpeningHours } from '../../../main/domain/types';
import { dateSchema, wallTimeSchema } from '../../../preload/contract/rules/dates';
import { at, clock } from './support/samples';

const hours = (from: string, to: string): Hours => ({ from: clock(from), to: clock(to) });
const weekday = [hours('08:00', '13:00'), hours('14:00', '18:30')];
const openingHours: OpeningHours = {
  monday: weekday,
  tuesday: weekday,
  wednesday: weekday,
  thursday: weekday,
  friday: weekday,
  saturday: [],
  sunday: [],
};
const rules = { openingHours, bankHolidaysOpen: [], closedDays: [] };
const day = (text: string) => dateSchema.parse(text);
const opens = (onDay: string, time: string) => ({ kind: 'closed', opens: { day: onDay, time } });

test('without hours it is never closed, not even on Christmas Day', () => {
  const never = { ...rules, openingHours: null, closedDays: [day('2026-12-25')] };
  expect(openingAt(never, at('2026-12-25T03:00'))).toEqual({ kind: 'open' });
});

describe('on a Monday', () => {
  test.each([
    ['08:00', 0],
    ['12:59', 59],
    ['14:00', 0],
    ['18:29', 59],
  ])('it is open at %s and %i seconds', (time, seconds) => {
    expect(openingAt(rules, at(time, seconds))).toEqual({ kind: 'open' });
  });

  test.each([
    ['00:00', 0, '2026-11-23', '08:00'],
    ['07:59', 59, '2026-11-23', '08:00'],
    ['13:00', 0, '2026-11-23', '14:00'],
    ['18:30', 0, '2026-11-24', '08:00'],
    ['23:59', 59, '2026-11-24', '08:00'],
  ])('at %s and %i seconds it is closed, and opens on %s at %s', (time, seconds, onDay, from) => {
    expect(openingAt(rules, at(time, seconds))).toEqual(opens(onDay, from));
  });
});

test('from Friday evening it opens on Monday', () => {
  expect(openingAt(rules, at('2026-11-27T18:30'))).toEqual(opens('2026-11-30', '08:00'));
});

describe('bank holidays', () => {
  test('close it, over Easter from Thursday to Tuesday', () => {
    expect(openingAt(rules, at('2026-04-02T18:30'))).toEqual(opens('2026-04-07', '08:00'));
    expect(openingAt(rules, at('2026-04-03T10:00'))).toEqual(opens('2026-04-07', '08:00'));
  });

  test('count by their substitute days', () => {
    expect(openingAt(rules, at('2026-12-28T10:00'))).toEqual(opens('2026-12-29', '08:00'));
    expect(openingAt(rules, at('2028-01-03T10:00'))).toEqual(opens('2028-01-04', '08:00'));
  });

  test('on which the practice says that it is open are as any such weekday', () => {
    const open = { ...rules, bankHolidaysOpen: [day('2026-04-03')] };
    expect(openingAt(open, at('2026-04-03T10:00'))).toEqual({ kind: 'open' });
    expect(openingAt(open, at('2026-04-02T18:30'))).toEqual(opens('2026-04-03', '08:00'));
  });

  test('that nobody knows yet are none', () => {
    // 1 January 2029 is a Monday.
    expect(openingAt(rules, at('2029-01-01T10:00'))).toEqual({ kind: 'open' });
  });
});

describe('days on which the practice is closed', () => {
  test('close it, even where it opens on that bank holiday', () => {
    const closed = { ...rules, closedDays: [day('2026-04-03')], bankHolidaysOpen: [day('2026-04-03')] };
    expect(openingAt(closed, at('2026-04-03T10:00'))).toEqual(opens('2026-04-07', '08:00'));
  });

  const monday = Temporal.PlainDate.from('2026-11-23');
  const closedFor = (days: number) => ({
    ...rules,
    openingHours: { ...openingHours, saturday: weekday, sunday: weekday },
    closedDays: Array.from({ length: days }, (_one, ahead) => day(monday.add({ days: ahead }).toString())),
  });

  test('opens in a fortnight is still said, later is not', () => {
    expect(openingAt(closedFor(14), at('10:00'))).toEqual(opens('2026-12-07', '08:00'));
    expect(openingAt(closedFor(15), at('10:00'))).toEqual({ kind: 'closed', opens: null });
  });
});

test('a practice without any hours is closed and promises nothing', () => {
  const none = { ...openingHours, monday: [], tuesday: [], wednesday: [], thursday: [], friday: [] };
  expect(openingAt({ ...rules, openingHours: none }, at('10:00'))).toEqual({ kind: 'closed', opens: null });
});

test('hours that end before they begin open nothing and are not promised', () => {
  const odd = { ...openingHours, monday: [hours('18:00', '09:00'), hours('12:00', '12:00')] };
  expect(openingAt({ ...rules, openingHours: odd }, at('12:00'))).toEqual(opens('2026-11-24', '08:00'));
});

test('the order in which hours were written does not matter', () => {
  const odd = { ...openingHours, monday: [...weekday].reverse() };
  expect(openingAt({ ...rules, openingHours: odd }, at('07:00'))).toEqual(opens('2026-11-23', '08:00'));
});

describe('around midnight', () => {
  const late = {
    ...rules,
    openingHours: { ...openingHours, monday: [hours('20:00', '23:59')], tuesday: [hours('00:00', '02:00')] },
  };
  test('each day has its own hours', () => {
    expect(openingAt(late, at('2026-11-23T23:58', 59))).toEqual({ kind: 'open' });
    expect(openingAt(late, at('2026-11-23T23:59'))).toEqual(opens('2026-11-24', '00:00'));
    expect(openingAt(late, at('2026-11-24T00:00'))).toEqual({ kind: 'open' });
    expect(openingAt(late, at('2026-11-24T02:00'))).toEqual(opens('2026-11-25', '08:00'));
  });
});

describe('on the days of both clock changes, which are Sundays', () => {
  const onSunday = { ...rules, openingHours: { ...openingHours, sunday: [hours('02:00', '12:00')] } };
  test.each([
    // The clock goes from 00:59 to 02:00.
    ['2026-03-29T00:59:59Z', 'closed'],
    ['2026-03-29T01:00:00Z', 'open'],
    ['2026-03-29T10:59:59Z', 'open'],
    ['2026-03-29T11:00:00Z', 'closed'],
    // The clock shows 01:00 to 01:59 twice.
    ['2026-10-25T00:59:59Z', 'closed'],
    ['2026-10-25T01:59:59Z', 'closed'],
    ['2026-10-25T02:00:00Z', 'open'],
    ['2026-10-25T11:59:59Z', 'open'],
    ['2026-10-25T12:00:00Z', 'closed'],
  ])('at %s it is %s', (instant, kind) => {
    expect(openingAt(onSunday, nowAt(Date.parse(instant))).kind).toBe(kind);
  });

  test.each([
    ['2026-03-28T23:00', '2026-03-29'],
    ['2026-10-24T23:00', '2026-10-25'],
  ])('at %s the night before it says so by the clock', (time, onDay) => {
    expect(openingAt(onSunday, at(time))).toEqual(opens(onDay, '02:00'));
  });
});

test('when closed, it is open at the moment it promises and at none before', () => {
  const anyHours = fc
    .tuple(fc.integer({ min: 4, max: 21 }), fc.integer({ min: 1, max: 3 }))
    .map(([from, length]) =>
      hours(`${String(from).padStart(2, '0')}:00`, `${String(Math.min(23, from + length)).padStart(2, '0')}:30`),
    );
  const anyDay = fc.array(anyHours, { maxLength: 2 });
  const anyWeek: fc.Arbitrary<OpeningHours> = fc.record({
    monday: anyDay,
    tuesday: anyDay,
    wednesday: anyDay,
    thursday: anyDay,
    friday: anyDay,
    saturday: anyDay,
    sunday: anyDay,
  });
  const start = Date.parse('2026-01-01T00:00:00Z');
  const anyQuarter = fc.integer({ min: 0, max: 3 * 365 * 96 - 1 }).map((quarter) => nowAt(start + quarter * 900_000));
  fc.assert(
    fc.property(anyWeek, anyQuarter, (week, now) => {
      const set = { ...rules, openingHours: week };
      const opening = openingAt(set, now);
      const next = opening.kind === 'closed' ? opening.opens : null;
      fc.pre(next !== null);
      if (next === null) return;
      const promised = instantOf(wallTimeSchema.parse(`${next.day}T${next.time}`));
      expect(promised).toBeGreaterThan(now.epochMilliseconds);
      expect(openingAt(set, nowAt(promised)).kind).toBe('open');
      for (let before = now.epochMilliseconds; before < promised; before += 900_000) {
        expect(openingAt(set, nowAt(before)).kind).toBe('closed');
      }
    }),
    { numRuns: 20 },
  );
});
