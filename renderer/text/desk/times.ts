import type { ClockTime, Day } from '../../../preload/contract/rules/dates';
import { formatDay } from '../dates';
import { formatTime } from '../times';

const londonClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const londonDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' });
const dateWords = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

/** The London time of a UTC instant: `10:05am`, `midday`. */
export function timeOf(instant: string): string {
  return formatTime(londonClock.format(new Date(instant)) as ClockTime);
}

/** The London day of a UTC instant, or a day `YYYY-MM-DD` itself: `Monday 23 November`. */
export function dayOf(instantOrDay: string): string {
  const day = instantOrDay.length > 10 ? londonDay.format(new Date(instantOrDay)) : instantOrDay;
  return formatDay(day as Day);
}

/** The time of a wall time `YYYY-MM-DDTHH:MM` or of a clock time `HH:MM`: `9:20am`. */
export function startOf(wallTime: string): string {
  return formatTime(wallTime.slice(-5) as ClockTime);
}

/** A date of birth as the NHS shows it in clinical systems: `3 Feb 1948`. */
export function birthOf(dateOfBirth: string): string {
  return dateWords.format(new Date(`${dateOfBirth}T00:00:00Z`));
}

/** Whole minutes in words: `less than a minute`, `12 minutes`, `1 hour 5 minutes`. */
export function durationOf(minutes: number): string {
  const whole = Math.max(0, Math.floor(minutes));
  if (whole === 0) return 'less than a minute';
  const hours = Math.floor(whole / 60);
  return [counted(hours, 'hour'), counted(whole % 60, 'minute')].filter((part) => part !== '').join(' ');
}

/** The same, short, for a column: `0 min`, `12 min`, `1 h 5 min`. */
export function shortDurationOf(minutes: number): string {
  const whole = Math.max(0, Math.floor(minutes));
  const hours = Math.floor(whole / 60);
  return hours === 0 ? `${String(whole)} min` : `${String(hours)} h ${String(whole % 60)} min`;
}

/** Whole minutes from one UTC instant to a later one; 0 if it is not later. */
export function minutesBetween(earlier: string, later: string): number {
  return Math.max(0, Math.floor((Date.parse(later) - Date.parse(earlier)) / 60_000));
}

function counted(count: number, unit: string): string {
  if (count === 0) return '';
  return `${String(count)} ${unit}${count === 1 ? '' : 's'}`;
}
