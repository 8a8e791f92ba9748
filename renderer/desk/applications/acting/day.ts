import type { Day } from '../../../../preload/contract/rules/dates';

const londonDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' });

/** The London day `YYYY-MM-DD` of a UTC instant. */
export function londonDayOf(instant: string): Day {
  return londonDay.format(new Date(instant)) as Day;
}

const endsAfterMonths = 3;

/** The last day on which an application sent at this UTC instant can be finished: three calendar months later, or the last day of that month. */
export function endsOn(sentAt: string): string {
  const [year = 0, month = 1, day = 1] = londonDayOf(sentAt).split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + endsAfterMonths + 1, 0));
  last.setUTCDate(Math.min(day, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}
