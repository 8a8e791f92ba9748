import type { Ended } from '../../preload/contract/desk/applications';
import type { Reference } from '../../preload/contract/rules/reference';
import type { ApplicationKind } from '../../preload/contract/signUp';
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
  /** When another list took its place; it can be taken back until the next one comes. */
  replacedAt: string | null;
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
  hasOnlineAccount: Bit | null;
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
  invitedAt: Generated<string | null>;
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
  /** Id of an account. */
  acknowledgedBy: string | null;
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

export interface StaffTable {
  id: string;
  /** Folded to small letters. */
  username: string;
  displayName: string;
  /** JSON list of roles. */
  roles: string;
  clinician: string | null;
  /** scrypt with its parameters and salt; null until a code was used. */
  passphrase: string | null;
  isActive: Bit;
  failedSignIns: number;
  lockedUntil: string | null;
  lastSignedInAt: string | null;
  createdAt: string;
}

/** One-time codes, as hashes. `staffId` null: for a first manager, or when the last one is locked out. */
export interface StaffCodesTable {
  hash: string;
  staffId: string | null;
  expiresAt: string;
  createdAt: string;
}

export interface DeskSessionsTable {
  id: string;
  tokenHash: string;
  staffId: string;
  from: string;
  device: string;
  createdAt: string;
  lastUsedAt: string;
  isLocked: Bit;
  /** scrypt, as a passphrase; null: none set. */
  pin: string | null;
  wrongPins: number;
}

export interface BoardsTable {
  id: string;
  tokenHash: string;
  name: string;
  pairedAt: string;
  pairedBy: string;
  lastSeenAt: string | null;
}

export interface VaultTable {
  name: string;
  value: string;
}

/** What staff know and did of a visit; no row: nothing yet, version 0. */
export interface DeskVisitsTable {
  visitId: string;
  version: number;
  doneAs: 'seen' | 'left' | null;
  doneAt: string | null;
  isFlagged: Bit;
  note: string | null;
  lookedAfterAt: string | null;
  /** Id of an account; null: the kiosk or a list. */
  changedBy: string | null;
  changedAt: string;
}

/** No row: checked in at the kiosk, not marked, not moved. */
export interface DeskArrivalsTable {
  arrivalId: string;
  checkedInBy: string | null;
  takenBy: string | null;
  takenAt: string | null;
  markedAt: string | null;
  /** Id of an account, or `list`. */
  markedBy: string | null;
  movedTo: string | null;
}

export interface CallsTable {
  id: string;
  day: Day;
  visitId: string | null;
  queueTicketId: string | null;
  kind: 'call' | 'quiet' | 'fetch';
  ticket: string | null;
  clinician: string;
  room: string | null;
  calledAt: string;
  calledBy: string;
  lastCalledAt: string;
  times: number;
  outcome: 'open' | 'seen' | 'didNotAnswer' | 'cancelled';
  endedAt: string | null;
  /** Somebody went to look for them. */
  lookedAt: string | null;
}

export interface ListProfilesTable {
  name: string;
  /** JSON of field to heading. */
  mapping: string;
  savedAt: string;
}

/** `form` and `work` are the JSON of an `ApplicationForm` and an `ApplicationWork`. */
export interface ApplicationsTable {
  id: string;
  draftId: string;
  reference: Reference;
  subjectId: string;
  kind: ApplicationKind;
  day: Day;
  sentAt: string;
  dateOfBirth: DateOfBirth;
  nhsNumber: string | null;
  form: string;
  work: string;
  version: number;
  changedBy: string | null;
  changedAt: string;
  ended: Ended | null;
  endedAt: string | null;
}

export interface ProxyReviewsTable {
  id: string;
  applicationId: string;
  subjectId: string;
  kind: 'beforeThirteen' | 'atSixteen';
  /** JSON of the names of both, the patient's date of birth and how they are related. */
  people: string;
  dueOn: Day;
  version: number;
  changedBy: string | null;
  changedAt: string;
  safeBy: string | null;
  safeAt: string | null;
  outcome: 'continues' | 'suspended' | 'ended' | null;
  doneBy: string | null;
  doneAt: string | null;
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
  staff: StaffTable;
  staffCodes: StaffCodesTable;
  deskSessions: DeskSessionsTable;
  boards: BoardsTable;
  vault: VaultTable;
  deskVisits: DeskVisitsTable;
  deskArrivals: DeskArrivalsTable;
  calls: CallsTable;
  listProfiles: ListProfilesTable;
  applications: ApplicationsTable;
  proxyReviews: ProxyReviewsTable;
}

/** Where a query may read: the store itself or a transaction. It cannot write: a lone write would not be `BEGIN IMMEDIATE`. */
export type Reader = Pick<Kysely<Schema>, 'selectFrom'>;

/** Where a query may write: always inside one immediate transaction. */
export type Writer = Transaction<Schema>;
