import type { DateOfBirth } from '../../preload/contract/rules/dates';
import { groupPatients, hasConflict, type PatientRecord } from './patients';
import { instantOf, minute } from './time';
import type { Appointment, Arrival, PracticeRules } from './types';

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
  const rowsFor = rowsByBirthOrId(rows, patientOf);
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
      rowsFor,
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
function linkUnique(
  arrivals: readonly Arrival[],
  rowsFor: (arrival: Arrival) => Iterable<Appointment>,
  linked: Map<string, number>,
  fits: Fits,
): void {
  const taken = new Set(linked.values());
  const freeArrivals = arrivals.filter(({ id }) => !linked.has(id));
  const pairs = freeArrivals.flatMap((arrival) =>
    [...rowsFor(arrival)]
      .filter((row) => !taken.has(row.id) && fits(arrival, row))
      .map((row) => ({ arrivalId: arrival.id, rowId: row.id })),
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

/**
 * The rows that an arrival can fit: of its patient's date of birth (without which nobody is the same patient) or of its appointment id.
 * Holding every arrival against every row would keep a check-in waiting on a busy day.
 */
function rowsByBirthOrId(
  rows: readonly Appointment[],
  patientOf: Relinking['patientOf'],
): (arrival: Arrival) => Set<Appointment> {
  const ofBirth = groupBy(rows, ({ patient }) => patient.dateOfBirth);
  const ofId = groupBy(rows, ({ sourceAppointmentId }) => sourceAppointmentId);
  return (arrival) =>
    new Set([
      ...(ofBirth.get(patientOf(arrival).patient.dateOfBirth) ?? []),
      ...(arrival.sourceAppointmentId === null ? [] : (ofId.get(arrival.sourceAppointmentId) ?? [])),
    ]);
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

/**
 * Word for word the same patient as before, or the same by the rules of `groupPatients` over everybody in question. Those cost much more,
 * so they are asked only where the words differ, and date of birth by date of birth: who differs in it is another patient anyway.
 */
function samePatientTest(
  arrivals: readonly Arrival[],
  rows: readonly Appointment[],
  patientOf: Relinking['patientOf'],
): Fits {
  const records: (PatientRecord & { of: Arrival | Appointment })[] = [...arrivals, ...rows].map((of) => {
    const { source, patient } = 'arrivedAt' in of ? patientOf(of) : of;
    return { source, patient, of };
  });
  const wordsOf = new Map(records.map((record) => [record.of, wordForWord(record)]));
  const byBirth = groupBy(records, ({ patient }) => patient.dateOfBirth);
  const grouped = new Map<DateOfBirth, ReadonlyMap<Arrival | Appointment, number>>();
  const groupsOf = (birth: DateOfBirth): ReadonlyMap<Arrival | Appointment, number> => {
    const known = grouped.get(birth);
    if (known !== undefined) return known;
    const groups = groupPatients(byBirth.get(birth) ?? []);
    const groupOf = new Map(groups.flatMap((group, index) => group.map(({ of }) => [of, index] as const)));
    grouped.set(birth, groupOf);
    return groupOf;
  };
  return (arrival, row) => {
    if (wordsOf.get(arrival) === wordsOf.get(row)) return true;
    const groupOf = groupsOf(row.patient.dateOfBirth);
    const group = groupOf.get(row);
    return group !== undefined && group === groupOf.get(arrival);
  };
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
