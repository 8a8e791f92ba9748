import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { dateOfBirthSchema, wallTimeSchema } from '../../../preload/contract/rules/dates';
import { isValidNhsNumber } from '../../../preload/contract/rules/nhsNumber';
import { postcodeSchema } from '../../../preload/contract/rules/postcode';
import { UnusableFile } from '../../../main/domain/list';
import {
  emisTable,
  exampleDay,
  makeRow,
  makeRows,
  systmOneTable,
  testNhsNumber,
  toBytes,
  toText,
  type FileShape,
  type MadeRow,
} from '../../support/listFiles';
import { readContent, readTable, type WholeList } from './readWhole';

/** What `ListedAppointment` promises, at run time. */
const text = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}]*$/u);
const appointmentSchema = z.strictObject({
  patient: z.strictObject({
    nhsNumber: z.string().refine(isValidNhsNumber).nullable(),
    sourcePatientId: text.nullable(),
    lastName: text.regex(/\p{L}/u),
    firstName: text.or(z.literal('')),
    dateOfBirth: dateOfBirthSchema,
    postcode: postcodeSchema.nullable(),
  }),
  sourceAppointmentId: text.nullable(),
  start: wallTimeSchema,
  durationMinutes: z.int().min(1).max(1440).nullable(),
  clinician: text,
  isNurseLed: z.boolean(),
  location: text.nullable(),
  slotType: text.nullable(),
  mode: z.enum(['inPerson', 'phone', 'video', 'homeVisit']),
  status: z.enum(['booked', 'arrived', 'sentIn', 'seen', 'left', 'didNotAttend', 'cancelled']),
  marking: z.enum(['none', 'private', 'seeReception']),
  patientMarking: z.enum(['none', 'private', 'seeReception']),
  hasNeed: z.boolean(),
  hasOnlineAccount: z.boolean().nullable(),
  line: z.int().min(2),
});

/** Reads, and checks that what comes is either a refusal or a list that keeps its promises. */
async function soundOrRefused(reading: Promise<WholeList>): Promise<WholeList | null> {
  const whole = await reading.catch((error: unknown) => {
    if (!(error instanceof UnusableFile)) throw error;
    expect(error.message).toMatch(/^list\.csv [^\n]+\.$/);
    return null;
  });
  if (whole === null) return null;
  for (const appointment of whole.appointments) {
    appointmentSchema.parse(appointment);
    expect(appointment.start.slice(0, 10)).toBe(exampleDay);
    expect(appointment.patient.dateOfBirth <= exampleDay).toBe(true);
  }
  expect(whole.appointments).toHaveLength(whole.finished.rows - whole.finished.bad);
  const lines = whole.finished.problems.map(({ line }) => line);
  expect(lines).toEqual([...lines].sort((one, other) => one - other));
  return whole;
}

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '',
    '%',
    '*',
    '-',
    "'",
    '"',
    ',',
    '\r\n',
    '\n"',
    '=1+1',
    '9.99E+09',
    '🎉',
    'مرحبا',
    '\u202Eabc',
    '\u0000',
    'A'.repeat(10_000),
    '31/02/2026',
    '__proto__',
    'Total',
    '’',
    ';;;',
    '\t',
  ),
);

