import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprint } from '../../../main/lists/fingerprint';
import { emisTable, makeRows } from '../../support/listFiles';

test('equal texts have equal fingerprints and different ones different', () => {
  const texts = fc.array(fc.string({ maxLength: 5 }), { maxLength: 5 });
  fc.assert(
    fc.property(texts, texts, (one, other) => {
      const isSame = JSON.stringify(one) === JSON.stringify(other);
      expect(fingerprint([one]) === fingerprint([[...other]])).toBe(isSame);
    }),
  );
});

test('where a cell ends counts', () => {
  expect(fingerprint([['ab', 'c']])).not.toBe(fingerprint([['a', 'bc']]));
  expect(fingerprint([['', 'a']])).not.toBe(fingerprint([['a', '']]));
});

test('the rows of the largest export all differ', () => {
  const rows = emisTable(makeRows(30_000)).slice(1);
  expect(new Set(rows.map((row) => fingerprint([row]))).size).toBe(30_000);
});
