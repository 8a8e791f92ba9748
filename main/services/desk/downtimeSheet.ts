import type { DowntimeSheet } from '../../../preload/contract/desk/today';
import {
  listedSheetRows,
  sheetOrder,
  unlistedSheetRow,
  type SheetArrival,
  type SheetRow,
} from '../../domain/desk/downtime';
import { sheetArrivals } from '../../store/downtime';
import { currentLists } from '../../store/lists';
import type { Store } from '../../store/store';
import type { Clock, Settings } from '../ports';
import type { RosterReader } from './rowsRoster';

export interface DowntimeSheetParts {
  store: Store;
  clock: Clock;
  settings: Settings;
  roster: RosterReader;
  isDemonstration: boolean;
}

/** Rows made at a time: between two slices whoever is at the kiosk is answered. */
export const sliceOfRows = 500;

/** Lets whatever waits go on. */
export function letOthersGo(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Everything that reception needs on paper: today's list with who has arrived, and who has arrived and is not on it. */
export async function readDowntimeSheet(parts: DowntimeSheetParts): Promise<DowntimeSheet> {
  const { store, clock, settings, roster, isDemonstration } = parts;
  const { day } = clock.now();
  const at = clock.instant();
  const listed = (await roster.read(day)).rows;
  const arrivals = await sheetArrivals(store.db, day);
  const [oldest] = await currentLists(store.db, day);
  const isListed = new Set(listed.map(({ id }) => id));
  const byRow = new Map<number, SheetArrival>();
  const rows: OrderedRow[] = [];
  for (const arrival of arrivals) {
    const { appointmentId } = arrival;
    if (appointmentId !== null && isListed.has(appointmentId)) byRow.set(appointmentId, arrival);
    else rows.push(ordered(unlistedSheetRow(arrival)));
  }
  for (let from = 0; from < listed.length; from += sliceOfRows) {
    rows.push(...listedSheetRows(listed.slice(from, from + sliceOfRows), byRow).map(ordered));
    await letOthersGo();
  }
  return {
    practice: settings.rules().practiceName,
    day,
    at,
    listAsOf: oldest?.listAsOf ?? null,
    isDemonstration,
    rows: rows.sort(byOrder).map(({ row }) => row),
  };
}

interface OrderedRow {
  row: SheetRow;
  order: string;
}

function ordered(row: SheetRow): OrderedRow {
  return { row, order: sheetOrder(row) };
}

function byOrder({ order: one }: OrderedRow, { order: other }: OrderedRow): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
