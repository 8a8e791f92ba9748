import { tidyText } from './cells';
import { isAllCapitals } from './nameCase';
import { readTitle } from './titles';

/** A patient's name as the list has it: never shown at the kiosk, only compared. */
export interface PatientName {
  lastName: string;
  firstName: string;
}

const particles = new Set(
  'van von der den ter ten de del della di da dos das du la le el al bin bint ibn st mac mc'.split(' '),
);

/**
 * A name in one cell: `SMITH, Jane (Mrs)`, `Mrs Jane SMITH`, `VAN DER BERG Ruth`, `Jane van der Berg`. A one-word name counts as the last
 * name (design §6). Null when there is no letter in the last name.
 */
export function readWholeName(text: string): PatientName | null {
  const bare = withoutBrackets(text);
  // The usual shape, two plain words: nothing to take apart.
  const plain = /^([^\s,]+), ?([^\s,]+)$/.exec(bare);
  if (plain !== null) return makeName(plain[1] ?? '', plain[2] ?? '');
  const comma = bare.indexOf(',');
  if (comma >= 0) {
    const words = withoutTitles(bare.slice(comma + 1).replace(/,/g, ' '));
    return makeName(withoutTitles(bare.slice(0, comma)).join(' '), words.join(' '));
  }
  const words = withoutTitles(bare);
  if (words.length <= 1) return makeName(words.join(' '), '');
  const isCapital = words.map(isAllCapitals);
  const firstSmall = isCapital.indexOf(false);
  if (firstSmall > 0) return makeName(words.slice(0, firstSmall).join(' '), words.slice(firstSmall).join(' '));
  const firstCapital = isCapital.lastIndexOf(false) + 1;
  if (firstSmall === 0 && firstCapital < words.length) return splitAt(words, firstCapital);
  // One kind of letters throughout: the last word, with the particles before it ("Ruth van der Berg", "VAN DER BERG").
  let start = words.length - 1;
  while (start > 0 && isParticle(words[start - 1] ?? '', start === 1 && firstSmall >= 0)) start -= 1;
  return splitAt(words, start);
}

function splitAt(words: readonly string[], start: number): PatientName | null {
  return makeName(words.slice(start).join(' '), words.slice(0, start).join(' '));
}

/** First in a name of mixed letters, Al, Di and Mac are first names: there only a particle in small letters is one. */
function isParticle(word: string, isSmallOnly: boolean): boolean {
  return particles.has(isSmallOnly ? word : word.toLowerCase());
}

/** A name in two cells. A single word in the first-name cell alone is a one-word name; more words there leave the last name unknown. */
export function readNameParts(family: string, given: string): PatientName | null {
  const lastName = withoutBrackets(family);
  const firstName = withoutBrackets(given);
  if (lastName === '' && !firstName.includes(' ')) return makeName(firstName, '');
  return makeName(lastName, firstName);
}

function withoutBrackets(text: string): string {
  const tidy = tidyText(text);
  if (!/[([]/.test(tidy)) return tidy;
  return tidy
    .replace(/[([][^)\]]*[)\]]?/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

function withoutTitles(text: string): string[] {
  const words = text.split(' ').filter((word) => word !== '');
  // A name that is nothing but a title word ("Sister", "Lord") is the name.
  if (words.length > 1 && readTitle(words[0] ?? '') !== null) words.shift();
  if (words.length > 1 && readTitle(words.at(-1) ?? '') !== null) words.pop();
  return words;
}

function makeName(lastName: string, firstName: string): PatientName | null {
  return /\p{L}/u.test(lastName) ? { lastName, firstName } : null;
}
