import type { ListedState } from '../domain/afterImport';
import type { Appointment } from '../domain/types';
import { appointmentFrom } from './rows';
import type { DateOfBirth, Day, Reader } from './schema';

/** The rows of the current lists of `day`. */
export function currentAppointments(db: Reader, day: Day) {
  return namedAppointments(db).where('imports.state', '=', 'current').where('imports.day', '=', day);
}

/** Everything of a row, as `appointmentFrom` takes it, where lists are joined with the names behind their numbers. */
export const namedColumns = [
  'appointments.id',
  'imports.id as importId',
  'imports.source',
  'imports.listAsOf',
  'appointments.line',
  'appointments.nhsNumber',
  'appointments.sourcePatientId',
  'appointments.lastName',
  'appointments.firstName',
  'appointments.dateOfBirth',
  'appointments.postcode',
  'appointments.sourceAppointmentId',
  'appointments.start',
  'appointments.durationMinutes',
  'appointments.isNurseLed',
  'appointments.slotType',
  'appointments.mode',
  'appointments.status',
  'appointments.marking',
  'appointments.patientMarking',
  'appointments.hasNeed',
  'appointments.hasOnlineAccount',
  'clinicians.name as clinician',
  'sites.name as location',
] as const;

/** Rows of lists, joined with the names behind their numbers. */
function namedAppointments(db: Reader) {
  return db
    .selectFrom('imports')
    .innerJoin('appointments', 'appointments.importNumber', 'imports.number')
    .innerJoin('clinicians', 'clinicians.id', 'appointments.clinicianId')
    .leftJoin('sites', 'sites.id', 'appointments.siteId')
    .select(namedColumns);
}

/** Appointments of the current lists of `day` whose patient was born on `dateOfBirth`, by start. */
export async function appointmentsBornOn(db: Reader, day: Day, dateOfBirth: DateOfBirth): Promise<Appointment[]> {
  const rows = await currentAppointments(db, day).where('appointments.dateOfBirth', '=', dateOfBirth).execute();
  return rows.map(appointmentFrom).sort(byStart);
}

/**
 * Appointments that can belong to a patient who arrived on `day`: the same date of birth.
 * @param lists the numbers of the lists to look in, in use or still being staged.
 */
export async function appointmentsOfArrived(db: Reader, day: Day, lists: readonly number[]): Promise<Appointment[]> {
  const rows = await namedAppointments(db)
    .where('imports.number', 'in', lists)
    .where('appointments.dateOfBirth', 'in', (born) =>
      born
        .selectFrom('visits')
        .innerJoin('arrivals', 'arrivals.visitId', 'visits.id')
        .where('visits.day', '=', day)
        .select('visits.dateOfBirth')
        .distinct(),
    )
    .execute();
  return rows.map(appointmentFrom).sort(byStart);
}

/** What rows say, of whatever list they are, by their number; replaced lists too, until they are purged. */
export async function listedStates(db: Reader, ids: readonly number[]): Promise<Map<number, ListedState>> {
  const rows = await db
    .selectFrom('appointments')
    .innerJoin('imports', 'imports.number', 'appointments.importNumber')
    .where('appointments.id', 'in', ids)
    .select(['appointments.id', 'appointments.status', 'imports.listAsOf'])
    .execute();
  return new Map(rows.map(({ id, ...listed }) => [id, listed]));
}

function byStart(left: Appointment, right: Appointment): number {
  return left.start < right.start ? -1 : left.start > right.start ? 1 : left.line - right.line;
}
