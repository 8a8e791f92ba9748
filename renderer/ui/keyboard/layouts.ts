import { markedLetters, plainLetters } from './markedLetters';
import type { PlainLetter } from './markedLetters';

/** What is being typed, and so which keys there are. */
export type KeyboardLayout = 'name' | 'address' | 'email' | 'postcode' | 'number' | 'phone';

/** Signs that are spoken by a name (`signUpEnds.keyboard.sign.<name>`). */
const signs = {
  '-': 'hyphen',
  "'": 'apostrophe',
  '.': 'fullStop',
  ',': 'comma',
  '/': 'slash',
  '@': 'atSign',
  _: 'underscore',
  '+': 'plus',
} as const;
type Sign = keyof typeof signs;
export type SignName = (typeof signs)[Sign];

/** One key, or a gap; `span` counts columns of the keyboard's grid. */
export type KeyCap =
  /** Follows Shift, where the layout has it. */
  | { kind: 'letter'; text: string; span: number }
  /** Types what it shows. */
  | { kind: 'fixed'; text: string; span: number }
  | { kind: 'sign'; text: string; name: SignName; span: number }
  /** Shows the letters with marks of this plain letter. */
  | { kind: 'plain'; text: PlainLetter; span: number }
  /** `marks` and `letters` change the page. */
  | { kind: 'space' | 'delete' | 'clear' | 'shift' | 'next' | 'marks' | 'letters' | 'marksHint' | 'gap'; span: number };

/** A page of keys. */
export interface KeyboardPage {
  columns: 6 | 20 | 22;
  rows: readonly (readonly KeyCap[])[];
}

const digits = '1234567890';
/** In the order of a typewriter: whoever types a name knows it, and everybody else finds it on every telephone. */
const topRow = 'qwertyuiop';
const middleRow = 'asdfghjkl';
const bottomRow = 'zxcvbnm';

function letters(text: string): KeyCap[] {
  return Array.from(text, (letter) => ({ kind: 'letter', text: letter, span: 2 }));
}

function fixed(text: string, span = 2): KeyCap[] {
  return Array.from(text, (character) => ({ kind: 'fixed', text: character, span }));
}

function sign(text: Sign, span = 2): KeyCap {
  return { kind: 'sign', text, name: signs[text], span };
}

function key(kind: Exclude<KeyCap['kind'], 'letter' | 'fixed' | 'sign' | 'plain'>, span: number): KeyCap {
  return { kind, span };
}

/** A last row: `wide` takes the columns of `Next` where there is no next box. */
function lastRow(before: readonly KeyCap[], wide: KeyCap, after: readonly KeyCap[], hasNext: boolean): KeyCap[] {
  return hasNext
    ? [...before, wide, ...after, key('next', 4)]
    : [...before, { ...wide, span: wide.span + 4 }, ...after];
}

/** The letters' page of a layout. `hasNext`: there is another box on the page. */
export function keyboardPage(layout: KeyboardLayout, hasNext: boolean): KeyboardPage {
  switch (layout) {
    case 'name':
      return {
        columns: 22,
        rows: [...letterRows(), lastRow([key('clear', 4), key('marks', 5)], key('space', 9), [], hasNext)],
      };
    case 'address':
      return {
        columns: 22,
        rows: [
          [...fixed(digits), sign('/')],
          ...letterRows(),
          lastRow([key('clear', 4), key('marks', 5)], key('space', 7), [sign(',')], hasNext),
        ],
      };
    case 'email':
      return {
        columns: 22,
        rows: [
          [...fixed(digits), sign('+')],
          [...fixed(topRow), sign('-')],
          [...fixed(middleRow), sign("'"), sign('.')],
          [sign('_', 4), ...fixed(bottomRow), key('delete', 4)],
          lastRow([key('clear', 4)], sign('@', 14), [], hasNext),
        ],
      };
    case 'postcode':
      return {
        columns: 20,
        rows: [
          fixed(digits),
          fixed(topRow.toUpperCase()),
          [key('gap', 1), ...fixed(middleRow.toUpperCase()), key('gap', 1)],
          [key('gap', 2), ...fixed(bottomRow.toUpperCase()), key('delete', 4)],
          lastRow([key('clear', 4)], key('space', 12), [], hasNext),
        ],
      };
    case 'number':
      return {
        columns: 6,
        rows: [
          ...telephoneRows(),
          [key('clear', 2), ...fixed('0'), key('delete', 2)],
          ...(hasNext ? [[key('next', 6)]] : []),
        ],
      };
    case 'phone':
      return {
        columns: 6,
        rows: [
          ...telephoneRows(),
          [sign('+'), ...fixed('0'), key('delete', 2)],
          hasNext ? [key('clear', 3), key('next', 3)] : [key('clear', 6)],
        ],
      };
  }
}

function letterRows(): KeyCap[][] {
  return [
    [...letters(topRow), sign('-')],
    [...letters(middleRow), sign("'"), sign('.')],
    [key('shift', 4), ...letters(bottomRow), key('delete', 4)],
  ];
}

function telephoneRows(): KeyCap[][] {
  return [fixed('123'), fixed('456'), fixed('789')];
}

/** How many keys of a letter's width stand in a row. */
const inRow = 11;

/** The page of letters with marks: the plain letters above, and below them the marks of the one that was touched. */
export function marksPage(plain: PlainLetter): KeyboardPage {
  const bases = plainLetters.map((text): KeyCap => ({ kind: 'plain', text, span: 2 }));
  const marked = letters(markedLetters(plain).join(''));
  return {
    columns: 22,
    rows: [
      ...twoRows(bases),
      ...twoRows(marked),
      [key('letters', 6), key('shift', 4), key('marksHint', 8), key('delete', 4)],
    ],
  };
}

/** Two rows, filled up with a gap: what stands below them does not move with the letter that was touched. */
function twoRows(keys: readonly KeyCap[]): KeyCap[][] {
  return [keys.slice(0, inRow), keys.slice(inRow)].map((row) =>
    row.length === inRow ? row : [...row, key('gap', (inRow - row.length) * 2)],
  );
}
