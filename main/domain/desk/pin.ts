import { keyboardRuns } from './passphraseWords';

/** Digits that people choose first: days and years, the middle column, and the like. */
const favourites = [
  '2580',
  '0852',
  '1004',
  '1122',
  '1212',
  '1313',
  '6969',
  '4321',
  '112233',
  '121212',
  '123321',
  '789456',
];

/**
 * Whether a PIN would be among the first that anybody tries: one digit or piece over and over, digits in a row up or down, a year, a
 * favourite. A PIN only opens one session again, and only three times are given (`../../services/desk`), so no more is asked of it.
 */
export function isWeakPin(pin: string): boolean {
  if (new Set(pin).size <= 1) return true;
  if (pin.length % 2 === 0 && pin === pin.slice(0, 2).repeat(pin.length / 2)) return true;
  if (/^(19|20)\d\d$/.test(pin) || favourites.includes(pin)) return true;
  return keyboardRuns.some((run) => run.includes(pin)) || '01234567890'.includes(pin) || '09876543210'.includes(pin);
}
