import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldNhsNumber, isValidNhsNumber } from '../../preload/contract/rules/nhsNumber';

const validNumber = fc
  .integer({ min: 0, max: 999_999_999 })
  .map((nine) => String(nine).padStart(9, '0'))
  .map(
    (nine) => nine + String((11 - ([...nine].reduce((sum, digit, i) => sum + Number(digit) * (10 - i), 0) % 11)) % 11),
  )
  .filter((digits) => digits.length === 10 && !/^(\d)\1{9}$/.test(digits));

describe('NHS number', { timeout: 60_000 }, () => {
  test.each(['9990000018', '9990000026', '9990000034', '9990000042', '9990000050'])(
    '%s of the test range is valid',
    (digits) => {
      expect(isValidNhsNumber(digits)).toBe(true);
    },
  );

  test('the example of the design system, 999 123 4567, fails the check', () => {
    expect(foldNhsNumber('999 123 4567')).toBeNull();
  });

  test.each([...'0123456789'])('ten times %s is nobody', (digit) => {
    expect(isValidNhsNumber(digit.repeat(10))).toBe(false);
  });

  test.each([
    '',
    '999000001',
    '99900000181',
    '999000001８',
    '99900000a8',
    'QQ123456C',
    '999.000.0018',
    ' ',
    '-',
    '%',
    '9.99E+09',
    '999000001\u0000',
  ])('%j is not an NHS number', (text) => {
    expect(foldNhsNumber(text)).toBeNull();
  });

  test('isValidNhsNumber takes bare digits only', () => {
    expect(isValidNhsNumber('999 000 0018')).toBe(false);
  });

  test('spaces and hyphens may stand anywhere', () => {
    fc.assert(
      fc.property(
        validNumber,
        fc.array(fc.tuple(fc.nat(10), fc.constantFrom(' ', '-', '\u00a0', '–', '\t')), { maxLength: 8 }),
        (digits, breaks) => {
          let text = digits;
          for (const [place, mark] of breaks) text = text.slice(0, place) + mark + text.slice(place);
          expect(foldNhsNumber(text)).toBe(digits);
        },
      ),
    );
  });

  test('one wrong digit never passes', () => {
    fc.assert(
      fc.property(validNumber, fc.nat(9), fc.integer({ min: 1, max: 9 }), (digits, place, by) => {
        const other = String((Number(digits.charAt(place)) + by) % 10);
        expect(isValidNhsNumber(digits.slice(0, place) + other + digits.slice(place + 1))).toBe(false);
      }),
    );
  });

  test('two different neighbours in the wrong order never pass', () => {
    fc.assert(
      fc.property(validNumber, fc.nat(8), (digits, place) => {
        const [first, second] = [digits.charAt(place), digits.charAt(place + 1)];
        fc.pre(first !== second);
        expect(isValidNhsNumber(digits.slice(0, place) + second + first + digits.slice(place + 2))).toBe(false);
      }),
    );
  });

  test('any text at all is answered with ten digits or null', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const folded = foldNhsNumber(text);
        expect(folded === null || /^\d{10}$/.test(folded)).toBe(true);
      }),
    );
    expect(foldNhsNumber('9'.repeat(10_000))).toBeNull();
  });
});
