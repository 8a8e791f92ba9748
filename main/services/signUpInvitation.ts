import type { KnownPatient } from '../domain/patients';
import { mayBeInvited } from '../domain/signUpInvitation';
import type { Now, PracticeRules } from '../domain/types';
import { isAnyInvited, noteInvited } from '../store/invitations';
import type { Writer } from '../store/schema';

interface Inviting {
  /** As known before this check-in. */
  patient: KnownPatient;
  /** The visit as it now stands in the store. */
  visitId: string;
  rules: PracticeRules;
  now: Now;
  /** UTC instant of the claim. */
  instant: string;
}

/** Whether the ending of this check-in invites its patient to sign up; yes is noted, in the caller's transaction, so that it is once a day. */
export async function inviteOnce(db: Writer, { patient, visitId, rules, now, instant }: Inviting): Promise<boolean> {
  if (!mayBeInvited(patient, rules, now)) return false;
  const isInvitedAlready = await isAnyInvited(db, [visitId, ...patient.visits.map(({ id }) => id)]);
  if (isInvitedAlready) return false;
  await noteInvited(db, visitId, instant);
  return true;
}
