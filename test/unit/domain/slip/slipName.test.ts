import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { slipName } from '../../../../main/domain/slip/slipName';

it.each([
  ['Amelia', 'Okafor', 'Amelia O.'],
  ['Anne-Marie', 'Smith-Jones', 'Anne-Marie S.'],
  ['Mary Jane', 'Lee', 'Mary Jane L.'],
  ['Saoirse', "O'Neil", 'Saoirse O.'],
  ['Björk', 'Ólafsdóttir', 'Björk Ó.'],
  ['Jan', 'van der Berg', 'Jan V.'],
  ['Łucja', '’t Hooft', 'Łucja T.'],
  ['', 'Sukarno', 'S.'],
  ['Bo', '', 'Bo'],
  ['  Amelia \u202e\t Jane ', ' Okafor', 'Amelia Jane O.'],
  ['', '', ''],
])('%s %s is told as first name and initial', (firstName, lastName, told) => {
  expect(slipName(firstName, lastName)).toBe(told);
});

it('keeps a long first name whole where it fits and leaves out later words where it does not', () => {
  expect(slipName('Wolfeschlegelsteinhausen', 'Ng')).toBe('Wolfeschlegelsteinhausen N.');
  expect(slipName('Maria Concepcion Alejandra Guadalupe', 'Ng')).toBe('Maria Concepcion N.');
  expect(slipName('A'.repeat(60), 'Ng')).toBe(`${'A'.repeat(60)} N.`);
});

it('sets no tower of marks on a letter, and leaves those that a script has', () => {
  const tower = '\u0301\u0302\u0303\u0304\u0305\u0306'.repeat(20);
  const told = slipName(`M${tower}ay`, `M${tower}`);
  expect(told).toMatch(/^\p{L}\p{M}{0,4}ay \p{L}\p{M}{0,4}\.$/u);
  for (const name of ['Nguyễn', 'नरेन्द्र', 'ஸ்ரீ', 'བསྒྲུབས'])
    expect(slipName(name.normalize('NFD'), '')).toBe(name.normalize('NFC'));
  expect(slipName(tower, tower)).toBe('');
});

it('never tells more of a last name than one letter', () => {
  const letters = fc.string({
    unit: fc.constantFrom('a', 'Z', 'é', 'ß', 'Ó', 'ł', 'İ', '-', "'", ' ', 'ع'),
    maxLength: 20,
  });
  fc.assert(
    fc.property(letters, (lastName) => {
      const told = slipName('Sam', lastName).slice('Sam'.length);
      expect(told).toMatch(/^(?: \p{L}\p{M}*\.)?$/u);
    }),
  );
});
