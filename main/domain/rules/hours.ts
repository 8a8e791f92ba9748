import { clockTimeSchema, dateSchema } from '../../../preload/contract/rules/dates';
import { asObject, checkEach, checkFields, checkText, checkYesOrNo, longest, shorten } from './checks';
import { weekdayNames, weekdays } from './choices';

const mostHours = 10;
const mostDays = 1000;

/** What is wrong with opening hours, days that are open or closed, the walk-in session and the modes of the whole kiosk. */
export function checkOpening(rules: Record<string, unknown>): string[] {
  return [
    ...checkOpeningHours(rules['openingHours']),
    ...checkDays('Bank holidays on which the practice is open', rules['bankHolidaysOpen']),
    ...checkDays('Days on which the practice is closed', rules['closedDays']),
    ...checkBothWays(rules['bankHolidaysOpen'], rules['closedDays']),
    ...checkYesOrNo('Whether the kiosk is out of service', rules['isOutOfService']),
    ...checkYesOrNo('Whether the practice has signed the kiosk off', rules['isSignedOff']),
    ...checkWalkIn(rules['walkIn']),
  ];
}

/** Hours of one day: each from a time to a later one, none overlapping another. */
export function checkHours(what: string, value: unknown): string[] {
  const problems = checkEach(what, value, mostHours, (item) => checkSpan(what, item));
  if (problems.length > 0) return problems;
  // Checked above: a list of spans of clock times, which sort as text.
  const spans = (value as { from: string; to: string }[]).toSorted((one, other) => (one.from < other.from ? -1 : 1));
  return spans.some((span, index) => span.from < (spans[index - 1]?.to ?? ''))
    ? [`${what}: hours overlap each other.`]
    : [];
}

function checkSpan(what: string, value: unknown): string[] {
  const span = asObject(value);
  const from = clockTimeSchema.safeParse(span?.['from']);
  const to = clockTimeSchema.safeParse(span?.['to']);
  if (!from.success || !to.success) return [`${what}: hours must be given from and to a time such as 08:00.`];
  return [
    ...checkFields(what, span ?? {}, ['from', 'to']),
    ...(from.data < to.data ? [] : [`${what}: hours must end after they begin.`]),
  ];
}

function checkOpeningHours(value: unknown): string[] {
  if (value === null) return [];
  const week = asObject(value);
  if (week === null) return ['The opening hours must be null or a table of the days of the week.'];
  const problems = checkWeek('The opening hours', week);
  const isNeverOpen = weekdays.every((day) => Array.isArray(week[day]) && week[day].length === 0);
  return isNeverOpen ? [...problems, 'The opening hours leave no hour of the week open.'] : problems;
}

/** Hours of every day of the week, each day there, even if it has none. */
export function checkWeek(what: string, value: unknown): string[] {
  const week = asObject(value);
  if (week === null) return [`${what} must be a table of the days of the week.`];
  return [
    ...weekdays.flatMap((day) => checkHours(`${what} on ${weekdayNames[day]}`, week[day])),
    ...Object.keys(week)
      .filter((name) => !weekdays.some((day) => day === name))
      .map((name) => `${what} name "${shorten(name)}", which is no day of the week.`),
  ];
}

function checkDays(what: string, value: unknown): string[] {
  return checkEach(what, value, mostDays, (day) =>
    dateSchema.safeParse(day).success ? [] : [`${what}: "${shorten(day)}" is not a day: write it as 2026-12-24.`],
  );
}

function checkBothWays(open: unknown, closed: unknown): string[] {
  if (!Array.isArray(open) || !Array.isArray(closed)) return [];
  return [...new Set(open)]
    .filter((day) => closed.includes(day))
    .map(
      (day) => `"${shorten(day)}" is given as a day on which the practice is open and as one on which it is closed.`,
    );
}

function checkWalkIn(value: unknown): string[] {
  if (value === null) return [];
  const session = asObject(value);
  if (session === null) return ['The walk-in session must be null or have a day, a name and an end.'];
  const { day, name, until } = session as { day?: unknown; name?: unknown; until?: unknown };
  return [
    ...checkFields('The walk-in session', session, ['day', 'name', 'until']),
    ...(dateSchema.safeParse(day).success ? [] : ['The day of the walk-in session must be written as 2026-12-24.']),
    ...checkText('The name of the walk-in session', name, longest.label),
    ...(clockTimeSchema.safeParse(until).success
      ? []
      : ['The end of the walk-in session must be a time such as 11:30.']),
  ];
}
