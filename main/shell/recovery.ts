/** Crashes a page may have before the whole program is started anew (design §9). */
const budgetSize = 3;
/** A page that has been well this long has its budget back. */
const healthyMilliseconds = 60_000;

/**
 * How often a crashed or hung page may be reloaded.
 * Pure but for its own count; `monotonic` is in milliseconds.
 */
export interface RecoveryBudget {
  /** Says what to do about a crash at `monotonic`. */
  spend(monotonic: number): 'reload' | 'relaunch';
}

/** A full budget of three reloads. */
export function createRecoveryBudget(): RecoveryBudget {
  let left = budgetSize;
  let lastCrashAt = Number.NEGATIVE_INFINITY;
  return {
    spend(monotonic) {
      if (monotonic - lastCrashAt >= healthyMilliseconds) left = budgetSize;
      lastCrashAt = monotonic;
      left -= 1;
      return left >= 0 ? 'reload' : 'relaunch';
    },
  };
}
