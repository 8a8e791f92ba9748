import { Temporal } from 'temporal-polyfill';
import type { ClockTime, DateOfBirth, Day } from '../../../preload/contract/rules/dates';
import { monthNames } from '../../domain/dateWords';
import type { SheetRow } from '../../domain/desk/downtime';

const zone = 'Europe/London';
// By hand: a calendar's own words take a millisecond for each row, and whoever is at the kiosk waits meanwhile.
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const monthsOfBirth = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'] as const;

/** Words of the downtime file. It opens where the kiosk is not, so it brings its own. */
export const downtimeWords = {
  title: 'Downtime sheet',
  demonstration: 'DEMONSTRATION',
  asOf: (listAsOf: string | null, written: string) =>
    `${listAsOf === null ? 'There is no list for today' : `List as of ${listAsOf}`}, written ${written}`,
  lockedTitle: (written: string) => `Downtime sheet, written ${written}`,
  lead: 'Today’s list of the practice, for when the computers are down. It opens with the downtime passphrase.',
  passphrase: 'Downtime passphrase',
  open: 'Open',
  opening: 'Opening …',
  wrong: 'This passphrase does not open this sheet. Try again. If the passphrase was changed lately, use a newer copy.',
  damaged: 'This file is not whole. Use another copy.',
  tooOld: 'This browser is too old to open the sheet. Use a newer one, or the recipe in the guide.',
  print: 'Print',
  caption: 'Today’s appointments by time and name',
  empty: 'Nobody is on the list, and nobody has checked in.',
  columns: {
    start: 'Time',
    name: 'Name',
    born: 'Date of birth',
    clinician: 'Clinician',
    how: 'How',
    arrived: 'Arrived',
    ticket: 'Ticket',
    marked: 'Marked',
    notes: 'Notes',
  },
  modes: { inPerson: '', phone: 'Phone', video: 'Video', homeVisit: 'Home visit' } satisfies Record<
    SheetRow['mode'],
    string
  >,
  statuses: {
    booked: '',
    arrived: '',
    sentIn: 'Sent in',
    seen: 'Seen',
    left: 'Left',
    didNotAttend: 'Did not attend',
    cancelled: 'Cancelled',
    unknown: 'Ask: status not known',
  } satisfies Record<NonNullable<SheetRow['listed']>, string>,
  notOnList: 'Not on the list',
  arrivedByList: 'by list',
  isMarked: 'yes',
  toMark: 'TO MARK',
} as const;

/** `Monday 23 November 2026, 10:42am` in London: the same words on every machine that opens it. */
export function writtenAt(instant: string): string {
  const there = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const { dayOfWeek, day, month, year } = there;
  return `${weekdays[dayOfWeek - 1] ?? ''} ${String(day)} ${monthNames[month - 1] ?? ''} ${String(year)}, ${clockIn(there)}`;
}

/** `10:42am` where that is on `day`, else with its date: a list may have been exported the evening before. */
export function asOfOn(day: Day, instant: string): string {
  const there = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  return there.toPlainDate().toString() === String(day) ? clockIn(there) : writtenAt(instant);
}

/** A time as the NHS writes it: `9am`, `10:05am`, `midday`. */
export function timeIn(time: ClockTime): string {
  return clockIn({ hour: Number(time.slice(0, 2)), minute: Number(time.slice(3)) });
}

function clockIn({ hour, minute }: Pick<Temporal.PlainTime, 'hour' | 'minute'>): string {
  if (minute === 0 && hour === 12) return 'midday';
  if (minute === 0 && hour === 0) return 'midnight';
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${String(hour % 12 === 0 ? 12 : hour % 12)}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

/** `3 Feb 1948`, as clinical systems show a date of birth. */
export function birthIn(dateOfBirth: DateOfBirth): string {
  const [year = '', month = '', day = ''] = dateOfBirth.split('-');
  return `${String(Number(day))} ${monthsOfBirth[Number(month) - 1] ?? ''} ${year}`;
}
