import { receptionKindSchema } from '../../preload/contract/kiosk';
import { clockTimeSchema } from '../../preload/contract/rules/dates';
import { checkAfterwards } from './rules/afterwards';
import { shorten } from './rules/checks';
import { checkDesk } from './rules/desk';
import { checkOpening } from './rules/hours';
import { checkLimits } from './rules/limits';
import { checkPracticeName, checkReading } from './rules/reading';
import { checkReception } from './rules/reception';
import { checkSignUp } from './rules/signUp';
import { checkSlips } from './rules/slips';
import { checkTiming } from './rules/timing';
import type { PracticeRules } from './types';

const closedUntil = (to: string) => [{ from: clockTimeSchema.parse('08:00'), to: clockTimeSchema.parse(to) }];

/** What a practice starts with (design §6); everything can be changed by the practice. */
export const defaultRules: PracticeRules = {
  practiceName: 'your GP practice',

  window: { earlyMinutes: 30, lateMinutes: 10 },
  nurseLedWindow: { earlyMinutes: 30, lateMinutes: 15 },
  clinicianWindows: {},
  slotTypeWindows: {},
  siteWindows: {},
  latePolicy: 'reception',
  clinicianLatePolicies: {},
  lateLimitMinutes: 60,
  joinMinutes: 60,

  slotTypeModes: {},
  statusWords: {},
  privateSlotTypes: [],
  seeReceptionSlotTypes: [],
  postcodeAlwaysDays: ['01-01'],

  calling: 'clinicalSystem',
  places: {},
  waitingArea: null,
  mapWords: null,
  hygieneLine: 'Please clean your hands after using this screen.',
  isSuccessSoundOn: true,
  isHelpSoundOn: true,

  isNeedsQuestionAsked: true,
  needsQuestionAgainDays: 30,
  interpreterLanguages: [
    'العربية',
    'বাংলা',
    '中文',
    'فارسی',
    'Français',
    'ગુજરાતી',
    'Kurdî',
    'Polski',
    'Português',
    'ਪੰਜਾਬੀ',
    'Română',
    'Soomaali',
    'Español',
    'Türkçe',
    'Українська',
    'اردو',
  ],
  ownQuestion: null,
  ownQuestionOff: [{ from: clockTimeSchema.parse('08:00'), to: clockTimeSchema.parse('10:00') }],

  receptionChoices: receptionKindSchema.options.map((kind) => ({
    kind,
    isOffered: true,
    label: null,
    words: null,
    givesTicket: false,
    raisesAlert: false,
  })),
  walkIn: null,

  openingHours: null,
  bankHolidaysOpen: [],
  closedDays: [],
  isOutOfService: false,
  isSignedOff: false,

  areNamesOnBoard: false,
  isBoardSpoken: true,
  boardLines: ['If you feel worse, tell reception.'],
  roomDirections: {},
  worklistAmberMinutes: 2,
  worklistSoundMinutes: 5,
  worklistSoundBeforeMinutes: 2,
  deskLockMinutes: 10,

  isSignUpOffered: true,
  signUpClosed: {
    monday: closedUntil('12:00'),
    tuesday: closedUntil('10:00'),
    wednesday: closedUntil('10:00'),
    thursday: closedUntil('10:00'),
    friday: closedUntil('10:00'),
    saturday: [],
    sunday: [],
  },
  signUpPausedOn: null,
  isSignUpInvited: true,
  identityCheckHours: 'Reception checks ID whenever it is open.',
  nhsAppLink: 'https://www.nhs.uk/nhs-app/',
  photoDocuments: [
    'Passport',
    'Photocard driving licence',
    'Biometric residence permit',
    'EEA identity card',
    'PASS card',
  ],
  addressDocuments: ['Bank statement', 'Council tax bill', 'Tenancy or mortgage statement', 'Benefit letter'],
  addressWithinMonths: 3,
  emailEndings: ['@gmail.com', '@hotmail.com', '@outlook.com', '@yahoo.co.uk', '@icloud.com', '.co.uk'],
  recordTopics: [
    'You may see something from long ago that you had forgotten, or that upsets you.',
    'You may see a test result, also a bad one, before anybody has spoken to you about it.',
    'It is your choice whether you show your record to anybody else.',
    'If somebody presses you to show it to them, talk to us first. You need not sign up today.',
    'Some of it is written for doctors and nurses. You may not understand all of it.',
    'You may see something about somebody else, or that is not about you. Tell us if you do.',
  ],
  recordStatements: [
    'I have read what to think of before I see my record.',
    'I keep safe what I see or save.',
    'If I share it with anybody, that is my own responsibility.',
    'I will tell the practice at once if somebody else has used my account.',
    'I will tell the practice if something in my record is wrong, or is not about me.',
    'I will tell the practice if somebody presses me to share my record.',
  ],
  referralDays: 14,
  proxyReviewAge: 13,
  proxyReviewNoticeDays: 42,
  applicationsKeptDays: 30,
  proxyReviewsKeptDays: 30,

  odsCode: null,
  helpPhone: null,
  emisLink: 'https://www.nhs.uk/nhs-app/',
  systmOneLink: 'https://www.nhs.uk/nhs-app/',
  startLink: 'https://www.nhs.uk/nhs-app/',
  slipExpiryDays: null,

  stampListAfterMinutes: 15,
  closeListAfterMinutes: 120,
  badRowsLimitPercent: 10,
  visitsKeptDays: 30,
  claimsInBurst: 600,
  claimsPerMinute: 120,
};

/**
 * What is wrong with a whole set of rules, one sentence each for the practice manager; empty when they hold together.
 * Takes whatever a settings file or the store gives, so it trusts no type and never throws.
 */
export function checkRules(rules: object): string[] {
  const given: Record<string, unknown> = { ...rules };
  return [
    ...unknownRules(given),
    ...checkPracticeName(given['practiceName']),
    ...checkTiming(given),
    ...checkReading(given),
    ...checkAfterwards(given),
    ...checkReception(given['receptionChoices']),
    ...checkOpening(given),
    ...checkLimits(given),
    ...checkDesk(given),
    ...checkSignUp(given),
    ...checkSlips(given),
  ];
}

/** One sentence for each name in `change` that is no rule (a spelling mistake in a settings file would change nothing unnoticed). */
export function unknownRules(change: object): string[] {
  return Object.keys(change)
    .filter((name) => !Object.hasOwn(defaultRules, name))
    .map((name) => `There is no rule called "${shorten(name)}".`);
}
