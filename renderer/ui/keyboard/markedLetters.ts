/**
 * Letters with marks, by the plain letter they look like: those of the names of patients in the UK that are written in Latin letters
 * (Welsh, Irish, Gaelic, Polish, Romanian, Portuguese, Spanish, French, German, Italian, Turkish, Lithuanian, Latvian, Czech, Slovak,
 * Hungarian, Croatian, Maltese, the Nordic languages, Yoruba, Igbo and Vietnamese). Small letters; capitals follow from `capitalOf`.
 * The most frequent stand first in each.
 */
const byPlainLetter = {
  a: 'áàâäãåăąāæạảấầẩẫậắằẳẵặ',
  c: 'çćčċ',
  d: 'ďđð',
  e: 'éèêëęėěēəẹẻẽếềểễệ',
  g: 'ğģġ',
  h: 'ħ',
  i: 'íìîïıįīịỉĩ',
  k: 'ķ',
  l: 'łľĺļ',
  n: 'ñńňņṅ',
  o: 'óòôöõøőōœơọỏốồổỗộớờởỡợ',
  r: 'řŕ',
  s: 'śšşșṣß',
  t: 'ťţțþ',
  u: 'úùûüůűūųưụủũứừửữự',
  w: 'ŵẁẃẅ',
  y: 'ýÿŷỳỵỷỹ',
  z: 'źżž',
} as const;

export type PlainLetter = keyof typeof byPlainLetter;

/** The plain letters that have others with marks, in the order of the alphabet. */
export const plainLetters = Object.keys(byPlainLetter) as readonly PlainLetter[];

/** The letters with marks of one plain letter, small. */
export function markedLetters(plain: PlainLetter): readonly string[] {
  return Array.from(byPlainLetter[plain]);
}

/**
 * The capital that a small letter's key types while Shift is on: always one letter. Turkish has two i: the capital of `ı` is the plain I,
 * which has a key of its own, so its key types the dotted one, `İ`. `ß` stays as it is.
 */
export function capitalOf(letter: string): string {
  if (letter === 'ı') return 'İ';
  if (letter === 'ß') return letter;
  return letter.toUpperCase();
}
