import * as z from 'zod';
import { done, forRoles, instantSchema, nothing, roleSchema } from './roles';
import { usernameSchema } from './session';

export const staffMemberSchema = z.object({
  staffId: z.uuid(),
  username: z.string(),
  displayName: z.string(),
  roles: z.array(roleSchema),
  clinician: z.string().nullable(),
  isActive: z.boolean(),
  /** No passphrase yet: a code waits to be used. */
  isInvited: z.boolean(),
  lastSignedInAt: instantSchema.nullable(),
  /** Too many wrong passphrases: until when. */
  lockedUntil: instantSchema.nullable(),
});
/** Shown once, to be handed over in person. */
export const issuedCodeSchema = z.object({ code: z.string(), expiresAt: instantSchema });

const manager = forRoles('manager');
const account = {
  displayName: z.string().trim().min(1).max(80),
  roles: z.array(roleSchema).min(1).max(7),
  clinician: z.string().trim().min(1).max(120).nullable(),
};
const accountErrors = {
  USERNAME_TAKEN: { message: 'Somebody has this username' },
  /** There would be no manager left who can sign in. */
  LAST_MANAGER: { message: 'The last manager stays' },
  UNKNOWN: { message: 'There is no such account or session' },
};

export const staffContract = {
  list: manager.input(nothing).output(
    z.object({
      staff: z.array(staffMemberSchema),
      sessions: z.array(
        z.object({
          sessionId: z.uuid(),
          staffId: z.uuid(),
          from: z.string(),
          device: z.string(),
          since: instantSchema,
          lastUsedAt: instantSchema,
          isLocked: z.boolean(),
          isThisOne: z.boolean(),
        }),
      ),
      clinicians: z.array(z.string()),
    }),
  ),
  add: manager
    .input(z.strictObject({ username: usernameSchema, ...account }))
    .output(issuedCodeSchema)
    .errors(accountErrors),
  /** Roles that are taken away end at once, also in open sessions. Closing an account ends its sessions. */
  change: manager
    .input(z.strictObject({ staffId: z.uuid(), isActive: z.boolean(), ...account }))
    .output(done)
    .errors(accountErrors),
  /** A new one-time code for somebody who forgot their passphrase; the old passphrase and all sessions end. */
  reset: manager
    .input(z.strictObject({ staffId: z.uuid() }))
    .output(issuedCodeSchema)
    .errors(accountErrors),
  endSession: manager
    .input(z.strictObject({ sessionId: z.uuid() }))
    .output(done)
    .errors(accountErrors),
};

export type StaffMember = z.infer<typeof staffMemberSchema>;
export type IssuedCode = z.infer<typeof issuedCodeSchema>;
