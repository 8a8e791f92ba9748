import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';

/** One appointment as a test wants it in a list file. Everybody is made up; NHS numbers are of the 999 test range. */
export interface MadeRow {
  /** `YYYY-MM-DD` */
  day: string;
  /** `HH:MM` */
  time: string;
  minutes: number;
  clinician: { title: string; firstName: string; lastName: string };
  userType: string;
  location: string;
  slotType: string;
  flags: string;
  status: string;
  nhsNumber: string;
  patientId: string;
  lastName: string;
  firstName: string;
  patientTitle: string;
  /** `YYYY-MM-DD` */
  dateOfBirth: string;
  postcode: string;
  /** What the list says for check-in of the appointment, and of its patient; a table has the column once any row has the words. */
  marking?: string;
  patientMarking?: string;
  /** Needs for help with communication or information, likewise. */
  needs?: string;
  /** What the barcode of the appointment letter holds, likewise. */
  appointmentId?: string;
}

/** How a table becomes bytes. */
export interface FileShape {
  delimiter?: ',' | ';' | '\t';
  lineBreak?: '\n' | '\r\n' | '\r';
  isEveryCellQuoted?: boolean;
  encoding?: 'utf8' | 'utf16le' | 'utf16-be' | 'windows1252';
  hasByteOrderMark?: boolean;
  /** Lines above the headings, as they are. */
  preamble?: readonly string[];
  /** Lines below the rows, as they are. */
  footer?: readonly string[];
  endsWithLineBreak?: boolean;
}

/** The day of the example lists. */
export const exampleDay = '2026-11-23';

const shortMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const lastNames = [
  'KHAN',
  'SMITH',
  "O'NEIL",
  'LLOYD-JONES',
  'VAN DER BERG',
  'NÚÑEZ',
  'ADEYEMI',
  'NOWAK',
  'LI',
  'EVANS',
];
const firstNames = ['Ruth', 'Tom', 'Priya', 'Zoë', 'Kacper', 'Leila', 'Oliver', 'Grace', 'Siân', 'José'];
const firstClinician = { title: 'Dr', firstName: 'Anita', lastName: 'RAO', userType: 'General Practitioner' };
const clinicians = [
  firstClinician,
  { title: 'Dr', firstName: 'James', lastName: 'FIELD', userType: 'General Practitioner' },
  { title: 'Nurse', firstName: 'Carol', lastName: 'WEST', userType: 'Practice Nurse' },
  { title: 'Mr', firstName: 'Paul', lastName: 'DEAN', userType: 'First Contact Physio' },
];

/** The `index`th valid NHS number of the 999 test range. */
export function testNhsNumber(index: number): string {
  for (let middle = index * 2; ; middle += 1) {
    const nine = `999${String(middle % 1_000_000).padStart(6, '0')}`;
    const sum = [...nine].reduce((total, digit, place) => total + Number(digit) * (10 - place), 0);
    const check = (11 - (sum % 11)) % 11;
    if (check !== 10) return `${nine}${check}`;
  }
}

