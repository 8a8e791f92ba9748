import type { DateOfBirth } from '../../preload/contract/rules/dates';

/**
 * A date of birth as the NHS writes it: `27 March 1984` (NHS digital service manual, "Numbers, measurements, dates and times").
 * @param language of the catalogue the sentence comes from.
 */
export function formatDateOfBirth(dateOfBirth: DateOfBirth, language = 'en-GB'): string {
  // A day has no time zone: read and written in the same one it stays what it is.
  const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`${dateOfBirth}T00:00:00Z`));
}
