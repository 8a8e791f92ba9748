import type { DeskAlert, DeskRow, RowAppointment, WorklistItem } from '../../../preload/contract/desk/arrivals';
import { birthOf, startOf, timeOf } from './times';

/** `Smith, Anna`, as clinical systems and lists have it. */
export function nameOf({ lastName, firstName }: Pick<DeskRow, 'lastName' | 'firstName'>): string {
  return firstName === '' ? lastName : `${lastName}, ${firstName}`;
}

/** What is pasted into the clinical system's search: the NHS number, else name and date of birth. */
export function copyOf(item: Pick<WorklistItem, 'lastName' | 'firstName' | 'dateOfBirth' | 'nhsNumber'>): string {
  const { nhsNumber, lastName, firstName, dateOfBirth } = item;
  if (nhsNumber !== null) return nhsNumber;
  return `${lastName} ${firstName} ${dateOfBirth.split('-').reverse().join('/')}`.replace(/\s+/g, ' ');
}

const reasons: Readonly<Record<NonNullable<DeskRow['reason']>, string>> = {
  tooEarly: 'Too early',
  tooLate: 'Too late',
  byPhone: 'Appointment is by phone',
  byVideo: 'Appointment is by video',
  homeVisit: 'Appointment is a home visit',
  otherSite: 'Appointment is at another site',
  cancelled: 'Cancelled on the list',
  finished: 'Finished on the list',
  didNotAttend: 'Down as did not attend',
  unknownStatus: 'The list has a status that is not known',
  disputed: 'Said: this is not my appointment',
  left: 'Down as left',
  private: 'Private: speak to them discreetly',
  flagged: 'Flagged for reception',
  askedToComeIn: 'By phone or video, but was asked to come in',
  contradicted: 'Checked in, but the list now says otherwise',
};

/** Why somebody is here and not checked in. */
export function reasonOf({ reason, opensAt }: Pick<DeskRow, 'reason' | 'opensAt'>): string {
  if (reason === null) return 'Not checked in';
  if (reason === 'tooEarly' && opensAt !== null) return `Too early: can check in from ${timeOf(opensAt)}`;
  return reasons[reason];
}

const queueKinds: Readonly<Record<string, string>> = {
  noAppointment: 'No appointment',
  prescription: 'Prescription',
  sample: 'Sample',
  register: 'To register',
  interpreterOrVisitor: 'Interpreter or visitor',
  somethingElse: 'Something else',
};

const alertTitles: Readonly<Record<string, string>> = {
  helpNeeded: 'Help needed now at the kiosk',
  disputed: 'Says this is not their appointment',
  contradicted: 'Checked in, but the list says otherwise',
  threeFailures: 'Not found three times at the kiosk',
  cannotTell: 'Cannot be told apart from another patient',
  askedToComeIn: 'Was asked to come in',
  windowOpen: 'Came early and can be checked in now',
  reception: 'Waits for reception',
  arrivalUnmatched: 'The new list no longer has their appointment',
  listTooOld: 'The list is too old: check-in is closed',
  siteUnknown: 'The site is not known: check-in is closed',
  clockBehind: 'The clock of the machine is wrong: check-in is closed',
  clockJumped: 'The clock of the machine was moved',
};

const alertHelp: Readonly<Record<string, string>> = {
  helpNeeded: 'Somebody pressed “I need help now”. Go to them.',
  threeFailures: 'Look for somebody at the kiosk who needs help.',
  listTooOld: 'Upload today’s list, then patients can check in again.',
};

/** What an alert is about. */
export function alertTitle({ kind, choice }: Pick<DeskAlert, 'kind' | 'choice'>): string {
  if (kind === 'reception' && choice !== null) return `At reception: ${(queueKinds[choice] ?? choice).toLowerCase()}`;
  return alertTitles[kind] ?? 'Something needs your attention';
}

/** More about it, if there is more; `seconds` of a clock that was moved. */
export function alertDetail({ kind, seconds }: Pick<DeskAlert, 'kind' | 'seconds'>): string | null {
  if (kind === 'clockJumped' && seconds !== null) {
    const minutes = Math.max(1, Math.round(Math.abs(seconds) / 60));
    return `${seconds < 0 ? 'Back' : 'Forward'} by about ${String(minutes)} minute${minutes === 1 ? '' : 's'}.`;
  }
  return alertHelp[kind] ?? null;
}

/** One person of an alert: name, and the times they are booked for. */
export function alertPerson({ name, starts }: DeskAlert['people'][number]): string {
  return starts.length === 0 ? name : `${name}, ${starts.map((start) => startOf(start)).join(' and ')}`;
}

/** An appointment in a sentence, for choosing one of several. */
export function appointmentOf({ start, clinician }: Pick<RowAppointment, 'start' | 'clinician'>): string {
  return `${startOf(start)}, ${clinician}`;
}

