/** Parts of family names that are written small when something follows them: van der Berg, de Silva, bin Ali. */
const smallParts = new Set('van von der den ter ten de del della di da dos das du bin bint ibn'.split(' '));

/**
 * A name typed in capitals as it is written: RAO → Rao, O'NEIL → O'Neil, MCGREGOR → McGregor, LLOYD-JONES → Lloyd-Jones,
 * VAN DER BERG → van der Berg. A word in mixed case is how somebody chose to write it and stays.
 * Mac- is left alone: Mackie and Macey are as common as MacDonald.
 */
export function writtenName(text: string): string {
  const parts = text.split(' ');
  return parts
    .map((part, index) => {
      if (!isAllCapitals(part)) return part;
      const small = part.toLowerCase();
      return smallParts.has(small) && index < parts.length - 1 ? small : capitalise(small);
    })
    .join(' ');
}

/** Has `word` at least two letters, all of them capitals? A single letter is an initial. */
export function isAllCapitals(word: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(word) && !/\p{Ll}/u.test(word);
}

function capitalise(small: string): string {
  return small
    .replace(/(^|[-'’.])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/(^|-)Mc(\p{L})/gu, (_, before: string, letter: string) => `${before}Mc${letter.toUpperCase()}`);
}
