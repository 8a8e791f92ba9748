import type { ReceptionKind } from '../../preload/contract/kiosk';
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

/**
 * What a list says of an appointment or a patient beside its status (design §6). `private`: at the kiosk exactly as if nobody had been
 * found. `seeReception`: the patient is not checked in here but asked to speak to reception.
 */
export type Marking = 'none' | 'private' | 'seeReception';

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
  /** Of this appointment. */
  marking: Marking;
  /** Of its patient: counts for all their appointments of the day. */
  patientMarking: Marking;
  /** The list carries a need for help with communication or information; which one we do not hold. */
  hasNeed: boolean;
  /** Null: the list does not say whether they have an online account. */
  hasOnlineAccount: boolean | null;
  /** Line number in the file, counted as a text editor does, from 1. */
  line: number;
}

/** An appointment as the store keeps it: the row of the current list, with our own ids. */
export interface Appointment extends ListedAppointment {
  id: number;
  importId: string;
  source: string;
  /** UTC instant at which the list it stands in was true (decision 6). */
  listAsOf: string;
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
  /** UTC instant by which the patient had been called in, or null: of the call, or of the first list that says so. */
  calledAt: string | null;
  /** Checked in after the window had closed, by the practice's late policy. */
  isLate: boolean;
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
  | 'disputed'
  /** The list says that they have left, or walked out. */
  | 'left'
  /** Marked private: for a discreet row at the desk; at the kiosk nobody was found. */
  | 'private'
  /** Marked "please see reception". */
  | 'flagged'
  /** By phone, by video or at home, and the patient said "I was asked to come in". */
  | 'askedToComeIn'
  /** Arrived here, and a newer list says that the appointment was cancelled or not attended. */
  | 'contradicted';

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
  /** Too early only: UTC instant from which they can be checked in. */
  opensAt: string | null;
  /** Also here for an appointment marked private, which no screen of the kiosk mentions. */
  hasPrivate: boolean;
  /** Instant of the last identification. */
  lastSeenAt: string;
  arrivals: Arrival[];
}

/** Minutes around an appointment's start in which a patient may check in. */
export interface CheckInWindow {
  earlyMinutes: number;
  lateMinutes: number;
}

export type LatePolicy = 'reception' | 'checkIn';
/** Who calls patients in: this system (tickets, wait), the clinical system, or staff who fetch them. */
export type Calling = 'here' | 'clinicalSystem' | 'staffFetch';

/** Where a clinician's patients wait and where they go. */
export interface Place {
  waitingArea: string | null;
  room: string | null;
}

/** One choice of "What do you need?"; `label` and `words` null for the kiosk's own. */
export interface ReceptionChoice {
  kind: ReceptionKind;
  isOffered: boolean;
  label: string | null;
  words: string | null;
  /** A data-free ticket of reception's queue. */
  givesTicket: boolean;
  raisesAlert: boolean;
}

/** From `from` up to, not including, `to`. */
export interface Hours {
  from: ClockTime;
  to: ClockTime;
}
export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';
export type OpeningHours = Record<Weekday, Hours[]>;

/** The practice's rules, as data (design §5 "practice rules"). Defaults in `main/domain/rules.ts`. Names are compared folded. */
export interface PracticeRules {
  practiceName: string;

  window: CheckInWindow;
  nurseLedWindow: CheckInWindow;
  /** Keyed by the clinician's display name. */
  clinicianWindows: Record<string, CheckInWindow>;
  slotTypeWindows: Record<string, CheckInWindow>;
  siteWindows: Record<string, CheckInWindow>;
  /** What happens to somebody later than the window: reception, or checked in and told that they may have to wait. */
  latePolicy: LatePolicy;
  clinicianLatePolicies: Record<string, LatePolicy>;
  /** Minutes after the start past which it is reception under either policy. */
  lateLimitMinutes: number;
  /** Later appointments here within this many minutes of an open one join its check-in. */
  joinMinutes: number;

  /** What counts as in person, by slot type; over what the list's words say. */
  slotTypeModes: Record<string, Mode>;
  /** The practice's own status words; over the table of both systems. */
  statusWords: Record<string, AppointmentStatus>;
  privateSlotTypes: string[];
  seeReceptionSlotTypes: string[];
  /** Days of birth `MM-DD` recorded for many whose birthday is unknown: the postcode is always asked. */
  postcodeAlwaysDays: string[];

  calling: Calling;
  /** Keyed by the clinician's display name. */
  places: Record<string, Place>;
  /** Where patients of all other clinicians wait; null says nothing. */
  waitingArea: string | null;
  /** What the practice's own picture of the way shows, for who cannot see it; null: no picture is shown. */
  mapWords: string | null;
  hygieneLine: string | null;
  isSuccessSoundOn: boolean;
  /** The kiosk itself sounds when somebody needs help now. */
  isHelpSoundOn: boolean;

