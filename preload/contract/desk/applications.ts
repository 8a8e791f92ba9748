import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { needKindSchema } from '../needs';
import { dateOfBirthSchema, dateSchema, wallTimeSchema } from '../rules/dates';
import { referenceSchema } from '../rules/reference';
import { accountWishSchema, relationshipSchema, serviceSchema, signUpStateSchema } from '../signUp';
import { done, forRoles, instantSchema, nothing } from './roles';

export const applicationKindSchema = z.enum(['self', 'someoneElse', 'underEleven', 'account']);
/** `comeBack`: it stays open until they come back with what is missing. */
export const identitySchema = z.enum(['submitted', 'comeBack', 'verified', 'refused']);
export const decisionSchema = z.enum(['pending', 'granted', 'referred', 'declined']);
/** How an application ended. `refused`: identity was. `closed`: everything that was asked is decided and, where granted, handed over. */
export const endedSchema = z.enum(['closed', 'refused', 'withdrawn', 'expired']);

/** How identity was verified (domain facts, "Identity"). */
export const methodSchema = z.enum(['vouching', 'vouchingWithRecord', 'documents']);
/**
 * Who helped with the language. `relative`: a relative or friend, who never answers identity questions or agrees declarations. A child never
 * interprets, so that cannot be chosen.
 */
export const interpreterSchema = z.enum(['none', 'professional', 'staff', 'relative']);
export const refuseReasonSchema = z.enum([
  'documentsNotAccepted',
  'doesNotMatch',
  'couldNotAnswer',
  'underPressure',
  'other',
]);
/** What somebody has to come back with. */
export const comeBackSchema = z.enum(['photo', 'address', 'interpreter', 'alone', 'otherPerson', 'proofOfAuthority']);
/** On what somebody may act for another (domain facts, "Levels, review, proxy"). */
export const basisSchema = z.enum(['parent', 'consent', 'attorney', 'deputy', 'bestInterests']);
export const taskOutcomeSchema = z.enum(['accessRestored', 'accessChanged', 'accessStopped', 'talkedTo', 'notNeeded']);

/** What everything that is done with an application is called: in the trail, in the table of transitions, in refusals. */
export const actSchema = z.enum([
  'verify',
  'verifyAsker',
  'refuse',
  'comeBack',
  'keepForLater',
  'recordProxy',
  'confirmCompetence',
  'confirmConsent',
  'agree',
  'talk',
  'grant',
  'decline',
  'refer',
  'reviewGrant',
  'reviewDecline',
  'confirmRecordOff',
  'createAccount',
  'printSlip',
  'handOver',
  'finishTask',
  'withdraw',
  'expire',
]);

/** Why something cannot be done with an application as it stands. Staff read a sentence for each. */
export const refusalSchema = z.enum([
  'ended',
  'isTask',
  'isNoTask',
  'isNoProxy',
  'notVerified',
  'alreadyVerified',
  'askerNotVerified',
  'proxyNotRecorded',
  'competenceNotConfirmed',
  'consentNotConfirmed',
  'notYoung',
  'notAgreed',
  'alreadyAgreed',
  'talkFirst',
  'nobodyAskedToTalk',
  'relativeInterpreted',
  'notAsked',
  'alreadyDecided',
  'notReferred',
  'onlyRecordIsReferred',
  'nothingGranted',
  'recordIsGranted',
  'recordMustBeOff',
  'accountNotCreated',
  'accountAlreadyCreated',
  'alreadyHandedOver',
  'notYetExpired',
  'tooYoung',
]);

/** What to do next with it; the queue says so in words. */
export const nextStepSchema = z.enum([
  'talk',
  'doTask',
  'verify',
  'verifyAsker',
  'recordProxy',
  'confirmCompetence',
  'confirmConsent',
  'agree',
  'decide',
  'review',
  'confirmRecordOff',
  'createAccount',
  'handOver',
  'nothing',
]);

/** Somebody did it: a member of staff as they are called, and when. */
const doneBySchema = z.object({ by: z.string(), at: instantSchema });

const personFields = { firstName: z.string(), lastName: z.string(), dateOfBirth: dateOfBirthSchema };
const decisionsSchema = z.partialRecord(serviceSchema, decisionSchema);

