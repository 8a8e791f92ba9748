import { describe, expect, test } from 'vitest';
import { foldLabel, isNamedAmong, namedIn } from '../../../main/domain/names';

describe('names in settings and in lists are compared without case and spacing', () => {
  const table = { 'Dr Anita Rao': 1, ' Blood  test': 2 };

  test.each([
    ['Dr Anita Rao', 1],
    ['  DR  ANITA\u00a0rao ', 1],
    ['blood test', 2],
    ['Dr Anita', undefined],
    ['', undefined],
    [' ', undefined],
    [null, undefined],
  ])('%j: %j', (name, expected) => {
    expect(namedIn(table, name)).toBe(expected);
    expect(isNamedAmong(Object.keys(table), name)).toBe(expected !== undefined);
  });

  test('an empty key names nothing', () => {
    expect(namedIn({ '': 1, ' ': 2 }, '')).toBeUndefined();
    expect(isNamedAmong([''], ' ')).toBe(false);
  });

  test('names that every object has are no settings', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      expect(namedIn({}, name)).toBeUndefined();
    }
    expect(namedIn(JSON.parse('{"__proto__": 1}') as Record<string, number>, '__PROTO__')).toBe(1);
  });
});

test('what folds alike shows alike', () => {
  expect(foldLabel('Ｍain  Surgery')).toBe('main surgery');
  expect(foldLabel('Zoë')).not.toBe(foldLabel('Zoe'));
});
