import { describe, expect, test } from 'vitest';
import type { ListedAppointment } from '../../../main/domain/types';
import { recognise } from '../../../main/lists/headings';
import { readMarking } from '../../../main/lists/markings';
import { saysNeed } from '../../../main/lists/needs';
import { builtInProfiles } from '../../../main/lists/profiles';
import { remarkHeadings } from '../../../main/lists/remarkHeadings';
import { foldWords } from '../../../main/lists/words';
import { emisTable, makeRow, makeRows, systmOneTable, toText, withColumn } from '../../support/listFiles';
import { readContent, readTable } from './readWhole';

const both = [
  ['an EMIS list', emisTable],
  ['a SystmOne list', systmOneTable],
] as const;

/** What stands beside the status of each row. */
const remarksOf = (rows: readonly ListedAppointment[]): unknown[] =>
  rows.map(({ marking, patientMarking, hasNeed }) => [marking, patientMarking, hasNeed]);

describe('A word in a column that marks for check-in', () => {
  test.each([
    ['', 'none'],
    ['No', 'none'],
    ['NONE', 'none'],
    ['n', 'none'],
    ['0', 'none'],
    ['false', 'none'],
    ['N/A', 'none'],
    ['-', 'none'],
    ['Not private', 'none'],
    ['09:55', 'none'],
    ['Yes', 'private'],
    ['y', 'private'],
    ['TRUE', 'private'],
    ['1', 'private'],
    ['✓', 'private'],
    ['Private', 'private'],
    ['confidential', 'private'],
    ['Confidential - do not announce', 'private'],
    ['Do not announce', 'private'],
    ['DON’T ANNOUNCE', 'private'],
    ['Private, do not call out', 'private'],
    ['Private: see reception', 'private'],
    ['See reception', 'seeReception'],
    ['Reception', 'seeReception'],
    ['Please see reception', 'seeReception'],
    ['Speak to reception', 'seeReception'],
    ['Do not check in - please speak to the reception team', 'seeReception'],
    ['No longer confidential', 'unknownWord'],
    ['need not see reception', 'unknownWord'],
    ['Perhaps', 'unknownWord'],
    ['Receptionist interview', 'unknownWord'],
    ['★', 'unknownWord'],
    ['constructor', 'unknownWord'],
  ] as const)('%j says %s', (word, marking) => {
    expect(readMarking(word)).toBe(marking);
  });
});

describe('A word in a column about communication', () => {
  test.each(['', '-', '?', 'No', 'NONE', 'n', 'None known', 'not needed', 'Not required', 'English', 'ENGLISH', 'N/A'])(
    '%j names no need',
    (word) => {
      expect(saysNeed(word)).toBe(false);
    },
  );
  test.each([
    'Yes',
    '✓',
    'Polish',
    'BSL',
    'Large print',
    'British Sign Language',
    'العربية',
    'Needs English interpreter',
  ])('%j names a need', (word) => {
    expect(saysNeed(word)).toBe(true);
  });
});

