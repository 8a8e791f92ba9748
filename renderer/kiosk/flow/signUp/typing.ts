import { groupNhsNumber } from '../../../../preload/contract/rules/nhsNumber';
import { deleteDateKey, dropLast, keep, nextDateField, pressDateKey, typeDate } from '../dateEntry';
import type { DateBoxes } from '../dateEntry';
import type { FlowEvent } from '../events';
import { entryOf, fieldsOf, isDateField, isFilledDateField, keptLengths, textOf } from './fields';
import type { Draft, FormField, SignUpScreen, TextFieldName } from './state';

export type FormTypingEvent = Extract<
  FlowEvent,
  {
    type: 'formTyped' | 'formFocused' | 'keyPressed' | 'deletePressed' | 'nextPressed' | 'clearPressed' | 'undoPressed';
  }
>;

/** What a key, the on-screen keyboard or a filled field does to a page. The same object where it does nothing: no page but its own. */
export function typeOnForm(screen: SignUpScreen, event: FormTypingEvent): SignUpScreen {
  const { page, activeField } = screen;
  if (activeField === null) return screen;
  switch (event.type) {
    case 'formTyped':
      return fieldsOf(page).includes(event.field) ? fill(screen, event.field, event.text) : screen;
    case 'formFocused':
      return fieldsOf(page).includes(event.field) ? focus(screen, event.field) : screen;
    case 'keyPressed':
      return press(screen, activeField, event.key);
    case 'deletePressed':
      return erase(screen, activeField);
    case 'nextPressed':
      return next(screen, activeField);
    case 'clearPressed':
      return clear(screen, activeField);
    case 'undoPressed':
      return undo(screen);
  }
}

function fill(screen: SignUpScreen, field: FormField, text: string): SignUpScreen {
  if (isDateField(field)) return withBoxes(screen, (boxes) => typeDate(boxes, field, text));
  return withText({ ...screen, activeField: field }, field, text);
}

/** A date box that is gone to is typed over; what is in another box is added to. */
function focus(screen: SignUpScreen, field: FormField): SignUpScreen {
  if (field === screen.activeField) return screen;
  const isFieldSelected = isFilledDateField(screen.draft, screen.page, field);
  return { ...screen, activeField: field, isFieldSelected };
}

function press(screen: SignUpScreen, field: FormField, key: string): SignUpScreen {
  if (isDateField(field)) return withBoxes(screen, (boxes) => pressDateKey(boxes, key));
  const before = screen.draft.texts[field];
  return withText(screen, field, field === 'email' ? withEnding(before, key) : before + key);
}

function erase(screen: SignUpScreen, field: FormField): SignUpScreen {
  if (isDateField(field)) return withBoxes(screen, deleteDateKey);
  return withText(screen, field, dropLast(screen.draft.texts[field]));
}

function next(screen: SignUpScreen, field: FormField): SignUpScreen {
  if (isDateField(field)) return withBoxes(screen, nextDateField);
  const fields = fieldsOf(screen.page);
  return focus(screen, fields[fields.indexOf(field) + 1] ?? fields[0] ?? field);
}

function clear(screen: SignUpScreen, field: FormField): SignUpScreen {
  const text = textOf(screen.draft, screen.page, field);
  if (text === '') return screen;
  return { ...put(screen, field, ''), isFieldSelected: false, cleared: { field, text } };
}

function undo(screen: SignUpScreen): SignUpScreen {
  const { cleared } = screen;
  if (cleared === null) return screen;
  return { ...put(screen, cleared.field, cleared.text), activeField: cleared.field, cleared: null };
}

/** An ending of the keyboard (`@gmail.com`) takes the place of one that is half typed: an address has one @. */
function withEnding(before: string, key: string): string {
  const at = before.indexOf('@');
  return key.length > 1 && key.startsWith('@') && at >= 0 ? before.slice(0, at) + key : before + key;
}

function withText(screen: SignUpScreen, field: TextFieldName, text: string): SignUpScreen {
  return { ...put(screen, field, tidy(field, text)), isFieldSelected: false, cleared: null };
}

/** A date by the same keys as at check-in. */
function withBoxes(screen: SignUpScreen, change: (boxes: DateBoxes) => DateBoxes): SignUpScreen {
  const { draft, page, activeField, isFieldSelected } = screen;
  if (activeField === null || !isDateField(activeField)) return screen;
  const before = entryOf(draft, page);
  const after = change({ entry: before, activeField, isFieldSelected });
  const changed = { ...screen, activeField: after.activeField, isFieldSelected: after.isFieldSelected };
  return after.entry === before ? changed : { ...changed, draft: withEntry(draft, page, after.entry), cleared: null };
}

function put(screen: SignUpScreen, field: FormField, text: string): SignUpScreen {
  const { draft, page } = screen;
  if (isDateField(field)) {
    return { ...screen, draft: withEntry(draft, page, { ...entryOf(draft, page), [field]: text }) };
  }
  return { ...screen, draft: { ...draft, texts: { ...draft.texts, [field]: text } } };
}

/** Who types a date of birth does not use the one from check-in. */
function withEntry(draft: Draft, page: SignUpScreen['page'], entry: DateBoxes['entry']): Draft {
  if (page === 'theirDateOfBirth') return { ...draft, theirBorn: entry };
  return { ...draft, born: entry, isReused: draft.isReused === true ? false : draft.isReused };
}

/** What a box keeps of what was typed: bounded, on one line, and an NHS number in its groups. Letters stay, so that they get their hint. */
function tidy(field: TextFieldName, text: string): string {
  const kept = keep(text.slice(0, 4 * keptLengths[field]).replace(/\p{Cc}/gu, ''), keptLengths[field]);
  switch (field) {
    case 'nhsNumber': {
      const digits = kept.replace(/[\s-]/g, '');
      return /^\d+$/.test(digits) ? keep(groupNhsNumber(digits), keptLengths.nhsNumber) : kept;
    }
    case 'postcode':
      return kept.replace(/[a-z]/g, (letter) => letter.toUpperCase());
    default:
      return kept;
  }
}
