import { Temporal } from 'temporal-polyfill';
import type { ClockTime, Day } from '../../preload/contract/rules/dates';
import { ofThisCentury, readDay } from './dates';

const clock = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?\s*([ap])?\.?(?:m\.?)?$/i;
const bareClock = /^(\d{1,2})(\d{2})\s*(?:h|hrs|hours)?$/i;
const hourOnly = /^(\d{1,2})\s*([ap])\.?m\.?$/i;
const withZone = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;

/** When an appointment starts: its day, and the time where the text says one. */
export interface Moment {
  day: Day;
  time: ClockTime | null;
}

/**
 * A time of day, 24 hours: 10:05, 10:05:00, 9:05, 10.05, 10:05 AM, 9am, 1005, or the time of a date with time. Seconds are dropped.
 * Null when it is none.
 */
export function readTime(text: string): ClockTime | null {
  if (text.length === 0 || text.length > 40) return null;
  // A spreadsheet's fraction of a day (0.42 is five past ten), not 42 minutes past midnight.
  if (/^0\.\d/.test(text)) return null;
  const match = clock.exec(text);
  if (match !== null) return makeTime(Number(match[1]), Number(match[2]), match[3], match[4]);
  const hour = hourOnly.exec(text);
  if (hour !== null) return makeTime(Number(hour[1]), 0, undefined, hour[2]);
  const bare = bareClock.exec(text);
  if (bare !== null) return makeTime(Number(bare[1]), Number(bare[2]), undefined, undefined);
  return readMoment(text)?.time ?? null;
}

/** A day with or without a time: `23/11/2026`, `23/11/2026 10:05`, `2026-11-23T10:05:00`. A time with a zone is turned into London time. */
export function readMoment(text: string): Moment | null {
  const day = readDay(text, ofThisCentury);
  if (day !== null) return { day, time: null };
  if (withZone.test(text)) return inLondon(text);
  const split = /^(.*?\d)(?:T|,?\s+)(\d{1,2}[:.]\d{2}.*)$/.exec(text.slice(0, 60));
  if (split === null) return null;
  const first = readDay(split[1] ?? '', ofThisCentury);
  const time = readTime(split[2] ?? '');
  return first === null || time === null ? null : { day: first, time };
}

/**
 * Minutes an appointment lasts: 10, 10 mins, 1 hour, 1h 30m, 00:10, 0:10:00. Null when the cell is blank, says nothing or says 0;
 * a negative number of minutes (the end before the start) stays negative for the caller to refuse.
 */
export function readMinutes(text: string): number | null {
  if (text.length === 0 || text.length > 40) return null;
  const clockForm = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(text);
  if (clockForm !== null) return sensible(Number(clockForm[1]) * 60 + Number(clockForm[2]));
  const minutes = /^(-?\d{1,5})(?:\.0*)?\s*(?:m|min|mins|minute|minutes)?\.?$/i.exec(text);
  if (minutes !== null) return sensible(Number(minutes[1]));
  const hours = /^(\d{1,2})\s*(?:h|hr|hrs|hour|hours)\.?\s*(?:(\d{1,2})\s*(?:m|min|mins|minutes)?\.?)?$/i.exec(text);
  return hours === null ? null : sensible(Number(hours[1]) * 60 + Number(hours[2] ?? '0'));
}

/** Minutes since midnight. */
export function minutesOf(time: ClockTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function sensible(minutes: number): number | null {
  return minutes === 0 || minutes > 24 * 60 ? null : minutes;
}

function makeTime(
  hour: number,
  minute: number,
  second: string | undefined,
  half: string | undefined,
): ClockTime | null {
  if (minute > 59 || Number(second ?? '0') > 59) return null;
  const isAfternoon = half?.toLowerCase() === 'p';
  // "14:05 PM" is written by systems that add the half-day to a 24-hour time; "0:05 AM" too.
  if (half !== undefined && hour > 12 && !isAfternoon) return null;
  const whole = half === undefined || hour > 12 ? hour : (hour % 12) + (isAfternoon ? 12 : 0);
  if (whole > 23) return null;
  return `${String(whole).padStart(2, '0')}:${String(minute).padStart(2, '0')}` as ClockTime;
}

function inLondon(text: string): Moment | null {
  try {
    const there = Temporal.Instant.from(text.replace(' ', 'T')).toZonedDateTimeISO('Europe/London');
    return {
      day: there.toPlainDate().toString() as Day,
      time: makeTime(there.hour, there.minute, undefined, undefined),
    };
  } catch {
    return null;
  }
}
