import { Temporal } from 'temporal-polyfill';
import { wallTimeSchema, type Day, type WallTime } from '../../preload/contract/rules/dates';
import type { Now } from '../domain/types';

const zone = 'Europe/London';
const millisecondsPerMinute = 60_000;
/** Planted appointments start at whole five minutes, as extra slots do. */
const gridMinutes = 5;

/** Where appointments can be put so that they show what they should now and for a while. All are on the day of `now`, in order. */
export interface Placement {
  /**
   * Starts that can be checked in to now, and go on to be for at least a quarter of an hour: usually five, five minutes apart.
   * In the last minutes of the day there are fewer, and they stay open until midnight. Never empty.
   */
  open: readonly [WallTime, ...WallTime[]];
  /** False only in the middle of the hour that clocks show twice: no start can be written then that readers take for one about now. */
  isOpen: boolean;
  /** A start after the open ones, within an hour of each of them; null shortly before midnight. */
  later: WallTime | null;
  /** Not open for at least ten minutes yet; null late in the evening. */
  tooEarly: WallTime | null;
  /** Closed already; null just after midnight. */
  tooLate: WallTime | null;
}

/**
 * Places for planted cases around `now`, for the default window of 30 minutes early to 10 minutes late (design §6).
 * Counted in real minutes, so that a clock change between now and the appointment does not move it out of its window.
 */
export function placeAround(now: Now): Placement {
  const soon = startsBetween(now, 5, 29);
  // Where the end of the day or of the clock's first hour is near, what has just begun is open too.
  const open = soon.length >= 2 ? soon : startsBetween(now, -9, 29).slice(-2);
  const [first, ...others] = open.length > 0 ? open : startsBetween(now, -9, 29, 'evenShownTwice');
  if (first === undefined)
    throw new Error('No five-minute start within nine minutes: the day and the instant do not agree');
  return {
    open: [first, ...others],
    isOpen: open.length > 0,
    later: startsBetween(now, 40, 60)[0] ?? null,
    tooEarly: startsBetween(now, 41, 130).at(-1) ?? null,
    tooLate: startsBetween(now, -135, -40).at(-1) ?? startsBetween(now, -39, -15)[0] ?? null,
  };
}

/** Starts on the five-minute grid from `from` to `to` minutes after `now` (negative: before), on the day of `now`. */
function startsBetween(now: Now, from: number, to: number, which: 'plain' | 'evenShownTwice' = 'plain'): WallTime[] {
  const minute = Math.floor(now.epochMilliseconds / millisecondsPerMinute);
  const starts: WallTime[] = [];
  for (let at = Math.ceil((minute + from) / gridMinutes) * gridMinutes; at <= minute + to; at += gridMinutes) {
    const start = wallTimeAt(at, now.day, which);
    if (start !== null) starts.push(start);
  }
  return starts;
}

/**
 * London wall time of the minute `epochMinute`, or null when it is on another day, or when clocks show that time a second time:
 * a day list cannot tell the two apart, and the first is what readers take it for.
 */
function wallTimeAt(epochMinute: number, day: Day, which: 'plain' | 'evenShownTwice'): WallTime | null {
  const instant = Temporal.Instant.fromEpochMilliseconds(epochMinute * millisecondsPerMinute);
  const london = instant.toZonedDateTimeISO(zone).toPlainDateTime();
  if (london.toPlainDate().toString() !== day) return null;
  if (which === 'plain' && !london.toZonedDateTime(zone).toInstant().equals(instant)) return null;
  return wallTimeSchema.parse(london.toString({ smallestUnit: 'minute' }));
}
