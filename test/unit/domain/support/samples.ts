import {
  clockTimeSchema,
  dateOfBirthSchema,
  dateSchema,
  wallTimeSchema,
  type Day,
} from '../../../../preload/contract/rules/dates';
import { postcodeSchema } from '../../../../preload/contract/rules/postcode';
import { instantOf, nowAt } from '../../../../main/domain/time';
import type { Appointment, Arrival, ListedPatient, Now, Visit } from '../../../../main/domain/types';

export const today: Day = dateSchema.parse('2026-11-23');

type Loose<Type> = { [Field in keyof Type]?: Type[Field] extends string ? string : Type[Field] };

/** A made-up patient; text fields are checked as the contract would. */
export function patient(
  change: Loose<Omit<ListedPatient, 'postcode'>> & { postcode?: string | null } = {},
): ListedPatient {
  return {
    nhsNumber: null,
    sourcePatientId: null,
    lastName: 'Khan',
    firstName: 'Ruth',
    ...change,
    dateOfBirth: dateOfBirthSchema.parse(change.dateOfBirth ?? '1977-05-14'),
    postcode: change.postcode === null ? null : postcodeSchema.parse(change.postcode ?? 'LS65RT'),
  };
}

let lastId = 0;

/** A booked appointment in person at Main Surgery, on a list of 08:00; `at` is a time of `today` or a whole wall time. */
export function appointment(change: Partial<Omit<Appointment, 'start'>> & { at?: string } = {}): Appointment {
  const { at: time = '10:05', ...rest } = change;
  lastId += 1;
  return {
    id: lastId,
    importId: 'import',
    source: 'emis',
    listAsOf: '2026-11-23T08:00:00.000Z',
    patient: patient(),
    sourceAppointmentId: null,
    start: wallTimeSchema.parse(time.includes('T') ? time : `${today}T${time}`),
    durationMinutes: 10,
    clinician: 'Dr Anita Rao',
    isNurseLed: false,
    location: 'Main Surgery',
    slotType: 'Routine',
    mode: 'inPerson',
    status: 'booked',
    marking: 'none',
    patientMarking: 'none',
    hasNeed: false,
    hasOnlineAccount: null,
    line: lastId,
    ...rest,
  };
}

/** An arrival at `of`; with `appointmentId: null` one that has lost its appointment. */
export function arrival(of: Appointment, change: Partial<Arrival> = {}): Arrival {
  lastId += 1;
  return {
    id: `arrival ${lastId}`,
    visitId: 'visit',
    appointmentId: of.id,
    sourceAppointmentId: of.sourceAppointmentId,
    source: of.source,
    start: of.start,
    clinician: of.clinician,
    location: of.location,
    arrivedAt: '2026-11-23T09:58:00.000Z',
    state: 'arrived',
    calledAt: null,
    isLate: false,
    isToCheck: false,
    ...change,
  };
}

export function visit(change: Partial<Visit> = {}): Visit {
  lastId += 1;
  return {
    id: `visit ${lastId}`,
    day: today,
    subjectId: `subject ${lastId}`,
    source: 'emis',
    patient: patient(),
    firstArrivedAt: null,
    ticket: null,
    notCheckedIn: null,
    opensAt: null,
    hasPrivate: false,
    lastSeenAt: '2026-11-23T09:58:00.000Z',
    arrivals: [],
    ...change,
  };
}

/** The clock at a time of `today`, or at a whole wall time, `seconds` into its minute. */
export function at(time: string, seconds = 0): Now {
  const wall = wallTimeSchema.parse(time.includes('T') ? time : `${today}T${time}`);
  return nowAt(instantOf(wall) + seconds * 1000);
}

export const clock = (time: string) => clockTimeSchema.parse(time);
