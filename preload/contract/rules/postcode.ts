import * as z from 'zod';

/** A postcode folded for comparison: capitals and digits only, no space, e.g. `LS65RT`. */
export const postcodeSchema = z
  .string()
  .regex(/^[A-Z0-9]{2,8}$/)
  .brand<'FoldedPostcode'>();
export type FoldedPostcode = z.infer<typeof postcodeSchema>;

export type PostcodeReading = { ok: true; postcode: FoldedPostcode } | { ok: false; problem: 'empty' | 'notAPostcode' };

/** Shapes of the part before the last three characters; A stands for a letter, 9 for a digit. */
const outwardShapes = ['A9', 'A99', 'AA9', 'A9A', 'AA99', 'AA9A'];
const inwardShape = '9AA';

/** The letters and districts Royal Mail really gives out: decides between look-alikes, never refuses a postcode. */
const givenOut =
  /^(?:[A-PR-UWYZ][A-HK-Y]?(?:0|[1-9][0-9]?)|[A-PR-UWYZ][1-9][A-HJKPSTUW]|[A-PR-UWYZ][A-HK-Y][1-9][ABEHMNPRVWXY])[0-9][ABD-HJLNP-UW-Z]{2}$/;
const shaped = /^[A-Z]{1,2}[0-9](?:[0-9]|[A-Z])?[0-9][A-Z]{2}$/;
const girobank = /^G[I1]R[0O]AA$/;
const forcesPostOffice = /^BFPO[0-9]{1,4}$/;
/** ZZ99 codes stand for "no fixed abode", "not known", "abroad": shared by many, so they identify nobody. */
const standIn = /^ZZ99/;

const digitFor: Record<string, string> = { O: '0', I: '1' };
const letterFor: Record<string, string> = { 0: 'O', 1: 'I' };

/**
 * A full UK postcode folded for comparison, or null if `text` is none. Case, spaces, hyphens, full stops and brackets do not
 * matter; O and 0, I and 1 are read by their place when that makes one postcode and no other (`0X1 2JD` is OX1 2JD).
 * Lenient: any shape of a UK postcode counts, GIR 0AA and BFPO numbers too. Part of a postcode is none.
 */
export function foldPostcode(text: string): FoldedPostcode | null {
  const bare = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Cf}\p{Pd}().,]/gu, '');
  if (bare.length < 5 || bare.length > 8 || !/^[A-Z0-9]+$/.test(bare) || standIn.test(bare)) return null;
  if (girobank.test(bare)) return postcodeSchema.parse('GIR0AA');
  if (forcesPostOffice.test(bare)) return postcodeSchema.parse(bare);
  const folded = foldLookAlikes(bare);
  return folded === null ? null : postcodeSchema.parse(folded);
}

/** Reads a typed postcode; never throws. */
export function readPostcode(text: string): PostcodeReading {
  if (text.replace(/\p{Cf}/gu, '').trim() === '') return { ok: false, problem: 'empty' };
  const postcode = foldPostcode(text);
  return postcode === null ? { ok: false, problem: 'notAPostcode' } : { ok: true, postcode };
}

/** A folded postcode with its space, as clinical systems and envelopes have it: `YO21 3PU`, `BFPO 801`. */
export function spacePostcode(folded: string): string {
  const first = folded.startsWith('BFPO') ? 4 : folded.length - 3;
  return `${folded.slice(0, first)} ${folded.slice(first)}`;
}

function foldLookAlikes(bare: string): string | null {
  if (givenOut.test(bare)) return bare;
  const readings = new Set(outwardShapes.flatMap((shape) => fit(bare, shape + inwardShape) ?? []));
  const likely = [...readings].filter((reading) => givenOut.test(reading));
  if (likely.length === 1) return likely[0] ?? null;
  if (shaped.test(bare)) return bare;
  return readings.size === 1 ? ([...readings][0] ?? null) : null;
}

/** `bare` read as `shape`, look-alikes put right, or null if it cannot be. */
function fit(bare: string, shape: string): string | null {
  if (bare.length !== shape.length) return null;
  let fitted = '';
  for (const [place, kind] of [...shape].entries()) {
    const character = bare.charAt(place);
    const isDigit = /[0-9]/.test(character);
    const right = isDigit === (kind === '9') ? character : (kind === '9' ? digitFor : letterFor)[character];
    if (right === undefined) return null;
    fitted += right;
  }
  return fitted;
}
