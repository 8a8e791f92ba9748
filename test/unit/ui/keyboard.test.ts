import { describe, expect, test } from 'vitest';
import { keyboardPage, marksPage } from '../../../renderer/ui/keyboard/layouts';
import type { KeyboardLayout, KeyCap } from '../../../renderer/ui/keyboard/layouts';
import { capitalOf, markedLetters, plainLetters } from '../../../renderer/ui/keyboard/markedLetters';
import { readAddressLine } from '../../../preload/contract/rules/address';
import { readEmail } from '../../../preload/contract/rules/contact';
import { readPersonName } from '../../../preload/contract/rules/personName';

const layouts: readonly KeyboardLayout[] = ['name', 'address', 'email', 'postcode', 'number', 'phone'];

/** Every character that one touch of a page's keys types, with Shift and without. */
function typedBy(keys: readonly KeyCap[]): Set<string> {
  const typed = new Set<string>();
  for (const cap of keys) {
    if (cap.kind === 'space') typed.add(' ');
    if (cap.kind === 'fixed' || cap.kind === 'sign') typed.add(cap.text);
    if (cap.kind === 'letter') typed.add(cap.text).add(capitalOf(cap.text));
  }
  return typed;
}

/** Everything that a layout can type, its letters with marks included. */
function typeable(layout: KeyboardLayout): Set<string> {
  const keys = keyboardPage(layout, true).rows.flat();
  const hasMarks = keys.some(({ kind }) => kind === 'marks');
  const marked = hasMarks ? plainLetters.flatMap((plain) => marksPage(plain).rows.flat()) : [];
  return typedBy([...keys, ...marked]);
}

function missing(layout: KeyboardLayout, text: string): string[] {
  const keys = typeable(layout);
  // A keyboard's apostrophe is the plain one; the rule reads the curly one as the same.
  return Array.from(text.normalize('NFC').replace('\u2019', "'")).filter((character) => !keys.has(character));
}

/** Names as patients in the UK write them. */
const names = [
  'ŁUKASZ',
  'Wójcik-Żółć',
  'Ó Súilleabháin',
  'Ní Dhòmhnaill',
  'Siân',
  'Tŷ Ŵyn',
  'Ştefănescu',
  'Ștefan Țurcanu',
  'Øster',
  'Æbelø Århus',
  'Jökull Þórðarson',
  'Mäkelä',
  'Žukauskas',
  'Grybauskaitė',
  'Kučerová',
  'Ďuriš',
  'Ľubomír',
  'Bērziņš',
  'Šķēle Ģirts',
  'Nguyễn Thị Hường',
  'Đặng Quốc Việt',
  'Trần Thế Vỹ',
  'Phạm Hồng Đức',
  "D'Angelo",
  'O\u2019Neil',
  'Smith-Jones',
  'van der Berg',
  'St. John',
  'João Conceição',
  'Núñez Ibáñez',
  'Çelik Gülşen Işık İnönü',
  'Yılmaz Oğuz',
  'Müller-Weiß',
  'Strauß',
  'Lœuillet Noël Gaëlle',
  'Erdős Győző Szűcs',
  'Đorđević Ćosić',
  'Ħaż-Żebbuġ Ċensu',
  'Adébáyọ̀'.normalize('NFC').replace('\u0300', ''),
  'Ṣọlá Ẹniọlá',
  'Ńwáńkwọ',
  'Māori Tāne',
  'Əliyev',
];

