import { Temporal } from 'temporal-polyfill';
import type { TodayFigures } from '../../../preload/contract/desk/today';
import { clockTimeSchema, type ClockTime } from '../../../preload/contract/rules/dates';
import { foldLabel } from '../names';
import { instantOf, minute, nowAt } from '../time';
import type { ArrivalState, Visit } from '../types';

type Share = TodayFigures['kioskShare'];

/** An arrival as far as the figures of a day go. */
export interface TodayArrival {
  visitId: string;
  start: Visit['arrivals'][number]['start'];
  /** Who sees them: where staff have moved them to somebody else, that one. */
  clinician: string;
  /** UTC instants with milliseconds. */
  arrivedAt: string;
  calledAt: string | null;
  markedAt: string | null;
  state: ArrivalState;
  /** Checked in by staff, not at the kiosk. */
  isByStaff: boolean;
  /** Nobody has called them yet, and they have not gone. */
  isWaiting: boolean;
}

/** Everything that the figures of a day are made of. */
export interface TodayFacts {
  arrivals: readonly TodayArrival[];
  /** Patients whom nothing but a list shows as arrived. */
  arrivedByListAlone: number;
  /** The bare numbers of the day, by name. */
  counts: Readonly<Record<string, number>>;
  /** How often somebody said "This is not my appointment". */
  disputed: number;
  /** Arrivals on the worklist. */
  unmarked: number;
}

/** The figures of one day. A disputed arrival is nobody's, so it is in none of them but `disputed`. */
export function todayFigures(facts: TodayFacts): Omit<TodayFigures, 'day' | 'at'> {
  const arrivals = facts.arrivals.filter(({ state }) => state === 'arrived');
  const people = new Set(arrivals.map(({ visitId }) => visitId));
  const atKiosk = new Set(arrivals.filter(({ isByStaff }) => !isByStaff).map(({ visitId }) => visitId));
  return {
    quarters: quartersOf(arrivals),
    kioskShare: { part: atKiosk.size, of: people.size + facts.arrivedByListAlone },
    clinicians: cliniciansOf(arrivals),
    notFound: notFoundShare(facts.counts),
    disputed: facts.disputed,
    unmarked: facts.unmarked,
    medianMarkMinutes: median(
      arrivals.flatMap(({ arrivedAt, markedAt }) =>
        markedAt === null ? [] : Math.max(0, epochOf(markedAt) - epochOf(arrivedAt)) / minute,
      ),
    ),
  };
}

/** Of all claims answered, those that named nobody, or several whom nothing tells apart. The names are those that answering counts by. */
export function notFoundShare(counts: Readonly<Record<string, number>>): Share {
  const of = Object.entries(counts).reduce((sum, [name, count]) => (name.startsWith('claims.') ? sum + count : sum), 0);
  return { part: (counts['claims.nobody'] ?? 0) + (counts['claims.several'] ?? 0), of };
}

/** The middle of `values`, or the mean of the two in the middle; null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

/** Minutes from when they could be seen (arrived, and the appointment begun) to the call; null before it. Whoever is called early has not waited. */
export function waitMinutes({ start, arrivedAt, calledAt }: Pick<TodayArrival, 'start' | 'arrivedAt' | 'calledAt'>) {
  if (calledAt === null) return null;
  const since = Math.max(epochOf(arrivedAt), instantOf(start));
  return Math.max(0, epochOf(calledAt) - since) / minute;
}

const quartersInDay = 96;

/** Check-ins, each once however many appointments it was for, by the quarter of an hour on London clocks. */
function quartersOf(arrivals: readonly TodayArrival[]): TodayFigures['quarters'] {
  const checkIns = new Map(arrivals.map((arrival) => [`${arrival.visitId} ${arrival.arrivedAt}`, arrival]));
  const counted = Array.from({ length: quartersInDay }, () => ({ atKiosk: 0, byStaff: 0 }));
  for (const { arrivedAt, isByStaff } of checkIns.values()) {
    const { time } = nowAt(epochOf(arrivedAt));
    const quarter = counted[Number(time.slice(0, 2)) * 4 + Math.floor(Number(time.slice(3)) / 15)];
    if (quarter !== undefined) quarter[isByStaff ? 'byStaff' : 'atKiosk'] += 1;
  }
  const hasAny = ({ atKiosk, byStaff }: { atKiosk: number; byStaff: number }): boolean => atKiosk + byStaff > 0;
  const first = counted.findIndex(hasAny);
  if (first === -1) return [];
  const last = counted.findLastIndex(hasAny);
  return counted.slice(first, last + 1).map((quarter, index) => ({ from: timeOfQuarter(first + index), ...quarter }));
}

function timeOfQuarter(index: number): ClockTime {
  const two = (number: number): string => String(number).padStart(2, '0');
  return clockTimeSchema.parse(`${two(Math.floor(index / 4))}:${two((index % 4) * 15)}`);
}

/** By name; spellings that differ in case and spacing alone are one. */
function cliniciansOf(arrivals: readonly TodayArrival[]): TodayFigures['clinicians'] {
  const byName = new Map<string, TodayArrival[]>();
  for (const arrival of arrivals) {
    const label = foldLabel(arrival.clinician);
    byName.set(label, [...(byName.get(label) ?? []), arrival]);
  }
  return [...byName.values()]
    .map((own) => {
      const waits = own.flatMap((arrival) => waitMinutes(arrival) ?? []);
      return {
        name: own[0]?.clinician ?? '',
        arrived: own.length,
        waiting: own.filter(({ isWaiting }) => isWaiting).length,
        called: waits.length,
        medianWaitMinutes: median(waits),
        longestWaitMinutes: waits.length === 0 ? null : Math.max(...waits),
      };
    })
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

function epochOf(instant: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds;
}
