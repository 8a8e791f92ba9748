import type { DateField } from '../../../preload/contract/rules/dates';

export type DateEntry = Record<DateField, string>;

/** The three boxes of a date on any screen, and where the next key goes. */
export interface DateBoxes {
  entry: DateEntry;
  activeField: DateField;
  isFieldSelected: boolean;
}

const order: readonly DateField[] = ['day', 'month', 'year'];
/** A full field hands over to the next one. */
export const fieldLength: Record<DateField, number> = { day: 2, month: 2, year: 4 };
/** What a field keeps at most: enough to show somebody their own slip, never 10,000 characters. */
const keptLength = 8;
/** A first digit above this can only be the whole number: 4 to 9 as a day, 2 to 9 as a month. */
const highestFirstDigit: Record<DateField, number> = { day: 3, month: 1, year: 9 };

/** A field's text came from the keyboard (or a tool that fills fields). */
export function typeDate<Boxes extends DateBoxes>(screen: Boxes, field: DateField, text: string): Boxes {
  const kept = keep(text, keptLength);
  const isLonger = kept.length > screen.entry[field].length;
  return advance({ ...screen, entry: { ...screen.entry, [field]: kept } }, field, isLonger);
}

/** A digit of the pad: goes to the active field, replaces a selected one, and a full field takes no more. */
export function pressDateKey<Boxes extends DateBoxes>(screen: Boxes, key: string): Boxes {
  if (!/^\d$/.test(key)) return screen;
  const field = screen.activeField;
  const before = screen.isFieldSelected ? '' : screen.entry[field];
  if (before.length >= fieldLength[field]) return screen;
  return advance({ ...screen, entry: { ...screen.entry, [field]: before + key } }, field, true);
}

/** Delete: the selected field, else the last character, else the last character of the field before. */
export function deleteDateKey<Boxes extends DateBoxes>(screen: Boxes): Boxes {
  const isEmpty = screen.entry[screen.activeField] === '';
  const field = isEmpty ? (order[order.indexOf(screen.activeField) - 1] ?? 'day') : screen.activeField;
  const text = screen.isFieldSelected ? '' : dropLast(screen.entry[field]);
  return { ...screen, entry: { ...screen.entry, [field]: text }, activeField: field, isFieldSelected: false };
}

/** `Next`: a day or month of one digit is whole when the patient says so. */
export function nextDateField<Boxes extends DateBoxes>(screen: Boxes): Boxes {
  return focusDateField(screen, order[order.indexOf(screen.activeField) + 1] ?? 'day');
}

/** The patient went to a field: what is in it is typed over. */
export function focusDateField<Boxes extends DateBoxes>(screen: Boxes, field: DateField): Boxes {
  if (field === screen.activeField) return screen;
  return { ...screen, activeField: field, isFieldSelected: screen.entry[field] !== '' };
}

function advance<Boxes extends DateBoxes>(screen: Boxes, field: DateField, isLonger: boolean): Boxes {
  const text = screen.entry[field];
  const isWhole = text.length >= fieldLength[field] || (text.length === 1 && Number(text) > highestFirstDigit[field]);
  const next = order[order.indexOf(field) + 1];
  if (!isLonger || !isWhole || next === undefined) return { ...screen, activeField: field, isFieldSelected: false };
  return { ...screen, activeField: next, isFieldSelected: screen.entry[next] !== '' };
}

/** The first `length` characters; never cuts one in half. */
export function keep(text: string, length: number): string {
  return Array.from(text.slice(0, length * 4))
    .slice(0, length)
    .join('');
}

/** Without its last character, which may be two code units. */
export function dropLast(text: string): string {
  return Array.from(text).slice(0, -1).join('');
}
