const second = 1000;
const minute = 60 * second;

/** Wrong tries that cost nothing but themselves: people mistype. */
const freeTries = 4;
const firstWait = 30 * second;
const longestWait = 15 * minute;

/**
 * How long an account stays shut after its `failures`th wrong passphrase or code in a row, in milliseconds: nothing up to the fourth, then 30
 * seconds, 1 minute, 2, 4, 8, and 15 minutes from then on. It grows so that guessing is hopeless, and ends so that nobody can keep a
 * colleague out for a day.
 */
export function lockOutMilliseconds(failures: number): number {
  if (failures <= freeTries) return 0;
  const doublings = Math.min(failures - freeTries - 1, 10);
  return Math.min(longestWait, firstWait * 2 ** doublings);
}

/**
 * Whole seconds until the next try, 0 if it may be now. Never longer than the longest wait: a clock that was put back would shut the account
 * for as long as it jumped.
 */
export function waitSeconds(lockedUntil: number | null, now: number): number {
  if (lockedUntil === null || lockedUntil <= now) return 0;
  return Math.ceil(Math.min(longestWait, lockedUntil - now) / second);
}
