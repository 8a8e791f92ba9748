import type { PassphraseProblem } from '../../../preload/contract/desk/session';
import { commonWords, keyboardRuns, surgeryWords } from './passphraseWords';

/** Characters that a passphrase has at least (NCSC: length counts, kinds of characters do not). */
export const shortestPassphrase = 12;

/**
 * How much a guesser must find, counted in characters that nothing explains: below this a passphrase is refused. A common word counts 3, so
 * that three random words pass even if each of them is common (NCSC "three random words"), and two of them with a year do not. What lies
 * near counts as little as a single character: words of a surgery, the username, the practice's name, keys in a row.
 */
const leastToGuess = 8;
const guess = { character: 1, near: 1, word: 3 } as const;

/** What everybody near the account knows. */
export interface AboutPassphrase {
  username: string;
  practiceName: string;
}

/** One way to write each letter: it is stored and compared so, however a keyboard composes it. */
export function normalisePassphrase(passphrase: string): string {
  return passphrase.normalize('NFKC');
}

/**
 * Why a passphrase cannot be used, or null. No rules of composition and no expiry (NCSC): length, and nothing that guessers try first, with
 * their usual variants: capitals, signs that look like letters, digits, years, keys in a row, pieces over and over.
 */
export function passphraseProblem(passphrase: string, about: AboutPassphrase): PassphraseProblem | null {
  const text = normalisePassphrase(passphrase);
  if ([...text].length < shortestPassphrase) return 'tooShort';
  const forms = formsOf(text);
  if (forms.some(({ letters }) => isRepeated(letters))) return 'repeated';
  const readings = forms.map(readingOf);
  const toGuess = (known: readonly string[]): number =>
    Math.min(...readings.map((reading) => leastToFind(reading, known)));
  const ofUser = piecesOf(about.username);
  const ofPractice = piecesOf(about.practiceName);
  if (toGuess([...ofUser, ...ofPractice]) >= leastToGuess) return null;
  const common = toGuess([]);
  // What explains the most of it is what the person is told.
  if (toGuess(ofUser) < common) return 'likeUsername';
  return toGuess(ofPractice) < common ? 'likePractice' : 'common';
}

/** Small letters without marks. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** A way to look at a passphrase; `extra`: what must be found beside its letters. */
interface Form {
  letters: string;
  extra: number;
}

/** As typed without spaces, and without any signs: those are then as many thoughts as there are different ones. */
function formsOf(text: string): Form[] {
  const spaceless = plain(text).replace(/\s/gu, '');
  const signs = spaceless.match(/[^\p{L}\p{N}]/gu) ?? [];
  const bare = spaceless.replace(/[^\p{L}\p{N}]/gu, '');
  const asTyped = { letters: spaceless, extra: 0 };
  return bare === '' || signs.length === 0 ? [asTyped] : [asTyped, { letters: bare, extra: new Set(signs).size }];
}

/** The whole and its words, if they are long enough to mean anything. */
function piecesOf(name: string): string[] {
  const parts = plain(name).split(/[^\p{L}\p{N}]+/u);
  return [...new Set([parts.join(''), ...parts])].filter((part) => part.length >= 3);
}

/** One piece that is itself too short, over and over; or hardly any different characters. */
function isRepeated(form: string): boolean {
  if (new Set(form).size < 5) return true;
  for (let length = 1; length < shortestPassphrase && length * 2 <= form.length; length += 1) {
    const piece = form.slice(0, length);
    if (piece.repeat(Math.ceil(form.length / length)).startsWith(form)) return true;
  }
  return false;
}

/** A stretch of a passphrase that is one thought. */
interface Thought {
  end: number;
  cost: number;
}

/** Where which thoughts begin, whoever it is about. */
interface Reading extends Form {
  thoughts: readonly (readonly Thought[])[];
}

function readingOf(form: Form): Reading {
  const { letters } = form;
  const thoughts = Array.from({ length: letters.length }, (_, at) => {
    const run = runLength(letters, at);
    return [
      { end: at + 1, cost: guess.character },
      ...wordsAt(letters, at, commonWords, guess.word),
      ...wordsAt(letters, at, surgeryWords, guess.near),
      ...Array.from({ length: run }, (_length, index) => ({ end: at + index + 1, cost: guess.near })),
    ];
  });
  return { ...form, thoughts };
}

/** The least that a guesser who has `known` before them must find: the cheapest way to put all of it together. */
function leastToFind({ letters, extra, thoughts }: Reading, known: readonly string[]): number {
  const least = Array.from({ length: letters.length + 1 }, () => Infinity);
  least[0] = extra;
  for (const [at, some] of thoughts.entries()) {
    const before = least[at] ?? Infinity;
    for (const { end, cost } of [...some, ...wordsAt(letters, at, known, guess.near)]) {
      least[end] = Math.min(least[end] ?? Infinity, before + cost);
    }
  }
  return least[letters.length] ?? Infinity;
}

function wordsAt(letters: string, at: number, words: readonly string[], cost: number): Thought[] {
  return words.filter((word) => isAt(letters, at, word)).map((word) => ({ end: at + word.length, cost }));
}

/** Signs that are written for letters. */
const standsFor: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'il',
  '2': 'z',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'g',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'il',
  '|': 'il',
  '+': 't',
};

function isAt(form: string, at: number, word: string): boolean {
  if (at + word.length > form.length) return false;
  for (let index = 0; index < word.length; index += 1) {
    const typed = form.charAt(at + index);
    const meant = word.charAt(index);
    if (typed !== meant && standsFor[typed]?.includes(meant) !== true) return false;
  }
  return true;
}

/** Length of what is one thought from `at` on: keys in a row, one character again and again, a year, a piece that stood before. 0: none. */
function runLength(form: string, at: number): number {
  let longest = /^(?:19|20)\d\d/.test(form.slice(at, at + 4)) ? 4 : 0;
  let same = 1;
  while (form[at + same] !== undefined && form[at + same] === form[at]) same += 1;
  if (same >= 3) longest = Math.max(longest, same);
  const shortest = /\d/.test(form.charAt(at)) ? 3 : 4;
  for (let length = shortest; at + length <= form.length; length += 1) {
    const piece = form.slice(at, at + length);
    const isKnown = keyboardRuns.some((run) => run.includes(piece)) || form.slice(0, at).includes(piece);
    if (!isKnown) break;
    longest = Math.max(longest, length);
  }
  return longest;
}
