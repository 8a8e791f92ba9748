import type { RuleName } from '../../text/desk/settingsRules';

/** Groups in the order they are shown in. */
export const groups = [
  'practice',
  'windows',
  'late',
  'appointments',
  'calling',
  'after',
  'reception',
  'opening',
  'lists',
  'board',
  'desk',
  'signUp',
  'slips',
  'keeping',
] as const;
export type Group = (typeof groups)[number];

/** Where the names of a table are suggested from. */
export type NamesFrom = 'clinicians' | 'slotTypes' | 'sites' | 'rooms' | 'statusWords';
/** Values that are chosen from a few. */
export type Choice = 'latePolicy' | 'calling' | 'mode' | 'status';

/** With what a rule is changed. Limits are those of the checks in main, which have the last word. */
export type Editor =
  | { kind: 'number'; least: number; most: number; isOptional?: boolean }
  | { kind: 'yesNo' }
  | { kind: 'text'; most: number; isOptional: boolean }
  | { kind: 'link' }
  /** One line of a form of its own, or none. */
  | { kind: 'code'; most: number }
  | { kind: 'texts'; most: number; suggest: NamesFrom | null }
  | { kind: 'emailEndings' }
  | { kind: 'day' }
  | { kind: 'days' }
  | { kind: 'birthdays' }
  | { kind: 'choice'; of: Choice }
  | { kind: 'window' }
  | { kind: 'windowTable'; names: NamesFrom }
  | { kind: 'choiceTable'; names: NamesFrom; of: Choice }
  | { kind: 'placeTable' }
  | { kind: 'textTable'; names: NamesFrom; most: number }
  | { kind: 'hours' }
  | { kind: 'week' }
  | { kind: 'closedWeek' }
  | { kind: 'question' }
  | { kind: 'reception' }
  | { kind: 'walkIn' };

export interface RuleEntry {
  group: Group;
  editor: Editor;
  /** How sentences about a problem with it begin. */
  problems: readonly string[];
}

const number = (group: Group, least: number, most: number, ...problems: string[]): RuleEntry => ({
  group,
  editor: { kind: 'number', least, most },
  problems,
});
const yesNo = (group: Group, ...problems: string[]): RuleEntry => ({ group, editor: { kind: 'yesNo' }, problems });
const entry = (group: Group, editor: Editor, ...problems: string[]): RuleEntry => ({ group, editor, problems });
const minutesInDay = 1440;
const mostDays = 3660;

