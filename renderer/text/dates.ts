import type { Day } from '../../preload/contract/rules/dates';

/**
 * A day as the NHS writes it in a sentence, without its year: `Monday 23 November` (NHS digital service manual, "Numbers,
 * measurements, dates and times").
 * @param language of the catalogue the sentence comes from.
 */
export function formatDay(day: Day, language = 'en-GB'): string {
  const format = new Intl.DateTimeFormat(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    // A day has no time zone: read and written in the same one it stays what it is.
    timeZone: 'UTC',
  });
  const parts = format.formatToParts(new Date(`${day}T00:00:00Z`));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('weekday')} ${part('day')} ${part('month')}`;
}
