const londonDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' });

/** The London day `YYYY-MM-DD` of a UTC instant. */
export function londonDayOf(instant: string): string {
  return londonDay.format(new Date(instant));
}
