import { receptionKindSchema } from '../../preload/contract/kiosk';
import { clockTimeSchema } from '../../preload/contract/rules/dates';
import { checkAfterwards } from './rules/afterwards';
import { shorten } from './rules/checks';
import { checkDesk } from './rules/desk';
import { checkOpening } from './rules/hours';
import { checkLimits } from './rules/limits';
import { checkPracticeName, checkReading } from './rules/reading';
import { checkReception } from './rules/reception';
import { checkTiming } from './rules/timing';
import type { PracticeRules } from './types';

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
  ];
}

/** One sentence for each name in `change` that is no rule (a spelling mistake in a settings file would change nothing unnoticed). */
export function unknownRules(change: object): string[] {
  return Object.keys(change)
    .filter((name) => !Object.hasOwn(defaultRules, name))
    .map((name) => `There is no rule called "${shorten(name)}".`);
}
