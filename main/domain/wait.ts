import { Temporal } from 'temporal-polyfill';
import type { MinutesRange, Wait } from '../../preload/contract/kiosk';
import type { WallTime } from '../../preload/contract/rules/dates';
import { instantOf, minute } from './time';
import type { Now } from './types';

/** One slot of today for which a patient is here, of one clinician. A visit with slots in a row has one of each. */
export interface SessionArrival {
  visitId: string;
  start: WallTime;
  /** UTC instant, ISO 8601. */
  arrivedAt: string;
  /** UTC instant by which they had been called in; null while they have not. */
  calledAt: string | null;
  /** Here, and neither called nor seen nor gone. */
  isWaiting: boolean;
}

interface WaitQuestion {
  /** Display name, as the ending says it. */
  clinician: string;
  /** Of the first slot that this visit waits for. */
  start: WallTime;
  visitId: string;
  /** Of this clinician only, today; this visit's own may be among them. */
  arrivals: readonly SessionArrival[];
  now: Now;
}

/** Calls longer ago say little about how late the clinician is now. */
const callsCountMilliseconds = 60 * minute;
const callsCounted = 3;
/** Less than this many minutes is on time: nothing to say. */
const onTimeMinutes = 5;
const roundedTo = 5;
const narrowestLateness = 10;
/**
 * By how many minutes each person ahead, and the one inside, may take longer than those before them did. No estimate but a margin:
 * without it a third of patients wait longer than they were told on a morning that runs a little late (`waitDay.test.ts`).
 */
const marginMinutes = 4;

/**
 * What can be said of the wait, from what really happened today and from no planned length (decision 21): who of this clinician is
 * here and comes first, and how long after their time, or their coming if that was later, the last three people called within
 * the hour were called in. Ranges are rounded outwards. Null when there is nothing worth saying: nobody ahead, and no call known.
 */
export function estimateWait({ clinician, start, visitId, arrivals, now }: WaitQuestion): Wait | null {
  const ahead = countAhead(start, visitId, arrivals, now);
  const late = readLateness(arrivals, now);
  if (late === null) return ahead === 0 ? null : { clinician, ahead, lateness: null, minutes: null };
  const untilStart = Math.max(0, (instantOf(start) - now.epochMilliseconds) / minute);
  const longest = untilStart + Math.max(late.most, onTimeMinutes) + marginMinutes * (ahead + 1);
  return {
    clinician,
    ahead,
    lateness: late.most < onTimeMinutes ? null : roundOutwards(late.least, late.most, narrowestLateness),
    minutes: roundOutwards(untilStart + late.least, longest, roundedTo),
  };
}

/** People, not slots: somebody with two slots in a row is one person ahead. */
function countAhead(start: WallTime, visitId: string, arrivals: readonly SessionArrival[], now: Now): number {
  const own = arrivals.find((arrival) => arrival.visitId === visitId && arrival.start === start);
  const ownArrival = own === undefined ? now.epochMilliseconds : epochOf(own.arrivedAt);
  const first = arrivals.filter((arrival) => {
    if (!arrival.isWaiting || arrival.visitId === visitId) return false;
    // Wall times sort as text.
    return arrival.start < start || (arrival.start === start && epochOf(arrival.arrivedAt) < ownArrival);
  });
  return new Set(first.map((arrival) => arrival.visitId)).size;
}

/** The least and the most minutes late of the latest calls, below 0 if before their time; null when none is known within the hour. */
function readLateness(arrivals: readonly SessionArrival[], now: Now): { least: number; most: number } | null {
  const late = recentCalls(arrivals, now)
    .sort((one, other) => other.calledAt - one.calledAt)
    .slice(0, callsCounted)
    .map((call) => call.late);
  return late.length === 0 ? null : { least: Math.min(...late), most: Math.max(...late) };
}

/** A call later than now is a clock's mistake, not a call. */
function isRecent(calledAt: number, now: Now): boolean {
  const age = now.epochMilliseconds - calledAt;
  return age >= 0 && age <= callsCountMilliseconds;
}

/** When somebody was called in, and how many minutes after they could have been; below 0 where that was before their time. */
interface Call {
  calledAt: number;
  late: number;
}

/**
 * One call for each instant. Slots of one visit in a row are called once, for the first of them, who waited longest. Several visits
 * at one instant were not called then: a list showed them all as called by then, and the least late of them is nearest to the truth.
 */
function recentCalls(arrivals: readonly SessionArrival[], now: Now): Call[] {
  const byVisit = new Map<string, Call>();
  for (const { visitId, start, arrivedAt, calledAt } of arrivals) {
    if (calledAt === null) continue;
    const called = epochOf(calledAt);
    if (!isRecent(called, now)) continue;
    const call = { calledAt: called, late: (called - Math.max(instantOf(start), epochOf(arrivedAt))) / minute };
    const key = JSON.stringify([visitId, called]);
    byVisit.set(key, { ...call, late: Math.max(call.late, byVisit.get(key)?.late ?? call.late) });
  }
  const byInstant = new Map<number, Call>();
  for (const call of byVisit.values()) {
    const late = Math.min(call.late, byInstant.get(call.calledAt)?.late ?? call.late);
    byInstant.set(call.calledAt, { ...call, late });
  }
  return [...byInstant.values()];
}

/** To multiples of five from 0 up, at least `narrowest` wide: what is added is added at the far end, so that it promises no less. */
function roundOutwards(least: number, most: number, narrowest: number): MinutesRange {
  const from = Math.max(0, Math.floor(least / roundedTo) * roundedTo);
  return { from, to: Math.max(Math.ceil(most / roundedTo) * roundedTo, from + narrowest) };
}

function epochOf(instant: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds;
}
