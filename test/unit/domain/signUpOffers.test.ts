import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReference, referenceAlphabet } from '../../../preload/contract/rules/reference';
import { signUpOffersSchema } from '../../../preload/contract/signUp';
import { defaultRules } from '../../../main/domain/rules';
import { offersOf, statementsVersionOf } from '../../../main/domain/signUpOffers';
import { drawReference } from '../../../main/domain/signUpReference';

describe('the version of the statements', () => {
  test('is the same on every machine', () => {
    expect(statementsVersionOf(['I keep safe what I see or save.'])).toBe('bf8636ca');
    expect(statementsVersionOf([])).toMatch(/^[0-9a-f]{8}$/);
  });

  test('is another for other words, another order, and the same letters in other sentences', () => {
    const versions = [['ab', 'c'], ['a', 'bc'], ['c', 'ab'], ['abc'], ['ab', 'c.'], ['ab', 'C']].map(
      statementsVersionOf,
    );
    expect(new Set(versions).size).toBe(versions.length);
  });

  test('fits the contract whatever the words are', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (statements) => {
        expect(statementsVersionOf(statements)).toMatch(/^[0-9a-f]{8}$/);
      }),
    );
  });
});

test('the kiosk is given the practice’s words and choices for sign-up, and no other rule', () => {
  const offers = offersOf({ ...defaultRules, recordStatements: ['I agree.'], identityCheckHours: 'From 2pm to 4pm.' });
  expect(signUpOffersSchema.strict().parse(offers)).toEqual(offers);
  expect(offers).toMatchObject({
    statements: ['I agree.'],
    statementsVersion: statementsVersionOf(['I agree.']),
    identityCheckHours: 'From 2pm to 4pm.',
    photoDocuments: defaultRules.photoDocuments,
  });
});

describe('a reference', () => {
  test('can be read back, whatever chance gives', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 }), (numbers) => {
        let next = 0;
        const reference = drawReference(() => numbers[next++] ?? 0);
        expect(next).toBe(6);
        expect(readReference(reference)).toBe(reference);
      }),
    );
  });

  test('may have any character in any place', () => {
    const step = 1 / referenceAlphabet.length;
    const drawn = [...referenceAlphabet].map((_, index) => drawReference(() => index * step + step / 2));
    expect(drawn.map((reference) => reference.charAt(5)).join('')).toBe(referenceAlphabet);
  });
});
