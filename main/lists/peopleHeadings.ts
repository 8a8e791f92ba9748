import type { Field, Headings } from './fields';
import { commonHeadings, emisHeadings, systmOneHeadings } from './profileHeadings';
import { delimiters, headRecords, type CsvRecord, type Delimiter } from './records';
import { foldWords } from './words';

const nameFields = ['familyName', 'givenName', 'patientName'] as const satisfies readonly Field[];
type NameField = (typeof nameFields)[number];

/** Where the names stand in a list of people. */
export interface NameColumns {
  delimiter: Delimiter;
  /** Line of the row of headings, from 1. */
  line: number;
  columns: Partial<Record<NameField, number>>;
  /** How many columns there are headings for. */
  width: number;
  /** The headings of those columns, folded. */
  headings: ReadonlySet<string>;
}

/** Title and time of the run that a report may carry above its headings. */
const preambleRecords = 50;
const known = new Map<NameField, string[]>(
  nameFields.map((field) => [
    field,
    [commonHeadings, emisHeadings, systmOneHeadings].flatMap((some: Headings) => some[field] ?? []).map(foldWords),
  ]),
);

/** The first row that names the columns of a last name or of a whole name, and the delimiter that makes most of it; null: there is none. */
export function findNameColumns(text: string): NameColumns | null {
  let best: NameColumns | null = null;
  for (const delimiter of delimiters) {
    for (const record of headRecords(text, delimiter, preambleRecords)) {
      const found = columnsOf(record, delimiter);
      if (found === null || (best !== null && scoreOf(found) <= scoreOf(best))) continue;
      best = found;
    }
  }
  return best;
}

function columnsOf({ cells, line }: CsvRecord, delimiter: Delimiter): NameColumns | null {
  const folded = cells.map(foldWords);
  const columns: NameColumns['columns'] = {};
  for (const field of nameFields) {
    const column = folded.findIndex((heading) => known.get(field)?.includes(heading) === true);
    if (column >= 0) columns[field] = column;
  }
  // A first name alone says of nobody who they are.
  if (columns.familyName === undefined && columns.patientName === undefined) return null;
  const headings = new Set(Object.values(columns).map((column) => folded[column] ?? ''));
  // A list of one column has no delimiter: the comma in `SMITH, Jane` is part of the name, and no name has a tab in it.
  const isOneColumn = folded.filter((heading) => heading !== '').length === 1 && cells.length === 1;
  return { delimiter: isOneColumn ? '\t' : delimiter, line, columns, width: cells.length, headings };
}

/** Both parts of a name before one, and these before a whole name. */
function scoreOf({ columns }: NameColumns): number {
  return Object.keys(columns).length * 2 + (columns.familyName === undefined ? 0 : 1);
}
