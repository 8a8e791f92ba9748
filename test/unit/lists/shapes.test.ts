import { describe, expect, test } from 'vitest';
import {
  emisTable,
  exampleDay,
  makeRow,
  makeRows,
  systmOneTable,
  toBytes,
  toText,
  withCells,
  withColumn,
  withoutColumn,
  withMonthName,
} from '../../support/listFiles';
import { readContent, readTable } from './readWhole';

const rows = makeRows(12);
const emis = emisTable(rows);
const systmOne = systmOneTable(rows);
const births = rows.map((row) => row.dateOfBirth);

/** Every row arrived whole: as many as were written, none bad, the right dates of birth in the right order. */
async function expectAllRows(reading: ReturnType<typeof readTable>): Promise<void> {
  const { finished, appointments } = await reading;
  expect(finished).toMatchObject({ rows: 12, bad: 0, otherDays: 0, problems: [] });
  expect(appointments.map((appointment) => appointment.patient.dateOfBirth)).toEqual(births);
}

describe('A day list is recognised', { timeout: 60_000 }, () => {
  test('an EMIS Web report by its headings', async () => {
    const { opened } = await readTable(emis);
    expect(opened).toEqual({ kind: 'opened', file: 'list.csv', profile: 'emis', source: 'emis' });
  });

  test('a SystmOne export by its headings', async () => {
    const { opened } = await readTable(systmOne);
    expect(opened).toEqual({ kind: 'opened', file: 'list.csv', profile: 'systmone', source: 'systmone' });
  });

  test.each([
    ["Session Holder's Full Name", 'Session Holder’s Full Name'],
    ['SESSION HOLDERS FULL NAME', 'Session Holder’s Full Name'],
    ['  Session   Holder‘s Full-Name: ', 'Session Holder’s Full Name'],
    ["Patient's Date of Birth", 'Date of Birth'],
    ['D.O.B.', 'Date of Birth'],
    ['Surname', 'Family Name'],
    ['Forename(s)', 'Given Name'],
  ])('the heading %j does for %j', async (heading, usual) => {
    const [headings = [], ...body] = emis;
    await expectAllRows(readTable([headings.map((cell) => (cell === usual ? heading : cell)), ...body]));
  });

  test.each(["Patient's Name", 'Full Name', 'Patient'])(
    'an EMIS report may name the patient in one column, %j',
    async (heading) => {
      const oneColumn = withColumn(
        withoutColumn(withoutColumn(emis, 'Family Name'), 'Given Name'),
        heading,
        (index) => `${rows[index]?.lastName}, ${rows[index]?.firstName} (Mrs)`,
      );
      const { appointments } = await readTable(oneColumn);
      expect(appointments.map(({ patient }) => [patient.lastName, patient.firstName])).toEqual(
        rows.map((row) => [row.lastName, row.firstName]),
      );
    },
  );

  test('columns may stand in any order, with others between them', async () => {
    const turned = withColumn(emis, 'Reason', () => 'private words').map((cells) => [...cells].reverse());
    const { appointments } = await readTable(turned);
    expect(appointments).toHaveLength(12);
    expect(JSON.stringify(appointments)).not.toContain('private words');
  });
});

