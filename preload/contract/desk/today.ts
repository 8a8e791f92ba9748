import * as z from 'zod';
import { clockTimeSchema, dateOfBirthSchema, dateSchema } from '../rules/dates';
import { listedStatusSchema } from './arrivals';
import { done, forRoles, instantSchema, nothing } from './roles';

const share = z.object({ part: z.int().nonnegative(), of: z.int().nonnegative() });

/** The day in figures; they name nobody but clinicians. */
export const todaySchema = z.object({
  day: dateSchema,
  at: instantSchema,
  /** Arrivals in each quarter of an hour from the first to the last that has any. */
  quarters: z.array(
    z.object({ from: clockTimeSchema, atKiosk: z.int().nonnegative(), byStaff: z.int().nonnegative() }),
  ),
  /** Of all who arrived today, here or by the list, those who checked in at the kiosk. */
  kioskShare: share,
  /** From arrival, or the start if that was later, to the call. Null before the first call. */
  clinicians: z.array(
    z.object({
      name: z.string(),
      arrived: z.int().nonnegative(),
      waiting: z.int().nonnegative(),
      called: z.int().nonnegative(),
      medianWaitMinutes: z.number().nullable(),
      longestWaitMinutes: z.number().nullable(),
    }),
  ),
  /** Of all claims answered, those that named nobody or several. */
  notFound: share,
  disputed: z.int().nonnegative(),
  unmarked: z.int().nonnegative(),
  /** From arrival to the mark in the clinical system. */
  medianMarkMinutes: z.number().nullable(),
});

const sheetRowSchema = z.object({
  start: clockTimeSchema,
  clinician: z.string(),
  lastName: z.string(),
  firstName: z.string(),
  dateOfBirth: dateOfBirthSchema,
  mode: z.enum(['inPerson', 'phone', 'video', 'homeVisit']),
  /** Null where the lists in use do not hold it: somebody checked in who is not on them any more. */
  listed: listedStatusSchema.nullable(),
  arrivedAt: clockTimeSchema.nullable(),
  ticket: z.string().nullable(),
  isMarked: z.boolean(),
});

/** Everything that reception needs on paper when the computers are down. */
export const downtimeSheetSchema = z.object({
  practice: z.string(),
  day: dateSchema,
  at: instantSchema,
  /** Of the oldest list in use; null: there is none for today. */
  listAsOf: instantSchema.nullable(),
  isDemonstration: z.boolean(),
  rows: z.array(sheetRowSchema),
});

export const downtimeStateSchema = z.object({
  hasPassphrase: z.boolean(),
  /** The file beside the data, and when it was written last. */
  file: z.string(),
  writtenAt: instantSchema.nullable(),
  problem: z.string().nullable(),
});

export const todayContract = {
  read: forRoles('receptionist', 'manager').input(nothing).output(todaySchema),
};

export const downtimeContract = {
  /** For printing; audited. */
  sheet: forRoles('receptionist', 'manager').input(nothing).output(downtimeSheetSchema),
  state: forRoles('receptionist', 'manager').input(nothing).output(downtimeStateSchema),
  /** What opens the file without the kiosk; null: no file is written, and one that is there is deleted. */
  setPassphrase: forRoles('manager')
    .input(z.strictObject({ passphrase: z.string().min(1).max(200).nullable() }))
    .output(done)
    .errors({ WEAK: { message: 'Choose another passphrase', data: z.object({ problem: z.string() }) } }),
};

export type TodayFigures = z.infer<typeof todaySchema>;
export type DowntimeSheet = z.infer<typeof downtimeSheetSchema>;
export type DowntimeState = z.infer<typeof downtimeStateSchema>;
