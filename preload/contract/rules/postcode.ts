import { z } from 'zod';

/** A postcode folded for comparison: capitals and digits only, no space, e.g. `LS65RT`. */
export const postcodeSchema = z
  .string()
  .regex(/^[A-Z0-9]{2,8}$/)
  .brand<'FoldedPostcode'>();
export type FoldedPostcode = z.infer<typeof postcodeSchema>;
