/** What people put between the groups of an NHS number: spaces of any kind, hyphens and dashes. */
const separators = /[\s\u00AD\u2010-\u2015\u2212-]+/g;

/**
 * Is `digits` a valid NHS number: ten digits whose last is the Modulus 11 check digit of the first nine?
 * Ten equal digits pass the sum but are nobody's number, so they are refused.
 * Source: NHS Data Dictionary, "NHS number" (weights 10 to 2; 11 − remainder; 11 counts as 0; 10 is never issued).
 */
export function isValidNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  let sum = 0;
  for (let index = 0; index < 9; index += 1) sum += Number(digits.charAt(index)) * (10 - index);
  const check = (11 - (sum % 11)) % 11;
  return check === Number(digits.charAt(9));
}

/**
 * The ten digits of an NHS number as people write it (`999 000 0018`, `999-000-0018`), or null when it is not a valid one.
 * Spaces and hyphens are allowed anywhere (NHS design system, "NHS number").
 */
export function foldNhsNumber(text: string): string | null {
  // Nobody writes that much; an absurdly long text is answered without being worked through.
  if (text.length > 100) return null;
  const digits = text.replace(separators, '');
  return isValidNhsNumber(digits) ? digits : null;
}
