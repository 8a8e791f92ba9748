import { Temporal } from 'temporal-polyfill';
import type { DateOfBirth, Day } from '../../../preload/contract/rules/dates';
import { monthNames } from '../../domain/dateWords';

const zone = 'Europe/London';

/** `23 November 2026`, as papers write a day or a date of birth. */
export function dayOnPaper(date: Day | DateOfBirth): string {
  return dayWords(Temporal.PlainDate.from(date));
}

/** `23 November 2026` in London. */
export function dayOfInstant(instant: string): string {
  return dayWords(there(instant));
}

/** `23 November 2026, 10:42:07am` in London: what was agreed was agreed seconds apart. */
export function timeOnPaper(instant: string): string {
  const time = there(instant);
  const [minute, second] = [time.minute, time.second].map((part) => String(part).padStart(2, '0'));
  const hour = String(time.hour % 12 === 0 ? 12 : time.hour % 12);
  return `${dayWords(time)}, ${hour}:${minute ?? ''}:${second ?? ''}${time.hour < 12 ? 'am' : 'pm'}`;
}

function there(instant: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
}

function dayWords({ day, month, year }: Pick<Temporal.PlainDate, 'day' | 'month' | 'year'>): string {
  return `${String(day)} ${monthNames[month - 1] ?? ''} ${String(year)}`;
}
