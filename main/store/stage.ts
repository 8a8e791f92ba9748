import { setImmediate } from 'node:timers/promises';
import type { CompiledQuery, Insertable } from 'kysely';
import type { ListedAppointment } from '../domain/types';
import { bitOrNull, patientColumns } from './rows';
import type { AppointmentsTable, Writer } from './schema';
import type { Store } from './store';

/** Rows staged in one transaction: it stays well under 10 ms (design §5), so a check-in never waits for an import. */
export const rowsPerBatch = 200;

/** Rows of one INSERT, each of 21 values: SQLite takes 999 parameters on older builds. */
const rowsPerStatement = 40;

/** Rows held in memory while a list is read: a whole SystmOne export, which stops there. */
const rowsHeld = 30_000;

/** Takes the rows of one import in, as they are read. */
export interface Staging {
  /** Takes rows; they may be held until `finish`. */
  add(rows: readonly ListedAppointment[]): Promise<void>;
  /** Stages what is still held. Only then may the import be switched in. */
  finish(): Promise<void>;
}

/** Collects the rows of an import that come in small lots, and stages them in large ones, which costs much less (see `stageList`). */
export function createStaging(store: Store, importId: string): Staging {
  let held: ListedAppointment[] = [];
  const stageHeld = async (): Promise<void> => {
    const rows = held;
    held = [];
    await stageList(store, importId, rows);
  };
  return {
    async add(rows) {
      for (const row of rows) {
        held.push(row);
      }
      if (held.length >= rowsHeld) {
        await stageHeld();
      }
    },
    finish: stageHeld,
  };
}

/**
 * Stages `rows` in small transactions and lets other work go first in between. In the order of the dates of birth, by which they will be looked
 * for: each transaction then changes a few pages of the index instead of nearly all of them, a third of the time for a large list.
 * @throws Error if the import is not being staged.
 */
export async function stageList(store: Store, importId: string, rows: readonly ListedAppointment[]): Promise<void> {
  const ordered = [...rows].sort(({ patient: left }, { patient: right }) =>
    left.dateOfBirth < right.dateOfBirth ? -1 : left.dateOfBirth > right.dateOfBirth ? 1 : 0,
  );
  for (let from = 0; from < ordered.length; from += rowsPerBatch) {
    await store.write((db) => stageRows(db, importId, ordered.slice(from, from + rowsPerBatch)));
    await setImmediate();
  }
}

/**
 * Stages rows of an import, at most `rowsPerBatch` at a time, and the sites and clinicians they name. They are invisible until `switchIn`.
 * @throws Error if the import is not being staged.
 */
export async function stageRows(db: Writer, importId: string, rows: readonly ListedAppointment[]): Promise<void> {
  const { number } = await db
    .updateTable('imports')
    .set((columns) => ({ rowsLoaded: columns('rowsLoaded', '+', rows.length) }))
    .where('id', '=', importId)
    .where('state', '=', 'staging')
    .returning('number')
    .executeTakeFirstOrThrow();
  const clinicians = await numbersOf(
    db,
    'clinicians',
    rows.map((row) => row.clinician),
  );
  const sites = await numbersOf(
    db,
    'sites',
    rows.flatMap((row) => row.location ?? []),
  );
  const columns = rows.map((row) => columnsOf(row, number, clinicians, sites));
  const whole = columns.length - (columns.length % rowsPerStatement);
  await insertAll(db, columns.slice(0, whole), rowsPerStatement);
  await insertAll(db, columns.slice(whole), 1);
}

/** Numbers of named sites or clinicians; unknown ones are added. */
async function numbersOf(db: Writer, table: 'sites' | 'clinicians', names: string[]): Promise<Map<string, number>> {
  const numbers = new Map<string, number>();
  for (const name of new Set(names)) {
    const known = await db.selectFrom(table).select('id').where('name', '=', name).executeTakeFirst();
    const { id } = known ?? (await db.insertInto(table).values({ name }).returning('id').executeTakeFirstOrThrow());
    numbers.set(name, id);
  }
  return numbers;
}

function columnsOf(
  row: ListedAppointment,
  importNumber: number,
  clinicians: Map<string, number>,
  sites: Map<string, number>,
): Insertable<AppointmentsTable> {
  const clinicianId = clinicians.get(row.clinician);
  if (clinicianId === undefined) {
    throw new Error('A staged clinician has no number');
  }
  return {
    importNumber,
    line: row.line,
    siteId: row.location === null ? null : (sites.get(row.location) ?? null),
    clinicianId,
    ...patientColumns(row.patient),
    sourceAppointmentId: row.sourceAppointmentId,
    start: row.start,
    durationMinutes: row.durationMinutes,
    isNurseLed: row.isNurseLed ? 1 : 0,
    slotType: row.slotType,
    mode: row.mode,
    status: row.status,
    marking: row.marking,
    patientMarking: row.patientMarking,
    hasNeed: row.hasNeed ? 1 : 0,
    hasOnlineAccount: bitOrNull(row.hasOnlineAccount),
  };
}

/** The query is built once and run with the values of each slice: building it anew would cost more than the inserts. */
async function insertAll(db: Writer, rows: Insertable<AppointmentsTable>[], size: number): Promise<void> {
  let query: CompiledQuery | undefined;
  for (let from = 0; from < rows.length; from += size) {
    const slice = rows.slice(from, from + size);
    query ??= db.insertInto('appointments').values(slice).compile();
    await db.executeQuery({ ...query, parameters: slice.flatMap((row) => Object.values(row)) });
  }
}
