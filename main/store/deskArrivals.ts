import type { DeskSlot } from '../domain/desk/calling';
import { bookedNow } from '../domain/desk/rowsAppointments';
import { byStart } from '../domain/appointments';
import type { DateOfBirth, Day, Reader, Writer } from './schema';

/** The slots that a visit is here for, as staff see them, by start. */
export async function slotsOfVisit(db: Reader, visitId: string): Promise<DeskSlot[]> {
  const rows = await db
    .selectFrom('arrivals')
    .leftJoin('deskArrivals', 'deskArrivals.arrivalId', 'arrivals.id')
    .leftJoin('appointments', 'appointments.id', 'arrivals.appointmentId')
    .leftJoin('imports', 'imports.number', 'appointments.importNumber')
    .leftJoin('clinicians', 'clinicians.id', 'appointments.clinicianId')
    .where('arrivals.visitId', '=', visitId)
    .select([
      'arrivals.id as arrivalId',
      'arrivals.start',
      'arrivals.clinician',
      'arrivals.arrivedAt',
      'arrivals.state',
      'arrivals.calledAt',
      'deskArrivals.movedTo',
      'appointments.durationMinutes',
      'appointments.start as listedStart',
      'appointments.status',
      'clinicians.name',
      'imports.listAsOf',
    ])
    .orderBy('arrivals.id')
    .execute();
  const slots = rows.map(({ movedTo, listedStart, name, status, listAsOf, start, clinician, arrivedAt, ...slot }) => {
    const isListed = listedStart !== null && name !== null && status !== null && listAsOf !== null;
    const listed = isListed ? { start: listedStart, clinician: name, status, listAsOf } : null;
    const booked = bookedNow<Pick<DeskSlot, 'start' | 'clinician'>>({ start, clinician, arrivedAt }, listed);
    return { ...slot, start: booked.start, booked: booked.clinician, clinician: movedTo ?? booked.clinician };
  });
  return slots.sort(byStart);
}

/** The visits of these arrivals, each once. */
export async function visitsOfArrivals(db: Reader, arrivalIds: readonly string[]): Promise<string[]> {
  const rows = await db.selectFrom('arrivals').where('id', 'in', arrivalIds).select('visitId').distinct().execute();
  return rows.map(({ visitId }) => visitId);
}

/** Notes which account checked a patient in. */
export async function noteCheckedInBy(db: Writer, arrivalIds: readonly string[], staffId: string): Promise<void> {
  for (const arrivalId of arrivalIds) await changeDeskArrival(db, arrivalId, { checkedInBy: staffId });
}

/** Moves an arrival to another clinician; null: back to the one who was booked. */
export async function moveArrival(db: Writer, arrivalId: string, movedTo: string | null): Promise<void> {
  await changeDeskArrival(db, arrivalId, { movedTo });
}

const unknown = { checkedInBy: null, takenBy: null, takenAt: null, markedAt: null, markedBy: null, movedTo: null };

async function changeDeskArrival(
  db: Writer,
  arrivalId: string,
  change: { checkedInBy: string } | { movedTo: string | null },
): Promise<void> {
  await db
    .insertInto('deskArrivals')
    .values({ arrivalId, ...unknown, ...change })
    .onConflict((conflict) => conflict.column('arrivalId').doUpdateSet(change))
    .execute();
}

/** Takes arrivals away with what staff know of them, as if they had not been. */
export async function removeArrivals(db: Writer, arrivalIds: readonly string[]): Promise<void> {
  await db.deleteFrom('deskArrivals').where('arrivalId', 'in', arrivalIds).execute();
  await db.deleteFrom('arrivals').where('id', 'in', arrivalIds).execute();
}

/** Disputed arrivals count as arrived again. */
export async function reinstateArrivals(db: Writer, arrivalIds: readonly string[]): Promise<void> {
  await db
    .updateTable('arrivals')
    .set({ state: 'arrived' })
    .where('id', 'in', arrivalIds)
    .where('state', '=', 'disputed')
    .execute();
}

/**
 * Takes back that arrivals of a visit were called at `calledAt`: they wait again. What a list said of a call stands, as its instant is another.
 */
export async function takeCallsBack(db: Writer, visitId: string, calledAt: string): Promise<void> {
  await db
    .updateTable('arrivals')
    .set({ calledAt: null })
    .where('visitId', '=', visitId)
    .where('calledAt', '=', calledAt)
    .execute();
}

/** The clinician of the lists in use on `day` who is called exactly so. */
export async function isListedClinician(db: Reader, day: Day, name: string): Promise<boolean> {
  const row = await db
    .selectFrom('imports')
    .innerJoin('appointments', 'appointments.importNumber', 'imports.number')
    .innerJoin('clinicians', 'clinicians.id', 'appointments.clinicianId')
    .where('imports.state', '=', 'current')
    .where('imports.day', '=', day)
    .where('clinicians.name', '=', name)
    .select('clinicians.id')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Rows of the lists in use on `day` among `appointmentIds`, with the date of birth of each. */
export async function listedRows(
  db: Reader,
  day: Day,
  appointmentIds: readonly number[],
): Promise<{ id: number; dateOfBirth: DateOfBirth }[]> {
  return db
    .selectFrom('appointments')
    .innerJoin('imports', 'imports.number', 'appointments.importNumber')
    .where('appointments.id', 'in', appointmentIds)
    .where('imports.state', '=', 'current')
    .where('imports.day', '=', day)
    .select(['appointments.id', 'appointments.dateOfBirth'])
    .execute();
}
