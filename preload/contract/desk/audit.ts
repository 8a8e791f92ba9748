import * as z from 'zod';
import { dateSchema } from '../rules/dates';
import { forRoles, instantSchema, nothing } from './roles';

export const auditRowSchema = z.object({
  sequence: z.int().positive(),
  /** UTC instant; whatever stands there where somebody has bent the row: the others must stay readable. */
  at: z.string(),
  /** A name while the account is known, else what the chain holds. */
  actor: z.string(),
  action: z.string(),
  /** Random id of a visit. */
  subjectId: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
});
const filterFields = {
  from: dateSchema.nullable(),
  to: dateSchema.nullable(),
  /** `kiosk`, `system`, `commandLine`, or the id of an account. */
  actor: z.string().max(80).nullable(),
  /** The whole name of an action or its beginning: `arrival`. */
  action: z.string().max(80).nullable(),
  subjectId: z.string().max(80).nullable(),
};
const filterSchema = z.strictObject(filterFields);

const manager = forRoles('manager');

export const auditContract = {
  /** Newest first. Opening it is audited itself, once for each opening (`before` null). */
  read: manager.input(z.strictObject({ filter: filterSchema, before: z.int().positive().nullable() })).output(
    z.object({
      rows: z.array(auditRowSchema),
      /** Ask on with this; null: that was all. */
      next: z.int().positive().nullable(),
      actors: z.array(z.object({ id: z.string(), name: z.string() })),
      actions: z.array(z.string()),
    }),
  ),
  /** Looks the whole chain through, against what is kept outside the database. */
  verify: manager.input(nothing).output(
    z.discriminatedUnion('isSound', [
      z.object({
        isSound: z.literal(true),
        rows: z.int().nonnegative(),
        anchors: z.int().nonnegative(),
        lastAnchorAt: instantSchema.nullable(),
      }),
      z.object({
        isSound: z.literal(false),
        /** How many rows from the beginning are sound. */
        soundRows: z.int().nonnegative(),
        why: z.enum(['gap', 'altered', 'cutOff', 'replaced']),
      }),
    ]),
  ),
  /**
   * CSV that no spreadsheet takes for formulas, newest first, in parts: a whole trail at once would hold up check-in. Ask on with `next` and
   * put the texts together; the first part has the headings. Audited once (`before` null).
   */
  export: manager.input(z.strictObject({ filter: filterSchema, before: z.int().positive().nullable() })).output(
    z.object({
      fileName: z.string(),
      text: z.string(),
      rows: z.int().nonnegative(),
      next: z.int().positive().nullable(),
    }),
  ),
};

export type AuditFilter = z.infer<typeof filterSchema>;
export type AuditEntryShown = z.infer<typeof auditRowSchema>;
