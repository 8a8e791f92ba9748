import type { PassphraseProblem } from '../../../preload/contract/desk/session';
import type { DowntimeSheet } from '../../../preload/contract/desk/today';
import { passphraseProblems } from './signIn';
import { dayOf, timeOf } from './times';

type SheetRow = DowntimeSheet['rows'][number];

/** Words of the downtime sheet, printed and as a file. */
export const downtimeWords = {
  print: 'Print downtime sheet',
  title: 'Downtime sheet',
  lead: 'Today’s list with who has arrived, for when the computers are down. It names patients: every opening is in the audit trail.',
  again: 'Print again',
  back: 'Back to Today',
  cannotPrint:
    'This window cannot print. Print the sheet from the desk on a reception PC, or copy from the screen what you need.',

  demonstration: 'DEMONSTRATION',
  /** `listAsOf` on another day is said with its day. */
  about: (sheet: Pick<DowntimeSheet, 'day' | 'listAsOf' | 'at'>) =>
    `${dayOf(sheet.day)}, ${asOf(sheet)}, printed ${timeOf(sheet.at)}`,
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

  file: 'Downtime file',
  fileLead:
    'The sheet as an encrypted file that any browser opens without the kiosk. Copy it to another machine: the guide “When the computers are down” says how.',
  noFile: 'No downtime file is written, because no passphrase is set.',
  askManager: 'A manager can set one here.',
  writing: 'The file is being written for the first time.',
  written: (at: string, file: string) => `Written ${dayOf(at)} at ${timeOf(at)}, and again every 5 minutes: ${file}`,
  notWritten: 'The downtime file is not up to date',
  set: 'Set passphrase',
  change: 'Change passphrase',
  remove: 'Stop writing the file',
  setTitle: 'Passphrase of the downtime file',
  passphrase: 'New passphrase',
  passphraseHint:
    'At least 12 characters, for example three random words. Keep it where reception finds it when the computers are down, and not beside the file.',
  changeNote: 'Copies that exist already open with the old passphrase.',
  repeat: 'The same again',
  differs: 'The two are not the same',
  noPassphrase: 'Enter a passphrase',
  save: 'Save passphrase',
  saving: 'Saving …',
  saved: 'The passphrase is set.',
  removeTitle: 'Stop writing the downtime file?',
  removeQuestion:
    'The file on this machine is deleted. Copies elsewhere stay: delete them yourself. Without a file you have only what was printed.',
  removed: 'The file is deleted, and no other is written.',
  cancel: 'Cancel',
} as const;

/** Why a passphrase cannot be used; `problem` as the contract gives it. */
export function weakPassphraseWords(problem: string): string {
  return Object.hasOwn(passphraseProblems, problem)
    ? passphraseProblems[problem as PassphraseProblem]
    : passphraseProblems.common;
}

function asOf({ day, listAsOf }: Pick<DowntimeSheet, 'day' | 'listAsOf'>): string {
  if (listAsOf === null) return 'no list for today';
  const isToday = dayOf(listAsOf) === dayOf(day);
  return `list as of ${timeOf(listAsOf)}${isToday ? '' : ` on ${dayOf(listAsOf)}`}`;
}
