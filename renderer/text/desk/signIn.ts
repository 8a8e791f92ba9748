import type { PassphraseProblem } from '../../../preload/contract/desk/session';

/** Where a problem is: the field that it is said at. */
export type SignInField = 'username' | 'passphrase' | 'code' | 'displayName' | 'pin' | 'current';

/** Words of signing in, of the lock, and of choosing a passphrase or PIN. */
export const signInWords = {
  title: 'Sign in to the desk',
  username: 'Username',
  usernameHint: 'Letters, digits, dots and dashes, for example anna.rao',
  passphrase: 'Passphrase',
  signIn: 'Sign in',
  show: 'Show what I type',
  problem: 'There is a problem',
  haveCode: 'I have a one-time code',
  haveCodeHint: 'For a new account, or if you forgot your passphrase',
  havePassphrase: 'Back to signing in',

  codeTitle: 'Use a one-time code',
  codeLead: 'Your practice manager gives you the code and your username.',
  firstTitle: 'Make the first manager’s account',
  firstLead:
    'Nobody can manage this desk yet. Whoever looks after the kiosk machine prints a one-time code there with the command manager-code.',
  code: 'One-time code',
  codeHint: 'For example DFJK-MQRW-X2. It works once.',
  displayName: 'Your name',
  displayNameHint: 'As your colleagues are to see it',
  newPassphrase: 'New passphrase',
  newPassphraseHint:
    'At least 12 characters. Three random words are strong and easy to remember. Nobody here can read it or ask you for it.',
  start: 'Set passphrase and sign in',
  startFirst: 'Make account and sign in',

  lockedTitle: 'This desk is locked',
  lockedLead: 'What was not saved is kept.',
  pin: 'PIN',
  unlock: 'Unlock',
  withPassphrase: 'Use passphrase instead',
  withPin: 'Use PIN instead',
  notYou: 'Somebody else? Sign out first',
  signOut: 'Sign out',
  signOutLost: 'What was not saved is lost.',

  modes: { demonstration: 'DEMONSTRATION', trial: 'Trial', live: null },
} as const;

/** What is wrong with a field before it is sent. */
export const fieldProblems = {
  noUsername: 'Enter your username',
  badUsername: 'A username has 2 to 40 letters, digits, dots or dashes, and no spaces',
  noPassphrase: 'Enter your passphrase',
  noNewPassphrase: 'Enter a new passphrase',
  noCode: 'Enter the one-time code, 10 letters and digits',
  noName: 'Enter your name',
  noPin: 'A PIN has 4 to 8 digits',
} as const;

/** Why a passphrase cannot be used, and what helps. */
export const passphraseProblems: Readonly<Record<PassphraseProblem, string>> = {
  tooShort: 'Use at least 12 characters, for example three random words',
  common:
    'This is among the first that anybody would try. Use three words that have nothing to do with each other or this practice',
  likeUsername: 'This is too much like your username. Use three random words',
  likePractice: 'This is too much like the name of your practice. Use three random words',
  repeated: 'This repeats itself. Use three random words',
};

/** Why the machine did not let somebody in. */
export const refusals = {
  notRecognised: 'Username or passphrase is not right',
  codeNotRecognised: 'Username or code is not right, or the code is too old or was used',
  passphraseNotRight: 'The passphrase is not right',
  pinNotRight: 'The PIN is not right',
  weakPin: 'This PIN is among the first that anybody would try. Choose another',
  wait: (seconds: number) => `Too many tries. Wait ${waitingTime(seconds)}, then try again`,
} as const;

function waitingTime(seconds: number): string {
  if (seconds <= 90) return `${String(seconds)} ${seconds === 1 ? 'second' : 'seconds'}`;
  return `${String(Math.ceil(seconds / 60))} minutes`;
}
