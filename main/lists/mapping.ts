import type { SavedMapping } from '../domain/list';
import { fields, type Field, type Headings } from './fields';
import { required } from './headings';
import type { Profile } from './profiles';
import { foldWords } from './words';

/** What a source is called whose files are read by headings that staff have named: one source for each name. */
export function sourceOf(name: string): string {
  return name === '' ? 'mapped' : `mapped:${name}`;
}

/** The profile that reads files by headings named by staff. Nothing but what they named is read, whatever else the file holds. */
export function profileOf({ name, mapping }: SavedMapping): Profile {
  const own: Headings = Object.fromEntries(
    fields.flatMap((field) => {
      const heading = mapping[field];
      return heading === undefined ? [] : [[field, [heading]]];
    }),
  );
  return { id: sourceOf(name), source: sourceOf(name), own, common: {}, isMapped: true };
}

const wordsFor: Partial<Record<Field, string>> = {
  date: 'the date (or date and time in one column)',
  time: 'the time (or date and time in one column)',
  clinician: 'the clinician',
  status: 'the status',
  dateOfBirth: 'the date of birth',
  familyName: 'the last name (or the whole name in one column)',
};

/** What keeps a mapping from being used, as one sentence for staff; null: nothing. */
export function problemOf(mapping: Readonly<Record<string, string>>): string | null {
  const known: readonly string[] = fields;
  const named = Object.entries(mapping);
  if (named.some(([field]) => !known.includes(field))) return 'The mapping names a field that does not exist.';
  if (named.some(([, heading]) => foldWords(heading) === '')) return 'A heading has no letters or digits.';
  const headings = named.map(([, heading]) => foldWords(heading));
  const twice = named.find(([, heading], index) => headings.indexOf(foldWords(heading)) < index);
  if (twice !== undefined) return `The column “${twice[1]}” is chosen twice.`;
  const missing = required
    .filter((choice) => choice.every((field) => mapping[field] === undefined))
    .flatMap(([field]) => (field === undefined ? [] : (wordsFor[field] ?? field)));
  return missing.length === 0 ? null : `Choose the column for ${missing.join(', ')}.`;
}

/** All fields that a mapping can name; needed are those without which nobody can be identified or checked in. */
export const mappableFields: readonly { field: Field; isNeeded: boolean }[] = [
  ...fields.filter(isNeeded).map((field) => ({ field, isNeeded: true })),
  ...fields.filter((field) => !isNeeded(field)).map((field) => ({ field, isNeeded: false })),
];

/** The first of each choice stands for it: `start` instead of date and time will do, too. */
function isNeeded(field: Field): boolean {
  return required.some(([first]) => first === field);
}
