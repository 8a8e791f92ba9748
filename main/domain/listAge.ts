import { minute } from './time';
import type { PracticeRules } from './types';

/** `open`: fresh; `stamped`: usable, but Welcome says how old it is; `stale`: check-in is closed. */
export type ListAge = 'open' | 'stamped' | 'stale';

/**
 * How far a list can be trusted at `now` (design §6 "Honest list"); both in milliseconds since the epoch. A list of exactly the
 * limit is still within it. One that seems to come from the future, after a clock was set back, is stamped: its true age is not known.
 */
export function ageList(
  asOf: number,
  now: number,
  rules: Pick<PracticeRules, 'stampListAfterMinutes' | 'closeListAfterMinutes'>,
): ListAge {
  const age = now - asOf;
  if (age > rules.closeListAfterMinutes * minute) return 'stale';
  return age > rules.stampListAfterMinutes * minute || age < 0 ? 'stamped' : 'open';
}
