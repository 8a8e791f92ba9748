import { ORPCError } from '@orpc/server';

/** Why a session may not ask something. */
export type SessionRefusal = 'SIGNED_OUT' | 'LOCKED' | 'FORBIDDEN';

/** As the contract says; an error with another status would reach the page as one that it does not name. */
const statusOf = { SIGNED_OUT: 401, LOCKED: 423, FORBIDDEN: 403 } as const;

/** The contract's own error for it: before a procedure, and in the middle of a live stream. */
export function refusalError(why: SessionRefusal): ORPCError<SessionRefusal, undefined> {
  return new ORPCError(why, { defined: true, status: statusOf[why], message: why });
}