/** A line of the queue. */
export const applicationRowSchema = z.object({
  applicationId: z.uuid(),
  /** Rises with every change, so that a page that has it open knows when to ask for it anew. */
  version: z.int().nonnegative(),
  reference: referenceSchema,
  kind: applicationKindSchema,
  ...personFields,
  /** Years on the day of the application. */
  age: z.int(),
  sentAt: instantSchema,
  identity: identitySchema,
  decisions: decisionsSchema,
  next: nextStepSchema,
  /** They asked for a place without having been verified. */
  isForLater: z.boolean(),
  /** A discreet request to talk first, alone. */
  wantsToTalk: z.boolean(),
  wish: accountWishSchema.nullable(),
  /** Of a referral, or of a task of the same day. */
  dueOn: dateSchema.nullable(),
  /** Start of an appointment of today that is theirs. */
  appointment: wallTimeSchema.nullable(),
  /** Other applications of the same person that are open. */
  duplicates: z.int().nonnegative(),
  ended: endedSchema.nullable(),
  endedAt: instantSchema.nullable(),
});

const verificationSchema = z.object({
  ...doneBySchema.shape,
  method: methodSchema,
  /** Kinds, never numbers. */
  photoDocument: z.string().nullable(),
  addressDocument: z.string().nullable(),
  interpreter: interpreterSchema,
});

const contactSchema = z.object({
  email: z.string().nullable(),
  mobile: z.string().nullable(),
  isSafe: z.boolean().nullable(),
});

/** Everything of one application, for the page of whoever works on it. */
export const applicationDetailSchema = z.object({
  ...applicationRowSchema.shape,
  nhsNumber: z.string().nullable(),
  address: z
    .object({ line1: z.string(), line2: z.string().nullable(), town: z.string(), postcode: z.string() })
    .nullable(),
  contact: contactSchema.nullable(),
  needs: z.object({ kinds: z.array(needKindSchema), language: z.string().nullable() }).nullable(),
  agreed: z
    .object({ version: z.string(), statements: z.array(z.object({ words: z.string(), at: instantSchema })) })
    .nullable(),
  asker: z.object({ ...personFields, contact: contactSchema, relationship: relationshipSchema }).nullable(),
  whose: z.enum(['mine', 'someoneElse']).nullable(),
  verification: verificationSchema.nullable(),
  askerVerification: verificationSchema.nullable(),
  refusedFor: refuseReasonSchema.nullable(),
  comeBackWith: z.array(comeBackSchema),
  proxy: z
    .object({
      ...doneBySchema.shape,
      relationship: relationshipSchema,
      basis: basisSchema,
      scope: z.array(serviceSchema),
    })
    .nullable(),
  competence: doneBySchema.nullable(),
  consent: doneBySchema.nullable(),
  agreedAtDesk: doneBySchema.nullable(),
  talked: doneBySchema.nullable(),
  decidedBy: z.partialRecord(serviceSchema, doneBySchema),
  recordOff: doneBySchema.nullable(),
  account: doneBySchema.nullable(),
  /** A setup slip was last sent to a printer. */
  slip: doneBySchema.nullable(),
  handedOver: doneBySchema.nullable(),
  task: z.object({ ...doneBySchema.shape, outcome: taskOutcomeSchema }).nullable(),
  /** Why no slip may be handed over now; null where one may. */
  slipRefusal: refusalSchema.nullable(),
  /** What may be done as it stands, by anybody with the role for it; per service where it is about one. */
  possible: z.array(z.object({ act: actSchema, service: serviceSchema.nullable() })),
  /** The same person's other applications, newest first. */
  others: z.array(
    z.object({
      applicationId: z.uuid(),
      reference: referenceSchema,
      sentAt: instantSchema,
      ended: endedSchema.nullable(),
    }),
  ),
});

/** What staff go by, from the practice's settings. */
const offersSchema = z.object({
  photoDocuments: z.array(z.string()),
  addressDocuments: z.array(z.string()),
  addressWithinMonths: z.int().positive(),
  statements: z.array(z.string()),
  referralDays: z.int().positive(),
});

/** Whole whenever it changes: a practice has tens of them open, not thousands. Ended ones of the last days come last. */
export const applicationsSnapshotSchema = z.object({
  revision: z.int().nonnegative(),
  /** UTC instant of the reading, by the machine's clock. */
  at: instantSchema,
  signUp: signUpStateSchema,
  rows: z.array(applicationRowSchema),
  offers: offersSchema,
  /** Reviews of proxy access that are due within their notice. */
  reviewsDue: z.int().nonnegative(),
});

