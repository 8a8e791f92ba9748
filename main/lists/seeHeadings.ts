import type { HeadingsSeen } from '../domain/list';
import { cleanCell, tidyText } from './cells';
import { delimiters, headRecords, type CsvRecord, type Delimiter } from './records';
import { suggestMapping } from './suggestMapping';
import { readMoment, readTime } from './times';
import { foldWords } from './words';

const samplesShown = 5;
const recordsLookedAt = 60;
const columnsShown = 100;
const longestHeading = 60;
/** Date and time, clinician, status, date of birth and name: a file with fewer columns can be no day list. */
const fewestColumns = 5;

/**
 * What is in the columns of a file whose headings we do not know. Null where no row looks like headings, or there are too few of them.
 * @param known where the row of headings is, if some of them were known.
 */
export function seeHeadings(head: string, known?: { delimiter: Delimiter; line: number }): HeadingsSeen | null {
  const found = known === undefined ? findHeadings(head) : headingsAt(head, known.delimiter, known.line);
  if (found === null) return null;
  const columns = distinctColumns(found.record);
  if (columns.length < fewestColumns) return null;
  const rows = headRecords(head, found.delimiter, recordsLookedAt + found.record.line)
    .filter((record) => record.line > found.record.line && filledOf(record) > 1)
    .slice(0, samplesShown);
  const headings = columns.map(({ heading }) => heading);
  return {
    headings,
    samples: rows.map(({ cells }) => columns.map(({ column }) => shown(cells[column] ?? ''))),
    suggested: suggestMapping(headings),
  };
}

interface Found {
  record: CsvRecord;
  delimiter: Delimiter;
}

function headingsAt(head: string, delimiter: Delimiter, line: number): Found | null {
  const record = headRecords(head, delimiter, recordsLookedAt).find((one) => one.line === line);
  return record === undefined ? null : { record, delimiter };
}

/** The first row that is nearly as wide as the widest and in which every cell could be a heading, with the delimiter that makes most columns. */
function findHeadings(head: string): Found | null {
  let best: Found | null = null;
  for (const delimiter of delimiters) {
    const records = headRecords(head, delimiter, recordsLookedAt);
    const widest = Math.max(0, ...records.map(filledOf));
    const record = records.find((one) => filledOf(one) >= widest * 0.8 && one.cells.every(isLikeHeading));
    if (record === undefined) continue;
    if (best === null || filledOf(record) > filledOf(best.record)) best = { record, delimiter };
  }
  return best;
}

function isLikeHeading(cell: string): boolean {
  const text = cell.trim();
  if (text === '') return true;
  const isValue = readTime(text) !== null || readMoment(text) !== null || /\d{5}/.test(text);
  return text.length <= longestHeading && /\p{L}/u.test(text) && !isValue;
}

/** Of headings that are compared alike the first counts, as when the file is read. */
function distinctColumns({ cells }: CsvRecord): { heading: string; column: number }[] {
  const seen = new Set<string>();
  return cells.slice(0, columnsShown).flatMap((cell, column) => {
    const folded = foldWords(cell);
    if (folded === '' || seen.has(folded)) return [];
    seen.add(folded);
    return [{ heading: tidyText(cell).slice(0, 200), column }];
  });
}

function filledOf({ cells }: CsvRecord): number {
  return cells.filter((cell) => cell.trim() !== '').length;
}

function shown(cell: string): string {
  const text = tidyText(cleanCell(cell));
  return text.length > longestHeading ? `${text.slice(0, longestHeading)}…` : text;
}
