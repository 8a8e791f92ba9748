import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldLetters, foldName, letterSchema, readLetter } from '../../../preload/contract/rules/letter';

describe('the first letters of a last name', () => {
  test.each([
    ['Khan', 'K'],
    ['van der Berg', 'VDB'],
    ['VAN DER BERG', 'VDB'],
    ["O'Neil", 'ON'],
    ['O’Neil', 'ON'],
    ['O‘Neil', 'ON'],
    ['OʼNeil', 'ON'],
    ['O`Neil', 'ON'],
    ['O´Neil', 'ON'],
    ['Lloyd-Jones', 'LJ'],
    ['Lloyd‐Jones', 'LJ'],
    ['Lloyd – Jones', 'LJ'],
    ['Łukasz', 'L'],
    ['łukasz', 'L'],
    ['Ólafsdóttir', 'O'],
    ['O\u0301lafsdo\u0301ttir', 'O'],
    ['Østergård', 'O'],
    ['Ærøskøbing', 'A'],
    ['Œuvrard', 'O'],
    ['Þórsson', 'T'],
    ['Đặng', 'D'],
    ['Ðorsson', 'D'],
    ['ẞen', 'S'],
    ['ßen', 'S'],
    ['İnan', 'I'],
    ['ısık', 'I'],
    ['Åberg', 'A'],
    ['Šimić', 'S'],
    ['Ñíguez', 'N'],
    ['Əliyev', 'A'],
    ['Ħabib', 'H'],
    ['ＫＨＡＮ', 'K'],
    ['𝐤han', 'K'],
    ['St. John', 'SJ'],
    ['Smith (Jones)', 'SJ'],
    ['  Smith  ', 'S'],
    ['Smith Stone', 'S'],
    ['Ahmadi 2nd', 'A'],
    ['Хан', ''],
    ['陳', ''],
    ['خان', ''],
    ['Хан Smith', 'S'],
    ['', ''],
    ["' - '", ''],
    ['%*🎂', ''],
  ])('of %j are %j', (lastName, letters) => {
    expect(foldLetters(lastName).join('')).toBe(letters);
  });

  test('are capitals A to Z without doubles, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const letters = foldLetters(name);
        expect(new Set(letters).size).toBe(letters.length);
        for (const letter of letters) expect(letterSchema.safeParse(letter).success).toBe(true);
      }),
    );
  });

  test('of two names put together are those of both', () => {
    const name = fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-ż]{1,12}$/);
    fc.assert(
      fc.property(name, name, fc.constantFrom(' ', '-', "'", '’', ' - '), (one, other, between) => {
        expect(foldLetters(one + between + other)).toEqual([...new Set([...foldLetters(one), ...foldLetters(other)])]);
      }),
    );
  });

  test('of a name of 10,000 parts are found at once', () => {
    expect(foldLetters('van '.repeat(10_000))).toEqual(['V']);
  });
});

describe('a typed letter', () => {
  test.each([
    ['k', 'K'],
    [' K ', 'K'],
    ['Ł', 'L'],
    ['o\u0301', 'O'],
    ['Æ', 'A'],
    ['\u200fK', 'K'],
  ])('%j is read as %s', (text, letter) => {
    expect(readLetter(text)).toEqual({ ok: true, letter });
  });

  test.each([
    ['', 'empty'],
    [' \u200f ', 'empty'],
    ['KH', 'notALetter'],
    ['1', 'notALetter'],
    ['%', 'notALetter'],
    ["'", 'notALetter'],
    ['-', 'notALetter'],
    ['*', 'notALetter'],
    ['🎂', 'notALetter'],
    ['Х', 'notALetter'],
    ['خ', 'notALetter'],
    ['K'.repeat(10_000), 'notALetter'],
  ])('%.9j is refused as %s', (text, problem) => {
    expect(readLetter(text)).toEqual({ ok: false, problem });
  });

  test('is always read or refused, never thrown at', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof readLetter(text).ok === 'boolean'));
  });
});

describe('a folded name', () => {
  test.each([
    ['Ólafsdóttir', 'OLAFSDOTTIR'],
    ["O'Neil", 'O’NEIL'],
    ['Lloyd-Jones', 'LLOYD JONES'],
    ['van  der Berg', 'VAN DER BERG'],
    ['Łukasz', 'Lukasz'],
  ])('makes %j and %j one', (one, other) => {
    expect(foldName(one)).toBe(foldName(other));
  });

  test.each([
    ['Kehinde', 'Taiwo'],
    ['陳', '林'],
    ['की', 'का'],
    ['MaryJane', 'Mary Jane'],
  ])('keeps %j and %j two', (one, other) => {
    expect(foldName(one)).not.toBe(foldName(other));
  });
});
