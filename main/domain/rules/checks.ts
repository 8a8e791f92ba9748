import { foldLabel } from '../names';

/*
 * Checks of single values, which come from a settings file or the store: nothing is known of their types. Each gives one sentence for
 * the practice manager per problem and none when the value is right.
 */

/** Longest texts in characters: what a patient reads on the screen, a short one (a room, a button), a name in a list. */
export const longest = { text: 200, label: 60, name: 100, language: 40 };

/** Signs that break a line or turn it round, which would change what stands beside them on the screen, and halves of signs, which nothing can store. */
const unprintable = /[\p{Cc}\p{Surrogate}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
const mostInTable = 500;

/** What is wrong with a value said to be `what`, which begins a sentence: "The waiting area". */
export type Check = (what: string, value: unknown) => string[];

export function checkWhole(what: string, value: unknown, least: number, most: number): string[] {
  const isRight = typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
  return isRight ? [] : [`${what} must be a whole number from ${least} to ${most}.`];
}

export function checkYesOrNo(what: string, value: unknown): string[] {
  return typeof value === 'boolean' ? [] : [`${what} must be true or false.`];
}

/** One line of 1 to `most` characters that are not only spaces. */
export function checkText(what: string, value: unknown, most: number): string[] {
  if (typeof value !== 'string' || value.trim() === '' || value.length > most) {
    return [`${what} must have 1 to ${most} characters.`];
  }
  return value.search(unprintable) === -1 ? [] : [`${what} must be one line of plain characters.`];
}

/** As `checkText`, or null for none. */
export function checkTextOrNone(what: string, value: unknown, most: number): string[] {
  return value === null ? [] : checkText(`${what}, unless it is null,`, value, most);
}

export function checkOneOf(what: string, value: unknown, choices: readonly string[]): string[] {
  return typeof value === 'string' && choices.includes(value) ? [] : [`${what} must be one of ${choices.join(', ')}.`];
}

/** Every item of a list of at most `most`, by `check`. */
export function checkEach(what: string, value: unknown, most: number, check: (item: unknown) => string[]): string[] {
  if (!Array.isArray(value)) return [`${what} must be a list.`];
  if (value.length > most) return [`${what} must be a list of at most ${most}.`];
  return Array.from(value, check).flat();
}

/** A list of texts of at most `mostCharacters` each, none of them twice. */
export function checkTexts(what: string, value: unknown, most: number, mostCharacters: number): string[] {
  return [
    ...checkEach(what, value, most, (item) => checkText(`Each of ${lowerFirst(what)}`, item, mostCharacters)),
    ...checkDoubles(what, Array.isArray(value) ? value : []),
  ];
}

/** A table from names to values that `check` looks at; names that fold alike would leave open which one counts. */
export function checkTable(what: string, value: unknown, check: Check): string[] {
  const table = asObject(value);
  if (table === null) return [`${what} must be a table of names and what is set for each.`];
  if (Object.keys(table).length > mostInTable) return [`${what} must be a table of at most ${mostInTable} names.`];
  return [
    ...Object.entries(table).flatMap(([name, item]) => [
      ...checkName(what, name),
      ...(name.trim() === '' ? [] : check(`${what}, "${shorten(name)}"`, item)),
    ]),
    ...checkDoubles(what, Object.keys(table)),
  ];
}

function checkName(what: string, name: string): string[] {
  if (name.trim() === '') return [`${what}: a name is empty.`];
  return checkText(`${what}: the name "${shorten(name)}"`, name, longest.name);
}

function checkDoubles(what: string, values: readonly unknown[]): string[] {
  const folded = values.flatMap((value) => (typeof value === 'string' ? foldLabel(value) : []));
  const doubles = new Set(folded.filter((name, index) => name !== '' && folded.indexOf(name) < index));
  return [...doubles].map((name) => `${what}: "${shorten(name)}" is there twice.`);
}

/** One sentence for each field that `value` has beyond `names`: misspelt, it would change nothing unnoticed. */
export function checkFields(what: string, value: Record<string, unknown>, names: readonly string[]): string[] {
  return Object.keys(value)
    .filter((name) => !names.includes(name))
    .map((name) => `${what}: there is nothing called "${shorten(name)}" to set.`);
}

/** The fields of an object that is no list, or null. */
export function asObject(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}

/** A value as one line of a sentence can hold it. */
export function shorten(value: unknown): string {
  const isPlain = typeof value !== 'object' || value === null;
  const text = (isPlain ? String(value) : JSON.stringify(value)).replace(unprintable, ' ');
  return text.length > longest.label ? `${text.slice(0, longest.label)}…` : text;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
