import { adultAge, ageOn } from '../../preload/contract/rules/ages';
import type { KnownPatient } from './patients';
import { signUpStateOf, type SignUpHoursRules } from './signUpHours';
import type { Now, PracticeRules } from './types';

/**
 * Whether a patient who is checked in may be invited to sign up: a list says that they have no online account and none says that they have one,
 * sign-up can be begun now, and they are of an age to decide for themselves. That it happens once a day is for who keeps it.
 */
export function mayBeInvited(
  { appointments }: Pick<KnownPatient, 'appointments'>,
  rules: SignUpHoursRules & Pick<PracticeRules, 'isSignUpInvited'>,
  now: Now,
): boolean {
  if (!rules.isSignUpInvited || signUpStateOf(rules, now).state !== 'open') return false;
  const said = appointments.map(({ hasOnlineAccount }) => hasOnlineAccount);
  if (!said.includes(false) || said.includes(true)) return false;
  return appointments.every(({ patient }) => ageOn(patient.dateOfBirth, now.day) >= adultAge);
}