describe('Whatever is in a list file', { timeout: 60_000 }, () => {
  test('any text in any cell is a good row, a reported row or a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(emisTable, systmOneTable),
        fc.array(fc.tuple(fc.nat(7), fc.nat(16), nasty), { minLength: 1, maxLength: 6 }),
        async (makeTable, changes) => {
          const table = makeTable(makeRows(8, { marking: '', patientMarking: '', needs: '' }));
          for (const [row, column, cell] of changes) {
            const cells = table[row + 1];
            if (cells !== undefined && column < cells.length) cells[column] = cell;
          }
          await soundOrRefused(readTable(table));
        },
      ),
      { numRuns: 150 },
    );
  });

  test('a bad cell takes its own row only', async () => {
    const printable = fc.string({ unit: fc.constantFrom(...'abcXYZ %*-\'"=,;\n🎉é0123456789./:'), maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(emisTable, systmOneTable),
        fc.nat(5),
        fc.nat(15),
        printable,
        async (makeTable, row, column, cell) => {
          const made = makeRows(6, { marking: '', patientMarking: '', needs: '' });
          const before = await readTable(makeTable(made));
          const table = makeTable(made);
          const cells = table[row + 1];
          if (cells !== undefined) cells[column] = cell;
          const after = await soundOrRefused(readTable(table));
          const identities = after?.appointments.map(({ patient }) => patient.sourcePatientId) ?? [];
          for (const [index, { patient }] of before.appointments.entries())
            if (index !== row) expect(identities).toContain(patient.sourcePatientId);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('random bytes never do more than be refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), fc.boolean(), async (bytes, isAfterHeadings) => {
        const start = isAfterHeadings ? toBytes(emisTable(makeRows(1))) : Buffer.alloc(0);
        await soundOrRefused(readContent(Buffer.concat([start, Buffer.from(bytes)])));
      }),
      { numRuns: 150 },
    );
  });

  test('a file cut off anywhere is refused or keeps its promises', async () => {
    const whole = toBytes(systmOneTable(makeRows(6)), { isEveryCellQuoted: true });
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), async (length) => {
        const read = await soundOrRefused(readContent(whole.subarray(0, length)));
        // The cut row is missing or refuses the file; it never shows as a mere bad row among good ones.
        if (read !== null) expect(read.finished.problems).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

const nameWord = fc.constantFrom(
  'KHAN',
  "O'NEIL",
  'LLOYD-JONES',
  'VAN DER BERG',
  'ÓLAFSDÓTTIR',
  'ŁUKASZ',
  'LI',
  'N’GOLO',
  'A'.repeat(60),
);
const day = (from: string, to: string): fc.Arbitrary<string> => {
  const start = Temporal.PlainDate.from(from);
  return fc.nat(start.until(to, { largestUnit: 'days' }).days).map((days) => start.add({ days }).toString());
};
const madeRow: fc.Arbitrary<MadeRow> = fc
  .record({
    index: fc.nat(5000),
    time: fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`),
    minutes: fc.integer({ min: 1, max: 120 }),
    location: fc.constantFrom('Main Surgery', 'Branch Surgery', 'Health Centre, Upper "B" Floor'),
    slotType: fc.constantFrom(
      'Routine',
      'Telephone consultation',
      'Video consultation',
      'Home visit',
      'Book on the day',
    ),
    status: fc.constantFrom('Booked', 'Arrived', 'DNA', 'Cancelled'),
    lastName: nameWord,
    firstName: fc.constantFrom('Ruth', 'José', 'Anna Maria', 'Siân', ''),
    dateOfBirth: day('1900-01-01', exampleDay),
    postcode: fc.constantFrom('LS6 5RT', 'M1 1AB', 'SK14 9DE', ''),
    marking: fc.constantFrom('', 'Private', 'see reception', 'No'),
    patientMarking: fc.constantFrom('', 'CONFIDENTIAL', 'Please see reception', 'none'),
    needs: fc.constantFrom('', 'British Sign Language', 'none'),
  })
  .map(({ index, ...change }) =>
    makeRow(index, { ...change, nhsNumber: testNhsNumber(index), patientId: String(index + 1) }),
  );

const shapeOf: fc.Arbitrary<FileShape> = fc.record(
  {
    delimiter: fc.constantFrom(',' as const, ';' as const, '\t' as const),
    lineBreak: fc.constantFrom('\n' as const, '\r\n' as const),
    isEveryCellQuoted: fc.boolean(),
    encoding: fc.constantFrom('utf8' as const, 'utf16le' as const, 'utf16-be' as const),
    hasByteOrderMark: fc.boolean(),
    preamble: fc.constantFrom([], ['Appointments'], ['Report', 'Run: 23/11/2026', '']),
    footer: fc.constantFrom([], ['Total']),
  },
  { requiredKeys: [] },
);

describe('Appointments written in either system’s shape', { timeout: 60_000 }, () => {
  test('are read back equal', async () => {
    const statuses = { Booked: 'booked', Arrived: 'arrived', DNA: 'didNotAttend', Cancelled: 'cancelled' } as Record<
      string,
      string
    >;
    const modes = {
      'Telephone consultation': 'phone',
      'Video consultation': 'video',
      'Home visit': 'homeVisit',
    } as Record<string, string>;
    const markings = {
      Private: 'private',
      CONFIDENTIAL: 'private',
      'see reception': 'seeReception',
      'Please see reception': 'seeReception',
    } as Record<string, string>;
    const rowsOf = fc.uniqueArray(madeRow, { minLength: 1, maxLength: 30, selector: (row) => row.patientId });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(emisTable, systmOneTable), rowsOf, shapeOf, async (makeTable, rows, shape) => {
        const read = await soundOrRefused(readTable(makeTable(rows), shape));
        expect(read?.finished).toMatchObject({ rows: rows.length, bad: 0, problems: [] });
        expect(
          read?.appointments.map(({ patient, ...rest }) => ({
            ...patient,
            ...rest,
            line: 0,
            isNurseLed: false,
            clinician: '',
          })),
        ).toEqual(
          rows.map((row) => ({
            nhsNumber: row.nhsNumber,
            sourcePatientId: row.patientId,
            lastName: row.lastName,
            firstName: row.firstName,
            dateOfBirth: row.dateOfBirth,
            postcode: row.postcode === '' ? null : row.postcode.replace(' ', ''),
            sourceAppointmentId: null,
            start: `${row.day}T${row.time}`,
            durationMinutes: row.minutes,
            location: row.location,
            slotType: row.slotType,
            mode: modes[row.slotType] ?? 'inPerson',
            status: statuses[row.status],
            marking: markings[row.marking ?? ''] ?? 'none',
            patientMarking: markings[row.patientMarking ?? ''] ?? 'none',
            hasNeed: row.needs === 'British Sign Language',
            hasOnlineAccount: null,
            line: 0,
            isNurseLed: false,
            clinician: '',
          })),
        );
      }),
      { numRuns: 120 },
    );
  });

  test('lines are those a text editor shows', async () => {
    const rows = makeRows(20, { location: 'Upper\nFloor\r\nB' });
    const content = toText(emisTable(rows), { preamble: ['one', '"two\nthree"'] });
    const editor = content.split(/\r\n|\n/);
    const { appointments } = await readContent(content);
    expect(appointments).toHaveLength(20);
    for (const { line, start } of appointments) expect(editor[line - 1]).toContain(`,${start.slice(11)},`);
  });
});
