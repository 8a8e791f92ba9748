import * as z from 'zod';

/** The first letter of a last name as the letter pad gives it: one capital A to Z. Marked letters in names are folded to these. */
export const letterSchema = z
  .string()
  .regex(/^[A-Z]$/)
  .brand<'NameLetter'>();
export type NameLetter = z.infer<typeof letterSchema>;

export type LetterReading = { ok: true; letter: NameLetter } | { ok: false; problem: 'empty' | 'notALetter' };

/** Latin letters that Unicode does not take apart into a plain letter and a mark, as British records and letter pads write them. */
const plainLetters: Record<string, string> = {
  Ł: 'L',
  Ø: 'O',
  Œ: 'OE',
  Ɔ: 'O',
  Æ: 'AE',
  Ə: 'A',
  Đ: 'D',
  Ð: 'D',
  Ɖ: 'D',
  Ɗ: 'D',
  Þ: 'TH',
  Ŧ: 'T',
  ẞ: 'SS',
  Ħ: 'H',
  Ŋ: 'N',
  Ɲ: 'N',
  Ɓ: 'B',
  Ɛ: 'E',
  Ɨ: 'I',
  Ƙ: 'K',
  Ƴ: 'Y',
};

/**
 * A name in capitals without marks and strokes, for comparing: `Łukasz` and `LUKASZ` are one. Anything but letters and digits
 * parts words, and words are joined by one space. Letters of other scripts stay as they are, so that two such names differ.
 */
export function foldName(name: string): string {
  return nameParts(name).join(' ');
}

/**
 * The letters a patient may give as the first of this last name (design §6): that of every part, in order, without doubles.
 * Parts are split at spaces, hyphens and apostrophes (and any other sign): van der Berg: V, D, B; O'Neil: O, N; Łukasz: L; Ólafsdóttir: O.
 * Names in other scripts give none; those patients are found by postcode or by reception.
 */
export function foldLetters(lastName: string): NameLetter[] {
  const letters = nameParts(lastName).flatMap((part) => {
    const letter = letterSchema.safeParse(part.charAt(0));
    return letter.success ? [letter.data] : [];
  });
  return [...new Set(letters)];
}

/** Reads one typed letter, marked or not, capital or not. More than one letter is not a letter: nothing is guessed. Never throws. */
export function readLetter(text: string): LetterReading {
  const typed = text.replace(/\p{Cf}/gu, '').trim();
  if (typed === '') return { ok: false, problem: 'empty' };
  // A letter with its marks is one; without the marks exactly one must remain.
  const isOneLetter = /^\p{L}\p{M}*$/u.test(typed);
  const letter = isOneLetter ? foldLetters(typed)[0] : undefined;
  return letter === undefined ? { ok: false, problem: 'notALetter' } : { ok: true, letter };
}

function nameParts(name: string): string[] {
  return (
    name
      .normalize('NFKD')
      .toUpperCase()
      .replace(/[\u0300-\u036f\p{Cf}]/gu, '')
      .replace(/[^ -~]/gu, (letter) => plainLetters[letter] ?? letter)
      // Apostrophes that Unicode counts as letters (ʼ ʻ) part words like any other.
      .replace(/[\u02b0-\u02ff]/gu, ' ')
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .filter((part) => part !== '')
  );
}
