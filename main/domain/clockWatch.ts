import { Temporal } from 'temporal-polyfill';
import { minute } from './time';
import type { Now } from './types';

/** A wall clock drifts and is put right by seconds all day; a minute is past that, and is what a check-in window is counted in. */
const smallestJump = minute;
/** Behind by less is no harm to any rule, and is what a time server may take back at a restart. */
const toleratedBehind = 2 * minute;

/** Two readings of both clocks, in milliseconds: the wall clock since the epoch, the other since any fixed moment. */
export interface ClockReadings {
  wallBefore: number;
  wallNow: number;
  monotonicBefore: number;
  monotonicNow: number;
}

/**
 * By how much the machine's wall clock was moved between two readings, in whole seconds: negative when it went back, 0 when by less
 * than a minute. The clock changes of spring and autumn are none: both readings are instants. A machine that slept reads as
 * one whose clock went forward, where the monotonic clock sleeps too.
 */
export function readJump({ wallBefore, wallNow, monotonicBefore, monotonicNow }: ClockReadings): number {
  const jump = wallNow - wallBefore - (monotonicNow - monotonicBefore);
  return Math.abs(jump) < smallestJump ? 0 : Math.round(jump / 1000);
}

/**
 * Whether the clock shows a time more than two minutes before one that it has shown already: windows, lateness and the age of the
 * list would all be wrong, so check-in closes until it is put right.
 * @param lastInstant the latest UTC instant that the store has seen, ISO 8601; null in a new store.
 * @throws RangeError if it is no instant.
 */
export function isBehind(lastInstant: string | null, now: Now): boolean {
  if (lastInstant === null) return false;
  return Temporal.Instant.from(lastInstant).epochMilliseconds - now.epochMilliseconds > toleratedBehind;
}
