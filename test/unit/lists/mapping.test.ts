import { describe, expect, test } from 'vitest';
import type { Day } from '../../../preload/contract/rules/dates';
import { UnusableFile } from '../../../main/domain/list';
import { mappableFields, problemOf } from '../../../main/lists/mapping';
import { readList } from '../../../main/lists/readList';
import { seeHeadings } from '../../../main/lists/seeHeadings';
import { suggestMapping } from '../../../main/lists/suggestMapping';
import {
  emisTable,
  exampleDay,
  makeRows,
  toBytes,
  toText,
  withoutColumn,
  writeListFile,
} from '../../support/listFiles';
import { collect } from './readWhole';

const whole = {
  start: 'Slot',
  clinician: 'With whom',
  status: 'State',
  dateOfBirth: 'Birthday',
  patientName: 'Who',
};
const sheet =
  'Report of today\nSlot;With whom;State;Birthday;Who;Note\n23/11/2026 09:10;Dr Rao;Booked;02/03/1950;QUILL, Ann;x\n';

function read(content: string | Buffer, mappings: { name: string; mapping: Record<string, string> }[]) {
  const path = writeListFile('sheet.csv', content);
  return collect(readList(path, 'sheet.csv', exampleDay as Day, { quietMilliseconds: 0, mappings }));
}

describe('a mapping', () => {
  test('reads a file that has all its headings, with dates, times and names as ever', async () => {
    const { opened, appointments } = await read(sheet, [{ name: 'Sheet', mapping: whole }]);
    expect(opened).toMatchObject({ profile: 'mapped:Sheet', source: 'mapped:Sheet' });
    expect(appointments).toMatchObject([
      { start: '2026-11-23T09:10', clinician: 'Dr Rao', patient: { lastName: 'QUILL', dateOfBirth: '1950-03-02' } },
    ]);
  });

  test('is not tried on a file that lacks one of its headings', async () => {
    const mapping = { ...whole, location: 'House' };
    await expect(read(sheet, [{ name: 'Sheet', mapping }])).rejects.toThrow('no row of headings');
  });

  test('leaves the export of a known system to what we know of it', async () => {
    const { opened } = await read(toBytes(emisTable(makeRows(2))), [{ name: 'Sheet', mapping: whole }]);
    expect(opened.source).toBe('emis');
  });

  test('goes before what we know, so that a file is of one source for ever', async () => {
    const [headings = []] = emisTable([]);
    const mapping = {
      date: headings[0] ?? '',
      time: headings[1] ?? '',
      clinician: headings[3] ?? '',
      status: headings[7] ?? '',
      familyName: headings[9] ?? '',
      dateOfBirth: headings[11] ?? '',
    };
    const { opened } = await read(toBytes(emisTable(makeRows(2))), [{ name: 'Old', mapping }]);
    expect(opened.source).toBe('mapped:Old');
  });

  test.each([
    [{}, 'the date'],
    [{ ...whole, status: '' }, 'no letters'],
    [{ ...whole, reason: 'Note' }, 'does not exist'],
    [{ ...whole, location: 'BIRTHDAY' }, 'chosen twice'],
    [{ date: 'a', time: 'b', clinician: 'c', status: 'd', dateOfBirth: 'e' }, 'the last name'],
  ])('that does not do says why (%#)', (mapping, why) => {
    expect(problemOf(mapping as Record<string, string>)).toContain(why);
  });

  test('may name one column for date and time, and one for the whole name', () => {
    expect(problemOf(whole)).toBeNull();
  });

  test('needs a choice of fields that does by itself', () => {
    const needed = mappableFields.filter(({ isNeeded }) => isNeeded).map(({ field }) => [field, `${field} heading`]);
    expect(problemOf(Object.fromEntries(needed) as Record<string, string>)).toBeNull();
  });
});

describe('headings nobody knows', () => {
  test.each([',', ';', '\t'] as const)('are found below a preamble, parted by "%s"', (delimiter) => {
    const text = `Our surgery${delimiter}\nPrinted 23/11/2026\n\n${sheet.split('\n').slice(1).join('\n')}`;
    const seen = seeHeadings(text.replaceAll(';', delimiter));
    expect(seen?.headings).toEqual(['Slot', 'With whom', 'State', 'Birthday', 'Who', 'Note']);
    expect(seen?.samples[0]?.[1]).toBe('Dr Rao');
  });

  test('are told with the refusal of the file, also where only one is missing', async () => {
    const table = withoutColumn(emisTable(makeRows(8)), 'Date of Birth');
    const error: unknown = await read(toText(table), []).catch((reason: unknown) => reason);
    if (!(error instanceof UnusableFile)) throw error;
    expect(error.message).toContain('no column for “Date of Birth”');
    expect(error.why.seen).toMatchObject({ suggested: { familyName: 'Family Name', postcode: 'Postcode' } });
    expect(error.why.seen?.samples).toHaveLength(5);
  });

  test('are none where a file has no headings, or too few columns for a day list', () => {
    expect(seeHeadings('09:10;Dr Rao;Booked;02/03/1950;QUILL\n09:20;Dr Rao;Booked;02/03/1951;OTTER\n')).toBeNull();
    expect(seeHeadings('Item,Price\nTea,1\n')).toBeNull();
  });

  test('are suggested by their words, in whatever order and misspelt, each once', () => {
    expect(
      suggestMapping(['Birth date of patient', 'Surnme', 'Fore-name', 'Appt. Date', 'Colour', 'Time of appt']),
    ).toEqual({
      dateOfBirth: 'Birth date of patient',
      familyName: 'Surnme',
      givenName: 'Fore-name',
      date: 'Appt. Date',
      time: 'Time of appt',
    });
  });
});
