import type { Day } from '../../../preload/contract/rules/dates';

const dayMilliseconds = 86_400_000;

/** How a coming day is called. Days have no time zone, so no change of the clocks makes one longer. */
export function whichDay(day: Day, today: Day): 'today' | 'tomorrow' | 'later' {
  if (day === today) return 'today';
  return Date.parse(day) - Date.parse(today) === dayMilliseconds ? 'tomorrow' : 'later';
}
