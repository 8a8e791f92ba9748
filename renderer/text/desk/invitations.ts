import type { InvitationBatch } from '../../../preload/contract/desk/printing';
import { slipRefusalOf } from './slips';
import { printReasonWords } from './slipsReasons';

const people = (count: number): string => `${count.toLocaleString('en-GB')} ${count === 1 ? 'person' : 'people'}`;
const invitations = (count: number): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? 'invitation' : 'invitations'}`;

/** Why a list cannot be used. */
const unreadable = {
  notText: 'This is no text file. Save the list as CSV (in Excel: “CSV UTF-8”), and choose that file.',
  noNames:
    'No column with names was found. The first row has to say which column is which, for example “First name” and “Last name”.',
  nobody: 'No line of the list has a name that can be printed. Look whether it is the right file.',
  tooMany: 'There are more than 1,000 people in the list. Divide it, and print one part after the other.',
} as const;

/** Words of invitations in batches. */
export const invitationWords = {
  title: 'Invitations',
  lead: 'Paper for people who have no online account: how to sign up, with a QR code. First name and initial stand on it, and no detail of anybody.',

  beforeTitle: 'Before you print',
  before: [
    'Take out of the list who has died, and who must not be written to: nothing here knows of it.',
    'Take out who lives with somebody that must not know of it, and who is under 16.',
    'Nothing of the list is kept: it is in the memory of the kiosk machine until it is printed, forgotten, or an hour untouched.',
  ],
  size: 'Paper',
  drop: {
    drop: 'Drop the list here',
    or: 'CSV or Excel text, with a row of headings. Only the columns with names are read.',
    choose: 'Choose a file',
  },
  oneFile: 'Choose one file at a time.',
  tooLarge: 'The file is too large. Leave out all columns but the names, and choose it again.',
  notRead: 'The file cannot be read on this PC any more. Choose it again.',
  reading: (name: string) => `Reading ${name} …`,
  failures: {
    BUSY: 'Another batch is not finished. It stands here in a moment.',
    GONE: 'The list has been forgotten. Choose it again.',
  } satisfies Readonly<Record<string, string>>,

  read: (total: number) => `${people(total)} in the list`,
  leftOut: (lines: readonly number[]) => {
    const more = lines.length >= 100;
    const count = more ? 'At least 100 lines' : lines.length === 1 ? '1 line' : `${String(lines.length)} lines`;
    return `${count} left out, with no usable name: ${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}${more ? ' …' : '.'}`;
  },
  picture: 'The first invitation as it will be printed',
  printer: 'Printer',
  printAll: (count: number) => (count === 1 ? 'Print the invitation' : `Print all ${invitations(count)}`),
  goOn: (left: number) => `Go on: ${invitations(left)} left`,
  stop: 'Stop',
  forget: 'Forget the list',
  forgetTitle: 'Forget the list?',
  forgetLead: ({ printed, total }: Pick<InvitationBatch, 'printed' | 'total'>) =>
    printed === 0
      ? 'Nothing has been printed. To print later, choose the file again.'
      : `${String(printed)} of ${String(total)} are printed. Nobody can tell afterwards who is left: to go on later, take ${printed === 1 ? 'the first person' : `the first ${String(printed)} people`} out of your list.`,
  close: 'Close',

  begunBy: (by: string) => `Begun by ${by}`,
  progress: (printed: number, total: number) => `${String(printed)} of ${String(total)} printed`,
  progressBar: 'Invitations printed',
  states: {
    ready: 'Nothing is printed yet.',
    printing: 'Printing. Stay near the printer.',
    stopping: 'Stopping after the page that is being printed …',
    stopped: 'Stopped.',
    finished: 'All are printed.',
  } satisfies Record<InvitationBatch['state'], string>,
  waitingTitle: 'The printer is waiting for you',
  waiting: 'A page waits at the printer. See below what to do.',
  finished: (total: number) =>
    `${invitations(total)} printed. Nothing of the list is left. Take them out of the tray now: names stand on them.`,
  mayComeTwice:
    'The next page may have come out already, nobody can tell. It is printed once more: take one away if there are two.',
  stoppedTitle: 'Printing has stopped by itself',
} as const;

/** Why a batch was not begun or not printed; null where the general words say it. */
export function invitationRefusalOf(code: string, data: unknown): string | null {
  if (code === 'NOT_MADE') return slipRefusalOf(code, data);
  if (code !== 'UNREADABLE') return null;
  const why = typeof data === 'object' && data !== null && 'why' in data ? data.why : null;
  return typeof why === 'string' && Object.hasOwn(unreadable, why)
    ? unreadable[why as keyof typeof unreadable]
    : unreadable.notText;
}

/** Why the page on its way waits, and what to do; null: it does not wait. */
export function waitingSentences({
  waiting,
  printer,
}: Pick<InvitationBatch, 'waiting' | 'printer'>): readonly string[] {
  if (waiting === null) return [];
  const goesOn = 'Then it prints by itself. A page that has waited for two minutes is called back, and printing stops.';
  if (waiting.reason === null) return ['Go and look at the printer.', goesOn];
  const { what, todo } = printReasonWords[waiting.reason];
  return [printer === null ? what : `${printer}: ${what}`, todo, goesOn];
}

/** Why a batch stopped by itself, and what to do before it goes on. */
export function stoppedSentences({ reason, printer }: Pick<InvitationBatch, 'reason' | 'printer'>): readonly string[] {
  if (reason === null) return [];
  const { what, todo } = printReasonWords[reason];
  return [printer === null ? what : `${printer}: ${what}`, todo, 'Then go on: what is printed is not printed again.'];
}
