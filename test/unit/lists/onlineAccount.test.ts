import { describe, expect, test } from 'vitest';
import { readOnlineAccount } from '../../../main/lists/onlineAccount';
import { mappableFields } from '../../../main/lists/mapping';
import { commonHeadings } from '../../../main/lists/profileHeadings';
import { suggestMapping } from '../../../main/lists/suggestMapping';
import { foldWords } from '../../../main/lists/words';
import { emisTable, makeRows, systmOneTable, withColumn } from '../../support/listFiles';
import { readTable } from './readWhole';

describe('a word about an online account', () => {
  test.each([
    ['Yes', true],
    ['y', true],
    ['TRUE', true],
    ['1', true],
    ['Registered', true],
    ['active', true],
    ['✓', true],
    ['No', false],
    ['n', false],
    ['False', false],
    ['0', false],
    ['None', false],
    ['Not registered', false],
    ['NOT-REGISTERED', false],
    ['No account', false],
    ['', null],
    ['-', null],
    ['?', null],
    ['Unknown', null],
    ['Inactive', null],
    ['Suspended', null],
    ['Declined', null],
    ['Deactivated by patient', null],
    ['constructor', null],
  ])('%j says %j', (word, said) => {
    expect(readOnlineAccount(word)).toBe(said);
  });
});

describe('the column of a list', () => {
  const cells = ['Yes', 'No', '', 'Perhaps'];
  test.each([
    ['an EMIS list', emisTable],
    ['a SystmOne list', systmOneTable],
  ])('is read in %s under every heading we know, and is not missed where there is none', async (_name, makeTable) => {
    const rows = makeRows(4);
    for (const heading of commonHeadings.onlineAccount ?? []) {
      const table = withColumn(makeTable(rows), heading, (index) => cells[index] ?? '');
      const { appointments, finished } = await readTable(table);
      const said = appointments.map(({ hasOnlineAccount }) => hasOnlineAccount);
      expect(said, heading).toEqual([true, false, null, null]);
      expect(finished.problems).toEqual([]);
    }
    const { appointments } = await readTable(makeTable(rows));
    expect(appointments.map(({ hasOnlineAccount }) => hasOnlineAccount)).toEqual([null, null, null, null]);
  });

  test('has headings that are of no other field', () => {
    const { onlineAccount = [], ...others } = commonHeadings;
    const taken = new Set(Object.values(others).flat().map(foldWords));
    expect(onlineAccount.filter((heading) => taken.has(foldWords(heading)))).toEqual([]);
  });

  test('can be named by staff, and is never needed', () => {
    expect(mappableFields).toContainEqual({ field: 'onlineAccount', isNeeded: false });
    expect(suggestMapping(['Registered on-line', 'Patient ID', 'Patient name'])).toEqual({
      onlineAccount: 'Registered on-line',
      patientId: 'Patient ID',
      patientName: 'Patient name',
    });
  });
});
