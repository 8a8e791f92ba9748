import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';

/** One call as the waiting room may see it: a ticket or, if the practice chose so, a name; where to go; nothing else (design §4). */
export const boardCallSchema = z.object({
  callId: z.uuid(),
  /** Ticket, or display name. */
  shown: z.string(),
  isTicket: z.boolean(),
  room: z.string().nullable(),
  /** Which way: the practice's words for the room; null where it has none. */
  direction: z.string().nullable(),
  /** UTC instant of the first call. */
  calledAt: z.string(),
  /** Rises each time it is called again: the page fills the screen, chimes and speaks anew. */
  times: z.int().positive(),
});

export const boardSnapshotSchema = z.discriminatedUnion('kind', [
  /** Not paired, or revoked: nothing but a code for staff to type at a desk. */
  z.object({ kind: z.literal('unpaired'), revision: z.int().nonnegative(), code: z.string() }),
  z.object({
    kind: z.literal('showing'),
    revision: z.int().nonnegative(),
    practice: z.string(),
    mode: z.enum(['demonstration', 'trial', 'live']),
    /** The machine's wall clock (UTC instant) when this was sent; sent anew at least every 15 seconds, so that silence means lost. */
    at: z.string(),
    /** Newest first; each stays five minutes at most. */
    calls: z.array(boardCallSchema).max(12),
    /** "If you feel worse, tell reception" and the like: lines of the practice below the list. */
    lines: z.array(z.string()),
    isSpoken: z.boolean(),
    /** A desk asked this machine's board to sound once; rises with each. */
    soundTests: z.int().nonnegative(),
  }),
]);

export const boardContract = {
  live: oc.output(eventIterator(boardSnapshotSchema)),
  /** Sound of a call that is shown, as base64 of a WAV; null where the machine has no voice or the call is gone: the page may speak itself. */
  speech: oc
    .input(z.strictObject({ callId: z.uuid() }))
    .output(z.object({ wav: z.string().nullable(), text: z.string().nullable() })),
};
export type BoardContract = typeof boardContract;
export type BoardSnapshot = z.infer<typeof boardSnapshotSchema>;
export type BoardCall = z.infer<typeof boardCallSchema>;
