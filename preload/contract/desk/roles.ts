import { oc } from '@orpc/contract';
import * as z from 'zod';

/** What a member of staff may do (design §7); one person may hold several. Their order is the order they are shown in. */
export const roles = [
  'receptionist',
  'clinician',
  'verifier',
  'authoriser',
  'accountCreator',
  'clinicalReviewer',
  'manager',
] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

/**
 * Who may ask: `anyone` (before signing in), `signedIn` (whatever the role, and even while the desk is locked), or a session that is open and
 * holds at least one of the roles. Every procedure says it; a test walks all of them with every role.
 */
export interface DeskMeta {
  roles: 'anyone' | 'signedIn' | readonly Role[];
}

const base = oc.$meta<DeskMeta>({ roles: [] }).errors({
  /** No session, or one that has ended or was revoked. */
  SIGNED_OUT: { status: 401, message: 'Sign in first' },
  /** The session is locked until its passphrase or PIN is given. */
  LOCKED: { status: 423, message: 'The desk is locked' },
  /** The account does not hold the role. */
  FORBIDDEN: { status: 403, message: 'Your account may not do this' },
});

export const forAnyone = base.meta({ roles: 'anyone' });
export const forSignedIn = base.meta({ roles: 'signedIn' });
export const forRoles = (...allowed: [Role, ...Role[]]) => base.meta({ roles: allowed });

/** UTC instant, ISO 8601 with milliseconds. */
export const instantSchema = z.iso.datetime({ precision: 3 });
export const nothing = z.strictObject({});
export const done = z.object({});
