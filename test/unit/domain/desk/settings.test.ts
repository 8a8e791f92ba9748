import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differencesOf, isSame, readRulesText } from '../../../../main/domain/desk/settings';
import { checkRules, defaultRules } from '../../../../main/domain/rules';

const check = (change: Record<string, unknown>): string[] => checkRules({ ...defaultRules, ...change });

describe('what a file of settings would change', () => {
  test('is only what differs, with before and after', () => {
    const wish = { joinMinutes: 30, practiceName: defaultRules.practiceName, noSuchRule: 1 };
    expect(differencesOf({ ...defaultRules }, wish)).toEqual([
      { name: 'joinMinutes', before: 60, after: 30 },
      { name: 'noSuchRule', before: undefined, after: 1 },
    ]);
  });

  test('is nothing where the file says what is in force, written by whatever program', () => {
    const again: unknown = JSON.parse(JSON.stringify(defaultRules));
    expect(differencesOf({ ...defaultRules }, again as Record<string, unknown>)).toEqual([]);
  });

  test('does not go by the order of names, but by that of lists', () => {
    expect(isSame({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true);
    expect(isSame([1, 2], [2, 1])).toBe(false);
    expect(isSame([], {})).toBe(false);
    expect(isSame({ a: undefined }, { b: undefined })).toBe(false);
    expect(isSame(null, {})).toBe(false);
  });

  test('plain data is the same as its copy and different from another of its kind', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        expect(isSame(one, structuredClone(one))).toBe(true);
        expect(isSame(one, other)).toBe(isSame(other, one));
      }),
    );
  });
});

describe('the text of a file', () => {
  test('is read with the mark that editors put before it', () => {
    expect(readRulesText('\uFEFF{"joinMinutes":30}')).toEqual({ rules: { joinMinutes: 30 } });
  });

  test.each(['', '{', '[]', 'null', '7', '"x"'])('%j is refused with a sentence', (text) => {
    expect(readRulesText(text)).toEqual({ problem: expect.stringMatching(/^This is not a file of settings: .+\.$/) });
  });
});

describe('rules that an editor lets somebody type', () => {
  test('hold no half of a sign, which nothing could store', () => {
    expect(check({ practiceName: 'Elm \ud83d' })).toEqual([
      'The name of the practice must be one line of plain characters.',
    ]);
    expect(check({ places: { 'Dr \ude00': { waitingArea: null, room: null } } })).toHaveLength(1);
  });

  test('have names of one short line in every table', () => {
    const window = { earlyMinutes: 1, lateMinutes: 1 };
    expect(check({ clinicianWindows: { ['x'.repeat(100)]: window } })).toEqual([]);
    expect(check({ clinicianWindows: { ['x'.repeat(101)]: window } })).toHaveLength(1);
    expect(check({ slotTypeModes: { 'Flu\nclinic': 'phone' } })).toHaveLength(1);
  });

  test('have tables of a size that can be looked at', () => {
    const words = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`w${index}`, 'arrived']));
    expect(check({ statusWords: words(500) })).toEqual([]);
    expect(check({ statusWords: words(501) })).toHaveLength(1);
  });
});