/** Every rule of the practice, in the order it is shown in its group. A test holds it against the rules themselves. */
export const ruleTable: Readonly<Record<RuleName, RuleEntry>> = {
  practiceName: entry('practice', { kind: 'text', most: 100, isOptional: false }, 'The name of the practice'),
  isSignedOff: yesNo('practice', 'Whether the practice has signed the kiosk off'),

  window: entry('windows', { kind: 'window' }, 'The check-in window'),
  nurseLedWindow: entry('windows', { kind: 'window' }, 'The check-in window of nurse-led sessions'),
  clinicianWindows: entry('windows', { kind: 'windowTable', names: 'clinicians' }, 'Check-in windows by clinician'),
  slotTypeWindows: entry('windows', { kind: 'windowTable', names: 'slotTypes' }, 'Check-in windows by slot type'),
  siteWindows: entry('windows', { kind: 'windowTable', names: 'sites' }, 'Check-in windows by site'),
  joinMinutes: number('windows', 0, minutesInDay, 'Minutes within which later appointments join'),

  latePolicy: entry('late', { kind: 'choice', of: 'latePolicy' }, 'What happens to patients who are late'),
  clinicianLatePolicies: entry(
    'late',
    { kind: 'choiceTable', names: 'clinicians', of: 'latePolicy' },
    'What happens to late patients by clinician',
  ),
  lateLimitMinutes: number('late', 0, minutesInDay, 'Minutes after which late patients always go to reception'),

  slotTypeModes: entry(
    'appointments',
    { kind: 'choiceTable', names: 'slotTypes', of: 'mode' },
    'How patients are met, by slot type',
  ),
  statusWords: entry(
    'appointments',
    { kind: 'choiceTable', names: 'statusWords', of: 'status' },
    "The practice's own status words",
  ),
  privateSlotTypes: entry(
    'appointments',
    { kind: 'texts', most: 100, suggest: 'slotTypes' },
    'Slot types that are private',
    'Each of slot types that are private',
  ),
  seeReceptionSlotTypes: entry(
    'appointments',
    { kind: 'texts', most: 100, suggest: 'slotTypes' },
    'Slot types that are asked to see reception',
    'Each of slot types that are asked to see reception',
  ),
  postcodeAlwaysDays: entry('appointments', { kind: 'birthdays' }, 'Birthdays for which the postcode is always asked'),

  calling: entry('calling', { kind: 'choice', of: 'calling' }, 'Who calls patients in'),
  places: entry('calling', { kind: 'placeTable' }, 'Waiting areas and rooms'),
  waitingArea: entry('calling', { kind: 'text', most: 60, isOptional: true }, 'The waiting area'),
  mapWords: entry('calling', { kind: 'text', most: 200, isOptional: true }, 'What the picture of the way shows'),
  roomDirections: entry('calling', { kind: 'textTable', names: 'rooms', most: 60 }, 'Ways to the rooms'),

  hygieneLine: entry('after', { kind: 'text', most: 200, isOptional: true }, 'The line about clean hands'),
  isSuccessSoundOn: yesNo('after', 'Whether a sound is heard after a check-in'),
  isHelpSoundOn: yesNo('after', 'Whether a sound is heard when somebody needs help'),
  isNeedsQuestionAsked: yesNo('after', 'Whether patients are asked for their needs'),
  needsQuestionAgainDays: number('after', 0, mostDays, 'Days in which the question for needs is not asked again'),
  interpreterLanguages: entry(
    'after',
    { kind: 'texts', most: 40, suggest: null },
    'Languages of interpreters',
    'Each of languages of interpreters',
  ),
  ownQuestion: entry(
    'after',
    { kind: 'question' },
    "The practice's own question",
    "The choices of the practice's own question",
    "Each of the choices of the practice's own question",
  ),
  ownQuestionOff: entry('after', { kind: 'hours' }, "Hours without the practice's own question"),

  receptionChoices: entry(
    'reception',
    { kind: 'reception' },
    'The choices of "What do you need?"',
    'The choice for',
    'At least one choice of "What do you need?"',
  ),
  walkIn: entry(
    'reception',
    { kind: 'walkIn' },
    'The walk-in session',
    'The day of the walk-in session',
    'The name of the walk-in session',
    'The end of the walk-in session',
  ),

  openingHours: entry('opening', { kind: 'week' }, 'The opening hours'),
  closedDays: entry('opening', { kind: 'days' }, 'Days on which the practice is closed'),
  bankHolidaysOpen: entry('opening', { kind: 'days' }, 'Bank holidays on which the practice is open'),
  isOutOfService: yesNo('opening', 'Whether the kiosk is out of service'),

  stampListAfterMinutes: number(
    'lists',
    0,
    minutesInDay,
    'Minutes after which the age of the list',
    'The age of the list must be shown',
  ),
  closeListAfterMinutes: number('lists', 1, minutesInDay, 'Minutes after which an old list closes'),
  badRowsLimitPercent: number('lists', 0, 100, 'Per cent of bad rows'),

  areNamesOnBoard: yesNo('board', 'Whether boards show names'),
  isBoardSpoken: yesNo('board', 'Whether boards speak'),
  boardLines: entry(
    'board',
    { kind: 'texts', most: 200, suggest: null },
    'Lines on the board',
    'Each of lines on the board',
  ),

  worklistAmberMinutes: number(
    'desk',
    0,
    60,
    'Minutes after which an unmarked arrival is amber',
    'An unmarked arrival must be amber',
  ),
  worklistSoundMinutes: number('desk', 1, 60, 'Minutes after which an unmarked arrival sounds'),
  worklistSoundBeforeMinutes: number('desk', 0, 60, 'Minutes before the start at which an unmarked arrival'),
  deskLockMinutes: number('desk', 1, 120, 'Minutes after which a desk locks itself'),

  isSignUpOffered: yesNo('signUp', 'Whether sign-up is offered'),
  signUpClosed: entry('signUp', { kind: 'closedWeek' }, 'The hours without sign-up'),
  signUpPausedOn: entry('signUp', { kind: 'day' }, 'The day on which sign-up is paused'),
  isSignUpInvited: yesNo('signUp', 'Whether patients are invited to sign up'),
  identityCheckHours: entry(
    'signUp',
    { kind: 'text', most: 200, isOptional: false },
    'The hours in which ID is checked',
  ),
  photoDocuments: entry(
    'signUp',
    { kind: 'texts', most: 60, suggest: null },
    'Documents with a photograph',
    'Each of documents with a photograph',
  ),
  addressDocuments: entry(
    'signUp',
    { kind: 'texts', most: 60, suggest: null },
    'Documents with the address',
    'Each of documents with the address',
  ),
  addressWithinMonths: number('signUp', 1, 12, 'Months within which a document with the address'),
  emailEndings: entry(
    'signUp',
    { kind: 'emailEndings' },
    'Endings of email addresses',
    'Each of endings of email addresses',
  ),
  recordTopics: entry(
    'signUp',
    { kind: 'texts', most: 200, suggest: null },
    'What to think of before the record',
    'Each of what to think of before the record',
  ),
  recordStatements: entry(
    'signUp',
    { kind: 'texts', most: 200, suggest: null },
    'Statements before the record',
    'Each of statements before the record',
  ),
  referralDays: number('signUp', 1, 90, 'Days that a clinician has for a referral'),
  proxyReviewAge: number('signUp', 11, 13, "The age at which access to a child's account is reviewed"),
  proxyReviewNoticeDays: number('signUp', 0, 365, 'Days before a review at which staff are told'),

  odsCode: entry('slips', { kind: 'code', most: 6 }, 'The ODS code'),
  helpPhone: entry('slips', { kind: 'code', most: 20 }, 'The help number'),
  slipExpiryDays: entry(
    'slips',
    { kind: 'number', least: 1, most: 365, isOptional: true },
    'Days after which a slip expires',
  ),
  emisLink: entry('slips', { kind: 'link' }, 'The link for EMIS'),
  systmOneLink: entry('slips', { kind: 'link' }, 'The link for SystmOne'),
  nhsAppLink: entry('slips', { kind: 'link' }, 'The link to the NHS App'),
  startLink: entry('slips', { kind: 'link' }, 'The link of invitations'),

  applicationsKeptDays: number('keeping', 1, 365, 'Days for which applications are kept'),
  proxyReviewsKeptDays: number('keeping', 1, 365, 'Days for which reviews of access are kept'),
  visitsKeptDays: number('keeping', 1, mostDays, 'Days for which visits are kept'),
  claimsInBurst: number('keeping', 6, 10_000, 'Claims that may be answered in a burst'),
  claimsPerMinute: number('keeping', 20, 10_000, 'Claims that may be answered in a minute'),
};

export const ruleNames: readonly RuleName[] = Object.keys(ruleTable) as RuleName[];

/** Rules that say how things stand at one kiosk at the moment: another kiosk's file does not set them unless somebody wants it. */
export const momentaryRules: readonly RuleName[] = ['isSignedOff', 'isOutOfService', 'walkIn', 'signUpPausedOn'];

export function isRuleName(name: string): name is RuleName {
  return Object.hasOwn(ruleTable, name);
}

/** The rule that a sentence about a problem is about, by its beginning; null where it is about several or about none. */
export function ruleOfProblem(sentence: string): RuleName | null {
  const matches = ruleNames.flatMap((name) =>
    ruleTable[name].problems
      .filter((beginning) => sentence.startsWith(beginning))
      .map((beginning) => ({ name, length: beginning.length })),
  );
  return matches.toSorted((one, other) => other.length - one.length)[0]?.name ?? null;
}
