import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeCell } from '../../../../main/domain/desk/csv';
import { linesOf } from '../../../../main/services/desk/auditCsv';

const starts = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
/** Texts as people and attackers write them: often with a sign in front, with quotes, separators and line ends inside. */
const text = fc
  .tuple(fc.constantFrom('', ...starts), fc.string({ unit: 'grapheme' }), fc.constantFrom('', '"', ',', ';', '\r\n='))
  .map((parts) => parts.join(''));

test.each(['=1+1', '+44', '-2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1'])('%j gets an apostrophe', (cell) => {
  expect(safeCell(cell)).toBe(`'${cell}`);
});

test.each(['', 'Dr Anita Rao', '2026-11-23T10:00:00.000Z', '{"a":"=1"}', "'=1"])('%j stays as it is', (cell) => {
  expect(safeCell(cell)).toBe(cell);
});

test('no cell begins with what a spreadsheet takes for a formula, and nothing but the apostrophe is added', () => {
  fc.assert(
    fc.property(text, (cell) => {
      const safe = safeCell(cell);
      expect(starts.some((start) => safe.startsWith(start))).toBe(false);
      expect([cell, `'${cell}`]).toContain(safe);
    }),
  );
});

test('lines read back as the safe cells, whatever the cells hold', () => {
  fc.assert(
    fc.property(fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { minLength: 1 }), (lines) => {
      const written = linesOf(lines);
      expect(parse(written, { record_delimiter: '\r\n' })).toEqual(lines.map((cells) => cells.map(safeCell)));
    }),
  );
});
