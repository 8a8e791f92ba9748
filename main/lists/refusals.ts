import type { Day } from '../../preload/contract/rules/dates';
import { UnusableFile, type HeadingsSeen } from '../domain/list';
import { longDay, plainDay } from './dates';

/** What staff can do about nearly every one of these. */
const exportAgain = "export the day's appointments again as CSV";

/** Every reason a whole file is refused, as the one sentence staff read. None quotes anything from inside the file but its headings. */
export const refusals = {
  notFound: (name: string) => refuse(name, `cannot be found: check the name and the folder`),
  notReadable: (name: string) => refuse(name, `cannot be opened: this account may not read it`),
  readFailed: (name: string) =>
    refuse(name, `cannot be read from the disk or the network: copy it to this computer and try again`),
  folder: (name: string) => refuse(name, `is a folder, not a file: give the CSV file inside it`),
  notAFile: (name: string) => refuse(name, `is not an ordinary file: ${exportAgain}`),
  tooBig: (name: string, bytes: number, limit: number) =>
    refuse(
      name,
      `is too big for a day list (${megabytes(bytes)} MB, the limit is ${megabytes(limit)} MB): export only the day's appointments`,
    ),
  empty: (name: string) => refuse(name, `is empty: ${exportAgain}`),
  otherKind: (name: string, kind: string) => refuse(name, `is ${kind}, not a CSV file: ${exportAgain}`),
  spreadsheet: (name: string) =>
    refuse(name, `is a spreadsheet workbook, not a CSV file: save it as CSV, or better export it as CSV`),
  binary: (name: string) => refuse(name, `is not a text file: ${exportAgain}`),
  notCsv: (name: string) => refuse(name, `is not a CSV file, it has no columns: ${exportAgain}`),
  headingsUnknown: (name: string, seen: HeadingsSeen | null) =>
    refuse(
      name,
      `has no row of headings as EMIS Web or SystmOne write them in its first 50 lines: choose the appointment report with the headings named in the guide`,
      seen === null ? {} : { seen },
    ),
  headingsMissing: (name: string, missing: readonly string[], seen: HeadingsSeen | null) =>
    refuse(
      name,
      `has no column for ${listed(missing.map((heading) => `“${heading}”`))}: add ${missing.length === 1 ? 'it' : 'them'} to the report and export it again`,
      seen === null ? {} : { seen },
    ),
  noAppointments: (name: string) => refuse(name, `has headings but no appointments: ${exportAgain}`),
  otherDay: (name: string, day: Day, held: readonly Day[]) =>
    refuse(name, `has no appointments for ${longDay(day)} (it holds ${daysHeld(held)})`, { isOtherDay: true }),
  changedWhileRead: (name: string) =>
    refuse(name, `was still being written while it was read: wait until the export has finished and try again`),
  cutOff: (name: string) => refuse(name, `ends in the middle of a row, so part of it is missing: ${exportAgain}`),
  quoteNeverClosed: (name: string, line: number) =>
    refuse(
      name,
      `has a quotation mark on or after line ${line} that is never closed, so part of it may be missing: ${exportAgain}`,
    ),
};

function refuse(name: string, reason: string, why: UnusableFile['why'] = {}): UnusableFile {
  // A name is shown as one line whatever the file is called.
  const shown = name.replace(/[\p{C}\s]+/gu, ' ').slice(0, 200);
  return new UnusableFile(name, `${shown} ${reason}.`, why);
}

function megabytes(bytes: number): string {
  return String(Math.max(1, Math.round(bytes / (1024 * 1024))));
}

function listed(items: readonly string[]): string {
  return items.length <= 1 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

function daysHeld(days: readonly Day[]): string {
  const sorted = [...days].sort();
  if (sorted.length <= 3) return listed(sorted.map(plainDay));
  const [first, last] = [sorted[0], sorted.at(-1)];
  return first === undefined || last === undefined
    ? ''
    : `${sorted.length} days from ${plainDay(first)} to ${plainDay(last)}`;
}
