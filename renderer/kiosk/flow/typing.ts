import { deleteDateKey, dropLast, focusDateField, keep, nextDateField, pressDateKey, typeDate } from './dateEntry';
import type { FlowEvent } from './events';
import type { Question } from './state';

type TypingEvent = Extract<
  FlowEvent,
  { type: 'dateTyped' | 'fieldTyped' | 'dateFieldFocused' | 'keyPressed' | 'deletePressed' | 'nextPressed' }
>;

/** What a text field keeps at most: a postcode with a space and a slip, never 10,000 characters. */
const keptLength = 10;

/** What a key, a pad or a filled field does to the question on the screen; an event for another question changes nothing. */
export function type(screen: Question, event: TypingEvent): Question {
  if (screen.kind === 'dateOfBirth') {
    switch (event.type) {
      case 'dateTyped':
        return typeDate(screen, event.field, event.text);
      case 'dateFieldFocused':
        return focusDateField(screen, event.field);
      case 'keyPressed':
        return pressDateKey(screen, event.key);
      case 'deletePressed':
        return deleteDateKey(screen);
      case 'nextPressed':
        return nextDateField(screen);
      case 'fieldTyped':
        return screen;
    }
  }
  switch (event.type) {
    case 'fieldTyped':
      return { ...screen, text: screen.kind === 'letter' ? oneLetter(screen.text, event.text) : capitals(event.text) };
    case 'keyPressed':
      if (!isKeyOf(screen, event.key)) return screen;
      return { ...screen, text: screen.kind === 'letter' ? capitals(event.key) : capitals(screen.text + event.key) };
    case 'deletePressed':
      return { ...screen, text: dropLast(screen.text) };
    case 'dateTyped':
    case 'dateFieldFocused':
    case 'nextPressed':
      return screen;
  }
}

function isKeyOf(screen: Question, key: string): boolean {
  return screen.kind === 'letter' ? /^[A-Za-z]$/.test(key) : /^[A-Za-z0-9 ]$/.test(key);
}

/** A letter typed after another takes its place: the question asks for one. */
function oneLetter(before: string, text: string): string {
  const isTypedAfter =
    before !== '' && text.startsWith(before) && Array.from(text).length === Array.from(before).length + 1;
  return capitals(isTypedAfter ? text.slice(before.length) : text);
}

function capitals(text: string): string {
  return keep(text, keptLength).replace(/[a-z]/g, (letter) => letter.toUpperCase());
}
