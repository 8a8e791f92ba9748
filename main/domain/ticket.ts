/**
 * The characters of a ticket: of any two that are easily mistaken for each other, read across the waiting room or heard from a
 * loudspeaker, at most one is here.
 * - By eye: no 0 or O (D, Q), no 1, I or L, no B (8), S (5), Z (2), C or G (6), U or V (Y), N or H (M), P (R), E (F), T (7).
 * - By ear: of all that rhyme with "three" only D (no B, C, E, G, P, T, V); no A or H (8), no N (M), no S (F, X), no I (Y); no 5 (9).
 *   J and K, and Q and 2, still rhyme, but begin unlike each other.
 */
const letters = [...'DFJKMQRWXY'];
const digits = [...'2346789'];

/** No vowel is among the letters, and no digit that reads as one (4 as A, 3 as E) stands between two of them: no word can appear. */
const looksLikeWord = /[A-Z][34][A-Z]/;

/** Every ticket there is, 1,690 of them: a letter first, and a digit in each, so that it is known for a ticket and no initials. */
export const allTickets: readonly string[] = letters.flatMap((first) =>
  [...letters, ...digits].flatMap((second) =>
    [...letters, ...digits]
      .map((third) => first + second + third)
      .filter((ticket) => /\d/.test(ticket) && !looksLikeWord.test(ticket)),
  ),
);

/**
 * Draws a ticket by chance from those that are free, each as likely as the others: it tells neither who came when nor how many.
 * @param taken tickets given today, of whatever kind.
 * @param random gives a number from 0 up to, not including, 1; asked once.
 * @returns null when all are taken: the patient is checked in without one.
 */
export function pickTicket(taken: ReadonlySet<string>, random: () => number): string | null {
  const free = allTickets.filter((ticket) => !taken.has(ticket));
  return free[Math.min(Math.floor(random() * free.length), free.length - 1)] ?? null;
}
