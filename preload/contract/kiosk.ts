import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { clockTimeSchema, dateOfBirthSchema, dateSchema } from './rules/dates';
import { letterSchema } from './rules/letter';
import { postcodeSchema } from './rules/postcode';

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
]);

/** One appointment as the waiting room may see it: never the role, the clinic or the reason. */
const publicAppointmentSchema = z.object({
  time: clockTimeSchema,
  clinician: z.string(),
  place: z.string().nullable(),
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

const goodEndingFields = {
  /** Opaque, good for this visitor only; names the arrival for `dispute` without naming the person. */
  handle: z.uuid(),
  appointments: z.array(publicAppointmentSchema).min(1),
  also: z.array(alsoTodaySchema),
};

/**
 * What the kiosk answers to an identity claim. `reception` is every "no": nobody found, several found, too late, cancelled,
 * finished. It carries nothing, so that no "no" differs from another.
 */
export const checkInAnswerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('askPostcode') }),
  z.object({ kind: z.literal('checkedIn'), ...goodEndingFields }),
  z.object({ kind: z.literal('alreadyCheckedIn'), ...goodEndingFields }),
  z.object({ kind: z.literal('tooEarly'), from: clockTimeSchema }),
  z.object({ kind: z.literal('byPhone') }),
  z.object({ kind: z.literal('byVideo') }),
  z.object({ kind: z.literal('homeVisit') }),
  z.object({ kind: z.literal('otherSite'), site: z.string() }),
  z.object({ kind: z.literal('reception') }),
]);

/** Why check-in is closed although the kiosk itself is well. */
export const closedReasonSchema = z.enum(['noList', 'staleList', 'noSite', 'siteNotListed']);

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

/** Expected failures, as values of the contract; anything else is a bug and answers INTERNAL. */
const checkInErrors = {
  /** Check-in closed between the first question and the last (list too old, midnight, out of service). */
  CHECK_IN_CLOSED: { message: 'Check-in is closed' },
};

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
      .errors({ UNKNOWN_HANDLE: { message: 'No such ending is open' } }),
  },
  help: {
    /** "I need help now": an alert in the store, before anything else. `known` is true once a desk can have seen it. */
    call: oc.input(z.strictObject({})).output(z.object({ known: z.boolean() })),
  },
  visit: {
    /** The page is alive and somebody is using it. */
    touch: oc.input(z.strictObject({})).output(z.object({})),
    /** The visit is over: main forgets the handle. */
    end: oc.input(z.strictObject({})).output(z.object({})),
  },
  page: {
    /** The first Welcome is painted and usable (start-up measure, readiness event of the packaged program). */
    painted: oc.input(z.strictObject({})).output(z.object({})),
    /** Said every few seconds: a page that falls silent hangs, and main brings it back (design §9). */
    alive: oc.input(z.strictObject({})).output(z.object({})),
  },
};

export type KioskContract = typeof kioskContract;
export type IdentityClaim = z.infer<typeof identityClaimSchema>;
export type CheckInAnswer = z.infer<typeof checkInAnswerSchema>;
export type PublicAppointment = z.infer<typeof publicAppointmentSchema>;
export type AlsoToday = z.infer<typeof alsoTodaySchema>;
export type KioskSnapshot = z.infer<typeof kioskSnapshotSchema>;
export type ReadySnapshot = Extract<KioskSnapshot, { kind: 'ready' }>;
export type FaultSnapshot = Extract<KioskSnapshot, { kind: 'fault' }>;
export type ClosedReason = z.infer<typeof closedReasonSchema>;
export type FaultKind = z.infer<typeof faultKindSchema>;