const refusals: Readonly<Record<string, string>> = {
  GONE: 'This is not there any more. The list shows how things stand now.',
};

/** Why nothing was done: who was quicker, and when. `now`: the machine's instant. */
export function refusalOf(code: string, data: unknown): string | null {
  if (code === 'CHANGED') {
    const { by, at } = readChange(data);
    const who = by === null ? 'The kiosk or a new list' : by;
    return `${who} changed this${at === null ? '' : ` at ${timeOf(at)}`}. Nothing was done. Look how it stands now, then choose again.`;
  }
  if (code === 'NOT_NOW') return readWhy(data);
  return refusals[code] ?? null;
}

function readChange(data: unknown): { by: string | null; at: string | null } {
  if (typeof data !== 'object' || data === null) return { by: null, at: null };
  const by = 'by' in data && typeof data.by === 'string' ? data.by : null;
  const at = 'at' in data && typeof data.at === 'string' ? data.at : null;
  return { by, at };
}

function readWhy(data: unknown): string {
  const isTold = typeof data === 'object' && data !== null && 'why' in data && typeof data.why === 'string';
  return isTold && String(data.why) !== '' ? String(data.why) : 'As things stand this cannot be done.';
}

/** Words of the Arrivals tab. */
export const arrivalsWords = {
  starting: 'Asking the kiosk machine who is here',
  search: 'Search people who are here',
  searchHint: 'Search (press /)',
  filterLabel: 'Show',
  filters: {
    all: 'All',
    waiting: 'Waiting',
    called: 'Called',
    notCheckedIn: 'Here, not checked in',
    done: 'Done',
  },
  clinician: 'Clinician',
  everyClinician: 'Every clinician',
  checkInByHand: 'Check in by hand',
  keys: 'Keys',
  table: 'People who are here',
  columns: {
    start: 'Time',
    name: 'Name',
    clinician: 'Clinician',
    ticket: 'Ticket',
    flags: 'To know',
    state: 'State',
    next: 'Next',
  },
  noStart: 'None',
  room: (room: string) => `→ ${room}`,
  movedFrom: (name: string) => `instead of ${name}`,
  born: (dateOfBirth: string) => `born ${birthOf(dateOfBirth)}`,
  hereSince: (instant: string) => `here since ${timeOf(instant)}`,
  empty: {
    nobody: 'Nobody has arrived yet. People appear here by themselves as soon as they check in.',
    nothingFits: 'Nobody who is here fits this search and filter.',
    showAll: 'Show everybody',
  },
  states: {
    waiting: (duration: string) => `Waiting ${duration}`,
    sentIn: 'Sent in by the clinical system',
    called: (instant: string, times: number) =>
      `Called ${timeOf(instant)}${times > 1 ? `, ${String(times)} times` : ''}`,
    quiet: (instant: string) => `Called quietly ${timeOf(instant)}`,
    fetch: (instant: string) => `Being fetched since ${timeOf(instant)}`,
    looked: 'somebody went to look',
    toRoom: (room: string) => `to ${room}`,
    seen: 'Seen',
    left: 'Left',
    finishedByList: 'Finished on the list',
    didNotAnswer: (instant: string) => `Did not answer ${timeOf(instant)}`,
  },
  flags: {
    communication: 'Help with communication',
    fetch: 'Fetch in person',
    private: 'Private: be discreet',
    late: 'Late',
    disputed: 'Disputed',
    check: 'Check',
    checkTitle: 'The newest list no longer has this appointment',
    flagged: 'Flagged',
    toMark: 'To mark',
    note: (note: string) => note,
    interpreter: (language: string) => `Interpreter: ${language}`,
    ownAnswer: (choice: string) => choice,
    listedNeed: 'Need in their record',
    needs: {
      interpreter: 'Interpreter',
      signLanguage: 'Sign language',
      lipReading: 'Lip reading',
      hearingLoop: 'Hearing loop',
      largePrint: 'Large print',
      easyRead: 'Easy read',
      braille: 'Braille',
      audio: 'Audio',
      guideToRoom: 'Guide to the room',
      moreTime: 'More time',
      supporter: 'With a supporter',
      somethingElse: 'Asks for help',
    },
  },
  actions: {
    call: 'Call',
    quiet: 'Call quietly',
    fetch: 'Fetch in person',
    cameIn: 'Came in',
    again: 'Call again',
    looked: 'I went to look',
    didNotAnswer: 'Did not answer',
    checkIn: 'Check in',
    lookedAfter: 'Looked after',
    theirs: 'It is their appointment',
    notTheirs: 'It is not theirs',
    seen: 'Seen',
    mark: 'Marked in clinical system',
    left: 'Left',
    waitAgain: 'Back to waiting',
    cancel: 'Cancel call',
    note: 'Note',
    flag: 'Flag',
    unflag: 'Remove flag',
    move: 'Move',
    undo: 'Undo check-in',
  },
  /** What a button does, where its word is short; with whom, for whoever hears the page. */
  actionFor: (action: string, name: string) => `${action}: ${name}`,
  actionsFor: (name: string) => `What to do with ${name}`,
  more: 'More',
  callTo: 'To',
  ownRoom: (room: string | null) => (room === null ? 'No room' : room),
  lastChange: (by: string, instant: string) => `Last change: ${by}, ${timeOf(instant)}`,
  nhsNumber: (number: string) => `NHS number ${number.replace(/(\d{3})(\d{3})(\d{4})/, '$1 $2 $3')}`,
  callQuestion: (question: string, choice: string) => `${question} ${choice}`,
  alerts: {
    title: 'Alerts',
    empty: 'No alerts.',
    acknowledge: 'Acknowledge',
    acknowledgeOf: (title: string) => `Acknowledge: ${title}`,
    several: (count: number) => `${String(count)} times`,
  },
  worklist: {
    title: 'To mark in the clinical system',
    empty: 'Everybody who arrived is marked.',
    copy: 'Copy',
    copied: 'Copied',
    copyOf: (name: string) => `Copy what the clinical system needs for ${name}`,
    notCopied: 'This browser does not let the page copy. Type this:',
    mark: 'Marked',
    markOf: (name: string) => `Marked in the clinical system: ${name}`,
    marked: (name: string) => `${name} is marked.`,
    undo: 'Undo',
    arrived: (instant: string) => `here since ${timeOf(instant)}`,
    amber: 'Not marked yet',
    sounding: 'Overdue',
    taken: (by: string) => `${by} is marking this`,
  },
  notCheckedIn: {
    title: 'Here, not checked in',
    empty: 'Nobody.',
  },
  queue: {
    title: 'Tickets at reception',
    empty: 'Nobody.',
    kinds: queueKinds,
    walkIn: 'Walk-in',
    callTo: 'Call to',
    reception: 'Reception',
    call: 'Call to desk',
    callOf: (ticket: string) => `Call to desk: ticket ${ticket}`,
    since: (duration: string) => `waiting ${duration}`,
  },
  byHand: {
    title: 'Check in by hand',
    label: 'Name, date of birth or time',
    hint: 'People of today’s list. Arrow keys choose, Enter checks in.',
    results: 'People of today’s list',
    none: 'Nobody of today’s list fits. If they booked just now, add them on the Lists tab.',
    checkIn: 'Check in',
    isHere: 'Is here already',
    done: (name: string) => `${name} is checked in.`,
    modes: { inPerson: '', phone: 'by phone', video: 'by video', homeVisit: 'home visit' },
    listed: {
      booked: '',
      arrived: 'arrived',
      sentIn: 'sent in',
      seen: 'seen',
      left: 'left',
      didNotAttend: 'did not attend',
      cancelled: 'cancelled',
      unknown: 'status not known',
    },
  },
  undo: {
    title: 'Undo check-in',
    lead: (name: string) => `${name} is then not checked in any more.`,
    which: 'Which appointment',
    why: 'Why',
    reasons: { byMistake: 'By mistake', wrongPatient: 'Wrong patient', patientLeft: 'The patient left' },
    confirm: 'Undo check-in',
  },
  move: {
    title: 'Move to another clinician',
    lead: (name: string) => `${name} is then called by whoever you choose.`,
    which: 'Which appointment',
    to: 'Who sees them',
    back: (name: string) => `Back to ${name}`,
    confirm: 'Move',
  },
  note: {
    title: 'Note',
    label: 'For everybody at a desk, today only',
    hint: 'Nothing that belongs in the record.',
    confirm: 'Save note',
    remove: 'Remove note',
    nowReads: (note: string | null) =>
      note === null ? 'Somebody has taken the note away.' : `Somebody has written: “${note}”`,
  },
  cancel: 'Cancel',
  keysTitle: 'Keys of this page',
  keysSwitch: 'Single keys work',
  keysSwitchHint: 'Switch off if you speak to your computer or press keys by mistake.',
  keyTable: { key: 'Key', does: 'What it does', caption: 'Keys' },
  keyHelp: [
    ['/', 'To the search'],
    ['+', 'Check in by hand'],
    ['!', 'To the first alert'],
    ['?', 'This help'],
    ['↑ ↓', 'Another row of the table'],
    ['Enter', 'Open the row; Enter again on a button presses it'],
    ['Esc', 'Close what is open'],
    ['c', 'Call, or fetch in person where a call would not be seen or heard'],
    ['q', 'Call quietly: on no board'],
    ['f', 'Fetch in person'],
    ['a', 'Call again'],
    ['g', 'I went to look'],
    ['n', 'Did not answer'],
    ['i', 'Came in'],
    ['s', 'Seen'],
    ['l', 'Left'],
    ['m', 'Marked in the clinical system'],
  ],
} as const;
