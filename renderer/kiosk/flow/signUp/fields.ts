import type { DateField } from '../../../../preload/contract/rules/dates';
import type { DateEntry } from '../dateEntry';
import type { Draft, FormField, SignUpPage, TextFieldName } from './state';

const dateFields: readonly DateField[] = ['day', 'month', 'year'];

/** The boxes of each page, in the order in which "Next" goes through them. */
const boxes: Partial<Record<SignUpPage, readonly FormField[]>> = {
  name: ['firstName', 'lastName'],
  dateOfBirth: dateFields,
  theirName: ['theirFirstName', 'theirLastName'],
  theirDateOfBirth: dateFields,
  nhsNumber: ['nhsNumber'],
  address: ['line1', 'line2', 'town', 'postcode'],
  contact: ['email', 'mobile'],
};

/** The boxes of a page; none where there is nothing to type. */
export function fieldsOf(page: SignUpPage): readonly FormField[] {
  return boxes[page] ?? [];
}

export function firstFieldOf(page: SignUpPage): FormField | null {
  return fieldsOf(page)[0] ?? null;
}

export function isDateField(field: FormField): field is DateField {
  return field === 'day' || field === 'month' || field === 'year';
}

/** The date that is typed on a page: theirs only where it is asked for. */
export function entryOf(draft: Draft, page: SignUpPage): DateEntry {
  return page === 'theirDateOfBirth' ? draft.theirBorn : draft.born;
}

/** What stands in a box of `page`. */
export function textOf(draft: Draft, page: SignUpPage, field: FormField): string {
  return isDateField(field) ? entryOf(draft, page)[field] : draft.texts[field];
}

export function isFilledDateField(draft: Draft, page: SignUpPage, field: FormField | null): boolean {
  return field !== null && isDateField(field) && textOf(draft, page, field) !== '';
}

/** What a box keeps at most, in characters: room for a slip, never 10,000. */
export const keptLengths: Record<TextFieldName, number> = {
  firstName: 60,
  lastName: 60,
  theirFirstName: 60,
  theirLastName: 60,
  nhsNumber: 14,
  line1: 80,
  line2: 80,
  town: 80,
  postcode: 10,
  email: 254,
  mobile: 20,
};
