import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  dateOfBirthSchema,
  dateSchema,
  readDateOfBirth,
  type DateField,
  type DateProblem,
} from '../../../preload/contract/rules/dates';

const today = dateSchema.parse('2026-11-23');

function read(day: string, month: string, year: string) {
  return readDateOfBirth({ day, month, year }, today);
}

describe('a date of birth is read', () => {
  test.each([
    ['14', '5', '1977', '1977-05-14'],
    ['04', '05', '1977', '1977-05-04'],
    [' 4 ', '\t5', '1977\n', '1977-05-04'],
    ['29', '2', '2000', '2000-02-29'],
    ['29', '2', '1904', '1904-02-29'],
    ['1', '1', '1900', '1900-01-01'],
    ['23', '11', '2026', '2026-11-23'],
    ['٢٩', '٠٢', '٢٠٠٠', '2000-02-29'],
    ['۱۴', '۵', '۱۹۷۷', '1977-05-14'],
    ['१४', '५', '१९७७', '1977-05-14'],
    ['１４', '５', '１９７７', '1977-05-14'],
    ['\u200f14', '5\u200e', '\u202b1977\u202c', '1977-05-14'],
  ])('from %j, %j, %j as %s', (day, month, year, dateOfBirth) => {
    expect(read(day, month, year)).toEqual({ ok: true, dateOfBirth });
  });
});

describe('what is not a date of birth is refused with the fields to look at', () => {
  const long = '1'.repeat(10_000);
  const all: DateField[] = ['day', 'month', 'year'];
  const cases: [string, string, string, DateProblem, DateField[]][] = [
    ['', '', '', 'empty', all],
    [' ', '\u200f', '\n', 'empty', all],
    ['', '5', '1977', 'missing', ['day']],
    ['14', '', '1977', 'missing', ['month']],
    ['14', '5', '', 'missing', ['year']],
    ['', '', '1977', 'missing', ['day', 'month']],
    ['%', '5', '1977', 'notANumber', ['day']],
    ['14', '*', '1977', 'notANumber', ['month']],
    ['-4', "'", '19 77', 'notANumber', all],
    ['1e1', '5', '1977', 'notANumber', ['day']],
    ['4.0', '5', '1977', 'notANumber', ['day']],
    ['14', 'May', '1977', 'notANumber', ['month']],
    ['🎂', '5', '1977', 'notANumber', ['day']],
    ['יום', '5', '1977', 'notANumber', ['day']],
    ['½', '5', '1977', 'notANumber', ['day']],
    ['14', '5', 'x'.repeat(10_000), 'notANumber', ['year']],
    ['14', '5', ' '.repeat(10_000) + 'x' + ' '.repeat(10_000), 'notANumber', ['year']],
    ['14', '5', '77', 'yearNotFourDigits', ['year']],
    ['14', '5', '01977', 'yearNotFourDigits', ['year']],
    ['14', '5', long, 'yearNotFourDigits', ['year']],
    ['11', '2', '1300', 'otherCalendar', ['year']],
    ['31', '2', '1375', 'otherCalendar', ['year']],
    ['11', '2', '1450', 'otherCalendar', ['year']],
    ['31', '2', '1977', 'notRealDate', all],
    ['31', '4', '1977', 'notRealDate', all],
    ['29', '2', '1999', 'notRealDate', all],
    ['29', '2', '1900', 'notRealDate', all],
    ['32', '5', '1977', 'notRealDate', ['day']],
    ['0', '5', '1977', 'notRealDate', ['day']],
    ['014', '5', '1977', 'notRealDate', ['day']],
    [long, '5', '1977', 'notRealDate', ['day']],
    ['14', '13', '1977', 'notRealDate', ['month']],
    ['14', '0', '1977', 'notRealDate', ['month']],
    ['40', '14', '1977', 'notRealDate', ['day', 'month']],
    ['24', '11', '2026', 'inFuture', all],
    ['1', '1', '2569', 'inFuture', all],
    ['31', '12', '1899', 'tooLongAgo', ['year']],
    ['1', '1', '0000', 'tooLongAgo', ['year']],
    ['11', '2', '1299', 'tooLongAgo', ['year']],
    ['11', '2', '1451', 'tooLongAgo', ['year']],
  ];
  test.each(cases)('%.9s, %.9s, %.9s: %s', (day, month, year, problem, fields) => {
    expect(read(day, month, year)).toEqual({ ok: false, problem, fields });
  });
});

test('every real day from 1900 to today is read as itself, and no later one', () => {
  const first = Temporal.PlainDate.from('1900-01-01');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60_000 }), (days) => {
      const date = first.add({ days });
      const reading = read(String(date.day), String(date.month), String(date.year));
      const isPast = Temporal.PlainDate.compare(date, Temporal.PlainDate.from(today)) <= 0;
      expect(reading).toEqual(
        isPast
          ? { ok: true, dateOfBirth: date.toString() }
          : { ok: false, problem: 'inFuture', fields: ['day', 'month', 'year'] },
      );
    }),
  );
});

test('any text in any field gives a date the contract accepts, or a problem with at least one field', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.integer({ min: -1, max: 2100 }).map(String),
  );
  fc.assert(
    fc.property(typed, typed, typed, (day, month, year) => {
      const reading = read(day, month, year);
      if (reading.ok) expect(dateOfBirthSchema.safeParse(reading.dateOfBirth).success).toBe(true);
      else expect(reading.fields.length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});

describe('a day', () => {
  test('is real exactly when the calendar has it', () => {
    const whole = (least: number, most: number) => fc.integer({ min: least, max: most });
    fc.assert(
      fc.property(whole(0, 9999), whole(0, 13), whole(0, 32), (year, month, day) => {
        const text = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join(
          '-',
        );
        let isInCalendar = true;
        try {
          Temporal.PlainDate.from(text, { overflow: 'reject' });
        } catch {
          isInCalendar = false;
        }
        expect(dateSchema.safeParse(text).success).toBe(isInCalendar);
      }),
      { numRuns: 2000 },
    );
  });
});
