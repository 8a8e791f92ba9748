import type { Step } from '../../../preload/contract/desk/figures';
import type { ApplicationKind, Service } from '../../../preload/contract/signUp';

/** Words of the Figures tab. */
export const figuresWords = {
  lead: 'Sign-up for online services in bare numbers, counted as things happen. They name nobody, and stay when applications are cleared away.',
  loading: 'Reading the figures …',
  save: 'Save as CSV',
  saved: 'The figures are saved as a file.',
  copyTitle: 'The figures as comma-separated values',
  again: 'Look again',

  emptyTitle: 'No figures yet',
  emptyLead: 'Your practice has just begun. Figures appear here with the first application at the kiosk:',
  emptyList: [
    'applications in each week, and for whom',
    'how long they took until somebody was verified, and until everything was decided',
    'hands-on time of staff in each step, beside its budget',
    'what was granted, referred and declined',
    'the months in the shape of the national figures (POMI)',
  ],

  weeks: 'Applications by week',
  weeksLead: 'The last twelve weeks, each by its Monday.',
  weeksSaid: (all: number, busiest: string, most: number) =>
    `${counted(all, 'application')} in twelve weeks. Most came in the week of ${busiest}: ${String(most)}.`,
  noWeeks: 'Nobody has applied in the last twelve weeks.',
  kinds: {
    self: 'For themselves',
    someoneElse: 'For someone else',
    underEleven: 'Child under 11',
    account: 'Already have an account',
  } satisfies Record<ApplicationKind, string>,
  week: 'Week of',
  together: 'Together',

  times: 'From application to verified and decided',
  timesLead: 'The time that half of the applications of a week needed at most.',
  timesSaid: (verified: string, decided: string) =>
    `Over twelve weeks, half were verified ${verified} and decided ${decided}.`,
  toVerified: 'Verified',
  toDecided: 'Decided',
  half: (count: number) => (count === 0 ? '' : `half of ${counted(count, 'application')}`),
  noTimes: 'Nothing has been verified or decided in the last twelve weeks.',
  none: '–',
  countOf: (name: string) => `${name}: how many`,
  halfOf: (name: string) => `${name}: half within`,

  steps: 'Hands-on time of staff',
  stepsLead: 'The mean of each step over twelve weeks, idle time left out. The upright mark is its budget.',
  step: {
    documents: 'Check documents',
    vouching: 'Vouch',
    recordQuestions: 'Questions from the record',
    decision: 'Decide',
    accountAndSlip: 'Account and slip',
  } satisfies Record<Step, string>,
  budget: 'Budget',
  mean: 'Mean',
  howOften: 'How often',
  stepName: 'Step',
  stepSaid: (mean: string, budget: string) => `${mean} of ${budget}`,
  isOver: (over: string) => `${over} over`,
  isWithin: 'within budget',
  stepTimes: (times: number) => counted(times, 'time'),
  notMeasured: 'not measured yet',
  budgetOf: (budget: string) => `budget ${budget}`,

  decisions: 'What was decided',
  decisionsLead: 'Of the last twelve weeks, for each service by itself.',
  service: {
    appointments: 'Appointments',
    prescriptions: 'Prescriptions',
    record: 'Health record',
  } satisfies Record<Service, string>,
  serviceName: 'Service',
  decision: { granted: 'Granted', referred: 'Referred to a clinician', declined: 'Declined' },
  decisionSaid: (outcome: 'granted' | 'referred' | 'declined', count: number) => `${String(count)} ${outcome}`,
  noDecisions: 'Nothing has been decided yet.',

  months: 'Patients enabled by month',
  monthsLead: 'The last twelve months in the shape of the national figures (POMI). Only patients who signed up here.',
  measure: {
    any: 'At least one service',
    appointments: 'Appointments',
    prescriptions: 'Repeat prescriptions',
    record: 'Health record',
  },
  month: 'Month',
  monthsSaid: (name: string, all: number, latest: string, count: number) =>
    `${name}: ${counted(all, 'patient')} in twelve months, ${String(count)} in ${latest}.`,
  inTwelve: (count: number) => `${String(count)} in twelve months`,
} as const;

const dayWords = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' });
const monthAlone = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'short' });
const monthWords = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'short', year: 'numeric' });

/** A day `YYYY-MM-DD` under a bar: `23 Nov`. */
export function shortDayOf(day: string): string {
  return dayWords.format(new Date(`${day}T00:00:00Z`));
}

/** A month `YYYY-MM`: `Nov 2026`. */
export function monthOf(month: string): string {
  return monthWords.format(new Date(`${month}-01T00:00:00Z`));
}

/** A month under a small bar: `Nov`. */
export function shortMonthOf(month: string): string {
  return monthAlone.format(new Date(`${month}-01T00:00:00Z`));
}

const minutesIn = { hour: 60, day: 24 * 60, week: 7 * 24 * 60 } as const;
/** The last class: what is longer is in it, too, but an application expires then. */
const threeMonths = 131_400;

/** The upper end of a class of durations, short: `30 min`, `4 h`, `1 day`, `2 weeks`, `3 months`. @param minutes as the classes have them. */
export function classOf(minutes: number): string {
  if (minutes < minutesIn.hour) return `${String(minutes)} min`;
  return minutes < minutesIn.day ? `${String(minutes / minutesIn.hour)} h` : longClassOf(minutes);
}

function longClassOf(minutes: number): string {
  if (minutes >= threeMonths) return '3 months';
  if (minutes % minutesIn.week === 0) return counted(minutes / minutesIn.week, 'week');
  if (minutes % minutesIn.day === 0) return counted(minutes / minutesIn.day, 'day');
  if (minutes % minutesIn.hour === 0) return counted(minutes / minutesIn.hour, 'hour');
  return counted(minutes, 'minute');
}

/** Where the middle of some durations lies, for a sentence: `within 30 minutes`, `within 1 day`. @param median of the contract, in minutes. */
export function medianWords({ medianUpToMinutes }: { medianUpToMinutes: number | null }): string {
  return medianUpToMinutes === null ? 'not yet' : `within ${longClassOf(medianUpToMinutes)}`;
}

/** Seconds of work in words: `45 s`, `3 min`, `2 min 10 s`. Rounded to whole seconds. */
export function secondsOf(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const minutes = Math.floor(whole / 60);
  const rest = whole % 60;
  if (minutes === 0) return `${String(rest)} s`;
  return rest === 0 ? `${String(minutes)} min` : `${String(minutes)} min ${String(rest)} s`;
}

function counted(count: number, unit: string): string {
  return `${String(count)} ${unit}${count === 1 ? '' : 's'}`;
}