describe('A column that says more', { timeout: 60_000 }, () => {
  test.each([
    ...remarkHeadings.marking.map((heading) => [heading, 'Private', ['private', 'none', false]] as const),
    ...remarkHeadings.patientMarking.map((heading) => [heading, 'yes', ['none', 'private', false]] as const),
    ...remarkHeadings.patientFlag.map(
      (heading) => [heading, 'see reception', ['none', 'seeReception', false]] as const,
    ),
    ...remarkHeadings.patientWarning.map(
      (heading) => [heading, 'Please see reception', ['none', 'seeReception', false]] as const,
    ),
    ...remarkHeadings.need.map((heading) => [heading, 'Polish', ['none', 'none', true]] as const),
  ])('%s is read from a list of either system', async (heading, cell, remarks) => {
    for (const [, makeTable] of both) {
      const table = withColumn(makeTable(makeRows(3)), heading.toUpperCase(), (row) => (row === 1 ? cell : ''));
      const { appointments, finished } = await readTable(table);
      const plain = ['none', 'none', false];
      expect(remarksOf(appointments)).toEqual([plain, remarks, plain]);
      expect(finished).toMatchObject({ rows: 3, bad: 0, problems: [] });
    }
  });

  test.each(both)('is optional in %s: without any of them nothing is marked', async (_, makeTable) => {
    const { appointments } = await readTable(makeTable(makeRows(2)));
    expect(remarksOf(appointments)).toEqual([
      ['none', 'none', false],
      ['none', 'none', false],
    ]);
  });

  test('may stand there more than once: every need counts, and the strongest marking', async () => {
    let table = emisTable(makeRows(4));
    for (const [heading, cells] of [
      ['Check-in note', ['see reception', '', 'Private', 'No']],
      ['Private', ['No', 'Yes', 'No', '']],
      ['Patient warning', ['', 'Please see reception', '', '']],
      ['Confidential patient', ['Yes', '', '', '']],
      ['Patient flag', ['see reception', '', '', '']],
      ['Interpreter required', ['No', 'Yes', '', '']],
      ['Main spoken language', ['English', 'Polish', 'Somali', '']],
      ['Communication needs', ['', '', '', 'None']],
    ] as const)
      table = withColumn(table, heading, (row) => cells[row] ?? '');
    expect(remarksOf((await readTable(table)).appointments)).toEqual([
      ['seeReception', 'private', false],
      ['private', 'seeReception', true],
      ['private', 'none', true],
      ['none', 'none', false],
    ]);
  });

  test('with a word that is not known sends the patient to reception, and staff are told the line', async () => {
    const table = withColumn(emisTable(makeRows(3)), 'Check-in note', (row) => (row === 1 ? 'Zebra' : ''));
    const { appointments, finished } = await readTable(table);
    expect(appointments.map(({ marking }) => marking)).toEqual(['none', 'seeReception', 'none']);
    expect(finished).toEqual({
      kind: 'finished',
      rows: 3,
      bad: 0,
      otherDays: 0,
      problems: [
        {
          line: 3,
          reason:
            '“Check-in note” holds a word we do not know; at the kiosk the patient is asked to speak to reception',
        },
      ],
    });
  });

  test('is told together with a bad NHS number of the same row', async () => {
    const rows = makeRows(2, { nhsNumber: '9991234567', patientMarking: 'Zebra', marking: 'Zebra' });
    const { finished } = await readTable(emisTable(rows.slice(1)));
    expect(finished.problems).toEqual([
      {
        line: 2,
        reason:
          '“NHS Number” is not a valid NHS number; the appointment is loaded without it; “Check-in note” holds a word we do not know; at the kiosk the patient is asked to speak to reception; “Confidential Patient” holds a word we do not know; at the kiosk the patient is asked to speak to reception',
      },
    ]);
  });

  test('of flags and warnings of every kind is left alone where it is not about privacy or reception', async () => {
    const cells = ['Diabetic register', 'Yes', 'Please speak to reception', 'Carer'];
    const warned = withColumn(systmOneTable(makeRows(4)), 'Patient warning', (row) => cells[row] ?? '');
    const read = await readTable(warned);
    expect(read.appointments.map((row) => row.patientMarking)).toEqual(['none', 'none', 'seeReception', 'none']);
    expect(read.finished.problems).toEqual([]);
    const flagged = withColumn(systmOneTable(makeRows(4)), 'Patient flag', (row) => cells[row] ?? '');
    const other = await readTable(flagged);
    expect(other.appointments.map((row) => row.patientMarking)).toEqual(['none', 'private', 'seeReception', 'none']);
    expect(other.finished.problems).toEqual([]);
  });

  test('keeps none of its words', async () => {
    const row = makeRow(0, { marking: 'Zyxwvut', patientMarking: 'Private qwertz', needs: 'Volapük' });
    for (const [, makeTable] of both) {
      const { events } = await readTable(makeTable([row]));
      expect(JSON.stringify(events)).not.toMatch(/zyxwvut|qwertz|volap/i);
    }
  });

  test('is never taken from a field, and a file is as much recognised with as without it', () => {
    const fieldHeadings = new Set(
      builtInProfiles
        .flatMap(({ own, common }) => [...Object.values(own), ...Object.values(common)].flat())
        .map(foldWords),
    );
    const more = Object.values(remarkHeadings).flat();
    expect(more.filter((heading) => fieldHeadings.has(foldWords(heading)))).toEqual([]);
    for (const [, makeTable] of both) {
      const [headings = []] = makeTable([]);
      expect(recognise([...more, ...headings], builtInProfiles)).toMatchObject({
        score: recognise(headings, builtInProfiles)?.score,
        missing: [],
      });
    }
    expect(recognise(more, builtInProfiles)).toBeNull();
  });

  test('is read in a row that leaves out its last cells', async () => {
    const table = withColumn(emisTable(makeRows(3)), 'Private', (row) => (row === 0 ? 'Yes' : ''));
    const lines = toText(table).split('\r\n');
    const short = lines.map((line, index) => (index === 2 ? line.replace(/,$/, '') : line));
    expect((await readContent(short.join('\r\n'))).appointments.map(({ marking }) => marking)).toEqual([
      'private',
      'none',
      'none',
    ]);
  });
});
