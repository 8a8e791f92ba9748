import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { needKindSchema } from './needs';
import { barcodeSchema } from './rules/barcode';
import { clockTimeSchema, dateOfBirthSchema, dateSchema } from './rules/dates';
import { letterSchema } from './rules/letter';
import { postcodeSchema } from './rules/postcode';
import { referenceSchema } from './rules/reference';
import { applicationSchema, signUpOffersSchema, signUpStateSchema } from './signUp';

export { needKindSchema } from './needs';
export type { NeedKind } from './needs';

/**
 * Everything the patient-facing page may ask of the main process, and nothing else (design §4).
 * A field that is not named here cannot reach the waiting room: outputs are parsed too.
 */

/** Two identifiers, always (design §6). `Try again` swaps the letter for the postcode: names change more often than addresses are mistyped. */
export const identityClaimSchema = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('letter'),
    dateOfBirth: dateOfBirthSchema,
    letter: letterSchema,
    postcode: postcodeSchema.optional(),
  }),
  z.strictObject({ by: z.literal('postcode'), dateOfBirth: dateOfBirthSchema, postcode: postcodeSchema }),
  /** The barcode of an appointment letter stands in for the letter; the date of birth is still asked. */
  z.strictObject({ by: z.literal('barcode'), dateOfBirth: dateOfBirthSchema, appointmentId: barcodeSchema }),
]);

/** One appointment as the waiting room may see it: never the role, the clinic or the reason. */
const publicAppointmentSchema = z.object({
  time: clockTimeSchema,
  clinician: z.string(),
  place: z.string().nullable(),
  /** Where to sit and where to go, if the practice has said so for this clinician. */
  waitingArea: z.string().nullable(),
  room: z.string().nullable(),
});

/** Another appointment of the same patient today that this check-in does not cover, and what to do about it. */
const alsoTodaySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('later'), time: clockTimeSchema, clinician: z.string(), from: clockTimeSchema }),
  z.object({ kind: z.literal('byPhone'), time: clockTimeSchema }),
  z.object({ kind: z.literal('byVideo'), time: clockTimeSchema }),
  z.object({ kind: z.literal('homeVisit'), time: clockTimeSchema }),
  z.object({ kind: z.literal('otherSite'), time: clockTimeSchema, site: z.string() }),
  z.object({ kind: z.literal('askReception'), time: clockTimeSchema }),
]);

/**
 * Another appointment of a patient who is not checked in, as far as they must do something about it: no clinician, and no time but
 * the one from which they can check in.
 */
const otherTodaySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('later'), from: clockTimeSchema }),
  z.object({ kind: z.literal('byPhone') }),
  z.object({ kind: z.literal('byVideo') }),
  z.object({ kind: z.literal('homeVisit') }),
  z.object({ kind: z.literal('otherSite'), site: z.string() }),
]);

/** Whole minutes, rounded outwards so that they promise nothing: "about 10 to 20 minutes". */
const minutesRangeSchema = z.object({ from: z.int().nonnegative(), to: z.int().positive() });

/** Three characters that are hard to mistake and tell nothing about anybody. */
export const ticketSchema = z.string().regex(/^[A-Z0-9]{3}$/);

/** What can be said of the wait for the first appointment; null where it is not known. Only where the practice calls from this system. */
const waitSchema = z.object({
  clinician: z.string(),
  /** People of this clinician who are here and come first. */
  ahead: z.int().nonnegative(),
  /** How late the clinician runs today, by what really happened. */
  lateness: minutesRangeSchema.nullable(),
  minutes: minutesRangeSchema.nullable(),
});

/** A question that may be asked after a check-in; at most two, each skipped with one tap. */
export const questionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('needs') }),
  /** One of the practice's own, in its own words. */
  z.object({ kind: z.literal('own'), text: z.string(), choices: z.array(z.string()).min(2).max(6) }),
]);

/** What the patient said to a question; `skipped` is an answer too: it is not asked again soon. */
export const questionAnswerSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('needs'),
    needs: z.array(needKindSchema).max(12),
    language: z.string().max(40).nullable(),
  }),
  /** The choice by its place in the question. */
  z.strictObject({ kind: z.literal('own'), choice: z.int().min(0).max(5) }),
  z.strictObject({ kind: z.literal('skipped'), question: z.enum(['needs', 'own']) }),
]);

