import * as z from 'zod';

/**
 * The characters of a reference: as for a ticket (main/domain/ticket), of any two that are easily mistaken for each other by eye or ear at most
 * one, and no vowel, so that no word can appear.
 */
export const referenceAlphabet = 'DFJKMQRWXY2346789';

/** The reference of an application, as it is shown and spoken: `XXX-XXX`. It tells nothing about anybody. */
export const referenceSchema = z
  .string()
  .regex(/^[A-Z0-9]{3}-[A-Z0-9]{3}$/)
  .brand<'Reference'>();
export type Reference = z.infer<typeof referenceSchema>;

/** The reference that somebody typed or a scanner read: spaces, dashes and small letters do not matter. Null if it cannot be one. */
export function readReference(typed: string): Reference | null {
  if (typed.length > 40) return null;
  const bare = typed.replace(/[\s\u2010-\u2015-]/g, '').toUpperCase();
  const isOne = bare.length === 6 && [...bare].every((character) => referenceAlphabet.includes(character));
  return isOne ? referenceSchema.parse(`${bare.slice(0, 3)}-${bare.slice(3)}`) : null;
}
