import { cleanCell } from './cells';
import type { Columns } from './headings';
import type { Field } from './fields';
import type { CsvRecord } from './records';

/** The only cells a grouped report leaves blank when they repeat the one above. Never anything about the patient. */
export const groupable = ['date', 'start', 'clinician', 'role', 'location'] as const satisfies readonly Field[];

/**
 * Which columns does this file leave blank wherever the value is that of the row above?
 * Only columns that do so throughout: the first row is filled, no filled cell repeats the filled cell directly above it, and the blanks are
 * too many to be gaps. A single gap in an ordinary column is a gap, and its row is reported.
 */
export function groupedFields(rows: readonly CsvRecord[], columns: Columns): Field[] {
  return groupable.filter((field) => {
    const column = columns[field];
    return (
      column !== undefined &&
      isGrouped(
        rows.map((row) => cleanCell(row.cells[column] ?? '')),
        field === 'date' || field === 'start',
      )
    );
  });
}

function isGrouped(cells: readonly string[], isDate: boolean): boolean {
  if (cells.length < 2 || cells[0] === '') return false;
  let blanks = 0;
  let pairs = 0;
  for (let index = 0; index < cells.length; index += 1) {
    if (cells[index] === '') blanks += 1;
    else if (index > 0 && cells[index - 1] !== '') {
      pairs += 1;
      if (cells[index] === cells[index - 1]) return false;
    }
  }
  const filled = cells.length - blanks;
  if (blanks < (isDate ? 1 : 2)) return false;
  // Either most cells are blank, or so many filled neighbours differ that chance would have made some of them equal.
  const distinct = new Set(cells.filter((cell) => cell !== '')).size;
  return blanks >= filled || pairs >= 3 * distinct;
}
