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

export type NhsNumberReading =
  | { ok: true; nhsNumber: string }
  | { ok: false; problem: 'empty' | 'nationalInsurance' | 'letters' | 'wrongLength' | 'invalid' };

/** Two letters, six digits and a letter: what people have in mind when they read "number" (domain facts, "NHS number"). */
const nationalInsurance = /^[A-Z]{2}\d{6}[A-Z]?$/;

/** Reads a typed NHS number, and says how it is wrong in a way that helps. Never throws. */
export function readNhsNumber(text: string): NhsNumberReading {
  const bare = text
    .slice(0, 100)
    .replace(/\p{Cf}/gu, '')
    .replace(separators, '')
    .toUpperCase();
  if (bare === '') return { ok: false, problem: 'empty' };
  if (nationalInsurance.test(bare)) return { ok: false, problem: 'nationalInsurance' };
  if (/\D/.test(bare)) return { ok: false, problem: 'letters' };
  if (bare.length !== 10) return { ok: false, problem: 'wrongLength' };
  return isValidNhsNumber(bare) ? { ok: true, nhsNumber: bare } : { ok: false, problem: 'invalid' };
}

/** The number as it is shown and read out: 3-3-4 (NHS design system). What is not there yet is left out. */
export function groupNhsNumber(digits: string): string {
  return [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)].filter((group) => group !== '').join(' ');
}