const errors = {
  /** Somebody changed it since this desk saw it: `by` whom (null: the kiosk or a time-out) and `at` when. */
  CHANGED: {
    message: 'Somebody else was quicker',
    data: z.object({ by: z.string().nullable(), at: instantSchema }),
  },
  GONE: { message: 'It is not there any more' },
  NOT_NOW: { message: 'This cannot be done now', data: z.object({ why: refusalSchema }) },
  /** A kind of document that is not on the practice's list, two confirmations that are not both given, … */
  NOT_COMPLETE: { message: 'Something is missing' },
};

/** `handsOnSeconds`: how long somebody was at work for this step with idle time left out; for the figures. */
const key = {
  applicationId: z.uuid(),
  version: z.int().nonnegative(),
  handsOnSeconds: z.int().min(0).max(3600),
};

const anyStaff = forRoles('receptionist', 'verifier', 'authoriser', 'accountCreator', 'clinicalReviewer', 'manager');
const reception = forRoles('receptionist', 'verifier', 'authoriser');
const verifier = forRoles('verifier');
const authoriser = forRoles('authoriser');
const reviewer = forRoles('clinicalReviewer');
const accountCreator = forRoles('accountCreator');

const verificationInput = {
  ...key,
  method: methodSchema,
  photoDocument: z.string().max(100).nullable(),
  addressDocument: z.string().max(100).nullable(),
  interpreter: interpreterSchema,
  /** The two confirmations of NHS England: this is the person, and access goes to the right record. */
  isThePerson: z.literal(true),
  isTheRecord: z.literal(true),
  /** With an interpreter or a companion: they were asked without the companion whether somebody presses them. */
  wasAskedAlone: z.boolean(),
};

export const applicationsContract = {
  live: anyStaff.output(eventIterator(applicationsSnapshotSchema)),
  /** One application; opening it is audited. */
  open: anyStaff
    .input(z.strictObject({ applicationId: z.uuid() }))
    .output(applicationDetailSchema)
    .errors({ GONE: errors.GONE }),
  /** By reference, as typed or scanned. */
  find: anyStaff
    .input(z.strictObject({ reference: z.string().max(40) }))
    .output(z.object({ applicationId: z.uuid() }))
    .errors({ GONE: errors.GONE }),

  verify: verifier.input(z.strictObject(verificationInput)).output(done).errors(errors),
  /** Who asks for another person: both identities are verified. */
  verifyAsker: verifier.input(z.strictObject(verificationInput)).output(done).errors(errors),
  refuse: verifier
    .input(z.strictObject({ ...key, reason: refuseReasonSchema }))
    .output(done)
    .errors(errors),
  comeBack: verifier
    .input(z.strictObject({ ...key, missing: z.array(comeBackSchema).min(1).max(6) }))
    .output(done)
    .errors(errors),
  /** "Verify later": it keeps its place. */
  keepForLater: reception
    .input(z.strictObject({ ...key, isForLater: z.boolean() }))
    .output(done)
    .errors(errors),
  recordProxy: authoriser
    .input(
      z.strictObject({
        ...key,
        relationship: relationshipSchema,
        basis: basisSchema,
        scope: z.array(serviceSchema).min(1).max(3),
      }),
    )
    .output(done)
    .errors(errors),
  /** At 11 to 15: a clinician has assessed that they understand what they ask for. */
  confirmCompetence: reviewer.input(z.strictObject(key)).output(done).errors(errors),
  /** The patient themselves agrees that somebody else sees their account. */
  confirmConsent: verifier.input(z.strictObject(key)).output(done).errors(errors),
  /** The statements were read and agreed at the desk, by the patient themselves. */
  agree: verifier.input(z.strictObject(key)).output(done).errors(errors),
  /** Somebody has talked with them, alone. */
  talk: reception.input(z.strictObject(key)).output(done).errors(errors),
  /** `isCodeChecked`: for the record, the safeguarding codes were looked at; only the outcome is kept. */
  decide: authoriser
    .input(
      z.strictObject({
        ...key,
        service: serviceSchema,
        decision: z.enum(['granted', 'declined']),
        isCodeChecked: z.boolean(),
      }),
    )
    .output(done)
    .errors(errors),
  /** Record access to a clinician; `dueOn` null: the practice's usual time. */
  refer: authoriser
    .input(z.strictObject({ ...key, dueOn: dateSchema.nullable() }))
    .output(done)
    .errors(errors),
  review: reviewer
    .input(z.strictObject({ ...key, decision: z.enum(['granted', 'declined']) }))
    .output(done)
    .errors(errors),
  /** Record access is off for this account in the clinical system, and the safeguarding code is set as the practice's protocol says. */
  confirmRecordOff: authoriser
    .input(z.strictObject({ ...key, isOff: z.literal(true), isCodeSet: z.literal(true) }))
    .output(done)
    .errors(errors),
  createAccount: accountCreator.input(z.strictObject(key)).output(done).errors(errors),
  /** The details were handed over, to the patient in person. */
  handOver: forRoles('receptionist', 'accountCreator')
    .input(z.strictObject({ ...key, isInPerson: z.literal(true) }))
    .output(done)
    .errors(errors),
  /** An "I have an account" task, or a child's request, is done. */
  finishTask: reception
    .input(z.strictObject({ ...key, outcome: taskOutcomeSchema }))
    .output(done)
    .errors(errors),
  withdraw: reception.input(z.strictObject(key)).output(done).errors(errors),

  /** The completed form for the clinical record, as PDF (base64). Making it is audited. */
  form: anyStaff
    .input(z.strictObject({ applicationId: z.uuid() }))
    .output(z.object({ fileName: z.string(), pdf: z.string() }))
    .errors({ GONE: errors.GONE }),
  /** Nobody can begin an application at the kiosk for the rest of the day. */
  setPaused: reception.input(z.strictObject({ isPaused: z.boolean() })).output(done),
};

