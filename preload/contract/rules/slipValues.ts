import * as z from 'zod';

/** Whose account the slip opens: EMIS and TPP give details of their own; in the NHS App people prove who they are themselves. */
export const slipSystems = ['emis', 'systmOne', 'nhsApp'] as const;
export const slipSystemSchema = z.enum(slipSystems);
export type SlipSystem = z.infer<typeof slipSystemSchema>;

/** The three details (domain facts, "What the patient gets"). `secret`: the linkage key of EMIS, the passphrase of TPP. */
export const slipFields = ['odsCode', 'accountId', 'secret'] as const;
export const slipFieldSchema = z.enum(slipFields);
export type SlipField = z.infer<typeof slipFieldSchema>;
export type SlipValues = Record<SlipField, string>;

/** The fields that a system has; the NHS App alone needs none. */
export function slipFieldsOf(system: SlipSystem): readonly SlipField[] {
  return system === 'nhsApp' ? [] : slipFields;
}

/**
 * Why a detail cannot be right. `characters`: others than a system gives out (dashes and quotation marks of a word processor, letters of other
 * scripts that look like Latin ones, spaces inside).
 */
export const slipProblemSchema = z.enum([
  'missing',
  'tooShort',
  'tooLong',
  'characters',
  'format',
  'isNhsNumber',
  'isBirthDate',
]);
export type SlipProblem = z.infer<typeof slipProblemSchema>;

const lengths: Record<SlipField, { least: number; most: number }> = {
  odsCode: { least: 5, most: 6 },
  accountId: { least: 3, most: 30 },
  secret: { least: 6, most: 40 },
};

/** Spaces of every width, and characters that cannot be seen: a copied detail brings them along at its ends. */
const unseenAtEnds = /^[\s\p{Cf}\p{Cc}]+|[\s\p{Cf}\p{Cc}]+$/gu;

/** A detail without what a copied one brings along at its ends, small letters of the ODS code made large. */
export function tidySlipValue(field: SlipField, typed: string): string {
  const bare = typed.replace(unseenAtEnds, '');
  // Latin letters alone: others stay what they are, and are told of.
  return field === 'odsCode' ? bare.replace(/[a-z]/g, (letter) => letter.toUpperCase()) : bare;
}

/**
 * What is wrong with a detail as `tidySlipValue` left it; null: nothing that can be told without the clinical system. Linkage keys and
 * passphrases may hold every sign of a keyboard (the NHS's own example is `0dw1f1p4a/2!35`), so of those only the characters are judged.
 */
