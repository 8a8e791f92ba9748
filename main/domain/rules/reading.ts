import { Temporal } from 'temporal-polyfill';
import { checkEach, checkOneOf, checkTable, checkText, checkTexts, longest, shorten } from './checks';
import { modes, statuses } from './choices';

const mostNames = 500;

/** What is wrong with the rules by which a day list is read: slot types, status words, birthdays that many share. */
export function checkReading(rules: Record<string, unknown>): string[] {
  return [
    ...checkTable('How patients are met, by slot type', rules['slotTypeModes'], (what, mode) =>
      checkOneOf(what, mode, modes),
    ),
    ...checkTable("The practice's own status words", rules['statusWords'], (what, status) =>
      checkOneOf(what, status, statuses),
    ),
    ...checkTexts('Slot types that are private', rules['privateSlotTypes'], mostNames, longest.name),
    ...checkTexts(
      'Slot types that are asked to see reception',
      rules['seeReceptionSlotTypes'],
      mostNames,
      longest.name,
    ),
    ...checkEach('Birthdays for which the postcode is always asked', rules['postcodeAlwaysDays'], 366, checkBirthday),
  ];
}

/** The name of the practice. */
export function checkPracticeName(name: unknown): string[] {
  return checkText('The name of the practice', name, longest.name);
}

function checkBirthday(day: unknown): string[] {
  const isRight = typeof day === 'string' && /^\d{2}-\d{2}$/.test(day) && isDayOfYear(day);
  return isRight ? [] : [`"${shorten(day)}" is not a birthday: write month and day, for example 01-01.`];
}

function isDayOfYear(day: string): boolean {
  try {
    // A leap year, so that 29 February may be set.
    Temporal.PlainDate.from(`2000-${day}`, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}
