import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { paperSizeSchema } from '../rules/paper';
import { slipSystemSchema } from '../rules/slipValues';
import { comeBackSchema } from './applications';
import { done, forRoles, instantSchema } from './roles';

/** Why a page waits, was not printed, or nobody can tell. Staff read a sentence for each, with what to do. */
export const printReasonSchema = z.enum([
  'outOfPaper',
  'outOfInk',
  'coverOpen',
  'jammed',
  'paused',
  'offline',
  'attention',
  'notAccepting',
  'queueFull',
  'printerGone',
  'noPrintingSystem',
  'aborted',
  'cancelled',
  'tookTooLong',
  'codeMismatch',
  'doesNotFit',
  'notMade',
  'notTold',
]);
/** Why no page could be made: its QR code does not read as it must, something does not fit on the paper, or the machine failed. */
export const sheetFaultSchema = z.enum(['codeMismatch', 'doesNotFit', 'notMade']);

/** Why nothing can be sent to a queue at all. */
export const missingQueueSchema = printReasonSchema.extract(['printerGone', 'noPrintingSystem']);

/**
 * A queue as the printing system calls it. CUPS ends a name at a NUL: what is behind it would make another name, and the same printer, of the one
 * that stands at the kiosk.
 */
export const queueNameSchema = z
  .string()
  .max(200)
  .regex(/^\P{Cc}*$/u);

export const printStateSchema = z.enum(['making', 'sent', 'printing', 'waiting', 'printed', 'failed', 'unknown']);

export const printerSchema = z.object({
  name: z.string(),
  /** What people call it, and where it stands; may be empty. */
  description: z.string(),
  location: z.string(),
  state: z.enum(['ready', 'busy', 'stopped', 'notAccepting']),
  reasons: z.array(printReasonSchema),
});

export const batchSchema = z.object({
  batchId: z.uuid(),
  /** As staff are called. */
  by: z.string(),
  state: z.enum(['ready', 'printing', 'stopping', 'stopped', 'finished']),
  /** Why it stopped by itself; null: it did not. */
  reason: printReasonSchema.nullable(),
  /** The paper on its way waits for somebody, and why (null: the printer does not say); null: none waits. */
  waiting: z.object({ reason: printReasonSchema.nullable() }).nullable(),
  size: paperSizeSchema,
  printer: z.string().nullable(),
  total: z.int().nonnegative(),
  printed: z.int().nonnegative(),
  /** The paper that comes next may have come out already, nobody can tell: it is printed once more, and whoever finds two takes one away. */
  mayComeTwice: z.boolean(),
  startedAt: instantSchema.nullable(),
});

export const printingSnapshotSchema = z.object({
  revision: z.int().nonnegative(),
  /** Null: this machine has no printing system that answers. */
  printers: z.array(printerSchema).nullable(),
  /** The printer of each paper; null: none. Set in `settings.changeMachine`. */
  chosen: z.record(paperSizeSchema, z.string().nullable()),
  kioskPrinter: z.object({ printer: z.string(), size: paperSizeSchema }).nullable(),
  /** The last page that was printed was kept by the printing system after it was done. Null: not known. */
  isKeeping: z.boolean().nullable(),
  /** What goes into the QR codes, as the settings say. */
  links: z.object({ emis: z.string(), systmOne: z.string(), nhsApp: z.string(), start: z.string() }),
  odsCode: z.string().nullable(),
  helpPhone: z.string().nullable(),
  /** Invitations that are being printed, or can be; null: none. */
  batch: batchSchema.nullable(),
});

const anyStaff = forRoles('receptionist', 'verifier', 'authoriser', 'accountCreator', 'clinicalReviewer', 'manager');
const reception = forRoles('receptionist', 'verifier', 'authoriser');
const printers = forRoles('receptionist', 'accountCreator', 'manager');
const inviters = forRoles('receptionist', 'manager');

/** A page of the practice that names nobody. `sample`: a setup slip with made-up details, with the link of `system`. */
const checkSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sample'), system: slipSystemSchema, size: paperSizeSchema }),
  z.strictObject({ kind: z.literal('calibration'), size: paperSizeSchema }),
]);

