import * as z from 'zod';

/** More than any name on a record; a longer one is a mistake or an attack. */
const longest = 60;

/** A first or last name as somebody writes it: letters of any script with their marks, spaces, hyphens, apostrophes and full stops. */
export const personNameSchema = z
  .string()
  .max(longest)
  .regex(/^[\p{L}\p{M}][\p{L}\p{M} .'\u2019-]*$/u);

export type NameReading = { ok: true; name: string } | { ok: false; problem: 'empty' | 'notAName' | 'tooLong' };

/** Reads a typed name: spaces around and doubled ones go, curly apostrophes and dashes become plain ones. Never throws. */
export function readPersonName(text: string): NameReading {
  const name = text
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  if (name === '') return { ok: false, problem: 'empty' };
  if (name.length > longest) return { ok: false, problem: 'tooLong' };
  return personNameSchema.safeParse(name).success ? { ok: true, name } : { ok: false, problem: 'notAName' };
}