export function slipProblem(field: SlipField, value: string): SlipProblem | null {
  const { least, most } = lengths[field];
  if (value === '') return 'missing';
  if (!/^[!-~]+$/.test(value)) return 'characters';
  if (value.length < least) return 'tooShort';
  if (value.length > most) return 'tooLong';
  // A letter, a letter or digit, and digits: A12345 of a practice, Y01234 and older ones of five.
  if (field === 'odsCode') return /^[A-Z][A-Z0-9]\d{3,4}$/.test(value) ? null : 'format';
  if (field === 'accountId') return /^[A-Za-z0-9](?:[A-Za-z0-9._@/-]*[A-Za-z0-9])?$/.test(value) ? null : 'format';
  // What was meant to be copied came with its quotation marks, or is a mask of dots and stars.
  return /^(["'`]).*\1$/.test(value) || /^(.)\1+$/.test(value) ? 'format' : null;
}

/**
 * Characters that are mistaken for one another on paper although the slip's typeface tells them apart (a zero with a stroke, an l with a
 * foot): one has to know which is which. Each character is in one group at most.
 */
export const lookAlikeGroups = ['0Oo', '1lI|', '5S', '2Z', '8B', '6G', '-_~', "'`", '.,', ':;'] as const;

/** Letters whose large and small forms differ in nothing but size. */
const sizeOnly = 'cCoOsSuUvVwWxXzZ';

/** One character of a detail that can be taken for another, and which. */
export interface LookAlike {
  /** Place in the detail, from 0. */
  at: number;
  character: string;
  others: string;
}

/**
 * Where `value` can be misread. Of a letter whose forms differ in size alone the other form is told only where the group it is printed in
 * (`slipGroups`) has nothing to measure it by: in `XVWC` all could be small, in `XV7c` none.
 */
export function lookAlikes(value: string): LookAlike[] {
  let at = 0;
  return slipGroups(value).flatMap((group) => {
    const isOpen = isSizeOpen(group);
    return [...group].flatMap((character) => {
      const place = at;
      at += 1;
      const others = [...(groupOf(character) ?? ''), ...(isOpen && isSizeOnly(character) ? otherForm(character) : '')];
      const told = [...new Set(others)].filter((other) => other !== character);
      return told.length === 0 ? [] : [{ at: place, character, others: told.join('') }];
    });
  });
}

/**
 * The key to the details of a slip: groups of look-alikes of which at least one occurs, each whole, so that the shapes can be compared; signs
 * only where they occur themselves, beside letters and digits. In the order of `lookAlikeGroups`, then letters whose size is open.
 */
export function lookAlikeKey(values: readonly string[]): string[] {
  const found = new Set(values.join(''));
  const known = lookAlikeGroups
    .filter((group) => [...group].some((character) => found.has(character)))
    .map((group) => {
      const plain = [...group].filter((character) => found.has(character) || /[A-Za-z0-9]/.test(character));
      // Beside a capital that differs from its small letter in size alone stands the small one where it occurs, so that neither is taken for the other.
      const shown = plain.flatMap((sign) =>
        isSizeOnly(sign) && found.has(otherForm(sign)) ? [sign, otherForm(sign)] : [sign],
      );
      // Signs alone: a full stop says little without the comma.
      return /[A-Za-z0-9]/.test(group) ? [...new Set(shown)].join('') : group;
    });
  const open = values
    .flatMap((value) => slipGroups(value).filter(isSizeOpen))
    .flatMap((group) => [...group].filter(isSizeOnly))
    .map((letter) => `${letter.toUpperCase()}${letter.toLowerCase()}`);
  return [...known, ...[...new Set(open)].filter((pair) => !known.some((group) => isWithin(pair, group))).sort()];
}

/** What a character is called when a detail is read back aloud: `capital A`, `small l`, `zero`, `hyphen`. */
export interface Spelled {
  character: string;
  kind: 'capital' | 'small' | 'digit' | 'sign';
}

/** Each character of `value` with what it is; catalogues have the words. */
export function spelled(value: string): Spelled[] {
  return [...value].map((character) => ({ character, kind: kindOf(character) }));
}

/** `value` in groups of at most four characters, as equal as can be: thirteen are 4, 3, 3 and 3. Joined they are `value` again. */
export function slipGroups(value: string): string[] {
  const characters = [...value];
  const count = Math.ceil(characters.length / 4);
  return Array.from({ length: count }, (_unused, index) => {
    const from = Math.ceil((characters.length * index) / count);
    return characters.slice(from, Math.ceil((characters.length * (index + 1)) / count)).join('');
  });
}

function kindOf(character: string): Spelled['kind'] {
  if (/\p{Lu}/u.test(character)) return 'capital';
  if (/\p{L}/u.test(character)) return 'small';
  return /\p{Nd}/u.test(character) ? 'digit' : 'sign';
}

function groupOf(character: string): string | undefined {
  return lookAlikeGroups.find((group) => group.includes(character));
}

function isSizeOnly(character: string): boolean {
  return sizeOnly.includes(character);
}

/** Nothing in `group` shows how large a large letter is: no digit, no letter with a shape of its own, not both sizes. */
function isSizeOpen(group: string): boolean {
  const letters = [...group].filter((character) => kindOf(character) !== 'sign');
  const isOneSize = new Set(letters.map(kindOf)).size === 1;
  return isOneSize && letters.every(isSizeOnly);
}

function otherForm(letter: string): string {
  return letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();
}

function isWithin(pair: string, group: string): boolean {
  return [...pair].every((character) => group.includes(character));
}
