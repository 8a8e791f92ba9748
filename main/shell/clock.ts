import { Temporal } from 'temporal-polyfill';
import type { ClockTime, Day } from '../../preload/contract/rules/dates';
import type { Clock, Now } from '../services/ports';

const zone = 'Europe/London';

/**
 * The wall clock of the practice.
 * @param startAt demonstration only: the London wall time it shows now; it ticks on from there.
 */
export function createClock(startAt: Temporal.Instant | null): Clock {
  // A set clock must not jump with the machine's, so it runs on monotonic time.
  const startedAt = performance.now();
  const milliseconds = (): number =>
    startAt === null ? Date.now() : startAt.epochMilliseconds + Math.floor(performance.now() - startedAt);
  return {
    now: () => readNow(milliseconds()),
    instant: () => new Date(milliseconds()).toISOString(),
  };
}

/** The instant at which London clocks show `wallTime` (the earlier one where they show it twice). */
export function londonInstant(wallTime: Temporal.PlainDateTime): Temporal.Instant {
  return wallTime.toZonedDateTime(zone).toInstant();
}

function readNow(epochMilliseconds: number): Now {
  const london = Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toZonedDateTimeISO(zone);
  return {
    day: london.toPlainDate().toString() as Day,
    time: london.toPlainTime().toString({ smallestUnit: 'minute' }) as ClockTime,
    epochMilliseconds,
  };
}
