import type {
  ApplicationRow,
  ApplicationsSnapshot,
  Decision,
  Ended,
  NextStep,
} from '../../../preload/contract/desk/applications';
import type { Service } from '../../../preload/contract/signUp';
import { dayOf, startOf } from './times';

type Named = Pick<ApplicationRow, 'firstName' | 'lastName'>;

/** A person as lists at the desk name them. */
export function personOf({ firstName, lastName }: Named): string {
  return firstName === '' ? lastName : `${lastName}, ${firstName}`;
}

/** A person as a sentence names them. */
export function fullNameOf({ firstName, lastName }: Named): string {
  return `${firstName} ${lastName}`.trim();
}

/** How long ago, for a column, from whole minutes: `now`, `12 min`, `5 h`, `3 days`. */
export function agoOf(minutes: number): string {
  const whole = Math.max(0, Math.floor(minutes));
  if (whole < 1) return 'now';
  if (whole < 60) return `${String(whole)} min`;
  const hours = Math.floor(whole / 60);
  if (hours < 24) return `${String(hours)} h`;
  const days = Math.floor(hours / 24);
  return days === 1 ? '1 day' : `${String(days)} days`;
}

export const serviceNames: Readonly<Record<Service, string>> = {
  appointments: 'Appointments',
  prescriptions: 'Repeat prescriptions',
  record: 'Health record',
};

export const decisionNames: Readonly<Record<Decision, string>> = {
  pending: 'To decide',
  granted: 'Granted',
  referred: 'With a clinician',
  declined: 'Declined',
};

const shortDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
});

/** A day for a column: `Fri 20 Nov`. */
function shortDayOf(day: string): string {
  return shortDay.format(new Date(`${day}T00:00:00Z`)).replace(',', '');
}

/** What is asked for, in a word or two. */
export function kindOf({ kind, wish }: Pick<ApplicationRow, 'kind' | 'wish'>): string {
  if (kind === 'account') return wish === 'changeOrStop' ? 'Change or stop access' : 'Cannot get in';
  return { self: 'Own account', someoneElse: 'For someone else', underEleven: 'Child under 11' }[kind];
}

/** What is to be done next, as the queue says it. `talk` is worded so that nobody who looks over a shoulder learns why. */
export const stepNames: Readonly<Record<NextStep, string>> = {
  talk: 'A word first',
  doTask: 'Help them in person',
  verify: 'Check identity',
  verifyAsker: 'Check who asks',
  recordProxy: 'Record relationship and basis',
  confirmCompetence: 'Clinician: confirm understanding',
  confirmConsent: 'Ask the patient’s consent',
  agree: 'Agree the statements',
  decide: 'Decide',
  review: 'Clinician: review record access',
  confirmRecordOff: 'Confirm record access is off',
  createAccount: 'Create the account',
  handOver: 'Hand over the details',
  nothing: 'Nothing',
};

/** The next step of a row: what the patient is waited for is said with it. */
export function nextOf({
  next,
  identity,
  isForLater,
}: Pick<ApplicationRow, 'next' | 'identity' | 'isForLater'>): string {
  if (next === 'verify' && identity === 'comeBack') return `${stepNames.verify}: comes back`;
  if (next === 'verify' && isForLater) return `${stepNames.verify}: later`;
  return stepNames[next];
}

export const endedNames: Readonly<Record<Ended, string>> = {
  closed: 'Done',
  refused: 'Identity refused',
  withdrawn: 'Withdrawn',
  expired: 'Ran out after 3 months',
};

/** Whether patients can begin an application at the kiosk now. */
export function signUpOf(signUp: ApplicationsSnapshot['signUp']): string {
  if (signUp.state === 'open') return 'Sign-up open';
  if (signUp.state === 'paused') return 'Sign-up paused for today';
  if (signUp.state === 'off') return 'Sign-up is switched off';
  const { opens } = signUp;
  return opens === null ? 'Sign-up closed' : `Sign-up closed until ${dayOf(opens.day)}, ${startOf(opens.time)}`;
}

/** Words of the queue on the Applications tab. */
export const applicationsWords = {
  starting: 'Asking the kiosk machine for the applications',
  title: 'Applications',
  pause: 'Pause sign-up for today',
  resume: 'Resume',
  reviewsDue: (count: number) => `${String(count)} proxy ${count === 1 ? 'review' : 'reviews'} due`,
  reviews: 'Proxy reviews',

  reference: 'Reference',
  referenceHint: 'Type or scan',
  referenceOpen: 'Open',
  referenceWrong: 'A reference has 3 and 3 characters, like KMR-234',
  referenceUnknown: 'No application has this reference. It may have been cleared.',

  filterLabel: 'Show',
  filters: { all: 'Open', mine: 'For me' },
  step: 'Next step',
  everyStep: 'Every next step',
  search: 'Search by name or reference',
  searchHint: 'Name or reference',

  table: 'Open applications',
  columns: {
    reference: 'Reference',
    name: 'Name',
    kind: 'Asks for',
    sent: 'Sent',
    next: 'Next step',
    due: 'Due',
    appointment: 'Here today',
    flags: 'Good to know',
  },
  open: (reference: string, name: string) => `${reference}, open ${name}`,
  age: (age: number) => (age < 16 ? `${String(age)} years, under 16` : `${String(age)} years`),
  sentAgo: (ago: string) => (ago === 'now' ? 'now' : `${ago} ago`),
  due: (day: string) => shortDayOf(day),
  dueToday: 'Today',
  overdue: (day: string) => `Overdue, ${shortDayOf(day)}`,
  duplicates: (count: number) => (count === 1 ? '1 more open' : `${String(count)} more open`),
  duplicatesTitle: 'There are other open applications that may be of the same person',
  appointmentAt: (wallTime: string) => startOf(wallTime),

  emptyTitle: 'No open applications',
  empty: 'When somebody applies at the kiosk, their application appears here at once.',
  nothingFits: 'No open application fits.',
  showAll: 'Show all',

  ended: (count: number) => `Ended in the last days (${String(count)})`,
  endedTable: 'Applications that ended in the last days',
  endedAt: 'Ended',
  endedAs: 'How',
} as const;
