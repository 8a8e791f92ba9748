import { stringify } from 'csv-stringify/sync';
import { canonicalJson } from '../../domain/canonicalJson';
import { safeCell } from '../../domain/desk/csv';
import type { AuditRow } from '../../store/audit';
import { namedActor } from './auditNames';

const headings = ['number', 'time (UTC)', 'who', 'account', 'action', 'subject', 'detail'];

/** The line of headings. The byte-order mark tells spreadsheets that the text is UTF-8. */
export function auditHeadings(): string {
  return `\uFEFF${linesOf([headings])}`;
}

/** Entries as lines of CSV: who as shown and as the chain holds them, the detail as JSON. */
export function auditLines(rows: readonly AuditRow[], names: ReadonlyMap<string, string>): string {
  return linesOf(
    rows.map(({ sequence, at, actor, action, subjectId, detail }) => [
      String(sequence),
      at,
      namedActor(actor, names).name,
      actor,
      action,
      subjectId ?? '',
      canonicalJson(detail),
    ]),
  );
}

/** Every cell in quotes, so that a separator of another country's spreadsheet inside one is none. */
export function linesOf(lines: readonly (readonly string[])[]): string {
  return stringify(
    lines.map((cells) => cells.map(safeCell)),
    { quoted: true, quoted_empty: true, record_delimiter: 'windows' },
  );
}