  isNeedsQuestionAsked: boolean;
  /** Days in which the question is not asked again; not more than `visitsKeptDays`, after which nothing is remembered. */
  needsQuestionAgainDays: number;
  interpreterLanguages: string[];
  ownQuestion: { text: string; choices: string[] } | null;
  /** Hours in which the own question is not asked. */
  ownQuestionOff: Hours[];

  receptionChoices: ReceptionChoice[];
  /** Opened by staff for one day; null: none. */
  walkIn: { day: Day; name: string; until: ClockTime } | null;

  /** Null: the kiosk is never closed by the hour. */
  openingHours: OpeningHours | null;
  /** Bank holidays of England and Wales on which the practice is open as on any such weekday. */
  bankHolidaysOpen: Day[];
  /** Further days on which it is closed. */
  closedDays: Day[];
  isOutOfService: boolean;
  /** The practice has signed the kiosk off for real use: it is no trial any more, so check-in needs a desk that watches. */
  isSignedOff: boolean;

  /** Boards show names in place of tickets: first name and initial. Off unless the practice decides so. */
  areNamesOnBoard: boolean;
  /** Boards also speak. */
  isBoardSpoken: boolean;
  /** Lines below the calls on a board. */
  boardLines: string[];
  /** Which way to a room, in the practice's words; keyed by room. */
  roomDirections: Record<string, string>;
  /** An arrival that is not marked in the clinical system is amber after this many minutes … */
  worklistAmberMinutes: number;
  /** … and sounds on every desk after this many, … */
  worklistSoundMinutes: number;
  /** … or this many before the appointment, until somebody takes it. */
  worklistSoundBeforeMinutes: number;
  /** A desk that nobody touches locks itself after this many minutes. */
  deskLockMinutes: number;

  /** Sign-up for online services can be begun at the kiosk at all. */
  isSignUpOffered: boolean;
  /** Hours of each weekday in which it cannot, because reception is busy. */
  signUpClosed: OpeningHours;
  /** Staff have paused it for this day; null: they have not. */
  signUpPausedOn: Day | null;
  /** Patients whom the list marks as without an account are invited once a day when they check in. */
  isSignUpInvited: boolean;
  /** When ID is checked, in the practice's words. */
  identityCheckHours: string;
  /** Where most people can do it themselves: plain https, shown as a QR code. */
  nhsAppLink: string;
  /** Kinds of document that the practice takes: with a photograph, and with the address. */
  photoDocuments: string[];
  addressDocuments: string[];
  /** A document with the address is to be no older than this. */
  addressWithinMonths: number;
  /** Offered as keys where an email address is typed. */
  emailEndings: string[];
  /** What to think of before seeing one's record; plain sentences. */
  recordTopics: string[];
  /** What a patient agrees to, one by one, before the record. */
  recordStatements: string[];
  /** Days a clinician has for a referral of record access. */
  referralDays: number;
  /** Access to a child's account by others is reviewed at this age … */
  proxyReviewAge: number;
  /** … and staff are told of each review this many days before it is due. */
  proxyReviewNoticeDays: number;
  /** Days an application is kept once it has ended, and a review once it is done. */
  applicationsKeptDays: number;
  proxyReviewsKeptDays: number;

  /** The practice's code in the NHS, on every setup slip; null: typed each time. */
  odsCode: string | null;
  /** Whom to ring when signing in does not work, on every slip; null: none is printed. */
  helpPhone: string | null;
  /** What the QR code of a setup slip leads to, by system (the NHS App's is `nhsAppLink`), and of an invitation. Plain https, the same for everybody. */
  emisLink: string;
  systmOneLink: string;
  startLink: string;
  /** Days after which the details of a slip stop working, as it says; null: it says nothing. */
  slipExpiryDays: number | null;

  /** The list is stamped on Welcome when older than this. */
  stampListAfterMinutes: number;
  /** Check-in closes when the list is older than this. */
  closeListAfterMinutes: number;
  /** An import with a larger share of bad rows changes nothing. */
  badRowsLimitPercent: number;
  visitsKeptDays: number;
  /** Claims that may be answered in a burst, and in a minute after that: more than any queue of people makes (hazard H-014). */
  claimsInBurst: number;
  claimsPerMinute: number;
}

/** What one wall clock reading gives the rules: London time to the minute, with its day. */
export interface Now {
  day: Day;
  time: ClockTime;
  /** The same as an instant in milliseconds since the epoch: two readings an hour apart on a clock-change night differ. */
  epochMilliseconds: number;
}
