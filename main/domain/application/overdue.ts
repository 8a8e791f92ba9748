import { Temporal } from 'temporal-polyfill';
import type { Day } from '../../../preload/contract/rules/dates';
import { expiresAfterMonths } from './machine';

/**
 * Whether the time for finishing an application of `day` is over: from the day after the one three calendar months later. One of 30 November
 * may be finished until the last of February.
 */
export function isOverdue(day: Day, today: Day): boolean {
  const last = Temporal.PlainDate.from(day).add({ months: expiresAfterMonths });
  return Temporal.PlainDate.compare(today, last) > 0;
}
