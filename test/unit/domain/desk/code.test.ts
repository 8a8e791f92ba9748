import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeCode, readCode, showCode } from '../../../../main/domain/desk/code';

const chance = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
  minLength: 10,
  maxLength: 10,
});
const drawnFrom = (numbers: readonly number[]): string => {
  let index = 0;
  return makeCode(() => numbers[index++] ?? 0);
};

test('a code has ten characters, none of which is easily mistaken for another', () => {
  fc.assert(
    fc.property(chance, (numbers) => {
      expect(drawnFrom(numbers)).toMatch(/^[DFJKMQRWXY2346789]{10}$/);
    }),
  );
});

test('each character is drawn anew', () => {
  const first = drawnFrom(Array.from({ length: 10 }, () => 0));
  const last = drawnFrom(Array.from({ length: 10 }, () => 0.999_999_999));
  expect(first).toBe('DDDDDDDDDD');
  expect(last).toBe('9999999999');
  expect(drawnFrom([0, 0.999_999_999, 0, 0, 0, 0, 0, 0, 0, 0])).toBe('D9DDDDDDDD');
});

test('a code is read back however it is shown, spaced and written', () => {
  const blank = fc.constantFrom('', ' ', '-', ' - ', '–', '\u00A0');
  fc.assert(
    fc.property(chance, fc.array(blank, { minLength: 11, maxLength: 11 }), (numbers, blanks) => {
      const code = drawnFrom(numbers);
      expect(readCode(showCode(code))).toBe(code);
      const typed = [...code].map((letter, index) => `${blanks[index] ?? ''}${letter}`).join('') + (blanks[10] ?? '');
      expect(readCode(typed.toLowerCase())).toBe(code);
    }),
  );
});

test('a code is shown in pieces', () => {
  expect(showCode('DFJKMQRWX2')).toBe('DFJK-MQRW-X2');
});

test.each(['', 'DFJKMQRWX', 'DFJKMQRWX22', 'DFJKMQRWXO', 'DFJKMQRW10', 'DFJK_MQRW_X2'])('"%s" is no code', (typed) => {
  expect(readCode(typed)).toBeNull();
});
