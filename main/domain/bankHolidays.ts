import { dateSchema, type Day } from '../../preload/contract/rules/dates';

/**
 * Bank holidays of England and Wales as published on https://www.gov.uk/bank-holidays, substitute days included. As there, a holiday
 * that falls on a weekend is named by its substitute only: a practice that opens on Saturdays closes on such a Christmas Day by
 * its own `closedDays`. Data, not a formula: a government may add or move one (2011, 2012, 2020, 2022, 2023).
 */
export const bankHolidays: readonly Day[] = [
  '2026-01-01', // New Year’s Day
  '2026-04-03', // Good Friday
  '2026-04-06', // Easter Monday
  '2026-05-04', // Early May bank holiday
  '2026-05-25', // Spring bank holiday
  '2026-08-31', // Summer bank holiday
  '2026-12-25', // Christmas Day
  '2026-12-28', // Boxing Day (substitute day)

  '2027-01-01', // New Year’s Day
  '2027-03-26', // Good Friday
  '2027-03-29', // Easter Monday
  '2027-05-03', // Early May bank holiday
  '2027-05-31', // Spring bank holiday
  '2027-08-30', // Summer bank holiday
  '2027-12-27', // Christmas Day (substitute day)
  '2027-12-28', // Boxing Day (substitute day)

  '2028-01-03', // New Year’s Day (substitute day)
  '2028-04-14', // Good Friday
  '2028-04-17', // Easter Monday
  '2028-05-01', // Early May bank holiday
  '2028-05-29', // Spring bank holiday
  '2028-08-28', // Summer bank holiday
  '2028-12-25', // Christmas Day
  '2028-12-26', // Boxing Day
].map((day) => dateSchema.parse(day));

/** The last day these data speak of. After it no day counts as a bank holiday until a newer version brings more. */
export const bankHolidaysKnownUntil: Day = dateSchema.parse('2028-12-31');
