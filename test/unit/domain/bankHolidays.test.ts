import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { bankHolidays, bankHolidaysKnownUntil } from '../../../main/domain/bankHolidays';

const years = [2026, 2027, 2028];
const sunday = 7;

/** Easter Sunday by Oudin's method (1940). */
function easter(year: number): Temporal.PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const moon = (century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 19 * golden + 15) % 30;
  const full = moon - Math.floor(moon / 28) * (1 - Math.floor(29 / (moon + 1)) * Math.floor((21 - golden) / 11));
  const weekday = (year + Math.floor(year / 4) + full + 2 - century + Math.floor(century / 4)) % 7;
  const month = 3 + Math.floor((full - weekday + 40) / 44);
  return Temporal.PlainDate.from({ year, month, day: full - weekday + 28 - 31 * Math.floor(month / 4) });
}

function firstMonday(year: number, month: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return first.add({ days: (8 - first.dayOfWeek) % 7 });
}

function lastMonday(year: number, month: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  const last = first.add({ months: 1 }).subtract({ days: 1 });
  return last.subtract({ days: last.dayOfWeek - 1 });
}

/** The first weekdays from each of `dates` on that no earlier one has taken: how substitute days fall. */
function withSubstitutes(dates: Temporal.PlainDate[]): Temporal.PlainDate[] {
  const taken: Temporal.PlainDate[] = [];
  const onWeekday = dates.filter(({ dayOfWeek }) => dayOfWeek < 6);
  for (const date of dates) {
    let day = date;
    const isFree = () => day.dayOfWeek < 6 && ![...taken, ...onWeekday].some((other) => other.equals(day));
    if (date.dayOfWeek >= 6) while (!isFree()) day = day.add({ days: 1 });
    taken.push(day);
  }
  return taken;
}

describe.each(years)('%i', (year) => {
  const ofYear = bankHolidays.filter((day) => day.startsWith(String(year)));
  const expected = [
    ...withSubstitutes([Temporal.PlainDate.from({ year, month: 1, day: 1 })]),
    easter(year).subtract({ days: 2 }),
    easter(year).add({ days: 1 }),
    firstMonday(year, 5),
    lastMonday(year, 5),
    lastMonday(year, 8),
    ...withSubstitutes([25, 26].map((day) => Temporal.PlainDate.from({ year, month: 12, day }))),
  ];

  test('Easter is a Sunday', () => {
    expect(easter(year).dayOfWeek).toBe(sunday);
  });

  test('has the eight that the law gives it, worked out from the calendar', () => {
    expect(ofYear).toEqual(expected.map(String).sort());
  });

  test('has all of them on weekdays', () => {
    for (const day of ofYear) expect(Temporal.PlainDate.from(day).dayOfWeek).toBeLessThan(6);
  });
});

test('the data say no more than they know', () => {
  expect(new Set(bankHolidays.map((day) => Number(day.slice(0, 4))))).toEqual(new Set(years));
  expect(bankHolidaysKnownUntil).toBe(`${Math.max(...years)}-12-31`);
});

test('Easter of years that everybody can look up', () => {
  expect([2000, 2008, 2011, 2019, 2024, 2025].map((year) => String(easter(year)))).toEqual([
    '2000-04-23',
    '2008-03-23',
    '2011-04-24',
    '2019-04-21',
    '2024-03-31',
    '2025-04-20',
  ]);
});
