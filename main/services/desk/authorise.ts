import type { DeskMeta, Role } from '../../../preload/contract/desk/roles';
import type { SessionRefusal } from './authoriseRefusal';
import type { Caller, OpenSession } from './caller';

/** Whether a session may do what a procedure does, and in which role; or why not. */
export type Verdict = { isAllowed: true; caller: Caller | null } | { isAllowed: false; why: SessionRefusal };

/** Decides by the roles that the contract states. An empty list of roles lets nobody in: a procedure that states none is closed. */
export function judge(roles: DeskMeta['roles'], session: OpenSession | null): Verdict {
  if (roles === 'anyone') return { isAllowed: true, caller: session === null ? null : { ...session, role: null } };
  if (session === null) return { isAllowed: false, why: 'SIGNED_OUT' };
  if (roles === 'signedIn') return { isAllowed: true, caller: { ...session, role: null } };
  if (session.isLocked) return { isAllowed: false, why: 'LOCKED' };
  const role = roles.find((one: Role) => session.roles.includes(one));
  if (role === undefined) return { isAllowed: false, why: 'FORBIDDEN' };
  return { isAllowed: true, caller: { ...session, role } };
}
