import { Temporal } from 'temporal-polyfill';
import { clockTimeSchema, dateSchema, type ClockTime, type Day } from '../../preload/contract/rules/dates';
import type { SignUpState } from '../../preload/contract/signUp';
import { openHoursOn, weekdayOf } from './openingHours';
import type { Now, PracticeRules } from './types';

export type SignUpHoursRules = Pick<
  PracticeRules,
  'isSignUpOffered' | 'signUpClosed' | 'signUpPausedOn' | 'openingHours' | 'bankHolidaysOpen' | 'closedDays'
>;

/** Further ahead nothing is said, as of the practice's own hours. */
const daysAhead = 14;
const startOfDay = clockTimeSchema.parse('00:00');
/** Hours are given up to a minute they do not hold; whoever closes a whole day can write no later one, and means this one, too. */
const lastMinute = '23:59';

/**
 * Whether sign-up can be begun at `now`, by London clocks. It has hours of its own, because mornings are reception's busiest, and is never open
 * while the practice is closed; staff may pause it for a day. `opens`: the next moment of the next fortnight at which it can be begun by these rules.
 */
export function signUpStateOf(rules: SignUpHoursRules, now: Now): SignUpState {
  if (!rules.isSignUpOffered) return { state: 'off' };
  if (rules.signUpPausedOn === now.day) return { state: 'paused' };
  return isOpenAt(rules, now.day, now.time) ? { state: 'open' } : { state: 'closed', opens: nextOpening(rules, now) };
}

function isOpenAt(rules: SignUpHoursRules, day: Day, time: ClockTime): boolean {
  const isClosed = rules.signUpClosed[weekdayOf(day)].some(
    ({ from, to }) => from <= time && (time < to || to === lastMinute),
  );
  const hours = openHoursOn(rules, day);
  return !isClosed && (hours === null || hours.some(({ from, to }) => from <= time && time < to));
}

/** It can open only as a day begins, as the practice opens, or as closed hours end. */
function nextOpening(rules: SignUpHoursRules, now: Now): { day: Day; time: ClockTime } | null {
  const today = Temporal.PlainDate.from(now.day);
  for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
    const day = dateSchema.parse(today.add({ days: ahead }).toString());
    const time = [
      startOfDay,
      ...(openHoursOn(rules, day) ?? []).map(({ from }) => from),
      ...rules.signUpClosed[weekdayOf(day)].map(({ to }) => to),
    ]
      .filter((moment) => ahead > 0 || moment > now.time)
      .sort()
      .find((moment) => isOpenAt(rules, day, moment));
    if (time !== undefined) return { day, time };
  }
  return null;
}
