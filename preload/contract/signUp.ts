import * as z from 'zod';
import { needKindSchema } from './needs';
import { addressLineSchema } from './rules/address';
import { emailSchema, mobileSchema } from './rules/contact';
import { clockTimeSchema, dateOfBirthSchema, dateSchema } from './rules/dates';
import { isValidNhsNumber } from './rules/nhsNumber';
import { personNameSchema } from './rules/personName';
import { postcodeSchema } from './rules/postcode';

/** What somebody can apply for, in the order it is shown in. Record access is a decision of its own (design §7). */
export const services = ['appointments', 'prescriptions', 'record'] as const;
export const serviceSchema = z.enum(services);
export type Service = z.infer<typeof serviceSchema>;

/** What somebody who asks for another person is to that person: "I am their …". */
export const relationshipSchema = z.enum(['parent', 'partner', 'child', 'relative', 'carer', 'attorney', 'other']);
export type Relationship = z.infer<typeof relationshipSchema>;

/** "I have an account": what is wrong. `changeOrStop` is how somebody under pressure asks for access to be switched off. */
export const accountWishSchema = z.enum(['cannotGetIn', 'changeOrStop']);
export type AccountWish = z.infer<typeof accountWishSchema>;

const person = { firstName: personNameSchema, lastName: personNameSchema, dateOfBirth: dateOfBirthSchema };

/** How the practice may write to somebody: nothing is needed, and what is not safe is not used. */
const contactSchema = z.strictObject({
  email: emailSchema.nullable(),
  mobile: mobileSchema.nullable(),
  /** "Is it safe to contact you this way?"; null where there is nothing to contact. */
  isSafe: z.boolean().nullable(),
});

const needsSchema = z.strictObject({
  kinds: z.array(needKindSchema).max(12),
  /** The interpreter's, one of those offered. */
  language: z.string().max(40).nullable(),
});

const addressSchema = z.strictObject({
  line1: addressLineSchema,
  line2: addressLineSchema.nullable(),
  town: addressLineSchema,
  postcode: postcodeSchema,
});

/**
 * The statements of record access that were agreed to, each by itself: by its place in the words that were shown (`version`), and how long
 * before sending, in milliseconds of a clock that never jumps. Main puts exact words and times to it.
 */
const agreedSchema = z.strictObject({
  version: z.string().max(20),
  statements: z
    .array(z.strictObject({ place: z.int().min(0).max(20), millisecondsAgo: z.int().nonnegative() }))
    .max(20),
});

/** A draft has a random name from its first page, so that sending it twice makes one application. */
const draft = { draftId: z.uuid() };

/** What the kiosk sends. Nothing of it is stored before. */
export const applicationSchema = z.discriminatedUnion('kind', [
  /** For oneself, from 11 years. */
  z.strictObject({
    kind: z.literal('self'),
    ...draft,
    ...person,
    nhsNumber: z.string().refine(isValidNhsNumber).nullable(),
    address: addressSchema,
    contact: contactSchema,
    services: z.array(serviceSchema).min(1).max(3),
    /** Null: record access was not asked for, or they would rather talk to someone first. */
    agreed: agreedSchema.nullable(),
    /** "I would rather talk to someone first": nothing on the screen tells. */
    wantsToTalk: z.boolean(),
    needs: needsSchema,
  }),
  /** A request for staff: access to another person's account. */
  z.strictObject({
    kind: z.literal('someoneElse'),
    ...draft,
    /** Who asks. */
    asker: z.strictObject({ ...person, contact: contactSchema }),
    relationship: relationshipSchema,
    /** Whose account it is. */
    ...person,
    services: z.array(serviceSchema).min(1).max(3),
    needs: needsSchema,
  }),
  /** A child under 11 at the screen: a request for staff. */
  z.strictObject({ kind: z.literal('underEleven'), ...draft, ...person }),
  /** "I have an account": a task for the same day, never answered by letter, text or call. */
  z.strictObject({
    kind: z.literal('account'),
    ...draft,
    ...person,
    wish: accountWishSchema,
    whose: z.enum(['mine', 'someoneElse']),
  }),
]);

/** Whether sign-up can be begun. `paused`: staff have too much to do today. `off`: the practice does not offer it here. */
export const signUpStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('open') }),
  z.object({ state: z.literal('closed'), opens: z.object({ day: dateSchema, time: clockTimeSchema }).nullable() }),
  z.object({ state: z.literal('paused') }),
  z.object({ state: z.literal('off') }),
]);

/** The practice's words and choices for sign-up. */
export const signUpOffersSchema = z.object({
  /** Plain https; shown as a QR code: most people can do it at home. */
  nhsAppLink: z.string(),
  /** What to bring: kinds with a photograph, kinds with the address. */
  photoDocuments: z.array(z.string()),
  addressDocuments: z.array(z.string()),
  addressWithinMonths: z.int().positive(),
  /** When ID is checked, in the practice's words. */
  identityCheckHours: z.string(),
  /** What an email address often ends in. */
  emailEndings: z.array(z.string()),
  /** What to think of before seeing one's record, and the statements to agree to one by one. */
  recordTopics: z.array(z.string()),
  statements: z.array(z.string()),
  statementsVersion: z.string(),
});

export type Application = z.infer<typeof applicationSchema>;
export type ApplicationKind = Application['kind'];
export type SelfApplication = Extract<Application, { kind: 'self' }>;
export type SomeoneElseApplication = Extract<Application, { kind: 'someoneElse' }>;
export type Contact = z.infer<typeof contactSchema>;
export type Needs = z.infer<typeof needsSchema>;
export type Address = z.infer<typeof addressSchema>;
export type SignUpState = z.infer<typeof signUpStateSchema>;
export type SignUpOffers = z.infer<typeof signUpOffersSchema>;
