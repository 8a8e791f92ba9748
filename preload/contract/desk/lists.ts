import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { clockTimeSchema, dateOfBirthSchema, dateSchema } from '../rules/dates';
import { postcodeSchema } from '../rules/postcode';
import { done, forRoles, instantSchema, nothing } from './roles';

const rowProblemSchema = z.object({ line: z.int(), reason: z.string() });

/** What one file would bring, or has brought. */
export const listFileSchema = z.object({
  file: z.string(),
  profile: z.string(),
  day: dateSchema,
  rows: z.int().nonnegative(),
  loaded: z.int().nonnegative(),
  skipped: z.int().nonnegative(),
  /** The first 100. */
  problems: z.array(rowProblemSchema),
});

/** The fields of a day list that a mapping names headings for (`main/lists/fields.ts`). */
export const mappingSchema = z.record(z.string().max(40), z.string().max(200));

/** A file looked at before it is used. */
export const previewSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready'), ...listFileSchema.shape, tooManyBad: z.boolean() }),
  /** Its headings are not known: which column is what? */
  z.object({
    kind: z.literal('unknownHeadings'),
    file: z.string(),
    headings: z.array(z.string()),
    /** The first rows, cell by cell, so that whoever maps sees what is in a column. */
    samples: z.array(z.array(z.string())),
    /** Fields that a mapping can name, and which of them it must. */
    fields: z.array(z.object({ field: z.string(), isNeeded: z.boolean() })),
    /** What looks right already. */
    suggested: mappingSchema,
  }),
  z.object({ kind: z.literal('refused'), file: z.string(), reason: z.string(), problems: z.array(rowProblemSchema) }),
]);

export const importProgressSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), text: z.string() }),
  z.object({ kind: z.literal('done'), files: z.array(listFileSchema) }),
  z.object({ kind: z.literal('refused'), reason: z.string(), problems: z.array(rowProblemSchema) }),
]);

/** What became of a file of the watched folder. */
const watchedResultSchema = z.object({
  at: instantSchema,
  file: z.string(),
  isUsed: z.boolean(),
  /** Why not, one sentence. */
  reason: z.string().nullable(),
});

export const listsStateSchema = z.object({
  day: dateSchema,
  at: instantSchema,
  lists: z.array(
    z.object({
      source: z.string(),
      asOf: instantSchema,
      switchedInAt: instantSchema.nullable(),
      rows: z.int(),
      bad: z.int(),
      loaded: z.int(),
    }),
  ),
  /** Claims that named nobody since the newest list came into use. */
  notFoundSince: z.int().nonnegative(),
  /** Rows added by hand today. */
  addedByHand: z.int().nonnegative(),
  /** The last import can be taken back: then the list before it is in use again (`asOf` of that one; null: none). */
  undo: z.object({ importedAt: instantSchema, backTo: instantSchema.nullable() }).nullable(),
  watched: z
    .object({
      folder: z.string(),
      lookedAt: instantSchema.nullable(),
      /** The folder cannot be read: one sentence. */
      problem: z.string().nullable(),
      results: z.array(watchedResultSchema),
    })
    .nullable(),
  profiles: z.array(z.object({ name: z.string(), mapping: mappingSchema })),
  clinicians: z.array(z.string()),
});

const desk = forRoles('receptionist', 'manager');
const uploadErrors = {
  /** The upload is unknown: it was used, thrown away, or stood for too long. */
  NO_UPLOAD: { message: 'The file has to be chosen again' },
  TOO_LARGE: { message: 'The file is too large' },
};
/** Bytes of one part of a file, before base64. */
export const uploadPartBytes = 256 * 1024;
export const largestUploadBytes = 40 * 1024 * 1024;

export const listsContract = {
  state: desk.input(nothing).output(listsStateSchema),
  /** A file comes in parts, so that it has a progress bar and no message is large. Kept apart until used, ten minutes at most. */
  begin: desk
    .input(
      z.strictObject({
        name: z.string().min(1).max(200),
        size: z.int().positive(),
        /** When the file was last changed, as the browser says: a list is as old as its file (decision 6). */
        changedAt: instantSchema,
      }),
    )
    .output(z.object({ uploadId: z.uuid() }))
    .errors(uploadErrors),
  part: desk
    .input(
      z.strictObject({
        uploadId: z.uuid(),
        offset: z.int().nonnegative(),
        base64: z.base64().max(Math.ceil(uploadPartBytes / 3) * 4 + 4),
      }),
    )
    .output(z.object({ received: z.int().nonnegative() }))
    .errors(uploadErrors),
  /** Reads the file as an import would, and changes nothing. */
  preview: desk
    .input(z.strictObject({ uploadId: z.uuid(), mapping: mappingSchema.optional() }))
    .output(previewSchema)
    .errors(uploadErrors),
  /** Takes files that were given together into use as one import. */
  use: desk
    .input(z.strictObject({ uploadIds: z.array(z.uuid()).min(1).max(10), mapping: mappingSchema.optional() }))
    .output(eventIterator(importProgressSchema))
    .errors(uploadErrors),
  discard: desk.input(z.strictObject({ uploadId: z.uuid() })).output(done),
  saveProfile: desk
    .input(z.strictObject({ name: z.string().trim().min(1).max(60), mapping: mappingSchema }))
    .output(done)
    .errors({ UNUSABLE: { message: 'The mapping does not do', data: z.object({ why: z.string() }) } }),
  deleteProfile: desk.input(z.strictObject({ name: z.string().max(60) })).output(done),
  /** Takes the last import back, if it still is the one that was shown: a second press, or a list that came meanwhile, takes nothing else back. */
  undo: desk
    .input(z.strictObject({ importedAt: instantSchema }))
    .output(done)
    .errors({ NOTHING_TO_UNDO: { message: 'No import can be taken back' } }),
  /** Somebody who booked a moment ago: a row of the desk's own list of today, which stays over imports until midnight. */
  add: desk
    .input(
      z.strictObject({
        start: clockTimeSchema,
        clinician: z.string().trim().min(1).max(120),
        lastName: z.string().trim().min(1).max(80),
        firstName: z.string().trim().max(80),
        dateOfBirth: dateOfBirthSchema,
        postcode: postcodeSchema.optional(),
      }),
    )
    .output(z.object({ appointmentId: z.int() }))
    .errors({ ALREADY_THERE: { message: 'This appointment is on the list already' } }),
  /** A row added by hand, taken out again. */
  added: desk.input(nothing).output(
    z.array(
      z.object({
        appointmentId: z.int(),
        start: clockTimeSchema,
        clinician: z.string(),
        lastName: z.string(),
        firstName: z.string(),
        dateOfBirth: dateOfBirthSchema,
      }),
    ),
  ),
  removeAdded: desk
    .input(z.strictObject({ appointmentId: z.int() }))
    .output(done)
    .errors({ NOT_NOW: { message: 'It cannot be taken out any more', data: z.object({ why: z.string() }) } }),
};

export type ListFile = z.infer<typeof listFileSchema>;
export type Preview = z.infer<typeof previewSchema>;
export type ImportProgress = z.infer<typeof importProgressSchema>;
export type ListsState = z.infer<typeof listsStateSchema>;
export type Mapping = z.infer<typeof mappingSchema>;