const goodEndingFields = {
  /** Opaque, good for this visitor only; names the arrival for `dispute` without naming the person. */
  handle: z.uuid(),
  appointments: z.array(publicAppointmentSchema).min(1),
  also: z.array(alsoTodaySchema),
  /** Checked in although later than the window, by the practice's rule: they may have to wait or be seen by somebody else. */
  isLate: z.boolean(),
  /** The clinical system says "send in": they are being called this moment. */
  isBeingCalled: z.boolean(),
  /** Only where the practice calls from this system. */
  ticket: ticketSchema.nullable(),
  wait: waitSchema.nullable(),
  questions: z.array(questionSchema).max(2),
  /** The list says that they have no online account, sign-up is open, and they have not been invited today. */
  isInvited: z.boolean(),
};

const otherEndingFields = { others: z.array(otherTodaySchema) };
/** `handle` for "I was asked to come in". */
const notInPersonFields = { handle: z.uuid(), ...otherEndingFields };

/**
 * What the kiosk answers to an identity claim. `reception` is every "no": nobody found, several found, private, flagged, cancelled,
 * finished. It carries nothing, so that no "no" differs from another.
 */
export const checkInAnswerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('askPostcode') }),
  z.object({ kind: z.literal('checkedIn'), ...goodEndingFields }),
  z.object({ kind: z.literal('alreadyCheckedIn'), ...goodEndingFields }),
  z.object({ kind: z.literal('tooEarly'), from: clockTimeSchema, ...otherEndingFields }),
  z.object({ kind: z.literal('tooLate') }),
  z.object({ kind: z.literal('byPhone'), ...notInPersonFields }),
  z.object({ kind: z.literal('byVideo'), ...notInPersonFields }),
  z.object({ kind: z.literal('homeVisit'), ...notInPersonFields }),
  z.object({ kind: z.literal('otherSite'), site: z.string(), ...otherEndingFields }),
  z.object({ kind: z.literal('reception') }),
]);

/** Why check-in is closed although the kiosk itself is well. */
export const closedReasonSchema = z.enum([
  'noList',
  'staleList',
  'noSite',
  'siteNotListed',
  /** No desk is connected and nothing is passed on: an arrival would be known to nobody (design §6). */
  'nobodyKnows',
  /** The machine's clock shows an earlier time than it has shown before. */
  'clockBehind',
]);

/** Why somebody who has no appointment to check in for is here: the choices of "What do you need?". */
export const receptionKindSchema = z.enum([
  'noAppointment',
  'prescription',
  'sample',
  'register',
  'interpreterOrVisitor',
  'somethingElse',
]);

/** What the kiosk as a whole is doing. Everything but `open` shows one screen and takes no touch of a patient. */
const kioskServiceSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('open') }),
  z.object({ state: z.literal('outOfService') }),
  /** Staff wipe the glass: Welcome takes no touch until the seconds have passed; an ending that stands may be finished. */
  z.object({ state: z.literal('cleaning'), secondsLeft: z.int().nonnegative() }),
  /** `opensAt` of the next day that the practice is open, if it is within the next fortnight. */
  z.object({ state: z.literal('closedHours'), opens: z.object({ day: dateSchema, time: clockTimeSchema }).nullable() }),
]);

/** What keeps the kiosk out of service; each has its own words for staff. */
export const faultKindSchema = z.enum([
  'folderNotWritable',
  'newerVersion',
  'wrongKey',
  'keyMissing',
  'damagedFile',
  'modeMismatch',
  'internal',
]);

/** Seconds; shortened only in demonstration (`--idle-seconds`). */
const idleTimesSchema = z.object({
  warnAfterSeconds: z.number().positive(),
  warningStandsSeconds: z.number().positive(),
  endingStandsSeconds: z.number().positive(),
});

