import type { Day } from '../../../../preload/contract/rules/dates';
import { readDateOfBirth } from '../../../../preload/contract/rules/dates';
import { ageBandOf, ageOn, nhsAppAge } from '../../../../preload/contract/rules/ages';
import type { Draft } from '../../flow/signUp/state';

/** What the age of whoever stands here changes in what they read. */
export interface AgeWords {
  /** 11 to 15: nothing goes to a number on the record, which may be a parent's. */
  isYoung: boolean;
  /** Nobody is told of what they may not use yet. */
  isNhsAppNamed: boolean;
}

/** While no date of birth can be read, what is true for everybody. */
export function ageWords({ born }: Draft, today: Day): AgeWords {
  const reading = readDateOfBirth(born, today);
  if (!reading.ok) return { isYoung: false, isNhsAppNamed: false };
  const age = ageOn(reading.dateOfBirth, today);
  return { isYoung: ageBandOf(age) === 'young', isNhsAppNamed: age >= nhsAppAge };
}
