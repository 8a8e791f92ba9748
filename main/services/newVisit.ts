import { randomUUID } from 'node:crypto';
import { foldName } from '../../preload/contract/rules/letter';
import type { Day } from '../../preload/contract/rules/dates';
import { hasConflict, type KnownPatient, type PatientRecord } from '../domain/patients';
import type { ListedPatient, Visit } from '../domain/types';

/**
 * The patient with a visit of theirs that stands alone, if they have none: made when the list gave other identifiers, so that nothing ties
 * it to them but that it holds exactly what a new one would. Without an arrival it means nobody else.
 * @param ofBirth all visits of the day and of the patient's date of birth.
 * @param known everybody whom those visits and the list make.
 */
export function withLoneVisit(
  patient: KnownPatient,
  ofBirth: readonly Visit[],
  known: readonly KnownPatient[],
): KnownPatient {
  const [row] = patient.appointments;
  if (patient.visits.length > 0 || row === undefined) return patient;
  const owned = new Set(known.flatMap(({ visits }) => visits));
  const record = recordFor(patient, row);
  const lone = ofBirth.find(
    (visit) =>
      !owned.has(visit) &&
      isSameIdentity(visit, record) &&
      isSameName(visit.patient, record.patient) &&
      !hasConflict([...patient.appointments, visit]),
  );
  return lone === undefined ? patient : { ...patient, visits: [lone] };
}

/**
 * A visit for a patient who has none. With as many of their identifiers as no other visit of the day holds: the store keeps one visit for each,
 * and where a list contradicts itself two patients may share one. Nobody is refused for that; an arrival still ties the visit to its row.
 * @param ofBirth all visits of the day and of the patient's date of birth.
 */
export function newVisit(patient: KnownPatient, ofBirth: readonly Visit[], day: Day): Visit {
  const [row] = patient.appointments;
  if (row === undefined) throw new Error('A patient without a visit has at least one appointment');
  return {
    id: randomUUID(),
    day,
    subjectId: randomUUID(),
    ...freeRecord(recordFor(patient, row), ofBirth),
    firstArrivedAt: null,
    ticket: null,
    notCheckedIn: null,
    opensAt: null,
    hasPrivate: false,
    lastSeenAt: '',
    arrivals: [],
  };
}

/** The row that says most of who the patient is. */
function recordFor({ appointments }: KnownPatient, first: PatientRecord): PatientRecord {
  const { source, patient } = appointments.find((row) => row.patient.nhsNumber !== null) ?? first;
  return { source, patient: copyOf(patient) };
}

function freeRecord({ source, patient }: PatientRecord, ofBirth: readonly Visit[]): PatientRecord {
  const weaker: ListedPatient[] = [
    patient,
    { ...patient, sourcePatientId: null },
    { ...patient, nhsNumber: null },
    { ...patient, nhsNumber: null, sourcePatientId: null },
  ];
  const free = weaker
    .map((one) => ({ source, patient: one }))
    .find((record) => !ofBirth.some((visit) => isSameIdentity(visit, record)));
  // Without identifiers nothing is shared, so the last one is always free.
  if (free === undefined) throw new Error('A visit without identifiers is like no other');
  return free;
}

/** What the store holds to be one visit of a day (`visitsByNhsNumber`, `visitsBySourcePatient`): the same number, or the same id of a source. */
function isSameIdentity(one: PatientRecord, other: PatientRecord): boolean {
  const { nhsNumber, sourcePatientId, dateOfBirth } = one.patient;
  const isSame =
    dateOfBirth === other.patient.dateOfBirth &&
    nhsNumber === other.patient.nhsNumber &&
    sourcePatientId === other.patient.sourcePatientId;
  return isSame && (nhsNumber !== null || (sourcePatientId !== null && one.source === other.source));
}

function isSameName(one: ListedPatient, other: ListedPatient): boolean {
  return foldName(one.lastName) === foldName(other.lastName) && foldName(one.firstName) === foldName(other.firstName);
}

function copyOf({
  nhsNumber,
  sourcePatientId,
  lastName,
  firstName,
  dateOfBirth,
  postcode,
}: ListedPatient): ListedPatient {
  return { nhsNumber, sourcePatientId, lastName, firstName, dateOfBirth, postcode };
}
