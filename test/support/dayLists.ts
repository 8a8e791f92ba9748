import { chmodSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { emisTable, makeRow, systmOneTable, toBytes, type MadeRow } from './listFiles';
import type { Claim } from './patient';

/** Day lists for a whole running kiosk: made-up people whom a date of birth and a letter name alone. */

export type System = 'emis' | 'systmOne';

/** A folder for day lists that every user may read, as a share of the practice is. */
export function listFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'day-lists-'));
  chmodSync(folder, 0o755);
  return folder;
}

/**
 * The `index`th patient with an appointment at `time` on `day`. Up to index 800 no two share a birthday, and nobody is born on
 * 1 January, so that the postcode is never asked.
 */
export function appointment(index: number, change: Partial<MadeRow> & Pick<MadeRow, 'day' | 'time'>): MadeRow {
  // Births of 1930 to 1979 on the 29th of a month: a day that the fillers of `makeRow` are never born on.
  const month = [1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12][index % 11] ?? 1;
  const year = 1930 + (Math.floor(index / 11) % 80);
  return makeRow(index, { dateOfBirth: `${String(year)}-${String(month).padStart(2, '0')}-29`, ...change });
}

/** `count` of them, from index `from` on. */
export function appointments(
  count: number,
  change: Partial<MadeRow> & Pick<MadeRow, 'day' | 'time'>,
  from = 0,
): MadeRow[] {
  return Array.from({ length: count }, (_, index) => appointment(from + index, change));
}

/** What the patient of `row` types. */
export function claimOf(row: MadeRow): Claim {
  const letter = row.lastName.normalize('NFD').charAt(0).toUpperCase();
  return { dateOfBirth: row.dateOfBirth, letter, postcode: row.postcode };
}

/** Writes `rows` as one of the two systems exports them. @returns the path. */
export function writeDayList(folder: string, name: string, system: System, rows: readonly MadeRow[]): string {
  return writeFileFor(folder, name, toBytes(system === 'emis' ? emisTable(rows) : systmOneTable(rows)));
}

/** Writes a file that every user may read. @returns the path. */
export function writeFileFor(folder: string, name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  chmodSync(path, 0o644);
  return path;
}

/** Makes `path` look as if it had been exported `seconds` ago. */
export function exportedAgo(path: string, seconds: number): string {
  const then = Date.now() / 1000 - seconds;
  utimesSync(path, then, then);
  return path;
}

/** The present minute as London clocks show it. */
export function londonNow(): { day: string; time: string } {
  const now = Temporal.Now.zonedDateTimeISO('Europe/London');
  return { day: now.toPlainDate().toString(), time: now.toPlainTime().toString({ smallestUnit: 'minute' }) };
}
