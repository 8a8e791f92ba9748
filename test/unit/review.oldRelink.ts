import { groupPatients, hasConflict, type PatientRecord } from '../../main/domain/patients';
import { instantOf, minute } from '../../main/domain/time';
import type { Appointment, Arrival, PracticeRules } from '../../main/domain/types';

/** Where an arrival belongs on the new list. `isToCheck` when nothing fits, or nothing only: it stays, is marked `Check`, and alerts. */
export interface Relinked {
  arrivalId: string;
  appointmentId: number | null;
  isToCheck: boolean;
}

interface Relinking {
  /** Arrivals of the day and source that was imported, disputed ones too. */
  arrivals: readonly Arrival[];
  /** The rows of the new list. */
  appointments: readonly Appointment[];
  /** The patient of the arrival's visit. */
  patientOf: (arrival: Arrival) => PatientRecord;
  rules: PracticeRules;
}

type Fits = (arrival: Arrival, appointment: Appointment) => boolean;

/**
 * Links arrivals to the rows of a list that was imported again (design §6 "Re-import"): by the source's appointment id; else by
 * patient and start; else by patient and clinician; each only if one arrival and one row fit each other and nothing else.
 * No row is given to two arrivals, and no arrival to another patient's row, even when a slot's id was given on.
 */
export function relink({ arrivals, appointments, patientOf, rules }: Relinking): Relinked[] {
  const rows = rowsInQuestion(arrivals, appointments, patientOf);
  const isSamePatient = samePatientTest(arrivals, rows, patientOf);
  const hasSameId: Fits = (arrival, appointment) =>
    arrival.sourceAppointmentId !== null &&
    arrival.sourceAppointmentId === appointment.sourceAppointmentId &&
    isNotGivenOn(patientOf(arrival), appointment);
  const hasSameStart: Fits = (arrival, appointment) => arrival.start === appointment.start;
  const hasSameClinician: Fits = (arrival, appointment) => arrival.clinician === appointment.clinician;
  // One later than that is another appointment: had it been near, it would have joined the check-in and have an arrival of its own.
  const isNear: Fits = (arrival, appointment) =>
    Math.abs(instantOf(appointment.start) - instantOf(arrival.start)) <= rules.joinMinutes * minute;
  const steps: Fits[][] = [
    [hasSameId],
    [isSamePatient, hasSameStart, hasSameClinician],
    [isSamePatient, hasSameStart],
    [isSamePatient, hasSameClinician, isNear],
  ];
  const linked = new Map<string, number>();
  for (const step of steps) {
    linkUnique(
      arrivals,
      rows,
      linked,
      (arrival, row) => arrival.source === row.source && step.every((fits) => fits(arrival, row)),
    );
  }
  return arrivals.map(({ id }) => {
    const appointmentId = linked.get(id) ?? null;
    return { arrivalId: id, appointmentId, isToCheck: appointmentId === null };
  });
}

/**
 * Adds to `linked` each pair of what is still free in which either fits only the other. An arrival that fits several rows takes
 * none, and keeps others from taking one of them.
 */
function linkUnique(arrivals: readonly Arrival[], rows: Appointment[], linked: Map<string, number>, fits: Fits): void {
  const taken = new Set(linked.values());
  const freeRows = rows.filter(({ id }) => !taken.has(id));
  const freeArrivals = arrivals.filter(({ id }) => !linked.has(id));
  const pairs = freeArrivals.flatMap((arrival) =>
    freeRows.filter((row) => fits(arrival, row)).map((row) => ({ arrivalId: arrival.id, rowId: row.id })),
  );
  const wishes = countBy(pairs, ({ arrivalId }) => arrivalId);
  const claims = countBy(pairs, ({ rowId }) => rowId);
  for (const { arrivalId, rowId } of pairs) {
    if (wishes.get(arrivalId) === 1 && claims.get(rowId) === 1) linked.set(arrivalId, rowId);
  }
}

function countBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

/** A list has thousands of rows, and only those of an arrived patient's birthday or appointment id can fit. */
function rowsInQuestion(
  arrivals: readonly Arrival[],
  appointments: readonly Appointment[],
  patientOf: Relinking['patientOf'],
): Appointment[] {
  const births = new Set(arrivals.map((arrival) => patientOf(arrival).patient.dateOfBirth));
  const ids = new Set(arrivals.map((arrival) => arrival.sourceAppointmentId));
  return appointments.filter(
    ({ patient, sourceAppointmentId }) =>
      births.has(patient.dateOfBirth) || (sourceAppointmentId !== null && ids.has(sourceAppointmentId)),
  );
}

/** Same patient by the rules of `groupPatients` over everybody in question, or word for word the same patient as before. */
function samePatientTest(
  arrivals: readonly Arrival[],
  rows: readonly Appointment[],
  patientOf: Relinking['patientOf'],
): Fits {
  const records: (PatientRecord & { of: Arrival | Appointment })[] = [...arrivals, ...rows].map((of) => {
    const { source, patient } = 'arrivedAt' in of ? patientOf(of) : of;
    return { source, patient, of };
  });
  const groupOf = new Map<Arrival | Appointment, number>();
  groupPatients(records).forEach((group, index) => {
    for (const { of } of group) groupOf.set(of, index);
  });
  // Every arrival is held against every row, so each patient is spelt out once and not for every pair.
  const wordsOf = new Map(records.map((record) => [record.of, wordForWord(record)]));
  return (arrival, row) => groupOf.get(arrival) === groupOf.get(row) || wordsOf.get(arrival) === wordsOf.get(row);
}

/** The same row once more: lists without numbers, ids and postcodes have nothing else to know a patient by. */
function wordForWord({ source, patient }: PatientRecord): string {
  const { nhsNumber, sourcePatientId, lastName, firstName, dateOfBirth, postcode } = patient;
  return JSON.stringify([source, nhsNumber, sourcePatientId, lastName, firstName, dateOfBirth, postcode]);
}

/** An appointment id that a slot keeps when it is given to the next patient must not carry the arrival along. */
function isNotGivenOn(known: PatientRecord, row: PatientRecord): boolean {
  if (hasConflict([known, row])) return false;
  const isSameBirth = known.patient.dateOfBirth === row.patient.dateOfBirth;
  const isSameNumber = known.patient.nhsNumber !== null && known.patient.nhsNumber === row.patient.nhsNumber;
  const isSameId =
    known.source === row.source &&
    known.patient.sourcePatientId !== null &&
    known.patient.sourcePatientId === row.patient.sourcePatientId;
  return isSameBirth || isSameNumber || isSameId;
}
