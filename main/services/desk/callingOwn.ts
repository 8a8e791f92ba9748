import type { Caller } from './caller';

/** Whose patients alone somebody may call: a clinician their own. Null: they act as a receptionist, who may call anybody. */
export function onlyOwnOf({ role, clinician }: Pick<Caller, 'role' | 'clinician'>): string | null {
  // Without the name that lists know them by they have no patients.
  return role === 'clinician' ? (clinician ?? '') : null;
}
