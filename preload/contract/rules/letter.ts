import { z } from 'zod';

/** The first letter of a last name as the letter pad gives it: one capital A to Z. Marked letters in names are folded to these. */
export const letterSchema = z
  .string()
  .regex(/^[A-Z]$/)
  .brand<'NameLetter'>();
export type NameLetter = z.infer<typeof letterSchema>;
