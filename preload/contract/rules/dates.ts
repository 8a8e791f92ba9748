import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** A calendar day `YYYY-MM-DD`. A brand, never a `Date`: a date of birth has no time zone. */
export const dateSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isRealDate)
  .brand<'Day'>();
export type Day = z.infer<typeof dateSchema>;

/** A date of birth `YYYY-MM-DD`. The contract checks that it is a real day; whether it is plausible is asked with `readDateOfBirth`. */
export const dateOfBirthSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isRealDate)
  .brand<'DateOfBirth'>();
export type DateOfBirth = z.infer<typeof dateOfBirthSchema>;

/** London wall time of the day, `HH:MM`, 24 hours. Shown as 9am, 10:05am, midday by `renderer/text`. */
export const clockTimeSchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .brand<'ClockTime'>();
export type ClockTime = z.infer<typeof clockTimeSchema>;

/** London wall time `YYYY-MM-DDTHH:MM`: when an appointment starts. */
export const wallTimeSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/)
  .refine((text) => isRealDate(text.slice(0, 10)))
  .brand<'WallTime'>();
export type WallTime = z.infer<typeof wallTimeSchema>;

function isRealDate(text: string): boolean {
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}
