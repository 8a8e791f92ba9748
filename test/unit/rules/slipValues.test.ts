import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  lookAlikeGroups,
  lookAlikeKey,
  lookAlikes,
  slipFields,
  slipGroups,
  slipProblem,
  spelled,
  tidySlipValue,
} from '../../../preload/contract/rules/slipValues';

const anyField = fc.constantFrom(...slipFields);
const anyText = fc.string({ unit: 'binary', maxLength: 60 });
const printable = fc.string({
  unit: fc.integer({ min: 33, max: 126 }).map((code) => String.fromCharCode(code)),
  maxLength: 45,
});

describe('details as they are typed', () => {
  it('lose what a copy brings along at their ends, and nothing inside', () => {
    expect(tidySlipValue('secret', '\ufeff \u00a0dE0f 1p4a\u200b\u00ad\n')).toBe('dE0f 1p4a');
    expect(tidySlipValue('odsCode', ' a83005\t')).toBe('A83005');
    expect(tidySlipValue('accountId', ' abC ')).toBe('abC');
  });

  it('are tidy once they have been tidied', () => {
    fc.assert(
      fc.property(anyField, anyText, (field, typed) => {
        const once = tidySlipValue(field, typed);
        expect(tidySlipValue(field, once)).toBe(once);
      }),
    );
  });

  it.each([
    ['odsCode', 'A83005'],
    ['odsCode', 'Y01234'],
    ['odsCode', 'W0005'],
    ['accountId', '0123456'],
    ['accountId', 'okafor.amelia_1'],
    ['secret', '0dw1f1p4a/2!35'],
    ['secret', 'dE0f1p4aO2z35'],
    ['secret', '"quoted in the middle"x'.replaceAll(' ', '')],
    ['secret', '!'.repeat(3) + 'x'.repeat(37)],
  ] as const)('%s %s can be right', (field, value) => {
    expect(slipProblem(field, value)).toBeNull();
  });

  it.each([
    ['odsCode', '', 'missing'],
    ['odsCode', 'A830', 'tooShort'],
    ['odsCode', 'A8300567', 'tooLong'],
    ['odsCode', 'A83O05', 'format'],
    ['odsCode', 'А83005', 'characters'], // a Cyrillic capital
    ['accountId', '01 23456', 'characters'],
    ['accountId', '0123–456', 'characters'],
    ['accountId', '123!', 'format'],
    ['accountId', '-123', 'format'],
    ['secret', 'dE0f1', 'tooShort'],
    ['secret', 'x'.repeat(20) + 'y'.repeat(21), 'tooLong'],
    ['secret', 'dE0f 1p4a', 'characters'],
    ['secret', '“dE0f1p4a”', 'characters'],
    ['secret', 'dΕ0f1p4a', 'characters'], // a Greek capital
    ['secret', '"dE0f1p4a"', 'format'],
    ['secret', '********', 'format'],
  ] as const)('%s %s is refused as %s', (field, value, problem) => {
    expect(slipProblem(field, value)).toBe(problem);
  });

  it('are never right with anything else than the signs of a keyboard', () => {
    fc.assert(
      fc.property(
        anyField,
        printable,
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
        fc.nat(45),
        (field, value, one, at) => {
          const mixed = value.slice(0, at) + one + value.slice(at);
          if (/[^!-~]/u.test(one)) expect(slipProblem(field, mixed)).not.toBeNull();
        },
      ),
    );
  });
});

describe('groups', () => {
  it('are as equal as can be, of four characters at most, and together the value', () => {
    fc.assert(
      fc.property(printable, (value) => {
        const groups = slipGroups(value);
        expect(groups.join('')).toBe(value);
        const lengths = groups.map((group) => group.length);
        expect(Math.max(0, ...lengths)).toBeLessThanOrEqual(4);
        expect(Math.max(0, ...lengths) - Math.min(4, ...lengths)).toBeLessThanOrEqual(value === '' ? 0 : 1);
      }),
    );
  });

  it('of thirteen characters are 4, 3, 3 and 3', () => {
    expect(slipGroups('dE0f1p4aO2z35').map((group) => group.length)).toEqual([4, 3, 3, 3]);
  });
});

describe('look-alikes', () => {
  it('have each character in one group at most', () => {
    const all = lookAlikeGroups.join('');
    expect(new Set(all).size).toBe(all.length);
  });

  it('are told at their place in the value', () => {
    expect(lookAlikes('A0b1')).toEqual([
      { at: 1, character: '0', others: 'Oo' },
      { at: 3, character: '1', others: 'lI|' },
    ]);
  });

  it('tell of large and small forms only where nothing beside them shows the size', () => {
    expect(lookAlikes('XVWC').map(({ others }) => others)).toEqual(['x', 'v', 'w', 'c']);
    expect(lookAlikes('XV7c')).toEqual([]);
    expect(lookAlikes('XvWc')).toEqual([]);
    expect(lookAlikes('Ac')).toEqual([]);
  });

  it('never take a character for itself, and stay inside the value', () => {
    fc.assert(
      fc.property(printable, (value) => {
        for (const { at, character, others } of lookAlikes(value)) {
          expect(value[at]).toBe(character);
          expect(others).not.toContain(character);
          expect(others).not.toBe('');
        }
      }),
    );
  });

  it('make a key of what occurs, each group whole, and of nothing else', () => {
    expect(lookAlikeKey(['A83005', '1194704', 'adfhkr'])).toEqual(['0Oo', '1lI', '5S', '8B']);
    expect(lookAlikeKey(['adfhkr', '337'])).toEqual([]);
    expect(lookAlikeKey(['ab|c', 'a_bc'])).toEqual(['1lI|', '-_~']);
    expect(lookAlikeKey(['WWvv', 'cccc'])).toEqual(['Cc']);
    // The small letter that occurs, not only the capital that does not.
    expect(lookAlikeKey(['a2z5'])).toEqual(['5S', '2Zz']);
    expect(lookAlikeKey(['zzzz'])).toEqual(['Zz']);
  });
});

it('spelling says what each character is', () => {
  expect(spelled('Al0-')).toEqual([
    { character: 'A', kind: 'capital' },
    { character: 'l', kind: 'small' },
    { character: '0', kind: 'digit' },
    { character: '-', kind: 'sign' },
  ]);
});
