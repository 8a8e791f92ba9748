import { setImmediate as nextTurn } from 'node:timers/promises';
import { cleanCell } from './cells';
import { createDecoder, encodingOfHead, Utf8Check } from './encoding';
import { refuseOtherKind } from './fileKind';
import { writtenName } from './nameCase';
import { readNameParts, readWholeName, type PatientName } from './patientName';
import { findNameColumns, type NameColumns } from './peopleHeadings';
import { QuoteNeverClosed, RecordStream, type CsvRecord } from './records';
import { foldWords } from './words';

/**
 * What a list of people came to. `leftOut`: lines that hold something but nobody's first name, from 1, as a text editor counts. `notText`: it is no text, or a
 * quotation mark in it is never closed, so that somebody might be missing. `noNames`: no row of headings with a name in it. `nobody`: headings
 * alone. `tooMany`: more than `most`, or lines beyond all measure.
 */
export type PeopleReading =
  | { kind: 'people'; people: { line: number; name: PatientName }[]; leftOut: number[] }
  | { kind: 'unreadable'; why: 'notText' | 'noNames' | 'nobody' | 'tooMany' };

/** Twenty lines for each of a thousand people: what has more is no list, and reading it would hold up the kiosk, which is the same program. */
export const mostLines = 20_000;
/** Bytes that are read before others have their turn: some milliseconds. */
const atOnce = 32_768;

const totalsWords =
  /^(?:(?:grand|sub) ?)?totals?\b|^(?:(?:row|record|patient) )?counts?\b|^number of |^end of (?:report|list)|^page \d|^records?\b/;

/**
 * Reads the names, and nothing else, out of a CSV file that is held in memory alone: as EMIS Web and SystmOne export them, or with plain headings such as
 * `First name, Last name` or `Name`. Two rows with one name are two people.
 */
export async function readPeople(file: Buffer, most: number): Promise<PeopleReading> {
  const text = await textOf(file);
  if (text === null) return { kind: 'unreadable', why: 'notText' };
  if (hasMoreLines(text, mostLines)) return { kind: 'unreadable', why: 'tooMany' };
  const columns = findNameColumns(text);
  if (columns === null) return { kind: 'unreadable', why: 'noNames' };
  const records = await recordsOf(text, columns);
  if (records === null) return { kind: 'unreadable', why: 'notText' };
  const people: { line: number; name: PatientName }[] = [];
  const leftOut: number[] = [];
  for (const record of records) {
    if (record.line <= columns.line || record.cells.every((cell) => cell.trim() === '')) continue;
    const name = holdsOtherRows(record, columns) ? null : nameIn(record, columns);
    if (name === null) for (const line of linesOf(record)) leftOut.push(line);
    else people.push({ line: record.line, name });
    if (people.length > most) return { kind: 'unreadable', why: 'tooMany' };
  }
  return people.length === 0 ? { kind: 'unreadable', why: 'nobody' } : { kind: 'people', people, leftOut };
}

async function textOf(file: Buffer): Promise<string | null> {
  const head = file.subarray(0, 64 * 1024);
  if (file.length === 0 || refuseOtherKind('', head) !== null) return null;
  const encoding = encodingOfHead(head) ?? encodingOfWhole(file);
  if (encoding === 'binary') return null;
  const decoder = await createDecoder(encoding);
  return decoder.write(file) + decoder.end();
}

function encodingOfWhole(file: Buffer): ReturnType<Utf8Check['result']> {
  const check = new Utf8Check();
  check.add(file);
  return check.result();
}

function hasMoreLines(text: string, most: number): boolean {
  let lines = 0;
  for (const _break of text.matchAll(/\r\n|\n|\r/g)) if ((lines += 1) > most) return true;
  return false;
}

async function recordsOf(text: string, { delimiter }: NameColumns): Promise<CsvRecord[] | null> {
  const stream = new RecordStream(delimiter);
  // As bytes, a piece may end inside a letter.
  const bytes = Buffer.from(text);
  try {
    const records: CsvRecord[] = [];
    for (let from = 0; from < bytes.length; from += atOnce) {
      for (const record of await stream.write(bytes.subarray(from, from + atOnce))) records.push(record);
      await nextTurn();
    }
    return [...records, ...(await stream.end())];
  } catch (error) {
    if (error instanceof QuoteNeverClosed) return null;
    throw error;
  } finally {
    bytes.fill(0);
  }
}

/** Signs of formulas, of marks of a page and of addresses: whatever stands beside them, nobody is called so. */
const noName = /[<>=@|{}\\^%+]/;

/** The person of a row; null for totals, remarks below the list, headings that come again, and cells that are no name. */
function nameIn(record: CsvRecord, { columns, headings }: NameColumns): PatientName | null {
  const cell = (column: number | undefined): string =>
    column === undefined ? '' : cleanCell(record.cells[column] ?? '');
  const [whole, family, given] = [cell(columns.patientName), cell(columns.familyName), cell(columns.givenName)];
  if ([whole, family, given].some((text) => headings.has(foldWords(text)) || totalsWords.test(foldWords(text))))
    return null;
  // The parts are surer than the whole, which has to be taken apart.
  const name = (family === '' && given === '' ? null : readGivenParts(family, given)) ?? readWholeName(whole);
  // A last name alone calls nobody by their name.
  const both = name === null ? '' : `${name.firstName} ${name.lastName}`;
  if (name === null || !/\p{L}/u.test(name.firstName) || /\p{N}/u.test(both) || noName.test(both)) return null;
  return { ...name, firstName: writtenName(name.firstName) };
}

/** Somebody with one name, who is called by it, has it in the column of first names here. */
function readGivenParts(family: string, given: string): PatientName | null {
  const name = readNameParts(family, given);
  return name !== null && name.firstName === '' && family === '' ? { firstName: name.lastName, lastName: '' } : name;
}

/** A stray quotation mark swallows the rows after it: whatever the cells say then, they are not one person. */
function holdsOtherRows({ cells, lineBreaks }: CsvRecord, { columns, delimiter, width }: NameColumns): boolean {
  if (lineBreaks === 0) return false;
  const isInName = Object.values(columns).some((column) => /[\r\n]/.test((cells[column] ?? '').trim()));
  return isInName || cells.some((cell) => /[\r\n]/.test(cell) && cell.split(delimiter).length >= width);
}

function linesOf({ line, lineBreaks }: CsvRecord): number[] {
  return Array.from({ length: lineBreaks + 1 }, (_unused, index) => line + index);
}