const whatItIs = {
  /** `demonstration` and `trial` put their fixed words on the screens (design §11). */
  mode: z.enum(['demonstration', 'trial', 'live']),
  isTestBuild: z.boolean(),
};

/**
 * The live state of the kiosk. `revision` rises with every change, so an older snapshot is never shown after a newer one.
 * `visitsEnded` counts the visits that main has ended: a page that sees it rise drops whatever it holds.
 */
export const kioskSnapshotSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ready'),
    revision: z.int().nonnegative(),
    practice: z.string(),
    ...whatItIs,
    today: dateSchema,
    visitsEnded: z.int().nonnegative(),
    /** `listAsOf` is given only when the list is old enough to say so. */
    checkIn: z.discriminatedUnion('state', [
      z.object({ state: z.literal('open'), listAsOf: clockTimeSchema.nullable() }),
      z.object({ state: z.literal('closed'), reason: closedReasonSchema }),
    ]),
    idle: idleTimesSchema,
    service: kioskServiceSchema,
    /** "What do you need?": `label` and `words` where the practice has its own, else null for the catalogue's. */
    reception: z.array(
      z.object({ kind: receptionKindSchema, label: z.string().nullable(), words: z.string().nullable() }),
    ),
    /** The walk-in session that staff have opened. */
    walkIn: z.object({ name: z.string() }).nullable(),
    /** One line after the tick; null for none. */
    hygieneLine: z.string().nullable(),
    sounds: z.object({ success: z.boolean(), help: z.boolean() }),
    /** Rises each time that staff try the sound of this machine. */
    soundTests: z.int().nonnegative(),
    /** The practice's own picture of where to go, and what it shows in words. Served at `practiceMapPath`. */
    map: z.object({ words: z.string() }).nullable(),
    /** The call for help that staff have acknowledged last, within half an hour: whoever made it is told. */
    helpAcknowledged: z.uuid().nullable(),
    /** Offered when an interpreter is asked for, as their speakers write them. */
    interpreterLanguages: z.array(z.string()),
    signUp: signUpStateSchema,
    signUpOffers: signUpOffersSchema,
    /** A ticket printer stands here and was well when it was last looked at. */
    canPrint: z.boolean(),
  }),
  z.object({
    kind: z.literal('fault'),
    revision: z.int().nonnegative(),
    ...whatItIs,
    fault: faultKindSchema,
    /** The data folder, so that staff know which one is meant. */
    folder: z.string(),
  }),
]);

/** The ending has been left, or never was. */
const handleErrors = { UNKNOWN_HANDLE: { message: 'No such ending is open' } };

/**
 * How printing a ticket went. `printed`: the printing system says so. `sent`: it is with the printer, and nobody can tell whether it comes
 * out. `failed`: nothing comes out.
 */
export const ticketEndSchema = z.enum(['printed', 'sent', 'failed']);

/** Expected failures, as values of the contract; anything else is a bug and answers INTERNAL. */
const checkInErrors = {
  /** Check-in closed between the first question and the last (list too old, midnight, out of service). */
  CHECK_IN_CLOSED: { message: 'Check-in is closed' },
};

/** Where the practice's own picture is, below the page's origin. */
export const practiceMapPath = '/practice/map';

