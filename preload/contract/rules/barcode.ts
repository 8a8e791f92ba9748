import * as z from 'zod';

/**
 * What a barcode on an appointment letter may hold: the source system's id of the appointment. Letters, digits and the signs that such
 * ids are made of; anything else a scanner types is not looked at (domain facts, "What went wrong elsewhere").
 */
export const barcodeSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9./-]{2,39}$/)
  .brand<'Barcode'>();
export type Barcode = z.infer<typeof barcodeSchema>;

/** Reads what a scanner has typed; null where it cannot be the id of an appointment. */
export function readBarcode(typed: string): Barcode | null {
  const result = barcodeSchema.safeParse(typed.trim());
  return result.success ? result.data : null;
}
