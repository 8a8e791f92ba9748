import type { Role } from '../../../preload/contract/desk/roles';

/** A session as it stands at the moment of asking. */
export interface OpenSession {
  sessionId: string;
  staffId: string;
  username: string;
  displayName: string;
  roles: readonly Role[];
  /** Whose room page is theirs. */
  clinician: string | null;
  isLocked: boolean;
  hasPin: boolean;
}

/** Who does something, and in which of their roles. */
export interface Caller extends OpenSession {
  /** The first of their roles that the procedure allows; null where it asks for none. Audited with every act. */
  role: Role | null;
}

/** How the audit trail names a member of staff: never by name. */
export function actorOf({ staffId }: Pick<Caller, 'staffId'>): string {
  return `staff:${staffId}`;
}

/** The caller of a procedure that only somebody signed in can reach. @throws Error where there is none: a bug of the contract's roles. */
export function callerOf({ caller }: { caller: Caller | null }): Caller {
  if (caller === null) throw new Error('Nobody is signed in');
  return caller;
}
