import * as z from 'zod';
import { dateSchema } from '../rules/dates';
import { serviceSchema } from '../signUp';
import { forRoles, nothing } from './roles';

/** Steps of the work at the desk whose time is measured, with idle time left out. */
export const stepSchema = z.enum(['documents', 'vouching', 'recordQuestions', 'decision', 'accountAndSlip']);
export type Step = z.infer<typeof stepSchema>;

/** A time that half of the applications needed no longer than, in minutes, out of classes (`upTo`); null: none yet. */
const medianSchema = z.object({ count: z.int().nonnegative(), medianUpToMinutes: z.number().nullable() });

/** Figures of sign-up out of bare daily numbers, which stay when applications are purged. */
export const figuresSchema = z.object({
  /** The last twelve weeks, oldest first, by their Monday. */
  weeks: z.array(
    z.object({
      monday: dateSchema,
      self: z.int(),
      someoneElse: z.int(),
      underEleven: z.int(),
      account: z.int(),
      toVerified: medianSchema,
      toDecided: medianSchema,
    }),
  ),
  toVerified: medianSchema,
  toDecided: medianSchema,
  steps: z.array(
    z.object({ step: stepSchema, times: z.int(), meanSeconds: z.number().nullable(), budgetSeconds: z.int() }),
  ),
  decisions: z.array(z.object({ service: serviceSchema, granted: z.int(), referred: z.int(), declined: z.int() })),
  /** The last twelve months in the shape of the national figures (POMI): patients enabled in that month, as `YYYY-MM`. */
  months: z.array(
    z.object({ month: z.string(), any: z.int(), appointments: z.int(), prescriptions: z.int(), record: z.int() }),
  ),
});

const reader = forRoles('receptionist', 'authoriser', 'manager');

export const figuresContract = {
  read: reader.input(nothing).output(figuresSchema),
  /** The same as comma-separated values, formula-safe. */
  csv: reader.input(nothing).output(z.object({ fileName: z.string(), csv: z.string() })),
};

export type Figures = z.infer<typeof figuresSchema>;
