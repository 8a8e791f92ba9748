import { foldName } from '../../preload/contract/rules/letter';
import { foldPostcode } from '../../preload/contract/rules/postcode';
import type { Appointment, ListedPatient, Visit } from './types';

/** What a row or a visit says of a patient, and in which source. Appointments and visits are both such records. */
export interface PatientRecord {
  source: string;
  patient: ListedPatient;
}

/** Everything of one day that belongs to one patient. */
export interface KnownPatient {
  appointments: Appointment[];
  visits: Visit[];
}

/**
 * Texts that are equal for records of one patient (design §6 "Same patient"), strongest first; null where the record does not
 * say. Each holds the date of birth, which is an identifier too: records that differ in it are never joined, so the records
 * of one date of birth are all that is needed to tell who is who.
 */
export interface PatientKeys {
  nhsNumber: string | null;
  sourcePatientId: string | null;
  nameAndPostcode: string | null;
}

/** The keys of one record. Without a postcode or a first name, name and date of birth alone name nobody: they cannot tell twins apart. */
export function patientKeys({ source, patient }: PatientRecord): PatientKeys {
  const { dateOfBirth, nhsNumber, sourcePatientId } = patient;
  const postcode = foldPostcode(patient.postcode ?? '');
  const lastName = foldName(patient.lastName);
  const firstName = foldName(patient.firstName);
  const isNamed = lastName !== '' && firstName !== '' && postcode !== null;
  return {
    nhsNumber: nhsNumber === null ? null : JSON.stringify([dateOfBirth, nhsNumber]),
    sourcePatientId: sourcePatientId === null ? null : JSON.stringify([dateOfBirth, source, sourcePatientId]),
    nameAndPostcode: isNamed ? JSON.stringify([dateOfBirth, lastName, firstName, postcode]) : null,
  };
}

/**
 * Puts records into groups of one patient each. Whatever the order of `records`, the groups are the same.
 * Conflicting identifiers are never merged, not even through a third record that agrees with both: where a chain of equal keys
 * joins two NHS numbers, or two patient ids of one source, its weakest kind of link is dropped until no group
 * contradicts itself. A record that could belong to either then stands alone, so that nobody is picked by guess.
 */
export function groupPatients<Item extends PatientRecord>(records: readonly Item[]): Item[][] {
  return resolve(
    records.map((record) => ({ record, keys: patientKeys(record) })),
    0,
  ).map((group) => group.map(({ record }) => record));
}

/** Whether two records, taken for themselves, are of one patient. A third record may still set them apart: see `groupPatients`. */
export function isSamePatient(one: PatientRecord, other: PatientRecord): boolean {
  return groupPatients([one, other]).length === 1;
}

/**
 * The patients of one day behind its appointments, whatever their status, and its visits. A visit that has neither an
 * appointment on the list nor an arrival left says nothing any more and makes no patient.
 */
export function knownPatients(appointments: readonly Appointment[], visits: readonly Visit[]): KnownPatient[] {
  const records: (PatientRecord & { appointment?: Appointment; visit?: Visit })[] = [
    ...appointments.map((appointment) => ({ source: appointment.source, patient: appointment.patient, appointment })),
    ...visits.map((visit) => ({ source: visit.source, patient: visit.patient, visit })),
  ];
  const known = groupPatients(records).map((group) => ({
    appointments: group.flatMap(({ appointment }) => appointment ?? []),
    visits: group.flatMap(({ visit }) => visit ?? []),
  }));
  return joinByArrival(known).filter(
    ({ appointments: listed, visits: present }) =>
      listed.length > 0 || present.some((visit) => visit.arrivals.length > 0),
  );
}

/**
 * Puts visits that nothing but their arrival ties to the list with the patient of that row: in a list without numbers, ids and
 * postcodes nobody could be known again otherwise, and whoever has checked in would be two people.
 */
function joinByArrival(patients: readonly KnownPatient[]): KnownPatient[] {
  const joined = patients.filter(({ appointments }) => appointments.length > 0);
  for (const alone of patients.filter(({ appointments }) => appointments.length === 0)) {
    const rows = new Set(alone.visits.flatMap(({ arrivals }) => arrivals.map(({ appointmentId }) => appointmentId)));
    const place = joined.findIndex(({ appointments }) => appointments.some(({ id }) => rows.has(id)));
    const owner = joined[place];
    if (owner === undefined || hasConflict([...owner.appointments, ...owner.visits, ...alone.visits]))
      joined.push(alone);
    else joined[place] = { ...owner, visits: [...owner.visits, ...alone.visits] };
  }
  return joined;
}

interface Keyed<Item> {
  record: Item;
  keys: PatientKeys;
}

/** Which keys join records, from the widest reading to the narrowest. */
const linkings: readonly ((keys: PatientKeys) => (string | null)[])[] = [
  (keys) => [keys.nhsNumber, keys.sourcePatientId, keys.nameAndPostcode],
  (keys) => [keys.nhsNumber, keys.sourcePatientId],
  (keys) => [keys.nhsNumber],
  (keys) => [keys.nhsNumber === null ? null : JSON.stringify([keys.nhsNumber, keys.sourcePatientId])],
];

function resolve<Item extends PatientRecord>(items: Keyed<Item>[], level: number): Keyed<Item>[][] {
  const linking = linkings[level];
  if (linking === undefined) return items.map((item) => [item]);
  return connect(items, linking).flatMap((group) =>
    hasConflict(group.map(({ record }) => record)) ? resolve(group, level + 1) : [group],
  );
}

/** Groups of items that are joined by equal keys, directly or through others. */
function connect<Item>(items: Keyed<Item>[], linking: (keys: PatientKeys) => (string | null)[]): Keyed<Item>[][] {
  const leaders = items.map((_item, index) => index);
  const leaderOf = (index: number): number => {
    let leader = index;
    while (leaders[leader] !== leader) leader = leaders[leader] ?? leader;
    leaders[index] = leader;
    return leader;
  };
  const firstWith = new Map<string, number>();
  items.forEach(({ keys }, index) => {
    for (const [kind, key] of linking(keys).entries()) {
      if (key === null) continue;
      const first = firstWith.get(`${kind}${key}`);
      if (first === undefined) firstWith.set(`${kind}${key}`, index);
      else leaders[leaderOf(index)] = leaderOf(first);
    }
  });
  const groups = new Map<number, Keyed<Item>[]>();
  items.forEach((item, index) => {
    const group = groups.get(leaderOf(index));
    if (group === undefined) groups.set(leaderOf(index), [item]);
    else group.push(item);
  });
  return [...groups.values()];
}

/** More than one NHS number, or more than one patient id of one source, cannot be one patient. */
export function hasConflict(records: readonly PatientRecord[]): boolean {
  const nhsNumbers = new Set(records.flatMap(({ patient }) => patient.nhsNumber ?? []));
  const idBySource = new Map<string, string>();
  for (const { source, patient } of records) {
    if (patient.sourcePatientId === null) continue;
    if ((idBySource.get(source) ?? patient.sourcePatientId) !== patient.sourcePatientId) return true;
    idBySource.set(source, patient.sourcePatientId);
  }
  return nhsNumbers.size > 1;
}
