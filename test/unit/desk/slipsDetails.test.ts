import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slipProblemSchema } from '../../../preload/contract/rules/slipValues';
import {
  detailProblems,
  firstPaper,
  lookAlikeSentences,
  noDetails,
  problemsOfRefusal,
  slipPrinters,
  spelledGroups,
  tidyDetails,
} from '../../../renderer/desk/slips/details';
import { slipRows } from '../../../renderer/desk/slips/slipRows';
import { applicationRow } from './applicationRows';

describe('the details that are typed', () => {
  test('lose what was copied with them, and the NHS App alone has none', () => {
    const boxes = { odsCode: ' a12345', accountId: '4455667788\u200b', secret: 'pX7kR2mQ9tB4v\n' };
    expect(tidyDetails('emis', (field) => boxes[field])).toEqual({
      odsCode: 'A12345',
      accountId: '4455667788',
      secret: 'pX7kR2mQ9tB4v',
    });
    expect(tidyDetails('nhsApp', (field) => boxes[field])).toEqual(noDetails);
  });

  test('are looked at one by one', () => {
    expect(detailProblems('systmOne', { odsCode: 'A12345', accountId: '', secret: 'a–b–c–d' })).toEqual({
      accountId: 'missing',
      secret: 'characters',
    });
    expect(detailProblems('nhsApp', noDetails)).toEqual({});
  });

  test('are told of by the machine in kinds, and whatever else it says is left alone', () => {
    const problems = [
      { field: 'secret', problem: 'isNhsNumber' },
      { field: 'secret', problem: 'tooLong' },
      { field: 'other', problem: 'missing' },
      { field: 'odsCode', problem: 'other' },
      null,
    ];
    expect(problemsOfRefusal({ problems })).toEqual({ secret: 'isNhsNumber' });
    for (const data of [undefined, null, 3, {}, { problems: 'x' }]) expect(problemsOfRefusal(data)).toEqual({});
    expect(slipProblemSchema.options).toContain('isNhsNumber');
  });

  test('are spelled in the groups that are printed', () => {
    expect(spelledGroups('R0-l')).toEqual([{ group: 'R0-l', words: 'capital R, zero, hyphen, small l' }]);
  });

  test('are spelled to the last character, whatever they are', () => {
    const character = fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(fc.array(character, { minLength: 1, maxLength: 40 }), (characters) => {
        const groups = spelledGroups(characters.join(''));
        expect(groups.map(({ group }) => group).join('')).toBe(characters.join(''));
        const words = groups.flatMap((one) => one.words.split(', '));
        expect(words).toHaveLength(characters.length);
        expect(new Set(words).size).toBe(new Set(characters).size);
      }),
    );
  });

  test('warn of each look-alike once, and say nothing where nothing is alike', () => {
    expect(lookAlikeSentences('secret', '0A0A')).toEqual(['0 is zero, not capital O or small o']);
    expect(lookAlikeSentences('secret', 'A7R4')).toEqual([]);
    expect(lookAlikeSentences('accountId', '4455100')).toEqual([]);
    expect(lookAlikeSentences('odsCode', 'A12345')).toEqual([]);
  });
});

describe('the paper to begin with', () => {
  test('is the first that has a printer, else A4', () => {
    const none = { a4: null, a5: null, roll80: null, roll58: null };
    expect(firstPaper(none)).toBe('a4');
    expect(firstPaper({ ...none, roll80: 'Receipts', roll58: 'Small' })).toBe('roll80');
  });
});

describe('the printers to choose from', () => {
  test('are all but the one where patients stand', () => {
    const printer = (name: string) => ({ name, description: '', location: '', state: 'ready' as const, reasons: [] });
    const printers = [printer('Office'), printer('Tickets')];
    expect(slipPrinters({ printers, kioskPrinter: { printer: 'Tickets', size: 'roll80' } })).toEqual([printers[0]]);
    expect(slipPrinters({ printers, kioskPrinter: null })).toEqual(printers);
    expect(slipPrinters({ printers: null, kioskPrinter: null })).toBeNull();
  });
});

describe('the applications of the Slips tab', () => {
  test('are those at their slip, then those one step before it with why not', () => {
    const rows = [
      applicationRow(1, { next: 'createAccount' }),
      applicationRow(2, { next: 'handOver' }),
      applicationRow(3, { next: 'confirmRecordOff' }),
      applicationRow(4, { next: 'decide' }),
      applicationRow(5, { next: 'handOver', ended: 'withdrawn', endedAt: '2026-11-23T10:00:00.000Z' }),
    ];
    expect(slipRows(rows).map(({ row, refusal }) => [row.applicationId, refusal])).toEqual([
      [rows[1]?.applicationId, null],
      [rows[0]?.applicationId, 'accountNotCreated'],
      [rows[2]?.applicationId, 'recordMustBeOff'],
    ]);
  });
});
