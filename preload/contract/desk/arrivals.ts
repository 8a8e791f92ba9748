import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { closedReasonSchema, needKindSchema, receptionKindSchema, ticketSchema } from '../kiosk';
import { clockTimeSchema, dateOfBirthSchema, dateSchema, wallTimeSchema } from '../rules/dates';
import { done, forRoles, instantSchema, nothing } from './roles';

/** Why an identified patient is here but not checked in. */
export const notCheckedInSchema = z.enum([
  'tooEarly',
  'tooLate',
  'byPhone',
  'byVideo',
  'homeVisit',
  'otherSite',
  'cancelled',
  'finished',
  'didNotAttend',
  'unknownStatus',
  'disputed',
  'left',
  'private',
  'flagged',
  'askedToComeIn',
  'contradicted',
]);

/** How the appointment stands in the clinical system's list, as far as that list knows. */
export const listedStatusSchema = z.enum([
  'booked',
  'arrived',
  'sentIn',
  'seen',
  'left',
  'didNotAttend',
  'cancelled',
  'unknown',
]);

/** One appointment of somebody who is here. */
export const rowAppointmentSchema = z.object({
  /** Null where they are not checked in to it. */
  arrivalId: z.uuid().nullable(),
  /** Row of the list in use; null where it no longer holds it. */
  appointmentId: z.int().nullable(),
  start: wallTimeSchema,
  /** Who sees them: where staff have moved them to somebody else, that one. */
  clinician: z.string(),
  /** Who was booked, if that is somebody else. */
  movedFrom: z.string().nullable(),
  location: z.string().nullable(),
  room: z.string().nullable(),
  state: z.enum(['arrived', 'disputed', 'notArrived']),
  listed: listedStatusSchema.nullable(),
  isLate: z.boolean(),
  /** A newer list no longer holds it: `Check`. */
  isToCheck: z.boolean(),
  isPrivate: z.boolean(),
  /** Marked as arrived in the clinical system, by a tick here or by a newer list. */
  isMarked: z.boolean(),
});

/** The latest call of a patient. */
export const rowCallSchema = z.object({
  callId: z.uuid(),
  kind: z.enum(['call', 'quiet', 'fetch']),
  /** The first time, and how often since. */
  at: instantSchema,
  lastAt: instantSchema,
  times: z.int().positive(),
  by: z.string(),
  clinician: z.string(),
  room: z.string().nullable(),
  outcome: z.enum(['open', 'seen', 'didNotAnswer', 'cancelled']),
  /** They may not have seen or heard the call: before "did not answer" somebody goes to look. */
  needsLook: z.boolean(),
  lookedAt: instantSchema.nullable(),
});

/**
 * Somebody who is here today. `stage`: `waiting`; `called` (a call is open, or the list says "send in"); `done` (seen, left, or finished by the
 * list); `notCheckedIn` ("Here, not checked in"). `version` rises with every change: an action on an older one is refused and nothing is lost.
 */
export const deskRowSchema = z.object({
  visitId: z.uuid(),
  version: z.int().nonnegative(),
  stage: z.enum(['waiting', 'called', 'done', 'notCheckedIn']),
  lastName: z.string(),
  firstName: z.string(),
  dateOfBirth: dateOfBirthSchema,
  nhsNumber: z.string().nullable(),
  ticket: ticketSchema.nullable(),
  /** First arrival, or for who is not checked in when they were last identified. */
  since: instantSchema,
  reason: notCheckedInSchema.nullable(),
  /** Too early: from when they can be checked in. */
  opensAt: instantSchema.nullable(),
  appointments: z.array(rowAppointmentSchema),
  call: rowCallSchema.nullable(),
  doneAs: z.enum(['seen', 'left', 'finishedByList']).nullable(),
  needs: z.array(needKindSchema),
  interpreter: z.string().nullable(),
  /** The list carries a need for help with communication; which one only the record says. */
  hasListedNeed: z.boolean(),
  /** They cannot be expected to see or hear a board: they are fetched in person. */
  isToFetch: z.boolean(),
  /** What they said to the practice's own question. */
  ownAnswer: z.object({ question: z.string(), choice: z.string() }).nullable(),
  /** Set by staff. */
  isFlagged: z.boolean(),
  note: z.string().nullable(),
  /** Who changed it last, and when; for "Jo did this a moment ago". */
  lastChange: z.object({ by: z.string(), at: instantSchema }).nullable(),
});

/** An arrival that is not yet marked in the clinical system. */
export const worklistItemSchema = z.object({
  arrivalId: z.uuid(),
  visitId: z.uuid(),
  lastName: z.string(),
  firstName: z.string(),
  dateOfBirth: dateOfBirthSchema,
  nhsNumber: z.string().nullable(),
  start: wallTimeSchema,
  clinician: z.string(),
  arrivedAt: instantSchema,
  /** From when it is amber, and from when every desk sounds unless somebody has taken it. */
  amberAt: instantSchema,
  soundsAt: instantSchema,
  takenBy: z.string().nullable(),
});

