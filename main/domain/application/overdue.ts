import type { Day } from '../../../preload/contract/rules/dates';

/** Months after which what is not finished expires (EMIS's own advice; domain facts, "Levels, review, proxy"). */
const expiresAfterMonths = 3;

/**
 * Whether the time for finishing an application of `day` is over: from the day after the one three calendar months later. One of 30 November
 * may be finished until the last of February. Plain arithmetic: every line of the queue asks at every reading.
 */
export function isOverdue(day: Day, today: Day): boolean {
  const months = 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7)) - 1 + expiresAfterMonths;
  const year = String(Math.floor(months / 12)).padStart(4, '0');
  const month = String((months % 12) + 1).padStart(2, '0');
  // There may be no such day (30 February): days sort as text, and none lies between it and the last that there is.
  return today > `${year}-${month}-${day.slice(8)}`;
}
