import { Temporal } from 'temporal-polyfill';
import { dateOfBirthSchema, type DateOfBirth, type Day } from '../../preload/contract/rules/dates';
import type { Random } from './random';

/** The date of birth of somebody who is `years` old on `day` and has the birthday `monthDay` (`MM-DD`, not 29 February). */
export function bornOn(day: Day, years: number, monthDay: string): DateOfBirth {
  const today = Temporal.PlainDate.from(day);
  const hasHadBirthday = monthDay <= day.slice(5);
  return dateOfBirthSchema.parse(`${today.year - years - (hasHadBirthday ? 0 : 1)}-${monthDay}`);
}

/** 29 February of the last leap year at least `years` before `day`. */
export function bornOnLeapDay(day: Day, years: number): DateOfBirth {
  let born = Temporal.PlainDate.from(day).with({ day: 1, month: 2 }).subtract({ years });
  while (!born.inLeapYear) born = born.subtract({ years: 1 });
  return dateOfBirthSchema.parse(born.with({ day: 29 }).toString());
}

/** The date of birth of a baby `days` days old on `day`; one more where that would be a birthday planted for its own sake. */
export function bornDaysAgo(day: Day, days: number): DateOfBirth {
  const born = Temporal.PlainDate.from(day).subtract({ days });
  const dateOfBirth = dateOfBirthSchema.parse(born.toString());
  return isSpecialBirthday(dateOfBirth) ? bornDaysAgo(day, days + 1) : dateOfBirth;
}

/** 1 January, for which the postcode is always asked, and 29 February: only those have them who show just that. */
function isSpecialBirthday(dateOfBirth: DateOfBirth): boolean {
  return dateOfBirth.endsWith('-01-01') || dateOfBirth.endsWith('-02-29');
}

/** Of a hundred people in a waiting room, how many are of which ages: the very young and the old come more often. */
const ages = [
  { percent: 9, from: 0, to: 4 },
  { percent: 8, from: 5, to: 17 },
  { percent: 26, from: 18, to: 39 },
  { percent: 28, from: 40, to: 64 },
  { percent: 23, from: 65, to: 84 },
  { percent: 6, from: 85, to: 97 },
].flatMap((group) => Array.from({ length: group.percent }, () => group));

/** A made-up date of birth before `day`, of a likely age, that is not in `taken` and on neither planted birthday (1 January, 29 February). */
export function makeDateOfBirth(day: Day, random: Random, taken: ReadonlySet<DateOfBirth>): DateOfBirth {
  const today = Temporal.PlainDate.from(day);
  for (;;) {
    const group = random.pick(ages);
    const years = group.from + random.below(group.to - group.from + 1);
    const born = today.subtract({ years, days: 1 + random.below(364) });
    // A calendar day by its making: checking some 300 of them again would only delay the start.
    const dateOfBirth = born.toString() as DateOfBirth;
    if (!isSpecialBirthday(dateOfBirth) && !taken.has(dateOfBirth)) return dateOfBirth;
  }
}