/** What staff must look at, grouped by person and kind. */
export const deskAlertSchema = z.object({
  /** All alerts of the group; acknowledged together. */
  alertIds: z.array(z.uuid()).min(1),
  kind: z.string(),
  since: instantSchema,
  visitId: z.uuid().nullable(),
  /** Whom it is about, or several whom nothing tells apart. */
  people: z.array(z.object({ name: z.string(), starts: z.array(wallTimeSchema) })),
  choice: receptionKindSchema.nullable(),
  seconds: z.int().nullable(),
  /** Sounds on every desk until it is acknowledged. */
  isUrgent: z.boolean(),
});

/** Somebody who is here without a check-in: reception's queue or a walk-in session. Names nobody. */
export const queueTicketSchema = z.object({
  ticketId: z.uuid(),
  queue: z.enum(['reception', 'walkIn']),
  kind: z.string(),
  ticket: ticketSchema,
  issuedAt: instantSchema,
  call: rowCallSchema.nullable(),
});

/** What stands in the head of the page. */
export const deskHeadSchema = z.object({
  day: dateSchema,
  /** The machine's wall clock when this was read; pages count on from it. */
  at: instantSchema,
  calling: z.enum(['here', 'clinicalSystem', 'staffFetch']),
  checkIn: z.discriminatedUnion('state', [
    z.object({ state: z.literal('open') }),
    z.object({ state: z.literal('closed'), reason: z.union([closedReasonSchema, z.literal('notInService')]) }),
  ]),
  /** The oldest list in use; null: none for today. `notFound`: claims since it came into use that named nobody. */
  list: z.object({ asOf: instantSchema, notFound: z.int().nonnegative() }).nullable(),
  walkIn: z.object({ name: z.string(), until: clockTimeSchema }).nullable(),
  /** Sessions whose pages are there at this moment. */
  desks: z.int().nonnegative(),
  /** Clinicians of today's list, for filters and for moving somebody; rooms as the rules name them. */
  clinicians: z.array(z.object({ name: z.string(), room: z.string().nullable() })),
  rooms: z.array(z.string()),
});

/**
 * The live state of the desk: once whole, then what has changed. `removed` are ids that are gone. Head, worklist, alerts and queues
 * are whole whenever they are there at all. `revision` rises; a reconnect begins with `isWhole`.
 */
export const deskSnapshotSchema = z.object({
  revision: z.int().nonnegative(),
  isWhole: z.boolean(),
  rows: z.array(deskRowSchema),
  removed: z.array(z.uuid()),
  head: deskHeadSchema.optional(),
  worklist: z.array(worklistItemSchema).optional(),
  alerts: z.array(deskAlertSchema).optional(),
  queue: z.array(queueTicketSchema).optional(),
});

/** A person of today's list whom staff may check in by hand. */
export const foundPatientSchema = z.object({
  /** Rows of the list in use that are one visit: checked in together. */
  appointmentIds: z.array(z.int()).min(1),
  lastName: z.string(),
  firstName: z.string(),
  dateOfBirth: dateOfBirthSchema,
  appointments: z.array(
    z.object({
      start: wallTimeSchema,
      clinician: z.string(),
      listed: listedStatusSchema,
      mode: z.enum(['inPerson', 'phone', 'video', 'homeVisit']),
    }),
  ),
  /** They are here already: the row of the desk. */
  visitId: z.uuid().nullable(),
});

/** What an action on a row is refused with; nothing has changed then. */
export const rowErrors = {
  /** Somebody changed the row since this desk saw it: `by` whom and `at` when (null: the kiosk or a list). */
  CHANGED: {
    message: 'Somebody else was quicker',
    data: z.object({ by: z.string().nullable(), at: instantSchema.nullable() }),
  },
  /** It is gone, or of another day. */
  GONE: { message: 'It is not there any more' },
  /** As it stands this cannot be done (already seen, not arrived, someone must go and look first …). */
  NOT_NOW: { message: 'This cannot be done now', data: z.object({ why: z.string() }) },
};

export const rowKey = { visitId: z.uuid(), version: z.int().nonnegative() };
/** A short line by staff; control characters are not taken. */
const lineSchema = z
  .string()
  .trim()
  .max(300)
  .regex(/^[^\p{Cc}]*$/u);

const desk = forRoles('receptionist');

