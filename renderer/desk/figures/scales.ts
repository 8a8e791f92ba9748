import type { Figures } from '../../../preload/contract/desk/figures';
import type { ApplicationKind } from '../../../preload/contract/signUp';

export type Week = Figures['weeks'][number];
type Median = Figures['toVerified'];

/** The kinds of application in the order they stand on each other, from the base line. */
export const kinds = ['self', 'someoneElse', 'underEleven', 'account'] as const satisfies readonly ApplicationKind[];

/** Between two bars, and between two parts of one: neighbours are told apart without their colours. In units of the plot. */
const gap = 2;

interface Part {
  kind: ApplicationKind;
  y: number;
  height: number;
}

/** A week as drawn, in units of the plot; `y` grows downwards. Kinds that nobody applied for are left out. */
export interface WeekBar {
  monday: string;
  x: number;
  width: number;
  parts: Part[];
  total: number;
}

/** How many applied in a week. */
export function totalOf(week: Week): number {
  return kinds.reduce((sum, kind) => sum + week[kind], 0);
}

/** The widest a bar becomes, in units of the plot. */
const widest = 48;

/** Bars of stacked kinds for `weeks` in a field of `width` × `height`, the tallest at most as high as the field. */
export function weekBarsOf(weeks: readonly Week[], width: number, height: number): WeekBar[] {
  const most = Math.max(1, ...weeks.map(totalOf));
  const unit = (height - gap * (kinds.length - 1)) / most;
  const step = width / Math.max(1, weeks.length);
  const ownWidth = Math.min(widest, Math.max(1, step - gap));
  return weeks.map((week, index) => ({
    monday: week.monday,
    x: centreOf(index, weeks.length, width) - ownWidth / 2,
    width: ownWidth,
    parts: partsOf(week, unit, height),
    total: totalOf(week),
  }));
}

function partsOf(week: Week, unit: number, height: number): Part[] {
  const parts: Part[] = [];
  let top = height;
  for (const kind of kinds.filter((one) => week[one] > 0)) {
    const own = week[kind] * unit;
    const y = top - own;
    parts.push({ kind, y, height: own });
    top = y - gap;
  }
  return parts;
}

/** Where the `index`-th of `count` weeks has its middle in a field of `width`: the same in every plot of weeks. */
export function centreOf(index: number, count: number, width: number): number {
  return ((index + 0.5) * width) / Math.max(1, count);
}

/** The week in which most applied, the first of several; null where nobody did. */
export function busiestWeekOf(weeks: readonly Week[]): Week | null {
  return weeks.reduce<Week | null>((busiest, week) => {
    if (totalOf(week) === 0) return busiest;
    return busiest === null || totalOf(week) > totalOf(busiest) ? week : busiest;
  }, null);
}

/** Durations that people count in, in minutes, out of the classes that are counted; each is several times the one before. */
const durations = [5, 15, 60, 240, 1440, 10_080, 43_200, 131_400];

/**
 * Minutes to name on an axis of durations that reaches from the shortest of `medians` to the longest; none where there are none.
 * The axis counts in multiples (a logarithm): half an hour and three weeks are both to be read.
 */
export function durationTicks(medians: readonly Median[]): number[] {
  const known = medians.flatMap(({ medianUpToMinutes }) => (medianUpToMinutes === null ? [] : [medianUpToMinutes]));
  if (known.length === 0) return [];
  const shortest = Math.min(...known);
  const longest = Math.max(...known);
  const below = Math.max(
    0,
    durations.findLastIndex((one) => one <= shortest),
  );
  const first = Math.min(below, durations.length - 2);
  const beyond = durations.findIndex((one) => one >= longest);
  const last = beyond === -1 ? durations.length - 1 : beyond;
  return durations.slice(first, Math.max(last, first + 1) + 1);
}

/** Where a duration stands on an axis of `height` with the ticks' first at its foot and their last at its head; `y` grows downwards. */
export function heightOf(minutes: number, ticks: readonly number[], height: number): number {
  const first = Math.log(ticks[0] ?? 1);
  const last = Math.log(ticks.at(-1) ?? 1);
  const share = last === first ? 0 : (Math.log(minutes) - first) / (last - first);
  return height * (1 - Math.min(1, Math.max(0, share)));
}

/** What the length of a step's track stands for, in seconds: the longest of all means and budgets, with a little air. */
export function longestStepOf(steps: Figures['steps']): number {
  return 1.1 * Math.max(1, ...steps.map(({ meanSeconds, budgetSeconds }) => Math.max(meanSeconds ?? 0, budgetSeconds)));
}

/** Whether nothing at all has been counted yet: the practice has just begun. */
export function isEmpty({ weeks, steps, decisions, months }: Figures): boolean {
  return (
    weeks.every((week) => totalOf(week) === 0 && week.toVerified.count === 0 && week.toDecided.count === 0) &&
    steps.every(({ times }) => times === 0) &&
    decisions.every(({ granted, referred, declined }) => granted + referred + declined === 0) &&
    months.every(({ any }) => any === 0)
  );
}

export const outcomes = ['granted', 'referred', 'declined'] as const;
export type Outcome = (typeof outcomes)[number];

/** The shares of what was decided about a service, side by side in a field of `width`; what never was is left out. */
export function sharesOf(
  decided: Readonly<Record<Outcome, number>>,
  width: number,
): { outcome: Outcome; x: number; width: number }[] {
  const shown = outcomes.filter((outcome) => decided[outcome] > 0);
  const all = shown.reduce((sum, outcome) => sum + decided[outcome], 0);
  const room = width - gap * Math.max(0, shown.length - 1);
  let x = 0;
  return shown.map((outcome) => {
    const own = { outcome, x, width: (decided[outcome] / all) * room };
    x += own.width + gap;
    return own;
  });
}

export type Month = Figures['months'][number];
/** The national measures, in the order they are published in. */
export const measures = ['any', 'appointments', 'prescriptions', 'record'] as const;
export type Measure = (typeof measures)[number];
