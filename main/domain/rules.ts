import { Temporal } from 'temporal-polyfill';
import type { CheckInWindow, PracticeRules } from './types';

/** What a practice starts with (design §6); everything can be changed by the practice. */
export const defaultRules: PracticeRules = {
  window: { earlyMinutes: 30, lateMinutes: 10 },
  nurseLedWindow: { earlyMinutes: 30, lateMinutes: 15 },
  clinicianWindows: {},
  slotTypeWindows: {},
  siteWindows: {},
  joinMinutes: 60,
  postcodeAlwaysDays: ['01-01'],
  stampListAfterMinutes: 15,
  closeListAfterMinutes: 120,
  badRowsLimitPercent: 10,
  visitsKeptDays: 30,
  practiceName: 'your GP practice',
};

const minutesInDay = 24 * 60;
const longestPracticeName = 100;

/**
 * What is wrong with `rules`, one sentence each for the practice manager; empty when they hold together.
 * Takes whatever a settings file or the store gives, so it trusts no type.
 */
export function checkRules(rules: PracticeRules): string[] {
  return [
    ...checkWindow('The check-in window', rules.window),
    ...checkWindow('The check-in window of nurse-led sessions', rules.nurseLedWindow),
    ...checkWindows('clinician', rules.clinicianWindows),
    ...checkWindows('slot type', rules.slotTypeWindows),
    ...checkWindows('site', rules.siteWindows),
    ...checkWhole('Minutes within which later appointments join a check-in', rules.joinMinutes, 0, minutesInDay),
    ...checkWhole('Minutes after which the age of the list is shown', rules.stampListAfterMinutes, 0, minutesInDay),
    ...checkWhole('Minutes after which an old list closes check-in', rules.closeListAfterMinutes, 1, minutesInDay),
    ...(rules.closeListAfterMinutes < rules.stampListAfterMinutes
      ? ['The age of the list must be shown before an old list closes check-in.']
      : []),
    ...checkWhole('Per cent of bad rows that a list may have', rules.badRowsLimitPercent, 0, 100),
    ...checkWhole('Days for which visits are kept', rules.visitsKeptDays, 1, 3660),
    ...checkBirthdays(rules.postcodeAlwaysDays),
    ...checkName(rules.practiceName),
  ];
}

function checkWindows(what: string, windows: unknown): string[] {
  if (typeof windows !== 'object' || windows === null || Array.isArray(windows)) {
    return [`The check-in windows by ${what} must be a table of names and minutes.`];
  }
  return Object.entries(windows).flatMap(([name, window]) =>
    name.trim() === ''
      ? [`A check-in window by ${what} has no name.`]
      : checkWindow(`The check-in window of ${what} "${name}"`, window),
  );
}

function checkWindow(what: string, window: Partial<CheckInWindow> | null | undefined): string[] {
  return [
    ...checkWhole(`${what}: minutes early`, window?.earlyMinutes, 0, minutesInDay),
    ...checkWhole(`${what}: minutes late`, window?.lateMinutes, 0, minutesInDay),
  ];
}

function checkWhole(what: string, value: unknown, least: number, most: number): string[] {
  const isRight = typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
  return isRight ? [] : [`${what} must be a whole number from ${least} to ${most}.`];
}

function checkBirthdays(days: unknown): string[] {
  if (!Array.isArray(days)) return ['Birthdays for which the postcode is always asked must be a list.'];
  return days
    .filter((day) => typeof day !== 'string' || !isBirthday(day))
    .map((day) => `"${String(day)}" is not a birthday: write month and day, for example 01-01.`);
}

function isBirthday(day: string): boolean {
  if (!/^\d{2}-\d{2}$/.test(day)) return false;
  try {
    // A leap year, so that 29 February may be set.
    Temporal.PlainDate.from(`2000-${day}`, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

function checkName(name: unknown): string[] {
  const isRight = typeof name === 'string' && name.trim() !== '' && name.length <= longestPracticeName;
  return isRight ? [] : [`The name of the practice must have 1 to ${longestPracticeName} characters.`];
}