export const arrivalsContract = {
  live: desk.output(eventIterator(deskSnapshotSchema)),
  /** People of today's list by parts of name, date of birth or time; at most 20. */
  find: desk.input(z.strictObject({ text: z.string().max(80) })).output(z.array(foundPatientSchema)),
  /** Checks in by hand, whatever window or marking says: staff see the patient. */
  checkIn: desk
    .input(z.strictObject({ appointmentIds: z.array(z.int()).min(1).max(20) }))
    .output(z.object({ visitId: z.uuid() }))
    .errors(rowErrors),
  /** Takes an arrival back, as if it had not been; the reason is audited by kind. */
  undo: desk
    .input(
      z.strictObject({ ...rowKey, arrivalId: z.uuid(), reason: z.enum(['wrongPatient', 'byMistake', 'patientLeft']) }),
    )
    .output(done)
    .errors(rowErrors),
  /** A disputed arrival: theirs after all, or somebody else's, and then it is taken back. */
  resolveDispute: desk
    .input(z.strictObject({ ...rowKey, isTheirs: z.boolean() }))
    .output(done)
    .errors(rowErrors),
  seen: desk.input(z.strictObject(rowKey)).output(done).errors(rowErrors),
  left: desk.input(z.strictObject(rowKey)).output(done).errors(rowErrors),
  /** Back to waiting, after seen or left by mistake. */
  waitAgain: desk.input(z.strictObject(rowKey)).output(done).errors(rowErrors),
  /** To another clinician; null: back to the one who was booked. */
  move: desk
    .input(z.strictObject({ ...rowKey, arrivalId: z.uuid(), clinician: z.string().trim().min(1).max(120).nullable() }))
    .output(done)
    .errors(rowErrors),
  flag: desk
    .input(z.strictObject({ ...rowKey, isFlagged: z.boolean() }))
    .output(done)
    .errors(rowErrors),
  note: desk
    .input(z.strictObject({ ...rowKey, note: lineSchema.nullable() }))
    .output(done)
    .errors(rowErrors),
  /** Whoever stands at the desk without a check-in was looked after: the row goes. */
  lookedAfter: desk.input(z.strictObject(rowKey)).output(done).errors(rowErrors),
  /** Staff have seen these alerts; the first acknowledgement stands. A patient who called for help is told. */
  acknowledge: desk.input(z.strictObject({ alertIds: z.array(z.uuid()).min(1).max(100) })).output(done),
};

/** Arrivals to mark in the clinical system. */
export const worklistContract = {
  /** "I am marking this one": it sounds no more. */
  take: desk
    .input(z.strictObject({ arrivalId: z.uuid() }))
    .output(done)
    .errors(rowErrors),
  mark: desk
    .input(z.strictObject({ arrivalId: z.uuid() }))
    .output(done)
    .errors(rowErrors),
  /** A tick by mistake. */
  unmark: desk
    .input(z.strictObject({ arrivalId: z.uuid() }))
    .output(done)
    .errors(rowErrors),
};

const caller = forRoles('receptionist', 'clinician');

/** Calling patients in. */
export const callingContract = {
  /** `call`: on the boards, spoken; `quiet`: on no board; `fetch`: somebody goes to them. `room` null: the clinician's by the rules. */
  call: caller
    .input(z.strictObject({ ...rowKey, kind: z.enum(['call', 'quiet', 'fetch']), room: z.string().max(60).nullable() }))
    .output(z.object({ callId: z.uuid() }))
    .errors(rowErrors),
  /** A ticket of a queue, to `room` (a desk, a window). */
  callTicket: caller
    .input(z.strictObject({ ticketId: z.uuid(), room: z.string().trim().min(1).max(60) }))
    .output(z.object({ callId: z.uuid() }))
    .errors(rowErrors),
  again: caller
    .input(z.strictObject({ callId: z.uuid() }))
    .output(done)
    .errors(rowErrors),
  /** Somebody went to look for them in the waiting room. */
  looked: caller
    .input(z.strictObject({ callId: z.uuid() }))
    .output(done)
    .errors(rowErrors),
  /** Back to waiting, and off the boards. */
  didNotAnswer: caller
    .input(z.strictObject({ callId: z.uuid() }))
    .output(done)
    .errors(rowErrors),
  /** They are in: off the boards; the patient counts as seen, a ticket as done. */
  cameIn: caller
    .input(z.strictObject({ callId: z.uuid() }))
    .output(done)
    .errors(rowErrors),
  /** Called by mistake: back to waiting as if it had not been. */
  cancel: caller
    .input(z.strictObject({ callId: z.uuid() }))
    .output(done)
    .errors(rowErrors),
};

/** The one-room page of a clinician: their own patients of today and nothing else. A receptionist may open any room. */
export const roomContract = {
  clinicians: caller.input(nothing).output(z.array(z.object({ name: z.string(), room: z.string().nullable() }))),
  /** A clinician sees their own room whatever they ask for. */
  live: caller.input(z.strictObject({ clinician: z.string().max(120) })).output(
    eventIterator(
      z.object({
        revision: z.int().nonnegative(),
        clinician: z.string(),
        room: z.string().nullable(),
        calling: z.enum(['here', 'clinicalSystem', 'staffFetch']),
        at: instantSchema,
        /** Waiting first, by start, then called; done ones are left out. */
        rows: z.array(deskRowSchema),
        /** Booked with them and still to come. */
        toCome: z.int().nonnegative(),
      }),
    ),
  ),
};

export type DeskRow = z.infer<typeof deskRowSchema>;
export type RowAppointment = z.infer<typeof rowAppointmentSchema>;
export type RowCall = z.infer<typeof rowCallSchema>;
export type WorklistItem = z.infer<typeof worklistItemSchema>;
export type DeskAlert = z.infer<typeof deskAlertSchema>;
export type QueueEntry = z.infer<typeof queueTicketSchema>;
export type DeskHead = z.infer<typeof deskHeadSchema>;
export type DeskSnapshot = z.infer<typeof deskSnapshotSchema>;
export type FoundPatient = z.infer<typeof foundPatientSchema>;