/** The `index`th made-up appointment of the day, all different people; `change` replaces what a test cares about. */
export function makeRow(index: number, change: Partial<MadeRow> = {}): MadeRow {
  const { userType, ...clinician } = clinicians[index % clinicians.length] ?? firstClinician;
  const minute = 8 * 60 + ((index * 10) % 600);
  return {
    day: exampleDay,
    time: `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
    minutes: 10,
    clinician,
    userType,
    location: 'Main Surgery',
    slotType: 'Routine',
    flags: '',
    status: 'Booked',
    nhsNumber: testNhsNumber(index + 1),
    patientId: String(100_000 + index),
    lastName: lastNames[index % lastNames.length] ?? 'KHAN',
    firstName: firstNames[Math.floor(index / lastNames.length) % firstNames.length] ?? 'Ruth',
    patientTitle: 'Mx',
    dateOfBirth: `${1930 + (index % 90)}-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`,
    postcode: `LS${1 + (index % 9)} ${1 + (index % 8)}AB`,
    ...change,
  };
}

/** `count` made-up appointments of one day. */
export function makeRows(count: number, change: Partial<MadeRow> = {}): MadeRow[] {
  return Array.from({ length: count }, (_, index) => makeRow(index, change));
}

/** Headings and rows as an EMIS Web report has them. */
export function emisTable(rows: readonly MadeRow[]): string[][] {
  const table = [
    [
      'Appointment Date',
      'Appointment Time',
      'Planned Appointment Duration',
      'Session Holder’s Full Name',
      'Session Holder’s User Type',
      'Location’s Name',
      'Slot Type',
      'Current Slot Status',
      'NHS Number',
      'Family Name',
      'Given Name',
      'Date of Birth',
      'Postcode',
      'EMIS Number',
    ],
    ...rows.map((row) => [
      slashed(row.day),
      row.time,
      String(row.minutes),
      `${row.clinician.lastName}, ${row.clinician.firstName} (${row.clinician.title})`,
      row.userType,
      row.location,
      row.slotType,
      row.status,
      row.nhsNumber.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3'),
      row.lastName,
      row.firstName,
      slashed(row.dateOfBirth),
      row.postcode,
      row.patientId,
    ]),
  ];
  return withOptionalColumns(table, rows, {
    marking: 'Check-in note',
    patientMarking: 'Confidential Patient',
    needs: 'Communication needs',
    appointmentId: 'Slot ID',
  });
}

/** Headings and rows as a SystmOne export has them. */
export function systmOneTable(rows: readonly MadeRow[]): string[][] {
  const table = [
    [
      'Appointment Date',
      'Appointment Time',
      'Appointment duration (planned)',
      'Clinician',
      'Rota type',
      'Rota location',
      'Appointment Status',
      'Appointment flags',
      'Patient ID',
      'Patient name',
      'DOB',
      'NHS number',
      'Postcode',
    ],
    ...rows.map((row) => [
      withMonthName(row.day, 2),
      row.time,
      `${row.minutes} mins`,
      `${row.clinician.title} ${row.clinician.firstName} ${row.clinician.lastName}`,
      row.slotType,
      row.location,
      row.status,
      row.flags,
      row.patientId,
      row.firstName === '' ? row.lastName : `${row.lastName}, ${row.firstName} (${row.patientTitle})`,
      withMonthName(row.dateOfBirth, 4),
      row.nhsNumber,
      row.postcode,
    ]),
  ];
  return withOptionalColumns(table, rows, {
    marking: 'Kiosk note',
    patientMarking: 'Patient flag',
    needs: 'Interpreter required',
    appointmentId: 'Appointment ID',
  });
}

type OptionalField = 'marking' | 'patientMarking' | 'needs' | 'appointmentId';

/** `table` with a column for each optional field that any row has. */
function withOptionalColumns(
  table: string[][],
  rows: readonly MadeRow[],
  headings: Record<OptionalField, string>,
): string[][] {
  const fields = Object.keys(headings) as OptionalField[];
  return fields
    .filter((field) => rows.some((row) => row[field] !== undefined))
    .reduce((wider, field) => withColumn(wider, headings[field], (index) => rows[index]?.[field] ?? ''), table);
}

/** `table` with the cells under `heading` replaced: by row index from 0, or by what `change` makes of each. */
export function withCells(
  table: readonly (readonly string[])[],
  heading: string,
  change: Record<number, string> | ((cell: string, row: number) => string),
): string[][] {
  const column = table[0]?.indexOf(heading) ?? -1;
  if (column < 0) throw new Error(`The table has no column "${heading}"`);
  return table.map((cells, index) =>
    cells.map((cell, place) => {
      if (place !== column || index === 0) return cell;
      return typeof change === 'function' ? change(cell, index - 1) : (change[index - 1] ?? cell);
    }),
  );
}

/** `table` without one column. */
export function withoutColumn(table: readonly (readonly string[])[], heading: string): string[][] {
  const column = table[0]?.indexOf(heading) ?? -1;
  if (column < 0) throw new Error(`The table has no column "${heading}"`);
  return table.map((cells) => cells.filter((_, place) => place !== column));
}

/** `table` with one column more, whose cells `cellOf` makes. */
export function withColumn(
  table: readonly (readonly string[])[],
  heading: string,
  cellOf: (row: number) => string,
): string[][] {
  return table.map((cells, index) => [...cells, index === 0 ? heading : cellOf(index - 1)]);
}

/** The text of a table, quoted where needed. */
export function toText(table: readonly (readonly string[])[], shape: FileShape = {}): string {
  const { delimiter = ',', lineBreak = '\r\n', isEveryCellQuoted = false, endsWithLineBreak = true } = shape;
  const quoted = (cell: string): string =>
    isEveryCellQuoted || cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const lines = [
    ...(shape.preamble ?? []),
    ...table.map((cells) => cells.map(quoted).join(delimiter)),
    ...(shape.footer ?? []),
  ];
  return lines.join(lineBreak) + (endsWithLineBreak ? lineBreak : '');
}

/** The bytes of a table in any encoding. */
export function toBytes(table: readonly (readonly string[])[], shape: FileShape = {}): Buffer {
  const { encoding = 'utf8', hasByteOrderMark = false } = shape;
  return iconv.encode(toText(table, shape), encoding, { addBOM: hasByteOrderMark });
}

const folders: string[] = [];

/** A new empty folder in the system's temporary folder. Whoever makes one calls `removeFolders` when the tests are over. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-lists-'));
  folders.push(folder);
  return folder;
}

/** Removes every folder that `makeFolder` and `writeListFile` made in this process. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Writes `content` to a file of that name in a new folder and says where. */
export function writeListFile(name: string, content: string | Buffer): string {
  const path = join(makeFolder(), name);
  writeFileSync(path, content);
  return path;
}

/** `2026-11-23` → `23/11/2026`. */
export function slashed(day: string): string {
  return day.split('-').reverse().join('/');
}

/** `2026-11-23` → `23-Nov-26` or `23-Nov-2026`. */
export function withMonthName(day: string, yearDigits: 2 | 4): string {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  return `${dayOfMonth}-${shortMonths[Number(month) - 1] ?? ''}-${year.slice(4 - yearDigits)}`;
}