const toPrint = { size: paperSizeSchema, printer: queueNameSchema };
/** How printing went once it was over, or after half a minute how it stands. */
const outcomeSchema = z.object({
  state: printStateSchema,
  reason: printReasonSchema.nullable(),
  isKept: z.boolean().nullable(),
});
const notMade = { NOT_MADE: { message: 'The page could not be made', data: z.object({ why: sheetFaultSchema }) } };

export const printingContract = {
  /** Printers and how they stand are looked at anew every few seconds while somebody watches. */
  live: anyStaff.output(eventIterator(printingSnapshotSchema)),
  /** The exact page as PNG (base64), and what a scanner reads from its QR code (null: it has none). */
  look: printers
    .input(z.strictObject({ page: checkSchema }))
    .output(z.object({ picture: z.string(), reads: z.string().nullable() }))
    .errors(notMade),
  printCheck: printers
    .input(z.strictObject({ page: checkSchema, printer: queueNameSchema }))
    .output(outcomeSchema)
    .errors(notMade),
  /** What to bring the next time: kinds only, no name and no reference. */
  printBring: reception
    .input(z.strictObject({ missing: z.array(comeBackSchema).min(1).max(6), ...toPrint }))
    .output(outcomeSchema)
    .errors(notMade),
  /** The letters of a review of proxy access, on A4; the same rules as for the letters as PDF. */
  printLetters: forRoles('receptionist', 'authoriser')
    .input(z.strictObject({ reviewId: z.uuid(), printer: queueNameSchema }))
    .output(outcomeSchema)
    .errors({
      ...notMade,
      GONE: { message: 'It is not there any more' },
      /** The review is done, and what the letters announce may not be true any more. */
      CHANGED: {
        message: 'Somebody else was quicker',
        data: z.object({ by: z.string().nullable(), at: instantSchema }),
      },
      NOT_SAFE: { message: 'A clinician must confirm first that writing is safe' },
    }),
};

/** Invitations to people without an account, in batches: first name and initial, no detail, the same QR code for all. The list is kept in memory until it is done, and nowhere else. */
export const invitationsContract = {
  /** A list of people as a CSV or Excel-text file (base64); what has no name in it is left out and counted. One batch at a time. */
  begin: inviters
    .input(z.strictObject({ file: z.base64().max(1_300_000), size: paperSizeSchema }))
    .output(
      z.object({
        batchId: z.uuid(),
        total: z.int().positive(),
        /** Lines that hold nobody, by number from 1, the first hundred. */
        leftOut: z.array(z.int().positive()),
        /** The first of them as PNG (base64). */
        picture: z.string(),
      }),
    )
    .errors({
      ...notMade,
      BUSY: { message: 'Another batch is not finished' },
      UNREADABLE: {
        message: 'The file cannot be used',
        data: z.object({ why: z.enum(['notText', 'noNames', 'nobody', 'tooMany']) }),
      },
    }),
  /** Prints from where it stands: the first, or the one after the last that was printed. */
  print: inviters
    .input(z.strictObject({ batchId: z.uuid(), printer: queueNameSchema }))
    .output(done)
    .errors({ GONE: { message: 'It is not there any more' }, BUSY: { message: 'It is being printed' } }),
  stop: inviters
    .input(z.strictObject({ batchId: z.uuid() }))
    .output(done)
    .errors({ GONE: { message: 'It is not there any more' } }),
  /** Nothing of the list is left. */
  forget: inviters.input(z.strictObject({ batchId: z.uuid() })).output(done),
};

export type PrintReason = z.infer<typeof printReasonSchema>;
export type MissingQueue = z.infer<typeof missingQueueSchema>;
export type SheetFaultKind = z.infer<typeof sheetFaultSchema>;
export type PrintState = z.infer<typeof printStateSchema>;
export type PrinterRow = z.infer<typeof printerSchema>;
export type PrintingSnapshot = z.infer<typeof printingSnapshotSchema>;
export type PrintOutcome = z.infer<typeof outcomeSchema>;
export type InvitationBatch = z.infer<typeof batchSchema>;
export type CheckPage = z.infer<typeof checkSchema>;
