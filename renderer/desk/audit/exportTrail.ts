import type { AuditFilter } from '../../../preload/contract/desk/audit';
import type { DeskClient } from '../deskClient';

/** More than a spreadsheet is pleasant with; the rest is a matter of choosing fewer days. */
const mostRows = 100_000;

export interface TrailFile {
  fileName: string;
  parts: string[];
  rows: number;
  isCut: boolean;
}

/**
 * Fetches the trail part by part.
 * @param most rows after which it stops.
 * @param onRows told how many rows have come so far.
 */
export async function exportTrail(
  client: DeskClient,
  filter: AuditFilter,
  onRows: (rows: number) => void,
  most = mostRows,
): Promise<TrailFile> {
  let before: number | null = null;
  const file: TrailFile = { fileName: '', parts: [], rows: 0, isCut: false };
  do {
    const part: Awaited<ReturnType<DeskClient['audit']['export']>> = await client.audit.export({ filter, before });
    file.fileName = part.fileName;
    file.parts.push(part.text);
    file.rows += part.rows;
    before = part.next;
    onRows(file.rows);
  } while (before !== null && file.rows < most);
  file.isCut = before !== null;
  return file;
}
