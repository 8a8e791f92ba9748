import { Temporal } from 'temporal-polyfill';
import { adultAge, ageOn } from '../../../preload/contract/rules/ages';
import { dateSchema, type DateOfBirth, type Day } from '../../../preload/contract/rules/dates';

/** A review of proxy access that is to come. */
export interface PlannedReview {
  kind: 'beforeThirteen' | 'atSixteen';
  dueOn: Day;
}

/**
 * The reviews that access to a child's account needs (domain facts, "Levels, review, proxy"): at the practice's age, while that is ahead, and
 * at 16, when it is suspended. None for who is 16 already.
 * @param reviewAge the practice's age in years, for the first one.
 */
export function reviewsFor(dateOfBirth: DateOfBirth, today: Day, reviewAge: number): PlannedReview[] {
  if (ageOn(dateOfBirth, today) >= adultAge) return [];
  const first = birthdayAt(dateOfBirth, reviewAge);
  const isFirstAhead = reviewAge < adultAge && first > today;
  return [
    ...(isFirstAhead ? [{ kind: 'beforeThirteen' as const, dueOn: first }] : []),
    { kind: 'atSixteen', dueOn: birthdayAt(dateOfBirth, adultAge) },
  ];
}

/** For how many days a clinician's word that writing to both is safe holds: families and homes change, and reviews are planned years ahead. */
export const safeForDays = 28;

/** Whether a confirmation made at `safeAt` still holds. Both UTC instants; null: there was none. */
export function isStillSafe(safeAt: string | null, at: string): boolean {
  if (safeAt === null) return false;
  const until = Temporal.Instant.from(safeAt).add({ hours: 24 * safeForDays });
  return Temporal.Instant.compare(at, until) <= 0;
}

/** The day on which somebody turns `age`: of a birth on 29 February, 1 March in years without one. The same day as `ageOn` says. */
export function birthdayAt(dateOfBirth: DateOfBirth, age: number): Day {
  const born = Temporal.PlainDate.from(dateOfBirth);
  const birthday = born.add({ years: age });
  return dateSchema.parse((birthday.day === born.day ? birthday : birthday.add({ days: 1 })).toString());
}

/** The day `days` after `day`. */
export function daysAfter(day: Day, days: number): Day {
  return dateSchema.parse(Temporal.PlainDate.from(day).add({ days }).toString());
}
