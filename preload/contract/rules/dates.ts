import * as z from 'zod';

/** A calendar day `YYYY-MM-DD`. A brand, never a `Date`: a date of birth has no time zone. */
export const dateSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isRealDate)
  .brand<'Day'>();
export type Day = z.infer<typeof dateSchema>;

/** A date of birth `YYYY-MM-DD`. The contract checks that it is a real day; whether it is plausible is asked with `readDateOfBirth`. */
export const dateOfBirthSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isRealDate)
  .brand<'DateOfBirth'>();
export type DateOfBirth = z.infer<typeof dateOfBirthSchema>;

/** London wall time of the day, `HH:MM`, 24 hours. Shown as 9am, 10:05am, midday by `renderer/text`. */
export const clockTimeSchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .brand<'ClockTime'>();
export type ClockTime = z.infer<typeof clockTimeSchema>;

/** London wall time `YYYY-MM-DDTHH:MM`: when an appointment starts. */
export const wallTimeSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/)
  .refine((text) => isRealDate(text.slice(0, 10)))
  .brand<'WallTime'>();
export type WallTime = z.infer<typeof wallTimeSchema>;

/** Plain arithmetic: the page would load a whole calendar library for this one question. */
function isRealDate(text: string): boolean {
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8, 10));
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The three fields of a date of birth, as the NHS design system's date input names them. */
export type DateField = 'day' | 'month' | 'year';

/**
 * Why three typed fields are not a date of birth; one message each (NHS design system, "date input").
 * - `empty`: nothing typed; `missing`: some fields empty, named in `fields`
 * - `notANumber`: letters, signs, emoji
 * - `yearNotFourDigits`: "Year must include 4 numbers": 77 could be 1877, 1977 or none
 * - `otherCalendar`: a year of 1300 to 1450 is an Afghan, Iranian or Islamic date: use the date on your NHS letters
 * - `notRealDate`: 31 February, month 13; `inFuture`; `tooLongAgo`: before 1900
 */
export type DateProblem =
  | 'empty'
  | 'missing'
  | 'notANumber'
  | 'yearNotFourDigits'
  | 'otherCalendar'
  | 'notRealDate'
  | 'inFuture'
  | 'tooLongAgo';

export type DateReading =
  { ok: true; dateOfBirth: DateOfBirth } | { ok: false; fields: DateField[]; problem: DateProblem };

const dateFields = ['day', 'month', 'year'] as const;
const firstYear = 1900;
const otherCalendarYears = { first: 1300, last: 1450 };

/** Where the digits 0 to 9 of keyboards in use here begin: Arabic, Persian and Urdu, Devanagari, Bengali, Gurmukhi, Gujarati, full width. */
const digitZeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0xff10];

/**
 * Reads a date of birth as typed: any text, any length; never throws.
 * Digits of other scripts count as what they mean; nothing else is guessed or corrected.
 * @param today the London day: a date of birth after it is refused, the day itself is a newborn's.
 */
export function readDateOfBirth(typed: Record<DateField, string>, today: Day): DateReading {
  const text = { day: tidy(typed.day), month: tidy(typed.month), year: tidy(typed.year) };
  const missing = dateFields.filter((field) => text[field] === '');
  if (missing.length > 0) return refuse(missing.length === 3 ? 'empty' : 'missing', missing);
  const wordy = dateFields.filter((field) => !/^[0-9]+$/.test(text[field]));
  if (wordy.length > 0) return refuse('notANumber', wordy);
  if (text.year.length !== 4) return refuse('yearNotFourDigits', ['year']);
  const year = Number(text.year);
  // Asked before "is it real": the other calendars have a 31st of their second month.
  if (year >= otherCalendarYears.first && year <= otherCalendarYears.last) return refuse('otherCalendar', ['year']);
  const impossible = dateFields.filter(
    (field) => (field === 'day' && !isBetween(text.day, 31)) || (field === 'month' && !isBetween(text.month, 12)),
  );
  if (impossible.length > 0) return refuse('notRealDate', impossible);
  const reading = dateOfBirthSchema.safeParse(
    `${text.year}-${text.month.padStart(2, '0')}-${text.day.padStart(2, '0')}`,
  );
  if (!reading.success) return refuse('notRealDate', [...dateFields]);
  // ISO dates of four-digit years sort as text.
  if (String(reading.data) > String(today)) return refuse('inFuture', [...dateFields]);
  if (year < firstYear) return refuse('tooLongAgo', ['year']);
  return { ok: true, dateOfBirth: reading.data };
}

function refuse(problem: DateProblem, fields: DateField[]): DateReading {
  return { ok: false, fields, problem };
}

/** One or two digits worth 1 to `most`. */
function isBetween(digits: string, most: number): boolean {
  const value = Number(digits);
  return digits.length <= 2 && value >= 1 && value <= most;
}

/** Drops space around and invisible marks (right-to-left marks come with pasted text), and gives digits of other scripts in ASCII. */
function tidy(text: string): string {
  return text
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(/\p{Nd}/gu, (digit) => {
      const code = digit.codePointAt(0) ?? 0;
      const zero = digitZeros.find((start) => code >= start && code < start + 10);
      return zero === undefined ? digit : String(code - zero);
    });
}
