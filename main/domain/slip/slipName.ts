/** Longer first names of several words are told by the words that fit into this. */
const longestFirstName = 24;
const mostMarks = /(\p{M}{4})\p{M}+/gu;

/**
 * What a slip calls somebody: first name and initial, `Amelia O.`, so that it finds its owner at the desk and tells whoever picks it up
 * little (design §8). Of a last name never more than one letter with its marks. Whole words of a long first name only; one long word stays
 * whole. Empty if neither name holds a letter.
 */
export function slipName(firstName: string, lastName: string): string {
  const words = tidy(firstName).split(' ');
  const first = words.reduce((taken, word) => {
    const longer = `${taken} ${word}`;
    return [...longer].length <= longestFirstName ? longer : taken;
  });
  const initial = /\p{L}\p{M}*/u.exec(tidy(lastName))?.[0].toLocaleUpperCase('en-GB') ?? '';
  // A letter may become two when it is made large, as the German sharp s does.
  const letter = /\p{L}\p{M}*/u.exec(initial)?.[0];
  return [first, ...(letter === undefined ? [] : [`${letter}.`])].filter((part) => part !== '').join(' ');
}

/** Letters, marks, spaces and what joins names; nothing that a list or a keyboard brought along. */
function tidy(name: string): string {
  return (
    name
      .normalize('NFC')
      .replace(/[^\p{L}\p{M} .'\u2019-]/gu, (character) => (/\s/.test(character) ? ' ' : ''))
      // More marks than any script sets on one letter would cover the lines above and below.
      .replace(mostMarks, '$1')
      .replace(/ +/g, ' ')
      .replace(/^[^\p{L}]+|[^\p{L}\p{M}.]+$/gu, '')
  );
}
