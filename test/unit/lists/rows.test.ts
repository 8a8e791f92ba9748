import { describe, expect, test } from 'vitest';
import {
  emisTable,
  makeRow,
  makeRows,
  systmOneTable,
  toText,
  withCells,
  withColumn,
  withoutColumn,
  type MadeRow,
} from '../../support/listFiles';
import { readContent, readTable } from './readWhole';

/** Ten good rows, the fifth of them (line 6) changed. */
function emisWith(heading: string, cell: string): string[][] {
  return withCells(emisTable(makeRows(10)), heading, { 4: cell });
}

describe('A row that cannot be used is reported with its line, and the others load', { timeout: 60_000 }, () => {
  test.each([
    ['NHS Number', '9.99E+09', /“NHS Number” was shortened by a spreadsheet/],
    ['NHS Number', '9.990005E+9', /“NHS Number” was shortened by a spreadsheet/],
    ['EMIS Number', '1.00E+05', /“EMIS Number” was shortened by a spreadsheet/],
    ['Date of Birth', '', /^“Date of Birth” is blank$/],
    ['Date of Birth', '31/02/1980', /^“Date of Birth” is not a date$/],
    ['Date of Birth', '24/11/2026', /^“Date of Birth” is in the future$/],
    ['Date of Birth', '31/12/1899', /^“Date of Birth” is before 1900$/],
    ['Current Slot Status', 'Perhaps', /^“Current Slot Status” is not a status we know$/],
    ['Current Slot Status', '', /^“Current Slot Status” is blank$/],
    ['Current Slot Status', 'Slot Available', /is not a status we know for a booked appointment$/],
    ['Appointment Time', '', /^“Appointment Time” is blank$/],
    ['Appointment Time', '25:00', /^“Appointment Time” is not a time of day$/],
    ['Appointment Date', '', /^“Appointment Date” is blank$/],
    ['Appointment Date', '23/23/2026', /^“Appointment Date” is not a date$/],
    ['Session Holder’s Full Name', '', /^“Session Holder’s Full Name” is blank$/],
    ['Session Holder’s Full Name', '-', /is not a name$/],
    ['Planned Appointment Duration', '-10', /^the appointment ends before it starts$/],
    ['Family Name', '-', /^the last name is missing$/],
    ['Family Name', 'A'.repeat(10_000), /^“Family Name” is too long to be a name$/],
    ['Slot Type', 'A'.repeat(10_000), /^“Slot Type” is too long$/],
  ])('%s %j', async (heading, cell, reason) => {
    const { finished, appointments } = await readTable(emisWith(heading, cell));
    expect(appointments.map(({ line }) => line)).toEqual([2, 3, 4, 5, 7, 8, 9, 10, 11]);
    expect(finished).toMatchObject({ rows: 10, bad: 1, otherDays: 0 });
    expect(finished.problems).toEqual([{ line: 6, reason: expect.stringMatching(reason) }]);
  });

  test('no name at all', async () => {
    const table = withCells(emisWith('Family Name', ''), 'Given Name', { 4: '' });
    expect((await readTable(table)).finished).toMatchObject({
      bad: 1,
      problems: [{ line: 6, reason: 'the last name is missing' }],
    });
  });

  test('an end before the start', async () => {
    const table = withColumn(systmOneTable(makeRows(10)), 'End time', (index) => (index === 4 ? '07:00' : '19:00'));
    expect((await readTable(table)).finished).toMatchObject({
      bad: 1,
      problems: [{ line: 6, reason: 'the appointment ends before it starts' }],
    });
  });

  test('several reasons are told together', async () => {
    const table = withCells(emisWith('Date of Birth', ''), 'Current Slot Status', { 4: 'odd' });
    expect((await readTable(table)).finished.problems[0]?.reason).toBe(
      '“Current Slot Status” is not a status we know; “Date of Birth” is blank',
    );
  });

  test('more cells than headings: an unquoted comma has shifted them', async () => {
    const text = toText(emisTable(makeRows(10)));
    const { finished } = await readContent(text.replace(',LI,', ',LI,Wei,'));
    expect(finished).toMatchObject({
      rows: 10,
      bad: 1,
      problems: [{ line: 10, reason: 'the row has more cells than there are headings' }],
    });
  });

  test('a quotation mark that runs two rows together costs two', async () => {
    const text = toText(emisTable(makeRows(10))).replace(',LI,', ',"LI,');
    const { finished, appointments } = await readContent(text);
    expect(finished.rows).toBe(10);
    expect(finished.bad).toBe(2);
    expect(appointments).toHaveLength(8);
    expect(finished.problems[0]?.reason).toContain('lines 10 to 11');
  });

  test('a quotation mark closed on the next row hides nobody, even where the cells that are left make a good row', async () => {
    const plain = withCells(emisTable(makeRows(10)), 'Session Holder’s Full Name', () => 'Dr Anita Rao');
    const table = plain.map((row) => [...row.slice(0, 5), ...row.slice(6), row[5] ?? '']);
    const lines = toText(table).split(/\r?\n/);
    const [first = '', second = ''] = [lines[3], lines[4]].map((line) => line ?? '');
    const place = first.split(',').at(-1) ?? '';
    expect(place).not.toBe('');
    lines[3] = first.slice(0, -place.length) + `"${place}`;
    lines[4] = `${second}"`;
    const { finished, appointments } = await readContent(lines.join('\n'));
    expect(appointments).toHaveLength(8);
    expect(finished).toMatchObject({ rows: 10, bad: 2 });
    expect(new Set(appointments.map(({ location }) => location)).size).toBeLessThanOrEqual(2);
  });

  test('at most a thousand are listed, all are counted', async () => {
    const { finished } = await readTable(withCells(emisTable(makeRows(1500)), 'Date of Birth', () => ''));
    expect(finished).toMatchObject({ rows: 1500, bad: 1500 });
    expect(finished.problems).toHaveLength(1000);
  });

  test('problems quote nothing from the row', async () => {
    const secret: Partial<MadeRow> = {
      lastName: 'ZYXWVUT',
      firstName: 'Qqqq',
      postcode: 'ZZ99 9ZZ',
      nhsNumber: '9.87654E+09',
      dateOfBirth: '1850-01-02',
      status: 'Hidden',
      time: '99:99',
    };
    const { finished } = await readTable(emisTable([...makeRows(3), makeRow(3, secret)]));
    expect(finished.bad).toBe(1);
    for (const value of [...Object.values(secret).map(String), '02/01/1850'])
      expect(JSON.stringify(finished.problems)).not.toContain(value);
  });
});

