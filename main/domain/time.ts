import { Temporal } from 'temporal-polyfill';
import {
  clockTimeSchema,
  dateSchema,
  type ClockTime,
  type Day,
  type WallTime,
} from '../../preload/contract/rules/dates';
import type { Now } from './types';

const zone = 'Europe/London';
export const minute = 60_000;

/**
 * The instant, in milliseconds since the epoch, at which London clocks show `wall`. A time that the spring change leaves out
 * counts as one hour later on the clock (01:30 as 02:30); of a time that autumn has twice the first is meant.
 */
export function instantOf(wall: WallTime): number {
  return Temporal.PlainDateTime.from(wall).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
}

/** What London clocks show at `epochMilliseconds`, to the minute begun. */
export function nowAt(epochMilliseconds: number): Now {
  const there = Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toZonedDateTimeISO(zone);
  return {
    day: dateSchema.parse(there.toPlainDate().toString()),
    time: clockTimeSchema.parse(there.toPlainTime().toString({ smallestUnit: 'minute' })),
    epochMilliseconds,
  };
}

/** The clock time of a wall time: `2026-11-23T10:05` gives `10:05`. */
export function clockTimeOf(wall: WallTime): ClockTime {
  return clockTimeSchema.parse(wall.slice(11));
}

/** The day of a wall time. */
export function dayOf(wall: WallTime): Day {
  return dateSchema.parse(wall.slice(0, 10));
}
