import { Temporal } from 'temporal-polyfill';
import { stepSchema, type Figures, type Step } from '../../../preload/contract/desk/figures';
import { dateSchema, type Day } from '../../../preload/contract/rules/dates';
import { services } from '../../../preload/contract/signUp';
import { minuteClasses } from './figures';
import { daysAfter } from './reviews';

/** A bare number of a day: its name begins with `signUp.` (`countsOfAct`). */
export interface DailyCount {
  day: Day;
  name: string;
  count: number;
}

const weeksShown = 12;
const monthsShown = 12;

/** What each step is to take at the desk, in seconds (issue: documents 3 min, vouching 90 s, record questions 4 min, …). */
export const budgetSeconds: Readonly<Record<Step, number>> = {
  documents: 180,
  vouching: 90,
  recordQuestions: 240,
  decision: 60,
  accountAndSlip: 120,
};

/** Days of both ends. */
export interface Days {
  first: Day;
  last: Day;
}

/** Whose numbers are in the figures of `today`: all of the weeks, and before them, which is most of a year, what months say alone. */
export function daysRead(today: Day): { weeks: Days; before: Days; beforeNames: string } {
  const first = dateSchema.parse(`${monthsOf(today)[0] ?? ''}-01`);
  const monday = mondaysOf(today)[0] ?? today;
  return {
    weeks: { first: monday, last: today },
    before: { first, last: daysAfter(monday, -1) },
    beforeNames: 'signUp.enabled.',
  };
}

/**
 * Reads bare daily numbers into the figures: weeks and months one by one, everything else of the twelve weeks together. Numbers of days outside
 * and names of something else change nothing.
 */
export function readFigures(counts: readonly DailyCount[], today: Day): Figures {
  const mondays = mondaysOf(today);
  const months = monthsOf(today);
  const byWeek = new Map(mondays.map((monday) => [monday, new Map<string, number>()]));
  const byMonth = new Map(months.map((month) => [month, new Map<string, number>()]));
  const all = new Map<string, number>();
  const mondayOf = rememberingMonday();
  for (const { day, name, count } of counts) {
    if (day > today) continue;
    const week = byWeek.get(mondayOf(day));
    for (const sums of [week, week === undefined ? undefined : all, byMonth.get(day.slice(0, 7))]) {
      sums?.set(name, (sums.get(name) ?? 0) + count);
    }
  }
  return {
    weeks: mondays.map((monday) => ({ monday, ...weekOf(byWeek.get(monday) ?? new Map()) })),
    toVerified: medianOf(all, 'toVerified'),
    toDecided: medianOf(all, 'toDecided'),
    steps: stepSchema.options.map((step) => stepOf(all, step)),
    decisions: services.map((service) => ({
      service,
      granted: sumOf(all, `decision.${service}.granted`),
      referred: sumOf(all, `decision.${service}.referred`),
      declined: sumOf(all, `decision.${service}.declined`),
    })),
    months: months.map((month) => ({ month, ...monthOf(byMonth.get(month) ?? new Map()) })),
  };
}

type Sums = ReadonlyMap<string, number>;

function weekOf(sums: Sums): Omit<Figures['weeks'][number], 'monday'> {
  return {
    self: sumOf(sums, 'sent.self'),
    someoneElse: sumOf(sums, 'sent.someoneElse'),
    underEleven: sumOf(sums, 'sent.underEleven'),
    account: sumOf(sums, 'sent.account'),
    toVerified: medianOf(sums, 'toVerified'),
    toDecided: medianOf(sums, 'toDecided'),
  };
}

function monthOf(sums: Sums): Omit<Figures['months'][number], 'month'> {
  return {
    any: sumOf(sums, 'enabled.any'),
    appointments: sumOf(sums, 'enabled.appointments'),
    prescriptions: sumOf(sums, 'enabled.prescriptions'),
    record: sumOf(sums, 'enabled.record'),
  };
}

function stepOf(sums: Sums, step: Step): Figures['steps'][number] {
  const times = sumOf(sums, `times.${step}`);
  const meanSeconds = times === 0 ? null : sumOf(sums, `seconds.${step}`) / times;
  return { step, times, meanSeconds, budgetSeconds: budgetSeconds[step] };
}

/** The class that holds the middle: half of them needed no longer than its upper end. */
function medianOf(sums: Sums, name: 'toVerified' | 'toDecided'): Figures['toVerified'] {
  const classes = minuteClasses.map((upTo) => ({ upTo, count: sumOf(sums, `${name}.${String(upTo)}`) }));
  const count = classes.reduce((sum, one) => sum + one.count, 0);
  let reached = 0;
  for (const one of classes) {
    reached += one.count;
    if (count > 0 && reached * 2 >= count) return { count, medianUpToMinutes: one.upTo };
  }
  return { count, medianUpToMinutes: null };
}

function sumOf(sums: Sums, name: string): number {
  return sums.get(`signUp.${name}`) ?? 0;
}

/** Mondays of the weeks shown, the oldest first; the last one's week holds `today`. */
function mondaysOf(today: Day): Day[] {
  const monday = Temporal.PlainDate.from(mondayBefore(today));
  return Array.from({ length: weeksShown }, (_, index) =>
    dateSchema.parse(monday.subtract({ weeks: weeksShown - 1 - index }).toString()),
  );
}

/** Months shown as `YYYY-MM`, the oldest first. */
function monthsOf(today: Day): string[] {
  const month = Temporal.PlainYearMonth.from(today.slice(0, 7));
  return Array.from({ length: monthsShown }, (_, index) =>
    month.subtract({ months: monthsShown - 1 - index }).toString(),
  );
}

function mondayBefore(day: Day): Day {
  const date = Temporal.PlainDate.from(day);
  return dateSchema.parse(date.subtract({ days: date.dayOfWeek - 1 }).toString());
}

/** A year has many numbers of few days: each day is looked up in the calendar once. */
function rememberingMonday(): (day: Day) => Day {
  const known = new Map<Day, Day>();
  return (day) => {
    const monday = known.get(day) ?? mondayBefore(day);
    known.set(day, monday);
    return monday;
  };
}