describe('A row that can be used', { timeout: 60_000 }, () => {
  test('has an empty NHS number without a remark', async () => {
    const { appointments, finished } = await readTable(emisWith('NHS Number', ''));
    expect(appointments[4]?.patient.nhsNumber).toBeNull();
    expect(finished).toMatchObject({ bad: 0, problems: [] });
  });

  test.each(['999 123 4567', '0000000000', 'unknown'])(
    'loses an NHS number that fails the check, %j, with a remark',
    async (cell) => {
      const { appointments, finished } = await readTable(emisWith('NHS Number', cell));
      expect(appointments[4]?.patient.nhsNumber).toBeNull();
      expect(finished).toMatchObject({
        rows: 10,
        bad: 0,
        problems: [{ line: 6, reason: '“NHS Number” is not a valid NHS number; the appointment is loaded without it' }],
      });
    },
  );

  test.each([
    ['ls6 5rt', 'LS65RT'],
    ['LS65RT', 'LS65RT'],
    ['', null],
    ['-', null],
    ['unknown address', null],
  ])('has the postcode %j folded to %j', async (cell, folded) => {
    expect((await readTable(emisWith('Postcode', cell))).appointments[4]?.patient.postcode).toBe(folded);
  });

  test('is whole: every field of an EMIS row', async () => {
    const row = makeRow(2, {
      lastName: 'VAN DER BERG',
      slotType: 'Telephone consultation',
      status: 'Arrived',
      location: 'Branch Surgery',
    });
    const { appointments } = await readTable(withColumn(emisTable([row]), 'Slot ID', () => 'S-77'));
    expect(appointments).toEqual([
      {
        patient: {
          nhsNumber: row.nhsNumber,
          sourcePatientId: row.patientId,
          lastName: 'VAN DER BERG',
          firstName: 'Ruth',
          dateOfBirth: row.dateOfBirth,
          postcode: row.postcode.replace(' ', ''),
        },
        sourceAppointmentId: 'S-77',
        start: `2026-11-23T${row.time}`,
        durationMinutes: 10,
        clinician: 'Nurse Carol West',
        isNurseLed: true,
        location: 'Branch Surgery',
        slotType: 'Telephone consultation',
        mode: 'phone',
        status: 'arrived',
        marking: 'none',
        patientMarking: 'none',
        hasNeed: false,
        hasOnlineAccount: null,
        line: 2,
      },
    ]);
  });

  test('may be a cancelled one, one that was missed, or at another site: they load as what they are', async () => {
    const rows = [
      makeRow(0, { status: 'Cancelled' }),
      makeRow(1, { status: 'DNA' }),
      makeRow(2, { location: 'Branch Surgery' }),
    ];
    const { appointments } = await readTable(systmOneTable(rows));
    expect(appointments.map(({ status, location }) => [status, location])).toEqual([
      ['cancelled', 'Main Surgery'],
      ['didNotAttend', 'Main Surgery'],
      ['booked', 'Branch Surgery'],
    ]);
  });

  test('stands beside the next slot of the same patient: both are kept', async () => {
    const rows = [makeRow(0, { time: '10:00' }), makeRow(0, { time: '10:10' })];
    const { appointments } = await readTable(emisTable(rows));
    expect(appointments.map(({ start }) => start)).toEqual(['2026-11-23T10:00', '2026-11-23T10:10']);
  });

  test('counts once when the file repeats it exactly, and that is told', async () => {
    const rows = makeRows(3);
    const { appointments, finished } = await readTable(emisTable([...rows, ...rows.slice(0, 1)]));
    expect(appointments).toHaveLength(3);
    expect(finished).toMatchObject({
      rows: 3,
      bad: 0,
      problems: [{ line: 5, reason: 'the same row as line 2; counted once' }],
    });
  });

  test('is one of the day asked for: others are left out and counted', async () => {
    const rows = [...makeRows(3), makeRow(3, { day: '2026-11-24' }), makeRow(4, { day: '2026-11-22', status: 'odd' })];
    const { appointments, finished } = await readTable(emisTable(rows));
    expect(appointments).toHaveLength(3);
    expect(finished).toMatchObject({ rows: 3, bad: 0, otherDays: 2, problems: [] });
  });

  test('has the status that the practice says its own word means, over what the word means elsewhere', async () => {
    const rows = ['Sat in the garden', 'SAT IN THE GARDEN (09:55)', 'Late', 'Booked', 'Ask us'].map((status, index) =>
      makeRow(index, { status }),
    );
    const own = { 'sat in the garden': 'arrived', late: 'arrived', 'Ask us': 'unknown' } as const;
    const { appointments } = await readTable(emisTable(rows), {}, undefined, own);
    expect(appointments.map(({ status }) => status)).toEqual(['arrived', 'arrived', 'arrived', 'booked', 'unknown']);
    const { finished } = await readTable(emisTable(rows));
    expect(finished.problems.map(({ line, reason }) => [line, reason])).toEqual(
      [2, 3, 6].map((line) => [line, '“Current Slot Status” is not a status we know']),
    );
  });

  test('needs no NHS number, patient id, postcode, place, length or first name column', async () => {
    let table = systmOneTable(makeRows(3));
    for (const heading of [
      'NHS number',
      'Patient ID',
      'Postcode',
      'Rota location',
      'Rota type',
      'Appointment flags',
      'Appointment duration (planned)',
    ])
      table = withoutColumn(table, heading);
    const { appointments } = await readTable(table);
    expect(appointments).toHaveLength(3);
    expect(appointments[0]).toMatchObject({
      location: null,
      slotType: null,
      durationMinutes: null,
      sourceAppointmentId: null,
    });
    expect(appointments[0]?.patient).toMatchObject({ nhsNumber: null, sourcePatientId: null, postcode: null });
  });
});

