import type { Generated, Kysely, Transaction } from 'kysely';
import type {
  AppointmentStatus,
  ArrivalState,
  ListedPatient,
  Marking,
  Mode,
  NotCheckedInReason,
  Visit,
} from '../domain/types';
import type { AlertKind } from '../domain/alerts';

/** A London calendar day. */
export type Day = Visit['day'];
export type DateOfBirth = ListedPatient['dateOfBirth'];
/** Yes and no as both databases keep them. */
export type Bit = 0 | 1;

export interface MetaTable {
  key: string;
  value: string;
}

export interface SitesTable {
  id: Generated<number>;
  name: string;
}

export interface CliniciansTable {
  id: Generated<number>;
  name: string;
}

export type ImportState = 'staging' | 'current' | 'replaced';

export interface ImportsTable {
  number: Generated<number>;
  id: string;
  source: string;
  day: Day;
  startedAt: string;
  listAsOf: string;
  state: ImportState;
  switchedInAt: string | null;
  rowsRead: Generated<number>;
  rowsBad: Generated<number>;
  rowsLoaded: Generated<number>;
}

interface PatientColumns {
  nhsNumber: string | null;
  sourcePatientId: string | null;
  lastName: string;
  firstName: string;
  dateOfBirth: DateOfBirth;
  postcode: ListedPatient['postcode'];
}

export interface AppointmentsTable extends PatientColumns {
  id: Generated<number>;
  importNumber: number;
  line: number;
  siteId: number | null;
  clinicianId: number;
  sourceAppointmentId: string | null;
  start: Visit['arrivals'][number]['start'];
  durationMinutes: number | null;
  isNurseLed: Bit;
  slotType: string | null;
  mode: Mode;
  status: AppointmentStatus;
  marking: Marking;
  patientMarking: Marking;
  hasNeed: Bit;
}

export interface VisitsTable extends PatientColumns {
  id: string;
  day: Day;
  subjectId: string;
  source: string;
  firstArrivedAt: string | null;
  ticket: string | null;
  notCheckedIn: NotCheckedInReason | null;
  opensAt: string | null;
  hasPrivate: Bit;
  lastSeenAt: string;
}

export interface ArrivalsTable {
  id: string;
  visitId: string;
  appointmentId: number | null;
  sourceAppointmentId: string | null;
  source: string;
  start: Visit['arrivals'][number]['start'];
  clinician: string;
  location: string | null;
  arrivedAt: string;
  state: ArrivalState;
  calledAt: string | null;
  isLate: Bit;
  isToCheck: Bit;
}

/** What a patient said to a question after check-in; `answer` is the JSON of a `KeptAnswer`. */
export interface AnswersTable {
  visitId: string;
  question: 'needs' | 'own';
  answer: string;
  answeredAt: string;
}

/** Tickets of people who are here without a check-in: reception's queue and walk-in sessions. Names nobody. */
export interface QueueTicketsTable {
  id: string;
  day: Day;
  queue: 'reception' | 'walkIn';
  /** The choice of "What do you need?", or the name of the walk-in session. */
  kind: string;
  ticket: string;
  issuedAt: string;
}

export interface AlertsTable {
  id: string;
  day: Day;
  kind: AlertKind;
  raisedAt: string;
  visitId: string | null;
  /** What staff must know beyond the visit, as JSON of `AlertDetail`; purged with the alert. */
  detail: string | null;
  acknowledgedAt: string | null;
}

export interface AuditTable {
  sequence: number;
  at: string;
  actor: string;
  action: string;
  subjectId: string | null;
  detail: string;
  previousHash: string;
  hash: string;
}

export interface RulesTable {
  name: string;
  value: string;
  changedAt: string;
}

export interface DailyCountsTable {
  day: Day;
  name: string;
  count: number;
}

/** The tables as `migrations` make them; written by hand, checked against the file by a test. */
export interface Schema {
  meta: MetaTable;
  sites: SitesTable;
  clinicians: CliniciansTable;
  imports: ImportsTable;
  appointments: AppointmentsTable;
  visits: VisitsTable;
  arrivals: ArrivalsTable;
  answers: AnswersTable;
  queueTickets: QueueTicketsTable;
  alerts: AlertsTable;
  audit: AuditTable;
  rules: RulesTable;
  dailyCounts: DailyCountsTable;
}

/** Where a query may read: the store itself or a transaction. It cannot write: a lone write would not be `BEGIN IMMEDIATE`. */
export type Reader = Pick<Kysely<Schema>, 'selectFrom'>;

/** Where a query may write: always inside one immediate transaction. */
export type Writer = Transaction<Schema>;
