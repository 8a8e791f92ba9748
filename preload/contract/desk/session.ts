import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { done, forAnyone, forSignedIn, instantSchema, nothing, roleSchema } from './roles';

/** Short for whoever types it; folded to small letters. */
export const usernameSchema = z
  .string()
  .trim()
  .min(2)
  .max(40)
  .regex(/^[\p{L}\p{N}._-]+$/u);
const passphraseSchema = z.string().min(1).max(200);
/** As printed or shown: `ABCD-EFGH-JK`; spaces, dashes and small letters do not matter. */
const codeSchema = z.string().trim().min(8).max(20);
export const pinSchema = z.string().regex(/^\d{4,8}$/);

export const whoSchema = z.object({
  staffId: z.uuid(),
  username: z.string(),
  displayName: z.string(),
  roles: z.array(roleSchema),
  /** For clinicians: whose room page is theirs, as lists write the name. */
  clinician: z.string().nullable(),
  /** A PIN is set for this session: re-entry needs no passphrase. */
  hasPin: z.boolean(),
});

const about = {
  practice: z.string(),
  mode: z.enum(['demonstration', 'trial', 'live']),
};

/** What the page shows before anything else. `firstRun`: nobody is a manager yet, so a one-time code is asked for. */
export const sessionStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('firstRun'), ...about }),
  z.object({ kind: z.literal('signedOut'), ...about }),
  z.object({ kind: z.literal('locked'), ...about, who: whoSchema }),
  z.object({
    kind: z.literal('open'),
    ...about,
    who: whoSchema,
    /** Seconds without a touch after which the page locks itself. */
    locksAfterSeconds: z.int().positive(),
  }),
]);

/** What even a locked desk is told, so that it can sound: numbers, and nobody. */
export const pulseSchema = z.object({
  revision: z.int().nonnegative(),
  /** Calls for help that nobody has acknowledged. */
  help: z.int().nonnegative(),
  /** All alerts that nobody has acknowledged, calls for help among them. */
  alerts: z.int().nonnegative(),
  /** Arrivals not marked in the clinical system that sound now and that nobody has taken. */
  overdue: z.int().nonnegative(),
  waiting: z.int().nonnegative(),
});

const signInErrors = {
  /** The same for an unknown name, a wrong passphrase and an account that is closed. */
  NOT_RECOGNISED: { message: 'Username or passphrase is not right' },
  /** Too many tries; `seconds` until the next. */
  WAIT: { message: 'Wait before you try again', data: z.object({ seconds: z.int().positive() }) },
};
/** Why a new passphrase cannot be used; words are the page's. */
export const passphraseProblemSchema = z.enum(['tooShort', 'common', 'likeUsername', 'likePractice', 'repeated']);
const newPassphraseErrors = {
  WEAK: { message: 'Choose another passphrase', data: z.object({ problem: passphraseProblemSchema }) },
};

export const sessionContract = {
  state: forAnyone.input(nothing).output(sessionStateSchema),
  signIn: forAnyone
    .input(z.strictObject({ username: z.string().max(80), passphrase: passphraseSchema }))
    .output(sessionStateSchema)
    .errors(signInErrors),
  /**
   * A one-time code makes or renews an account: the first manager's chooses username and display name, everybody else's are given. Signs in.
   */
  useCode: forAnyone
    .input(
      z.strictObject({
        code: codeSchema,
        username: usernameSchema,
        displayName: z.string().trim().min(1).max(80).nullable(),
        passphrase: passphraseSchema,
      }),
    )
    .output(sessionStateSchema)
    .errors({
      ...signInErrors,
      ...newPassphraseErrors,
      /** A first manager needs a name to be shown. */
      NAME_NEEDED: { message: 'Give the name to be shown' },
    }),
  signOut: forAnyone.input(nothing).output(done),
  /** Locks this session: asked for, or because nobody touched the page. */
  lock: forSignedIn.input(nothing).output(done),
  /** With the passphrase, or the PIN of this session; after three wrong PINs only the passphrase counts. */
  unlock: forSignedIn
    .input(z.strictObject({ passphrase: passphraseSchema.optional(), pin: pinSchema.optional() }))
    .output(sessionStateSchema)
    .errors(signInErrors),
  /** A PIN for quick re-entry, good for this session alone; null takes it away. */
  setPin: forSignedIn
    .input(z.strictObject({ pin: pinSchema.nullable() }))
    .output(done)
    .errors({
      /** Among the first that anybody tries: 1234, 0000, a year. */
      WEAK_PIN: { message: 'Choose another PIN' },
    }),
  changePassphrase: forSignedIn
    .input(z.strictObject({ current: passphraseSchema, next: passphraseSchema }))
    .output(done)
    .errors({ ...signInErrors, ...newPassphraseErrors }),
  /**
   * Said every 20 seconds while the page hears its stream: a desk is there that can know of an arrival (design §6). Also renews
   * the session's time. `at`: the machine's wall clock, so that waiting times are counted from it.
   */
  alive: forSignedIn.input(nothing).output(z.object({ at: instantSchema })),
  pulse: forSignedIn.output(eventIterator(pulseSchema)),
};

export type Who = z.infer<typeof whoSchema>;
export type SessionState = z.infer<typeof sessionStateSchema>;
export type Pulse = z.infer<typeof pulseSchema>;
export type PassphraseProblem = z.infer<typeof passphraseProblemSchema>;