export const kioskContract = {
  /** Snapshots: one at once, then one after every change; a slow reader gets only the newest. One stream per page. */
  live: oc.output(eventIterator(kioskSnapshotSchema)),
  checkIn: {
    /** Who is it, and may they be checked in? A good answer is given only after the arrival is on disk. */
    claim: oc.input(identityClaimSchema).output(checkInAnswerSchema).errors(checkInErrors),
    /** "This is not my appointment": turns the arrivals behind `handle` into disputed ones. */
    dispute: oc
      .input(z.strictObject({ handle: z.uuid() }))
      .output(z.object({ kind: z.literal('disputed') }))
      .errors(handleErrors),
    /** What a patient who is checked in says to a question; kept with their visit. */
    answer: oc
      .input(z.strictObject({ handle: z.uuid(), answer: questionAnswerSchema }))
      .output(z.object({ kind: z.literal('noted') }))
      .errors(handleErrors),
    /** "I was asked to come in", though the appointment is by phone, by video or at home: staff are told. */
    askedToCome: oc
      .input(z.strictObject({ handle: z.uuid() }))
      .output(z.object({ kind: z.literal('noted') }))
      .errors(handleErrors),
  },
  reception: {
    /** One of the choices of "What do you need?"; a ticket of reception's queue where the practice gives one. Names nobody. */
    choose: oc
      .input(z.strictObject({ choice: receptionKindSchema }))
      .output(z.object({ ticket: ticketSchema.nullable() })),
  },
  walkIn: {
    /** Joins the queue of the open walk-in session. Names nobody and is no check-in. */
    join: oc
      .input(z.strictObject({}))
      .output(z.object({ ticket: ticketSchema }))
      .errors({ WALK_IN_CLOSED: { message: 'No walk-in session is open' } }),
  },
  signUp: {
    /** An application, on disk before its reference is given. Sending a draft again gives the same reference. */
    send: oc
      .input(applicationSchema)
      .output(z.object({ reference: referenceSchema }))
      .errors({
        SIGN_UP_CLOSED: { message: 'Sign-up is closed' },
        /** The practice has changed the statements since they were read: they must be agreed anew. */
        WORDS_CHANGED: { message: 'The statements have changed' },
      }),
  },
  tickets: {
    /**
     * Prints the reference or the ticket that the ending holds, and nothing else. The page sends no text: main knows what it has just given.
     * Answers when the printer has ended, within 20 seconds at most.
     */
    print: oc
      .input(z.strictObject({}))
      .output(z.object({ state: ticketEndSchema }))
      .errors({ PRINT_REFUSED: { message: 'Nothing to print here, or it was printed often enough' } }),
  },
  help: {
    /** "I need help now": an alert in the store, before anything else. `callId`: for knowing it again in `helpAcknowledged`. */
    call: oc.input(z.strictObject({})).output(z.object({ callId: z.uuid() })),
  },
  visit: {
    /** The page is alive and somebody is using it. */
    touch: oc.input(z.strictObject({})).output(z.object({})),
    /** The visit is over: main forgets the handles. `isVisitorGone` is false where the same person goes on: `Check in someone else`, or a question to main given up. */
    end: oc.input(z.strictObject({ isVisitorGone: z.boolean() })).output(z.object({})),
  },
  page: {
    /** The first Welcome is painted and usable (start-up measure, readiness event of the packaged program). */
    painted: oc.input(z.strictObject({})).output(z.object({})),
    /** Said every few seconds: a page that falls silent hangs, and main brings it back (design §9). */
    alive: oc.input(z.strictObject({})).output(z.object({})),
    /** The logo was held: main ends the visit and opens the desk in a window of its own, where staff sign in. Asks and tells nothing. */
    openDesk: oc.input(z.strictObject({})).output(z.object({})),
  },
};

export type KioskContract = typeof kioskContract;
export type IdentityClaim = z.infer<typeof identityClaimSchema>;
export type CheckInAnswer = z.infer<typeof checkInAnswerSchema>;
export type PublicAppointment = z.infer<typeof publicAppointmentSchema>;
export type AlsoToday = z.infer<typeof alsoTodaySchema>;
export type OtherToday = z.infer<typeof otherTodaySchema>;
export type Wait = z.infer<typeof waitSchema>;
export type MinutesRange = z.infer<typeof minutesRangeSchema>;
export type Question = z.infer<typeof questionSchema>;
export type QuestionAnswer = z.infer<typeof questionAnswerSchema>;
export type ReceptionKind = z.infer<typeof receptionKindSchema>;
export type KioskServiceState = z.infer<typeof kioskServiceSchema>;
export type KioskSnapshot = z.infer<typeof kioskSnapshotSchema>;
export type ReadySnapshot = Extract<KioskSnapshot, { kind: 'ready' }>;
export type FaultSnapshot = Extract<KioskSnapshot, { kind: 'fault' }>;
export type TicketEnd = z.infer<typeof ticketEndSchema>;
export type ClosedReason = z.infer<typeof closedReasonSchema>;
export type FaultKind = z.infer<typeof faultKindSchema>;
