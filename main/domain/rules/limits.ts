import { checkWhole } from './checks';

const minutesInDay = 24 * 60;
const mostDaysKept = 3660;
/** A claim is held for 3 seconds at most at this rate, before the page gives up waiting, and nobody stands behind more than one (hazard H-014). */
const leastClaimsPerMinute = 20;
/** Two tries with all their questions are not held up. */
const leastClaimsInBurst = 6;

/** What is wrong with the limits: age of the list, bad rows, days kept, claims. */
export function checkLimits(rules: Record<string, unknown>): string[] {
  const { stampListAfterMinutes: stamp, closeListAfterMinutes: close } = rules as {
    stampListAfterMinutes?: unknown;
    closeListAfterMinutes?: unknown;
  };
  return [
    ...checkWhole('Minutes after which the age of the list is shown', stamp, 0, minutesInDay),
    ...checkWhole('Minutes after which an old list closes check-in', close, 1, minutesInDay),
    ...(typeof stamp === 'number' && typeof close === 'number' && close < stamp
      ? ['The age of the list must be shown before an old list closes check-in.']
      : []),
    ...checkWhole('Per cent of bad rows that a list may have', rules['badRowsLimitPercent'], 0, 100),
    ...checkWhole('Days for which visits are kept', rules['visitsKeptDays'], 1, mostDaysKept),
    ...checkWhole('Claims that may be answered in a burst', rules['claimsInBurst'], leastClaimsInBurst, 10_000),
    ...checkWhole('Claims that may be answered in a minute', rules['claimsPerMinute'], leastClaimsPerMinute, 10_000),
  ];
}
