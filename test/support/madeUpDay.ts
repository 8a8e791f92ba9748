import { createDemonstration } from '../../main/demonstration/demonstration';
import { demonstrationRules } from '../../main/demonstration/practice';
import type { CaseKey, DemonstrationDay, PlantedCase } from '../../main/demonstration/types';
import { defaultRules } from '../../main/domain/rules';
import type { PracticeRules } from '../../main/domain/types';
import { createFakeClock } from './fakePorts';
import type { Claim } from './patient';

/** The made-up practice's day as the kiosk makes it when started with `--demo --now wallTime`. */
export function madeUpDay(wallTime: string): DemonstrationDay {
  return createDemonstration(createFakeClock(wallTime).now());
}

/** What the patient of a planted case types. Fails the test if the day does not have the case. */
export function claimOf(day: DemonstrationDay, key: CaseKey, change: Partial<Claim> = {}): Claim {
  const { dateOfBirth, letter, postcode } = caseOf(day, key);
  return { dateOfBirth, letter, postcode, ...change };
}

/** A planted case. Fails the test if the day does not have it. */
export function caseOf(day: DemonstrationDay, key: CaseKey): PlantedCase {
  const found = day.cases.find((planted) => planted.key === key);
  if (found === undefined) throw new Error(`The day has no case ${key}`);
  return found;
}

/** The rules that a demonstration starts with. */
export const madeUpRules: PracticeRules = { ...defaultRules, ...demonstrationRules };

/** Somebody who has no appointment. */
export const nobody: Claim = { dateOfBirth: '1950-02-03', letter: 'X', postcode: 'LS1 1AA' };