describe('A day list is read in the shape it comes in', { timeout: 60_000 }, () => {
  test.each(['emis', 'systmone'] as const)('%s: lines above the headings and a totals row below', async (system) => {
    const table = system === 'emis' ? emis : systmOne;
    const preamble = [
      'Appointments for today,,,',
      'Run: 23/11/2026 07:55',
      '',
      '"Filter: all sites, all ""open"" sessions"',
    ];
    await expectAllRows(readTable(table, { preamble, footer: ['Total,12,,,', '', 'Printed by reception'] }));
  });

  test('up to 49 lines above the headings', async () => {
    await expectAllRows(readTable(emis, { preamble: Array.from({ length: 49 }, (_, line) => `note ${line}`) }));
  });

  test.each([
    ['utf8', true],
    ['utf8', false],
    ['utf16le', true],
    ['utf16le', false],
    ['utf16-be', true],
    ['utf16-be', false],
    ['windows1252', false],
  ] as const)('%s, byte-order mark: %s', async (encoding, hasByteOrderMark) => {
    const { appointments } = await readTable(emis, { encoding, hasByteOrderMark });
    expect(appointments.map(({ patient }) => patient.lastName)).toEqual(rows.map((row) => row.lastName));
  });

  test('Windows-1252 whose first marked letter comes after 300 KB', async () => {
    const many = makeRows(4000, { lastName: 'SMITH', firstName: 'Tom' });
    const last = makeRow(4000, { lastName: 'NÚÑEZ' });
    const headings = emisTable([]).map((cells) => cells.map((cell) => cell.replace('’', "'")));
    const table = [...headings, ...emisTable([...many, last]).slice(1)];
    const { appointments } = await readTable(table, { encoding: 'windows1252' });
    expect(appointments).toHaveLength(4001);
    expect(appointments.at(-1)?.patient.lastName).toBe('NÚÑEZ');
  });

  test.each([',', ';', '\t'] as const)('cells divided by %j', async (delimiter) => {
    await expectAllRows(readTable(emis, { delimiter }));
    await expectAllRows(readTable(systmOne, { delimiter, isEveryCellQuoted: true }));
  });

  test.each(['\n', '\r\n', '\r'] as const)('lines ended by %j, the last one or not', async (lineBreak) => {
    await expectAllRows(readTable(emis, { lineBreak }));
    await expectAllRows(readTable(systmOne, { lineBreak, endsWithLineBreak: false, isEveryCellQuoted: true }));
  });

  test('the preamble may end its lines in another way than the rows', async () => {
    await expectAllRows(readContent(`Report\nRun\n\n${toText(emis)}`));
  });

  test('quoted commas, quotes and line breaks stay in their cell, and lines are counted as an editor does', async () => {
    const table = withCells(
      withCells(emis, 'Location’s Name', { 0: 'Main Surgery,\r\n"Upper"\r\nFloor' }),
      'Current Slot Status',
      { 1: 'odd word' },
    );
    const { appointments, finished } = await readTable(table);
    expect(appointments[0]).toMatchObject({ line: 2, location: 'Main Surgery, "Upper" Floor' });
    expect(appointments[1]).toMatchObject({ line: 6 });
    expect(finished.problems).toEqual([{ line: 5, reason: '“Current Slot Status” is not a status we know' }]);
  });

  test('a quotation mark inside an unquoted cell is part of it', async () => {
    const { appointments } = await readContent(toText(emis).replace(',Ruth,', ',Ruth "Ru" Ann,'));
    expect(appointments[0]?.patient.firstName).toBe('Ruth "Ru" Ann');
  });

  test('dates of birth with two-digit years are never in the future', async () => {
    const table = withCells(systmOneTable(makeRows(2)), 'DOB', {
      0: withMonthName('2026-11-23', 2),
      1: withMonthName('1926-11-24', 2),
    });
    const { appointments } = await readTable(table);
    expect(appointments.map(({ patient }) => patient.dateOfBirth)).toEqual(['2026-11-23', '1926-11-24']);
  });

  test('exports that shield cells from a spreadsheet are unshielded', async () => {
    let table = withCells(emis, 'NHS Number', (cell) => `="${cell.replaceAll(' ', '')}"`);
    table = withCells(table, 'EMIS Number', (cell) => `'${cell}`);
    table = withCells(table, 'Family Name', { 0: "'-KHAN", 1: "'=SMITH", 2: "'t Hart" });
    const { appointments } = await readTable(table);
    expect(appointments.map(({ patient }) => patient.nhsNumber)).toEqual(rows.map((row) => row.nhsNumber));
    expect(appointments.map(({ patient }) => patient.sourcePatientId)).toEqual(rows.map((row) => row.patientId));
    expect(appointments.slice(0, 3).map(({ patient }) => patient.lastName)).toEqual(['-KHAN', '=SMITH', "'t Hart"]);
  });

  test('one column may hold date and time', async () => {
    const both = withColumn(
      withoutColumn(withoutColumn(emis, 'Appointment Date'), 'Appointment Time'),
      'Appointment Date/Time',
      (index) => `${exampleDay}T${rows[index]?.time}:00`,
    );
    const { appointments } = await readTable(both);
    expect(appointments.map(({ start }) => start)).toEqual(rows.map((row) => `${exampleDay}T${row.time}`));
  });

  test('a column named Start may hold the time alone', async () => {
    const [headings = [], ...body] = emis;
    await expectAllRows(readTable([headings.map((cell) => (cell === 'Appointment Time' ? 'Start' : cell)), ...body]));
  });

  test('a spreadsheet’s line naming the delimiter comes before the headings', async () => {
    await expectAllRows(readTable(emis, { delimiter: ';', preamble: ['sep=;'] }));
  });

  test('an end time gives the length where no column says it', async () => {
    const table = withColumn(withoutColumn(emis, 'Planned Appointment Duration'), 'End Time', (index) =>
      (rows[index]?.time ?? '').replace(/\d$/, '8'),
    );
    const { appointments } = await readTable(table);
    expect(appointments.every(({ durationMinutes }) => durationMinutes === 8)).toBe(true);
  });

  test('a file of several megabytes tells how far it has got', async () => {
    const { events, finished, appointments } = await readContent(toBytes(emisTable(makeRows(12_000))));
    const progress = events.filter((event) => event.kind === 'progress');
    expect(finished.rows).toBe(12_000);
    expect(appointments.map(({ line }) => line)).toEqual(Array.from({ length: 12_000 }, (_, index) => index + 2));
    expect(progress.length).toBeGreaterThan(2);
    expect(progress.at(-1)).toMatchObject({ bytesRead: progress.at(-1)?.bytesTotal });
    expect(Math.max(...events.map((event) => (event.kind === 'rows' ? event.rows.length : 0)))).toBeLessThanOrEqual(
      200,
    );
  });
});

