import { Temporal } from 'temporal-polyfill';
import { dateSchema, type ClockTime, type Day } from '../../preload/contract/rules/dates';
import { bankHolidays } from './bankHolidays';
import type { Hours, Now, OpeningHours, PracticeRules, Weekday } from './types';

/** `opens`: when the practice opens next, if within a fortnight. */
export type Opening = { kind: 'open' } | { kind: 'closed'; opens: { day: Day; time: ClockTime } | null };

type OpeningRules = Pick<PracticeRules, 'openingHours' | 'bankHolidaysOpen' | 'closedDays'>;

/** Further ahead nothing is said: who reads it comes back long before, or the settings are wrong. */
const daysAhead = 14;

/** As Temporal counts them: Monday is 1. */
const weekdays: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/**
 * Whether the practice is open at `now`, by London clocks: on the days of both clock changes its hours are what the clocks show.
 * `closedDays` close it whatever else is set; a bank holiday closes it unless it stands in `bankHolidaysOpen`.
 */
export function openingAt(rules: OpeningRules, now: Now): Opening {
  const { openingHours } = rules;
  if (openingHours === null) return { kind: 'open' };
  const isOpen = hoursOf(now.day, openingHours, rules).some(({ from, to }) => from <= now.time && now.time < to);
  return isOpen ? { kind: 'open' } : { kind: 'closed', opens: nextOpening(openingHours, rules, now) };
}

function nextOpening(openingHours: OpeningHours, rules: OpeningRules, now: Now): { day: Day; time: ClockTime } | null {
  const today = Temporal.PlainDate.from(now.day);
  for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
    const day = dateSchema.parse(today.add({ days: ahead }).toString());
    const [time] = hoursOf(day, openingHours, rules)
      .map(({ from }) => from)
      .filter((from) => ahead > 0 || from > now.time)
      .sort();
    if (time !== undefined) return { day, time };
  }
  return null;
}

/** The hours in which the practice is open on `day`; null: its hours are not set, and it is never closed by them. */
export function openHoursOn(rules: OpeningRules, day: Day): Hours[] | null {
  return rules.openingHours === null ? null : hoursOf(day, rules.openingHours, rules);
}

/** Clock times sort as text. Hours that end before they begin open nothing. */
function hoursOf(day: Day, openingHours: OpeningHours, { bankHolidaysOpen, closedDays }: OpeningRules): Hours[] {
  const isHoliday = bankHolidays.includes(day) && !bankHolidaysOpen.includes(day);
  if (isHoliday || closedDays.includes(day)) return [];
  return openingHours[weekdayOf(day)].filter(({ from, to }) => from < to);
}

export function weekdayOf(day: Day): Weekday {
  const weekday = weekdays[Temporal.PlainDate.from(day).dayOfWeek - 1];
  if (weekday === undefined) throw new Error('A week has seven days');
  return weekday;
}