/** A review of somebody's access to another person's account: before 13 by the practice's setting, and at 16, when it is suspended. */
export const proxyReviewSchema = z.object({
  reviewId: z.uuid(),
  version: z.int().nonnegative(),
  kind: z.enum(['beforeThirteen', 'atSixteen']),
  patient: z.object(personFields),
  asker: z.object({ firstName: z.string(), lastName: z.string() }),
  relationship: relationshipSchema,
  dueOn: dateSchema,
  isDue: z.boolean(),
  /** A clinician has confirmed that writing to both is safe. */
  safe: doneBySchema.nullable(),
  done: z.object({ ...doneBySchema.shape, outcome: z.enum(['continues', 'suspended', 'ended']) }).nullable(),
});

const reviewErrors = {
  GONE: errors.GONE,
  CHANGED: errors.CHANGED,
  NOT_SAFE: { message: 'A clinician must confirm first that writing is safe' },
};
const reviewKey = { reviewId: z.uuid(), version: z.int().nonnegative() };

export const proxyReviewsContract = {
  list: anyStaff.input(nothing).output(z.array(proxyReviewSchema)),
  confirmSafe: reviewer.input(z.strictObject(reviewKey)).output(done).errors(reviewErrors),
  finish: authoriser
    .input(z.strictObject({ ...reviewKey, outcome: z.enum(['continues', 'suspended', 'ended']) }))
    .output(done)
    .errors(reviewErrors),
  /** The letters that tell both sides, as one PDF (base64). */
  letters: forRoles('receptionist', 'authoriser')
    .input(z.strictObject({ reviewId: z.uuid() }))
    .output(z.object({ fileName: z.string(), pdf: z.string() }))
    .errors(reviewErrors),
};

export type ApplicationRow = z.infer<typeof applicationRowSchema>;
export type ApplicationDetail = z.infer<typeof applicationDetailSchema>;
export type ApplicationsSnapshot = z.infer<typeof applicationsSnapshotSchema>;
export type ProxyReview = z.infer<typeof proxyReviewSchema>;
export type Identity = z.infer<typeof identitySchema>;
export type Decision = z.infer<typeof decisionSchema>;
export type Ended = z.infer<typeof endedSchema>;
export type Method = z.infer<typeof methodSchema>;
export type Interpreter = z.infer<typeof interpreterSchema>;
export type RefuseReason = z.infer<typeof refuseReasonSchema>;
export type ComeBack = z.infer<typeof comeBackSchema>;
export type Basis = z.infer<typeof basisSchema>;
export type TaskOutcome = z.infer<typeof taskOutcomeSchema>;
export type Act = z.infer<typeof actSchema>;
export type Refusal = z.infer<typeof refusalSchema>;
export type NextStep = z.infer<typeof nextStepSchema>;
