import { referenceAlphabet, referenceSchema, type Reference } from '../../preload/contract/rules/reference';

/**
 * Draws a reference by chance: it tells neither who sent what nor how many did before. Some are taken: draw until one is free.
 * @param random gives a number from 0 up to, not including, 1; asked once for each character.
 */
export function drawReference(random: () => number): Reference {
  const drawn = Array.from({ length: 6 }, () => {
    const place = Math.min(Math.floor(random() * referenceAlphabet.length), referenceAlphabet.length - 1);
    return referenceAlphabet.charAt(place);
  }).join('');
  return referenceSchema.parse(`${drawn.slice(0, 3)}-${drawn.slice(3)}`);
}