describe('the on-screen keyboard types what people are called', () => {
  test.each(names)('the name %s', (name) => {
    expect(missing('name', name)).toEqual([]);
    expect(missing('name', capitals(name))).toEqual([]);
  });

  test('a name with a letter that no key has is noticed', () => {
    expect(missing('name', 'Иванов')).toEqual(Array.from('Иванов'));
    expect(missing('email', 'é')).toEqual(['é']);
  });

  test.each(['Flat 2/1, 14 St. Mary’s Road', 'Tŷ-Bach, Y Bont-Faen', '12a O’Connell Court', 'Ynys Môn'])(
    'the line of an address %s',
    (line) => {
      expect(missing('address', line)).toEqual([]);
    },
  );

  test.each(['priya.o\u2019neil+gp@example.co.uk', 'j_smith-2@example.org'])('the email address %s', (email) => {
    expect(missing('email', email)).toEqual([]);
  });

  test('any postcode, NHS number and telephone number', () => {
    expect(missing('postcode', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789')).toEqual([]);
    expect(missing('number', '0123456789')).toEqual([]);
    expect(missing('phone', '+0123456789')).toEqual([]);
  });

  test('no key types what the rules of its box refuse', () => {
    for (const key of typeable('name')) {
      expect(readPersonName(`A${key}a`).ok, key).toBe(true);
    }
    for (const key of typeable('address')) {
      expect(readAddressLine(`1${key}a`).ok, key).toBe(true);
    }
    for (const key of typeable('email')) {
      if (key !== '@') expect(readEmail(`a${key}b@example.com`).ok, key).toBe(true);
    }
  });
});

/** As somebody writes who writes in capitals: what has no capital stays. */
function capitals(name: string): string {
  return Array.from(name, capitalOf).join('').replaceAll('İ', 'I');
}

describe('letters with marks', () => {
  test('each is one letter with one capital, both as the contract keeps names', () => {
    for (const plain of plainLetters) {
      for (const letter of markedLetters(plain)) {
        expect(Array.from(letter)).toHaveLength(1);
        expect(Array.from(capitalOf(letter))).toHaveLength(1);
        expect(letter.normalize('NFC')).toBe(letter);
        expect(capitalOf(letter).normalize('NFC')).toBe(capitalOf(letter));
        expect(letter.toLowerCase()).toBe(letter);
      }
    }
  });

  test('no letter stands in two places', () => {
    const all = plainLetters.flatMap((plain) => markedLetters(plain));
    expect(new Set(all).size).toBe(all.length);
  });

  test('each stands below the letter that it looks like', () => {
    // Letters that are no plain letter with a mark above, below or beside it.
    const ownLetters = new Set('æœøđðħłßþıə');
    for (const plain of plainLetters) {
      for (const letter of markedLetters(plain)) {
        if (!ownLetters.has(letter)) expect(letter.normalize('NFD').charAt(0), letter).toBe(plain);
      }
    }
  });
});

describe('the keys of a page', () => {
  const pages = [
    ...layouts.flatMap((layout) =>
      [true, false].map((hasNext) => [`${layout}, next ${String(hasNext)}`, keyboardPage(layout, hasNext)] as const),
    ),
    ...plainLetters.map((plain) => [`marks of ${plain}`, marksPage(plain)] as const),
  ];

  test.each(pages)('fill every row: %s', (_name, { columns, rows }) => {
    for (const row of rows) expect(row.reduce((sum, { span }) => sum + span, 0)).toBe(columns);
  });

  test.each(pages)('are each there once: %s', (_name, { rows }) => {
    const keys = rows.flat().filter(({ kind }) => kind !== 'gap');
    const shown = keys.map((cap) => ('text' in cap ? `${cap.kind === 'plain' ? 'plain ' : ''}${cap.text}` : cap.kind));
    expect(new Set(shown).size).toBe(shown.length);
  });

  test('"Next" is there only where there is a next box, and "Clear" and "Delete" always', () => {
    for (const layout of layouts) {
      const kinds = (hasNext: boolean) =>
        keyboardPage(layout, hasNext)
          .rows.flat()
          .map(({ kind }) => kind);
      expect(kinds(true)).toContain('next');
      expect(kinds(false)).not.toContain('next');
      expect(kinds(false)).toEqual(expect.arrayContaining(['clear', 'delete']));
    }
  });

  test('the page of letters with marks has the same number of rows whatever was touched, so that nothing moves', () => {
    expect(new Set(plainLetters.map((plain) => marksPage(plain).rows.length))).toEqual(new Set([5]));
  });

  test('every letter with marks fits on its page', () => {
    for (const plain of plainLetters) {
      const shown = typedBy(marksPage(plain).rows.flat());
      for (const letter of markedLetters(plain)) expect(shown.has(letter)).toBe(true);
    }
  });
});
