import type { DateOfBirth, Day } from './dates';

/** From this age a child may apply for online services of their own, with a clinician's word on their competence. */
export const ownAccountAge = 11;
/** The NHS App may be used from this age. */
export const nhsAppAge = 13;
/** From this age a person decides for themselves; access of others is suspended. */
export const adultAge = 16;

/** `child`: under 11; `young`: 11 to 15; `adult`: 16 and over (domain facts, "Levels, review, proxy"). */
export type AgeBand = 'child' | 'young' | 'adult';

/** Whole years on `day`. Somebody born on 29 February is a year older on 1 March of other years. Negative before birth. */
export function ageOn(dateOfBirth: DateOfBirth, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(dateOfBirth.slice(0, 4));
  // Month and day of both sort as text. Plain arithmetic: the page would load a calendar library for this.
  return day.slice(5) >= dateOfBirth.slice(5) ? years : years - 1;
}

export function ageBandOf(age: number): AgeBand {
  if (age < ownAccountAge) return 'child';
  return age < adultAge ? 'young' : 'adult';
}
