import type { Role } from '../../../preload/contract/desk/roles';
import { dayOf, timeOf } from './times';

/** What somebody with a role may do, in a line. */
export const roleWords: Readonly<Record<Role, { name: string; explained: string }>> = {
  receptionist: {
    name: 'Receptionist',
    explained: 'Sees arrivals, calls patients, looks after day lists and the kiosk.',
  },
  clinician: { name: 'Clinician', explained: 'Calls their own patients from their room page.' },
  verifier: { name: 'Verifier', explained: 'Checks who somebody is when they apply for online services.' },
  authoriser: {
    name: 'Authoriser',
    explained: 'Decides in difficult cases, for example where safety needs a second look.',
  },
  accountCreator: { name: 'Account creator', explained: 'Makes the online account and prints the setup slip.' },
  clinicalReviewer: { name: 'Clinical reviewer', explained: 'Decides whether somebody may see their health record.' },
  manager: { name: 'Manager', explained: 'Accounts, settings and the audit trail.' },
};

/** Words of the Staff tab and of one's own account. */
export const staffWords = {
  accounts: 'Accounts',
  accountsLead: 'Each person has an account of their own. A code of yours lets them choose their passphrase.',
  add: 'Add somebody',
  noAccounts: 'There is no account yet.',
  columns: { name: 'Name', roles: 'Roles', state: 'State', lastSignedIn: 'Last signed in', actions: 'Actions' },
  you: 'you',
  states: { active: 'Active', invited: 'Has a code, has not signed in yet', closed: 'Closed' },
  lockedUntil: (instant: string) => `Too many wrong tries, shut until ${timeOf(instant)}`,
  never: 'Never',
  when: (instant: string) => `${dayOf(instant)}, ${timeOf(instant)}`,
  room: (clinician: string) => `Room page: ${clinician}`,

  change: 'Change',
  newCode: 'New code',
  close: 'Close',
  reopen: 'Reopen',
  /** Names of the buttons for who hears them without the row. */
  labelOf: (action: string, name: string) => `${action}: ${name}`,

  addTitle: 'Add somebody',
  changeTitle: (name: string) => `Change the account of ${name}`,
  username: 'Username',
  usernameHint: 'Letters, digits, dots and dashes. It cannot be changed later.',
  displayName: 'Name',
  displayNameHint: 'As colleagues are to see it',
  roles: 'Roles',
  clinician: 'Room page',
  clinicianHint: 'Whose patients they call, as day lists write the name',
  noClinician: 'None',
  save: 'Save',
  addAndCode: 'Add and show code',
  cancel: 'Cancel',
  noRole: 'Choose at least one role',
  noName: 'Enter a name',
  badUsername: 'A username has 2 to 40 letters, digits, dots or dashes, and no spaces',

  codeTitle: (name: string) => `One-time code for ${name}`,
  codeLead: 'Hand it over in person. It is shown only now.',
  codeUse: (username: string) =>
    `At the desk choose “I have a one-time code”, and enter the username ${username} and this code.`,
  codeUntil: (instant: string) => `It works once, until ${dayOf(instant)}, ${timeOf(instant)}.`,
  codeDone: 'I have handed it over',

  resetTitle: (name: string) => `New code for ${name}?`,
  resetLead: 'Their present passphrase ends at once, and everywhere they are signed in they are signed out.',
  resetDo: 'End passphrase and show code',
  closeTitle: (name: string) => `Close the account of ${name}?`,
  closeLead:
    'They are signed out everywhere at once and cannot sign in until you reopen it. What they did stays in the audit trail.',
  closeDo: 'Close account',

  sessions: 'Signed in now',
  sessionsLead: 'End a session if somebody forgot to sign out, or if you do not know it.',
  noSessions: 'Nobody is signed in.',
  sessionColumns: {
    who: 'Who',
    device: 'Where',
    since: 'Since',
    lastUsed: 'Last there',
    state: 'State',
    actions: 'Actions',
  },
  thisOne: 'This desk',
  locked: 'Locked',
  open: 'Open',
  end: 'End',
  atKiosk: 'Kiosk machine',
  unknownName: 'Unknown',

  failures: {
    USERNAME_TAKEN: 'Somebody has this username. Choose another, or reopen their account.',
    LAST_MANAGER:
      'This is the last manager who can sign in, so this is not possible. Make somebody else a manager first.',
    UNKNOWN: 'This account or session is not there any more.',
  },

  passphraseTitle: 'Passphrase',
  current: 'Current passphrase',
  changePassphrase: 'Change passphrase',
  passphraseChanged: 'Your passphrase is changed. Your other sessions have ended.',
  pinTitle: 'Quick unlock',
  pinLead: 'A PIN unlocks this desk until you sign out. After three wrong tries only your passphrase unlocks it.',
  pin: 'PIN',
  pinHint: '4 to 8 digits',
  setPin: 'Set PIN',
  removePin: 'Remove PIN',
  pinIsSet: 'A PIN is set.',
  pinSet: 'Your PIN is set.',
  pinRemoved: 'Your PIN is removed.',
} as const;
