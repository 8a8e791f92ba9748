import type { Insertable, Selectable } from 'kysely';
import type { Appointment, Arrival, ListedPatient, Visit } from '../domain/types';
import type { AppointmentsTable, ArrivalsTable, Bit, VisitsTable } from './schema';

type PatientRow = Pick<Selectable<AppointmentsTable>, keyof ListedPatient>;

/** An appointment joined with the names behind its numbers. */
export type AppointmentRow = Omit<Selectable<AppointmentsTable>, 'siteId' | 'clinicianId' | 'importNumber'> & {
  importId: string;
  source: string;
  listAsOf: string;
  clinician: string;
  location: string | null;
};

export function patientColumns(patient: ListedPatient): PatientRow {
  return {
    nhsNumber: patient.nhsNumber,
    sourcePatientId: patient.sourcePatientId,
    lastName: patient.lastName,
    firstName: patient.firstName,
    dateOfBirth: patient.dateOfBirth,
    postcode: patient.postcode,
  };
}

/** Yes, no, or not said, as both databases keep it. */
export function bitOrNull(value: boolean | null): Bit | null {
  if (value === null) return null;
  return value ? 1 : 0;
}

export function appointmentFrom(row: AppointmentRow): Appointment {
  return {
    id: row.id,
    importId: row.importId,
    source: row.source,
    listAsOf: row.listAsOf,
    patient: patientColumns(row),
    sourceAppointmentId: row.sourceAppointmentId,
    start: row.start,
    durationMinutes: row.durationMinutes,
    clinician: row.clinician,
    isNurseLed: row.isNurseLed === 1,
    location: row.location,
    slotType: row.slotType,
    mode: row.mode,
    status: row.status,
    marking: row.marking,
    patientMarking: row.patientMarking,
    hasNeed: row.hasNeed === 1,
    hasOnlineAccount: row.hasOnlineAccount === null ? null : row.hasOnlineAccount === 1,
    line: row.line,
  };
}

export function arrivalFrom(row: Selectable<ArrivalsTable>): Arrival {
  return { ...row, isLate: row.isLate === 1, isToCheck: row.isToCheck === 1 };
}

export function arrivalColumns(arrival: Arrival): ArrivalsTable {
  return {
    id: arrival.id,
    visitId: arrival.visitId,
    appointmentId: arrival.appointmentId,
    sourceAppointmentId: arrival.sourceAppointmentId,
    source: arrival.source,
    start: arrival.start,
    clinician: arrival.clinician,
    location: arrival.location,
    arrivedAt: arrival.arrivedAt,
    state: arrival.state,
    calledAt: arrival.calledAt,
    isLate: arrival.isLate ? 1 : 0,
    isToCheck: arrival.isToCheck ? 1 : 0,
  };
}

export function visitFrom(row: Selectable<VisitsTable>, arrivals: Arrival[]): Visit {
  return {
    id: row.id,
    day: row.day,
    subjectId: row.subjectId,
    source: row.source,
    patient: patientColumns(row),
    firstArrivedAt: row.firstArrivedAt,
    ticket: row.ticket,
    notCheckedIn: row.notCheckedIn,
    opensAt: row.opensAt,
    hasPrivate: row.hasPrivate === 1,
    lastSeenAt: row.lastSeenAt,
    arrivals,
  };
}

/** All of a visit but whether it was invited to sign up: that is noted once (`noteInvited`) and stands whatever else is saved. */
export function visitColumns(visit: Visit): Insertable<Omit<VisitsTable, 'invitedAt'>> {
  return {
    id: visit.id,
    day: visit.day,
    subjectId: visit.subjectId,
    source: visit.source,
    ...patientColumns(visit.patient),
    firstArrivedAt: visit.firstArrivedAt,
    ticket: visit.ticket,
    notCheckedIn: visit.notCheckedIn,
    opensAt: visit.opensAt,
    hasPrivate: visit.hasPrivate ? 1 : 0,
    lastSeenAt: visit.lastSeenAt,
  };
}
