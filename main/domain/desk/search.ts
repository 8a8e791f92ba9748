import { dateOfBirthSchema, type DateOfBirth, type Day, type WallTime } from '../../../preload/contract/rules/dates';
import { foldName } from '../../../preload/contract/rules/letter';

/** What somebody typed to find a patient of today's list. All that is given must fit. */
export interface PatientSearch {
  /** Beginnings of parts of the name, folded; in any order. */
  names: string[];
  dateOfBirth: DateOfBirth | null;
  /** Clock times of the appointment, any of which fits: "2:30" may be said in the morning or in the afternoon. */
  times: string[];
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const yearFirst = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;
const dayFirst = /(?<!\d)(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?!\d)/;
const namedMonth =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[-/. ]*(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-/., ]*(\d{4}|\d{2})(?!\d)/i;
const eightDigits = /(?<!\d)\d{8}(?!\d)/;
const clock = /(?<!\d)(\d{1,2})[:.]([0-5]\d)\s*([ap]m)?(?![\d\p{L}])/iu;
const hour = /(?<!\d)(\d{1,2})\s*([ap]m)(?!\p{L})/iu;
const fourDigits = /(?<!\d)(\d{1,2})([0-5]\d)(?!\d)/;

/**
 * Reads what reception types: parts of a name, a date of birth in any common spelling (5/3/1948, 05.03.48, 5 Mar 1948, 1948-03-05, 05031948), a
 * time (9:30, 9.30, 0930, 9am), or several of them. Numbers are always day, month, year. Null where nothing of it can be searched for.
 * @param today nobody is born after it: two-digit years are of this century unless that were so.
 */
export function readSearch(text: string, today: Day): PatientSearch | null {
  let rest = text.replace(/\p{Cf}/gu, '').normalize('NFKC');
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const found = pattern.exec(rest);
    if (found !== null) rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`;
    return found;
  };
  const dateOfBirth = takeDate(take, today);
  const times = takeTimes(take);
  // Nobody was born on 31 February, and nobody is booked at 25:00.
  if (dateOfBirth === 'impossible' || times === 'impossible') return null;
  const names = foldName(rest)
    .split(' ')
    .filter((part) => part !== '');
  return names.length === 0 && dateOfBirth === null && times.length === 0 ? null : { names, dateOfBirth, times };
}

/** A patient as they are searched: the parts of all their names, folded. */
export interface SearchedRow {
  names: readonly string[];
  dateOfBirth: DateOfBirth;
  start: WallTime;
}

/** Whether everything that was typed fits. */
export function isFound({ names, dateOfBirth, times }: PatientSearch, row: SearchedRow): boolean {
  return (
    (dateOfBirth === null || dateOfBirth === row.dateOfBirth) &&
    (times.length === 0 || times.includes(row.start.slice(11))) &&
    names.every((typed) => row.names.some((part) => part.startsWith(typed)))
  );
}

/** The parts of a name by which it is found: each word for itself, and a last name of several words also written as one ("OBrien"). */
export function searchedNames({ lastName, firstName }: { lastName: string; firstName: string }): string[] {
  const parts = [...foldName(lastName).split(' '), ...foldName(firstName).split(' ')];
  return [...new Set([...parts, foldName(lastName).replaceAll(' ', '')])].filter((part) => part !== '');
}

type Take = (pattern: RegExp) => RegExpExecArray | null;

function takeDate(take: Take, today: Day): DateOfBirth | null | 'impossible' {
  const iso = take(yearFirst);
  if (iso !== null) return makeDate(iso[1], iso[2], iso[3], today) ?? 'impossible';
  const named = take(namedMonth);
  if (named !== null) {
    const month = months.indexOf((named[2] ?? '').toLowerCase()) + 1;
    return makeDate(named[3], String(month), named[1], today) ?? 'impossible';
  }
  const parted = take(dayFirst);
  if (parted !== null) return makeDate(parted[3], parted[2], parted[1], today) ?? 'impossible';
  const digits = take(eightDigits)?.[0];
  if (digits === undefined) return null;
  const asEnglish = makeDate(digits.slice(4), digits.slice(2, 4), digits.slice(0, 2), today);
  return asEnglish ?? makeDate(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6), today) ?? 'impossible';
}

function makeDate(year = '', month = '', day = '', today: Day): DateOfBirth | null {
  const monthAndDay = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const whole = year.length === 4 ? year : `20${year}-${monthAndDay}` <= today ? `20${year}` : `19${year}`;
  const read = dateOfBirthSchema.safeParse(`${whole}-${monthAndDay}`);
  return read.success && whole >= '1900' && read.data <= String(today) ? read.data : null;
}

function takeTimes(take: Take): string[] | 'impossible' {
  const written = take(clock) ?? take(hour);
  if (written !== null) {
    const [, hours, second = '', third] = written;
    const isWhole = !/^\d/.test(second);
    return clockTimes(Number(hours), isWhole ? '00' : second, isWhole ? second : third);
  }
  const bare = take(fourDigits);
  return bare === null ? [] : clockTimes(Number(bare[1]), bare[2] ?? '', undefined);
}

function clockTimes(hours: number, minutes: string, half: string | undefined): string[] | 'impossible' {
  const at = (one: number): string => `${String(one).padStart(2, '0')}:${minutes}`;
  const meant = half?.toLowerCase();
  if (hours > 23) return 'impossible';
  if (hours > 12 || hours === 0) return [at(hours)];
  if (meant === 'am') return [at(hours % 12)];
  if (meant === 'pm') return [at((hours % 12) + 12)];
  return hours === 12 ? [at(12)] : [at(hours), at(hours + 12)];
}
