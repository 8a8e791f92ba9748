import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { paperSizeSchema } from '../rules/paper';
import { slipFieldSchema, slipProblemSchema, slipSystemSchema } from '../rules/slipValues';
import { refusalSchema } from './applications';
import { missingQueueSchema, printReasonSchema, queueNameSchema, sheetFaultSchema } from './printing';
import { done, forRoles, instantSchema } from './roles';

const accountCreator = forRoles('accountCreator');
const detailSchema = z.string().max(200);

/** How a slip stands. `ready`: it was made and looked at, and can be printed; the others as in `printing`. */
export const slipStateSchema = z.enum([
  'ready',
  'making',
  'sent',
  'printing',
  'waiting',
  'printed',
  'failed',
  'unknown',
]);

export const slipJobSchema = z.object({
  revision: z.int().nonnegative(),
  state: slipStateSchema,
  reason: printReasonSchema.nullable(),
  printer: z.string().nullable(),
  /** After the end: the printing system keeps a copy of the page (true), was made to forget it (false), or does not tell (null). */
  isKept: z.boolean().nullable(),
  /** It is about to be forgotten at this UTC instant, five minutes after the details were typed; printing again is possible until then. */
  endsAt: instantSchema,
  /** How often it was sent to a printer. */
  sentTimes: z.int().nonnegative(),
});

/**
 * The setup slip: a credential (design §8). The details of a request live in memory alone, as a page that can be printed, until it is
 * forgotten: by whoever made it, at the end or the lock of their session, or after five minutes.
 */
export const slipsContract = {
  /** Makes the page and looks at it: nothing is printed yet. The guard of the table of transitions stands before it, and again before each print. */
  prepare: accountCreator
    .input(
      z.strictObject({
        applicationId: z.uuid(),
        version: z.int().nonnegative(),
        system: slipSystemSchema,
        odsCode: detailSchema,
        accountId: detailSchema,
        secret: detailSchema,
        size: paperSizeSchema,
      }),
    )
    .output(
      z.object({
        slipId: z.uuid(),
        /** The very page as PNG (base64), to be read back against the clinical system. */
        picture: z.string(),
        endsAt: instantSchema,
        /** The printer set for this paper; null: none is. */
        printer: z.string().nullable(),
      }),
    )
    .errors({
      GONE: { message: 'It is not there any more' },
      CHANGED: {
        message: 'Somebody else was quicker',
        data: z.object({ by: z.string().nullable(), at: instantSchema }),
      },
      NOT_NOW: { message: 'No slip may be printed now', data: z.object({ why: refusalSchema }) },
      INVALID: {
        message: 'Something is wrong with the details',
        data: z.object({ problems: z.array(z.object({ field: slipFieldSchema, problem: slipProblemSchema })) }),
      },
      NOT_MADE: { message: 'The slip could not be made', data: z.object({ why: sheetFaultSchema }) },
    }),
  /** Prints what was prepared, or prints it again. Answers as soon as that is on disk in the trail; how it goes is told by `follow`. */
  print: accountCreator
    .input(z.strictObject({ slipId: z.uuid(), printer: queueNameSchema, isReadBack: z.literal(true) }))
    .output(done)
    .errors({
      GONE: { message: 'The slip has been forgotten' },
      NOT_NOW: { message: 'No slip may be printed now', data: z.object({ why: refusalSchema }) },
      BUSY: { message: 'It is being printed' },
      /** A slip never comes out where the public stands (design §8). */
      AT_KIOSK: { message: 'That printer stands at the kiosk' },
      /** No queue is called so; nothing was written or sent. */
      NO_PRINTER: { message: 'There is no such printer', data: z.object({ why: missingQueueSchema }) },
    }),
  /** How one's own slip stands, at each change, until it is forgotten. */
  follow: accountCreator
    .input(z.strictObject({ slipId: z.uuid() }))
    .output(eventIterator(slipJobSchema))
    .errors({ GONE: { message: 'The slip has been forgotten' } }),
  /** It came out, or is not wanted any more: everything of it is dropped; what waits in a queue is called back. */
  forget: accountCreator.input(z.strictObject({ slipId: z.uuid() })).output(done),
};

export type SlipJob = z.infer<typeof slipJobSchema>;
export type SlipState = z.infer<typeof slipStateSchema>;
