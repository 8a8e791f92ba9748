import * as z from 'zod';

/** One line of an address: what people write on an envelope, on one line. */
export const addressLineSchema = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} .,'/&()\u2019-]*$/u);

export type LineReading = { ok: true; line: string } | { ok: false; problem: 'empty' | 'notALine' };

/** Reads a typed line of an address: spaces around and doubled ones go. Never throws. */
export function readAddressLine(text: string): LineReading {
  const line = text
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (line === '') return { ok: false, problem: 'empty' };
  return addressLineSchema.safeParse(line).success ? { ok: true, line } : { ok: false, problem: 'notALine' };
}
