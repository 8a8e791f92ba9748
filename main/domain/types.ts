import type { ClockTime, DateOfBirth, Day, WallTime } from '../../preload/contract/rules/dates';
import type { FoldedPostcode } from '../../preload/contract/rules/postcode';

/** How the patient and the clinician meet. Only `inPerson` can be checked in at a kiosk. */
export type Mode = 'inPerson' | 'phone' | 'video' | 'homeVisit';

/**
 * The status words of both clinical systems, mapped (see `main/lists/statuses.ts`).
 * `unknown` is a word we do not know: the row is reported and the patient is sent to reception.
 */
export type AppointmentStatus =
  'booked' | 'arrived' | 'sentIn' | 'seen' | 'left' | 'didNotAttend' | 'cancelled' | 'unknown';

/** Who a day list says the patient is. At least `dateOfBirth` and `lastName` are always there. */
export interface ListedPatient {
  /** Ten digits that pass Modulus 11, or null: a number that fails is dropped, never used to match. */
  nhsNumber: string | null;
  /** EMIS Number, SystmOne Patient ID: identifies the patient within `source`, never the appointment. */
  sourcePatientId: string | null;
  lastName: string;
  firstName: string;
  dateOfBirth: DateOfBirth;
  postcode: FoldedPostcode | null;
}

/** One good row of a day list, in our shape. No reason for the appointment: we do not need it, so we do not hold it. */
export interface ListedAppointment {
  patient: ListedPatient;
  /** The source system's own id of the appointment, if the export has one. */
  sourceAppointmentId: string | null;
  start: WallTime;
  durationMinutes: number | null;
  /** Display name as the public may see it: `Dr Anita Rao`. Never a role or a clinic. */
  clinician: string;
  /** True for sessions a nurse or health care assistant leads: their default window is wider. */
  isNurseLed: boolean;
  location: string | null;
  slotType: string | null;
  mode: Mode;
  status: AppointmentStatus;
  /** Line number in the file, counted as a text editor does, from 1. */
  line: number;
}

/** An appointment as the store keeps it: the row of the current list, with our own ids. */
export interface Appointment extends ListedAppointment {
  id: number;
  importId: string;
  source: string;
}

/** `disputed`: the patient said it is not theirs. It is not shown as arrived any more. */
export type ArrivalState = 'arrived' | 'disputed';

/** A visit checked in to one appointment, with a copy of what the ending says; no foreign key into the list (design §2). */
export interface Arrival {
  id: string;
  visitId: string;
  /** Row of the current list this arrival belongs to; null when a newer list has no unique match (`isToCheck`). */
  appointmentId: number | null;
  sourceAppointmentId: string | null;
  source: string;
  start: WallTime;
  clinician: string;
  location: string | null;
  /** UTC instant with milliseconds, ISO 8601. */
  arrivedAt: string;
  state: ArrivalState;
  /** Marked `Check`: a re-import no longer holds its appointment. */
  isToCheck: boolean;
}

/** Why an identified patient is here but not checked in; becomes a desk row. `null` on a visit that is checked in. */
export type NotCheckedInReason =
  | 'tooEarly'
  | 'tooLate'
  | 'byPhone'
  | 'byVideo'
  | 'homeVisit'
  | 'otherSite'
  | 'cancelled'
  | 'finished'
  | 'didNotAttend'
  | 'unknownStatus'
  | 'disputed';

/** A patient's presence today. */
export interface Visit {
  id: string;
  day: Day;
  /** Random id used in the audit trail; this row is the only map from it to the patient. */
  subjectId: string;
  source: string;
  patient: ListedPatient;
  /** Instant of the first arrival; kept however often the patient checks in again. */
  firstArrivedAt: string | null;
  ticket: string | null;
  notCheckedIn: NotCheckedInReason | null;
  /** Instant of the last identification. */
  lastSeenAt: string;
  arrivals: Arrival[];
}

/** Minutes around an appointment's start in which a patient may check in. */
export interface CheckInWindow {
  earlyMinutes: number;
  lateMinutes: number;
}

/** The practice's rules, as data (design §5 "practice rules"). Defaults in `main/domain/rules.ts`. */
export interface PracticeRules {
  window: CheckInWindow;
  nurseLedWindow: CheckInWindow;
  /** Keyed by the clinician's display name. */
  clinicianWindows: Record<string, CheckInWindow>;
  slotTypeWindows: Record<string, CheckInWindow>;
  siteWindows: Record<string, CheckInWindow>;
  /** Later appointments here within this many minutes of an open one join its check-in. */
  joinMinutes: number;
  /** Days of birth `MM-DD` recorded for many whose birthday is unknown: the postcode is always asked. */
  postcodeAlwaysDays: string[];
  /** The list is stamped on Welcome when older than this. */
  stampListAfterMinutes: number;
  /** Check-in closes when the list is older than this. */
  closeListAfterMinutes: number;
  /** An import with a larger share of bad rows changes nothing. */
  badRowsLimitPercent: number;
  visitsKeptDays: number;
  practiceName: string;
}

/** What one wall clock reading gives the rules: London time to the minute, with its day. */
export interface Now {
  day: Day;
  time: ClockTime;
  /** The same as an instant in milliseconds since the epoch: two readings an hour apart on a clock-change night differ. */
  epochMilliseconds: number;
}
