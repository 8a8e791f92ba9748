import { randomUUID } from 'node:crypto';
import { relink } from '../../../main/domain/relink';
import { defaultRules } from '../../../main/domain/rules';
import type { Appointment, Arrival, ListedAppointment, ListedPatient, Visit } from '../../../main/domain/types';
import type { NewAlert } from '../../../main/store/alerts';
import type { Store } from '../../../main/store/store';
import { startImport } from '../../../main/store/lists';
import { stageList } from '../../../main/store/stage';
import { switchIn, type Relink } from '../../../main/store/switchIn';
import { addArrivals, saveVisit } from '../../../main/store/visits';
import {
  dateOfBirthSchema,
  dateSchema,
  wallTimeSchema,
  type DateOfBirth,
  type Day,
} from '../../../preload/contract/rules/dates';
import { postcodeSchema } from '../../../preload/contract/rules/postcode';

export const instant = '2026-11-23T10:00:00.000Z';
export const today = day('2026-11-23');

export function day(text: string): Day {
  return dateSchema.parse(text);
}

export function born(text: string): DateOfBirth {
  return dateOfBirthSchema.parse(text);
}

export function start(text: string): ListedAppointment['start'] {
  return wallTimeSchema.parse(text);
}

/** Made-up people, each with a date of birth of their own among about 25,000, as on a real list. */
export function samplePatient(number: number, change: Partial<ListedPatient> = {}): ListedPatient {
  const birth = new Date(Date.UTC(1940, 0, 1) + ((number * 7919) % 25_000) * 86_400_000).toISOString().slice(0, 10);
  return {
    nhsNumber: null,
    sourcePatientId: `P${number}`,
    lastName: `Sample${number}`,
    firstName: 'Alex',
    dateOfBirth: born(birth),
    postcode: postcodeSchema.parse('LS65RT'),
    ...change,
  };
}

export function sampleAppointment(number: number, change: Partial<ListedAppointment> = {}): ListedAppointment {
  const hour = String(8 + (number % 10)).padStart(2, '0');
  return {
    patient: samplePatient(number),
    sourceAppointmentId: `A${number}`,
    start: start(`${today}T${hour}:${String((number % 6) * 10).padStart(2, '0')}`),
    durationMinutes: 10,
    clinician: `Dr Sample ${number % 12}`,
    isNurseLed: number % 5 === 0,
    location: number % 3 === 0 ? 'Branch Surgery' : 'Main Surgery',
    slotType: 'Routine',
    mode: 'inPerson',
    status: 'booked',
    marking: 'none',
    patientMarking: 'none',
    hasNeed: false,
    hasOnlineAccount: null,
    line: number + 2,
    ...change,
  };
}

export function sampleAppointments(count: number): ListedAppointment[] {
  return Array.from({ length: count }, (_, number) => sampleAppointment(number));
}

export function sampleVisit(number: number, change: Partial<Visit> = {}): Visit {
  return {
    id: randomUUID(),
    day: today,
    subjectId: randomUUID(),
    source: 'emis',
    patient: samplePatient(number),
    firstArrivedAt: instant,
    ticket: null,
    notCheckedIn: null,
    opensAt: null,
    hasPrivate: false,
    lastSeenAt: instant,
    arrivals: [],
    ...change,
  };
}

export function sampleArrival(visit: Visit, change: Partial<Arrival> = {}): Arrival {
  return {
    id: randomUUID(),
    visitId: visit.id,
    appointmentId: null,
    sourceAppointmentId: null,
    source: visit.source,
    start: start(`${visit.day}T10:10`),
    clinician: 'Dr Sample 1',
    location: 'Main Surgery',
    arrivedAt: instant,
    state: 'arrived',
    calledAt: null,
    isLate: false,
    isToCheck: false,
    ...change,
  };
}

/** An alert that nobody has acknowledged. */
export function sampleAlert(change: Partial<NewAlert> = {}): NewAlert {
  return {
    id: randomUUID(),
    day: today,
    kind: 'helpNeeded',
    raisedAt: instant,
    visitId: null,
    detail: null,
    ...change,
  };
}

/** Stands in for the domain's rule: by the source's appointment id alone. */
export const relinkById: Relink = (visits, appointments) => {
  const rows = new Map(appointments.map((row: Appointment) => [`${row.source} ${row.sourceAppointmentId}`, row.id]));
  return visits
    .flatMap((visit) => visit.arrivals)
    .map((arrival) => ({
      arrivalId: arrival.id,
      appointmentId: rows.get(`${arrival.source} ${arrival.sourceAppointmentId}`) ?? null,
    }));
};

/** The domain's own rule, as the services hand it over. */
export const relinkByRules: Relink = (visits, appointments) => {
  const visitOf = new Map(visits.map((visit) => [visit.id, visit]));
  return relink({
    arrivals: visits.flatMap((visit) => visit.arrivals),
    appointments,
    patientOf: ({ visitId }) => {
      const visit = visitOf.get(visitId);
      if (visit === undefined) throw new Error('An arrival has a visit');
      return visit;
    },
    rules: defaultRules,
  });
};

/** Saves a visit with its arrivals. */
export async function saveArrived(store: Store, visit: Visit, ...arrivals: Arrival[]): Promise<void> {
  await store.write(async (db) => {
    await saveVisit(db, visit);
    await addArrivals(db, arrivals);
  });
}

/** Stages a list and puts it into use. Returns its id. */
export async function loadList(
  store: Store,
  rows: readonly ListedAppointment[],
  { at = instant, ...change }: { source?: string; day?: Day; listAsOf?: string; at?: string } = {},
): Promise<string> {
  const id = randomUUID();
  const ofDay = change.day ?? today;
  await stageWhole(store, id, rows, change);
  await store.write((db) => switchIn(db, { importIds: [id], day: ofDay, at, relink: relinkById, newId: randomUUID }));
  return id;
}

/** Stages a list without putting it into use. */
export async function stageWhole(
  store: Store,
  id: string,
  rows: readonly ListedAppointment[],
  change: { source?: string; day?: Day; listAsOf?: string } = {},
): Promise<void> {
  await store.write((db) =>
    startImport(db, { id, source: 'emis', day: today, startedAt: instant, listAsOf: instant, ...change }),
  );
  await stageList(store, id, rows);
}