describe('Lines that are no rows', { timeout: 60_000 }, () => {
  test.each([
    ['Total,10,,,,,,,,,,,,'],
    ['Totals:,10'],
    ['Grand total,,,,,,,10'],
    ['Count,10'],
    ['Number of appointments: 10'],
    [',,,,,,,,,,,,,'],
    [''],
    ['   '],
    ['End of report'],
    ['Page 1 of 1'],
    ['Printed by reception,23/11/2026'],
    ['23/11/2026,10:00,10,"RAO, Anita (Dr)",General Practitioner,Main Surgery,Routine,Slot Available,,,,,,'],
    ['23/11/2026,10:00,10,"RAO, Anita (Dr)",General Practitioner,Main Surgery,Routine,,,,,,,'],
  ])('%j is left out without a word', async (line) => {
    const { finished } = await readTable(emisTable(makeRows(10)), { footer: [line] });
    expect(finished).toMatchObject({ rows: 10, bad: 0, problems: [] });
  });

  test('headings repeated on each page are left out', async () => {
    const [headings = [], ...body] = emisTable(makeRows(10));
    const { finished } = await readTable([headings, ...body.slice(0, 5), headings, ...body.slice(5)]);
    expect(finished).toMatchObject({ rows: 10, bad: 0, problems: [] });
  });

  test('a booked slot without a patient is a row with a problem', async () => {
    const { finished } = await readTable(emisTable(makeRows(10)), {
      footer: ['23/11/2026,10:00,10,"RAO, Anita (Dr)",,Main Surgery,Routine,Booked,,,,,,'],
    });
    expect(finished).toMatchObject({
      rows: 11,
      bad: 1,
      problems: [{ line: 12, reason: 'the last name is missing; “Date of Birth” is blank' }],
    });
  });
});