describe('Blank cells that repeat the cell above', { timeout: 60_000 }, () => {
  const sorted = makeRows(12).sort((one, other) => one.clinician.lastName.localeCompare(other.clinician.lastName));
  const blankRepeats = (table: string[][], heading: string): string[][] => {
    let above = '';
    return withCells(table, heading, (cell) => {
      const shown = cell === above ? '' : cell;
      above = cell;
      return shown;
    });
  };

  test('are filled for date, clinician and place in a grouped report', async () => {
    let table = emisTable(sorted);
    const whole = await readTable(table);
    for (const heading of [
      'Appointment Date',
      'Session Holder’s Full Name',
      'Session Holder’s User Type',
      'Location’s Name',
    ])
      table = blankRepeats(table, heading);
    expect(table.flat().filter((cell) => cell === '').length).toBeGreaterThan(30);
    const grouped = await readTable(table);
    expect(grouped.appointments).toEqual(whole.appointments);
    expect(grouped.finished.bad).toBe(0);
  });

  test('are filled from a line of its own that names the group', async () => {
    const [headings = [], ...body] = withCells(emisTable(sorted), 'Appointment Date', (cell, index) =>
      index === 0 ? cell : '',
    );
    const { finished } = await readTable([headings, ...body.slice(0, 6), headings.map(() => ''), ...body.slice(6)]);
    expect(finished).toMatchObject({ rows: 12, bad: 0 });
  });

  test('are not filled from a footer between two pages', async () => {
    const [headings = [], ...body] = withCells(emisTable(sorted), 'Appointment Date', (cell, index) =>
      index === 0 ? cell : '',
    );
    const footer = headings.map((_, index) => (index === 0 ? 'Printed by reception' : ''));
    const { finished } = await readTable([headings, ...body.slice(0, 6), footer, ...body.slice(6)]);
    expect(finished).toMatchObject({ rows: 12, bad: 0, problems: [] });
  });

  test('are filled from a line that holds nothing but the new clinician', async () => {
    const heading = 'Session Holder’s Full Name';
    const [headings = [], ...body] = withCells(emisTable(sorted), heading, () => '');
    const lineFor = (name: string): string[] => headings.map((cell) => (cell === heading ? name : ''));
    const first = withCells([headings, ...body], heading, { 0: 'RAO, Anita (Dr)' });
    const { appointments } = await readTable([...first.slice(0, 7), lineFor('WEST, Carol (Nurse)'), ...first.slice(7)]);
    expect(appointments.map(({ clinician }) => clinician)).toEqual([
      ...Array.from({ length: 6 }, () => 'Dr Anita Rao'),
      ...Array.from({ length: 6 }, () => 'Nurse Carol West'),
    ]);
  });

  test('are gaps in an ordinary list: the row is reported', async () => {
    const { finished, appointments } = await readTable(
      withCells(emisTable(sorted), 'Session Holder’s Full Name', { 4: '' }),
    );
    expect(appointments).toHaveLength(11);
    expect(finished.problems).toEqual([{ line: 6, reason: '“Session Holder’s Full Name” is blank' }]);
  });

  test('are never filled where they are about the patient', async () => {
    const table = withCells(emisTable(makeRows(6)), 'Date of Birth', (cell, index) => (index === 0 ? cell : ''));
    const { finished, appointments } = await readTable(table);
    expect(appointments).toHaveLength(1);
    expect(finished).toMatchObject({ rows: 6, bad: 5 });
  });
});
