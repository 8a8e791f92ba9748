import { groupedFields } from './grouping';
import { recognise, type Recognition } from './headings';
import type { Field } from './fields';
import type { Profile } from './profiles';
import { delimiters, headRecords, type CsvRecord, type Delimiter } from './records';
import { refusals } from './refusals';
import { seeHeadings } from './seeHeadings';
import { remarkColumns, type RemarkColumn } from './remarkHeadings';

/** How one file is laid out. */
export interface Layout {
  profile: Profile;
  delimiter: Delimiter;
  columns: Recognition['columns'];
  /** Columns that say more of an appointment or a patient; most exports have none. */
  remarks: readonly RemarkColumn[];
  /** Cells of the heading row as the file spells them. */
  headings: string[];
  /** Line of the heading row; rows begin after it. */
  headingLine: number;
  /** Columns whose blank cells repeat the cell above. */
  grouped: ReadonlySet<Field>;
}

/** Preamble lines (report title, time of the run) a practice's export may carry above its headings. */
const preambleRecords = 50;

/**
 * Finds the heading row in the start of a file, and with it the delimiter: the one that makes the headings best known.
 * @throws UnusableFile when the file has no columns, no known headings, or lacks one that is needed.
 */
export function findLayout(head: string, name: string, profiles: readonly Profile[]): Layout {
  if (head.trim() === '') throw refusals.empty(name);
  let best: { recognition: Recognition; record: CsvRecord; delimiter: Delimiter } | null = null;
  let hasColumns = false;
  for (const delimiter of delimiters) {
    for (const record of headRecords(head, delimiter, preambleRecords)) {
      if (record.cells.length > 1) hasColumns = true;
      const recognition = recognise(record.cells, profiles);
      if (recognition !== null && (best === null || recognition.score > best.recognition.score))
        best = { recognition, record, delimiter };
    }
  }
  if (best === null) throw hasColumns ? refusals.headingsUnknown(name, seeHeadings(head)) : refusals.notCsv(name);
  const { recognition, record, delimiter } = best;
  if (recognition.missing.length > 0) {
    throw refusals.headingsMissing(name, recognition.missing, seeHeadings(head, { delimiter, line: record.line }));
  }
  return {
    profile: recognition.profile,
    delimiter,
    columns: recognition.columns,
    remarks: remarkColumns(record.cells, new Set(Object.values(recognition.columns))),
    headings: record.cells.map((cell) => cell.trim()),
    headingLine: record.line,
    grouped: new Set(groupedFields(sampleRows(head, delimiter, record.line, recognition.columns), recognition.columns)),
  };
}

/** Rows of appointments in the start of the file: those with a date of birth, so neither totals nor group headings. */
function sampleRows(
  head: string,
  delimiter: Delimiter,
  headingLine: number,
  columns: Recognition['columns'],
): CsvRecord[] {
  const birth = columns.dateOfBirth ?? -1;
  return headRecords(head, delimiter, 2000).filter(
    (record) => record.line > headingLine && (record.cells[birth] ?? '').trim() !== '',
  );
}
