import type { Day } from '../../preload/contract/rules/dates';
import { monthNames } from '../domain/dateWords';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const weekdayFirst = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+/i;
const timeAfter = /(?:T|\s+)0{1,2}:00(?::00(?:\.0+)?)?Z?$/;
const dayMonthYear = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4}|\d{2})$/;
const yearMonthDay = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/;
const dayNamedMonthYear = /^(\d{1,2})(?:st|nd|rd|th)?[\s/.-]*([a-z]{3,9})[\s/.,-]*(\d{4}|\d{2})$/i;
const compact = /^(\d{4})(\d{2})(\d{2})$/;

/**
 * A calendar day as exports write it: 23/11/2026, 23-Nov-26, 23-Nov-2026, 23 November 2026, 2026-11-23, also after a weekday and before a
 * midnight. Numbers are always day, month, year: these are English practices. Null when it is not a real day.
 * @param century turns a two-digit year, with its month and day, into a whole one.
 */
export function readDay(text: string, century: (year: number, monthAndDay: string) => number): Day | null {
  if (text.length < 6 || text.length > 40) return null;
  const bare = text.replace(weekdayFirst, '').replace(timeAfter, '');
  let match = dayMonthYear.exec(bare);
  if (match !== null) return makeDay(match[3], Number(match[2]), Number(match[1]), century);
  match = yearMonthDay.exec(bare) ?? compact.exec(bare);
  if (match !== null) return makeDay(match[1], Number(match[2]), Number(match[3]), century);
  match = dayNamedMonthYear.exec(bare);
  if (match === null) return null;
  return makeDay(match[3], monthNumber(match[2] ?? ''), Number(match[1]), century);
}

/** Two-digit years of appointments are of this century. */
export function ofThisCentury(year: number): number {
  return 2000 + year;
}

/** Two-digit years of birth: this century, unless that would be after `today`. Nobody is born in the future. */
export function bornBy(today: Day): (year: number, monthAndDay: string) => number {
  return (year, monthAndDay) => (`${2000 + year}-${monthAndDay}` <= today ? 2000 + year : 1900 + year);
}

/** `Monday 23 November 2026`. */
export function longDay(day: Day): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return `${weekdayNames[weekday] ?? ''} ${plainDay(day)}`;
}

/** `22 November 2026`. */
export function plainDay(day: Day): string {
  return `${Number(day.slice(8))} ${monthNames[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`;
}

function monthNumber(word: string): number {
  const lower = word.toLowerCase();
  const index = months.indexOf(lower.slice(0, 3));
  const isName = index >= 0 && (monthNames[index]?.toLowerCase().startsWith(lower) === true || lower === 'sept');
  return isName ? index + 1 : 0;
}

function makeDay(
  yearText: string | undefined,
  month: number,
  dayOfMonth: number,
  century: (year: number, monthAndDay: string) => number,
): Day | null {
  if (yearText === undefined) return null;
  const monthAndDay = `${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
  const year = yearText.length === 2 ? century(Number(yearText), monthAndDay) : Number(yearText);
  if (year < 1 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return null;
  return `${String(year).padStart(4, '0')}-${monthAndDay}` as Day;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
