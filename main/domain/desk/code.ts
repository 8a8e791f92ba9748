/**
 * The characters of a one-time code: the ones of a ticket (`../ticket`), of any two that are easily mistaken for each other by eye or ear at
 * most one. No vowel is among them, so that no word can appear.
 */
const alphabet = 'DFJKMQRWXY2346789';
const length = 10;
/** Shown in pieces that the eye can hold: `DFJK-MQRW-X2`. */
const piece = 4;

/** UTC milliseconds that a code can be used for: printed by the command line, and handed over by a manager. */
export const codeLasts = { commandLine: 60 * 60_000, invitation: 7 * 24 * 60 * 60_000 } as const;

/**
 * Draws a one-time code, about 41 bits: nobody finds it by trying within its time.
 * @param random gives a number from 0 up to, not including, 1; asked once for each character.
 */
export function makeCode(random: () => number): string {
  return Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)] ?? 'D').join('');
}

/** The code as it is printed and shown. */
export function showCode(code: string): string {
  const pieces = [];
  for (let from = 0; from < code.length; from += piece) pieces.push(code.slice(from, from + piece));
  return pieces.join('-');
}

/** The code that somebody typed: spaces, dashes and small letters do not matter. Null if it cannot be one. */
export function readCode(typed: string): string | null {
  const code = typed.replace(/[\s\u2010-\u2015-]/g, '').toUpperCase();
  return code.length === length && [...code].every((letter) => alphabet.includes(letter)) ? code : null;
}
