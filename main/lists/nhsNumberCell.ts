import { foldNhsNumber, isValidNhsNumber } from '../../preload/contract/rules/nhsNumber';

/**
 * The NHS number of a cell. A spreadsheet drops leading zeros, so nine digits are tried with a zero in front; but one wrong number in
 * eleven passes the check by chance, so only where the result also starts like the numbers that do begin with 0: those of Scotland,
 * a day and a month of birth.
 */
export function readNhsNumber(text: string): string | null {
  const whole = foldNhsNumber(text);
  if (whole !== null) return whole;
  if (!/^[1-9]\d{8}$/.test(text)) return null;
  const restored = `0${text}`;
  const month = Number(restored.slice(2, 4));
  return month >= 1 && month <= 12 && isValidNhsNumber(restored) ? restored : null;
}
