import { addedSource, identityOf, isNamesake, listedAs } from '../domain/addedByHand';
import type { Appointment, ListedAppointment } from '../domain/types';
import { currentAppointments } from './appointments';
import { startImport } from './lists';
import { appointmentFrom, bitOrNull } from './rows';
import type { Day, Reader, Writer } from './schema';
import { stageRows } from './stage';

/** The rows that staff have added by hand on `day` and that no list holds yet, by start. */
export async function addedRows(db: Reader, day: Day): Promise<Appointment[]> {
  const rows = await currentAppointments(db, day).where('imports.source', '=', addedSource).execute();
  return rows
    .map(appointmentFrom)
    .sort((one, other) => (one.start < other.start ? -1 : one.start > other.start ? 1 : 0));
}

/**
 * Adds a row by hand, as a list of its own that is in use at once. Returns the number by which check-in knows it.
 * @param importId UUID.
 * @param at UTC instant, ISO 8601 with milliseconds.
 */
export async function addRow(
  db: Writer,
  { row, importId, day, at }: { row: ListedAppointment; importId: string; day: Day; at: string },
): Promise<number> {
  await startImport(db, { id: importId, source: addedSource, day, startedAt: at, listAsOf: at });
  await stageRows(db, importId, [row]);
  const { number } = await db
    .updateTable('imports')
    .set({ state: 'current', switchedInAt: at })
    .where('id', '=', importId)
    .returning('number')
    .executeTakeFirstOrThrow();
  const { id } = await db
    .selectFrom('appointments')
    .where('importNumber', '=', number)
    .select('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Why a row cannot be taken out again: `gone`: a list holds it by now, or it was taken out; `arrived`: somebody has arrived on it. */
export type NotRemoved = 'gone' | 'arrived';

/** Takes a row that was added by hand out of use. Returns null when it is out, or why it is not. */
export async function removeAddedRow(db: Writer, day: Day, appointmentId: number): Promise<NotRemoved | null> {
  const row = (await addedRows(db, day)).find(({ id }) => id === appointmentId);
  if (row === undefined) return 'gone';
  const arrived = await db
    .selectFrom('visits')
    .innerJoin('arrivals', 'arrivals.visitId', 'visits.id')
    .where('visits.day', '=', day)
    .where('visits.dateOfBirth', '=', row.patient.dateOfBirth)
    .where('arrivals.appointmentId', '=', appointmentId)
    .select('arrivals.id')
    .executeTakeFirst();
  if (arrived !== undefined) return 'arrived';
  await db.updateTable('imports').set({ state: 'replaced' }).where('id', '=', row.importId).execute();
  return null;
}

/**
 * Lets rows added by hand give way to lists that hold them by now: nobody is on the list twice. A row that stays takes over what the lists say of
 * its patient, without which the patient of two rows would be two at the kiosk. Call it after arrivals were linked to the lists in use.
 */
export async function settleAdded(db: Writer, { day, at }: { day: Day; at: string }): Promise<void> {
  const all = await addedRows(db, day);
  if (all.length === 0) return;
  await adoptArrivals(db, day, all);
  const listed = await listedWith(db, day, all);
  const retired: string[] = [];
  for (const added of all) {
    const born = listed.get(added.patient.dateOfBirth) ?? [];
    const same = listedAs(added, born);
    const known = same ?? identityOf(added.patient, born);
    if (known !== null) await identify(db, day, added, known);
    if (same !== null) retired.push(added.importId);
  }
  if (retired.length === 0) return;
  await db.updateTable('imports').set({ state: 'replaced', replacedAt: at }).where('id', 'in', retired).execute();
}

/** The rows of lists whose patients were born on the same days, by that day: one query for all, under the write lock. */
async function listedWith(db: Reader, day: Day, all: readonly Appointment[]): Promise<Map<string, Appointment[]>> {
  const births = new Set(all.map(({ patient }) => patient.dateOfBirth));
  const rows = await currentAppointments(db, day)
    .where('imports.source', '!=', addedSource)
    .where('appointments.dateOfBirth', 'in', [...births])
    .execute();
  const listed = new Map<string, Appointment[]>();
  for (const row of rows) listed.set(row.dateOfBirth, [...(listed.get(row.dateOfBirth) ?? []), appointmentFrom(row)]);
  return listed;
}

/** Arrivals that were linked from a row added by hand to one of a list, or back, are of that list from then on: the next import links them by it. */
async function adoptArrivals(db: Writer, day: Day, all: readonly Appointment[]): Promise<void> {
  const arrivals = await db
    .selectFrom('visits')
    .innerJoin('arrivals', 'arrivals.visitId', 'visits.id')
    .where('visits.day', '=', day)
    .where('arrivals.appointmentId', 'is not', null)
    .where(({ or, eb }) =>
      or([
        eb('arrivals.source', '=', addedSource),
        eb(
          'arrivals.appointmentId',
          'in',
          all.map(({ id }) => id),
        ),
      ]),
    )
    .select(['arrivals.id', 'arrivals.source', 'arrivals.appointmentId'])
    .execute();
  for (const { id, source, appointmentId } of arrivals) {
    const row = await db
      .selectFrom('appointments')
      .innerJoin('imports', 'imports.number', 'appointments.importNumber')
      .where('appointments.id', '=', appointmentId)
      .select(['imports.source', 'appointments.sourceAppointmentId'])
      .executeTakeFirst();
    if (row !== undefined && row.source !== source) {
      await db.updateTable('arrivals').set(row).where('id', '=', id).execute();
    }
  }
}

/** Gives the row, and visits that were made of it, what a list says of its patient. */
async function identify(db: Writer, day: Day, added: Appointment, known: Appointment): Promise<void> {
  const { nhsNumber, sourcePatientId, postcode, firstName } = known.patient;
  const said = { nhsNumber, postcode, firstName };
  const isKnown =
    JSON.stringify([said, known.patientMarking, known.hasNeed, known.hasOnlineAccount]) ===
    JSON.stringify([pick(added.patient), added.patientMarking, added.hasNeed, added.hasOnlineAccount]);
  if (!isKnown) {
    await db
      .updateTable('appointments')
      .set({
        ...said,
        patientMarking: known.patientMarking,
        hasNeed: known.hasNeed ? 1 : 0,
        hasOnlineAccount: bitOrNull(known.hasOnlineAccount),
      })
      .where('id', '=', added.id)
      .execute();
  }
  const visits = await db
    .selectFrom('visits')
    .where('dateOfBirth', '=', added.patient.dateOfBirth)
    .where('day', '=', day)
    .selectAll()
    .execute();
  const own = visits.filter((visit) => visit.source === addedSource && isNamesake(visit, added.patient));
  for (const { id } of own) {
    const isTaken = visits.some(
      (visit) =>
        visit.id !== id &&
        ((nhsNumber !== null && visit.nhsNumber === nhsNumber) ||
          (sourcePatientId !== null && visit.source === known.source && visit.sourcePatientId === sourcePatientId)),
    );
    // The store keeps one visit for each identifier; then the names and the postcode have to do.
    const identifiers = isTaken ? {} : { source: known.source, nhsNumber, sourcePatientId };
    await db
      .updateTable('visits')
      .set({ ...identifiers, postcode, firstName, lastName: known.patient.lastName })
      .where('id', '=', id)
      .execute();
  }
}

function pick({ nhsNumber, postcode, firstName }: Appointment['patient']) {
  return { nhsNumber, postcode, firstName };
}
