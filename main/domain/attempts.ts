import { minute } from './time';
import type { PracticeRules } from './types';

/**
 * Half of the ten seconds that an attempt limit may cost anybody (hazard H-014): claims are answered one after another, so the
 * next person may stand behind one held claim before their own is held.
 */
const longestHoldMilliseconds = 5000;

/**
 * Slows down whoever tries dates of birth by the hundred, and nobody else; it never refuses (decision 20). A bucket of tokens: each
 * claim takes one, `claimsPerMinute` come back, never more than `claimsInBurst`.
 *
 * How to use it, so that both promises hold (the limit, and ten seconds at most for the next person):
 * 1. Answer claims one after another. When a claim's turn comes, not when it arrives, `take`; sleep what it says; then look up.
 * 2. Let one claim at most wait for its turn. A page that has a patient before it never waits for two answers: when a newer claim
 *    comes, or the visit ends, the one still waiting is dropped without being looked up.
 * Then at most one held claim is in front of anybody's own: twice five seconds.
 */
export interface AttemptLimit {
  /**
   * Takes a token for one claim.
   * @param atMilliseconds monotonic time.
   * @param rules as they are now; they may change between two calls.
   * @returns whole milliseconds to hold this claim, 0 to 5,000. Where `claimsPerMinute` is under 12 this wins over the limit.
   */
  take(atMilliseconds: number, rules: Pick<PracticeRules, 'claimsInBurst' | 'claimsPerMinute'>): number;
}

export function createAttemptLimit(): AttemptLimit {
  /** Below 0 a claim is waiting for its token. Null: full. */
  let tokens: number | null = null;
  let last = 0;
  return {
    take(atMilliseconds, { claimsInBurst, claimsPerMinute }) {
      const perMillisecond = claimsPerMinute / minute;
      const refilled = Math.max(0, atMilliseconds - last) * perMillisecond;
      last = Math.max(last, atMilliseconds);
      // Never deeper in debt than one longest hold, or a flood would be paid for by whoever comes after it.
      const deepest = -longestHoldMilliseconds * perMillisecond;
      tokens = Math.max(deepest, Math.min(claimsInBurst, (tokens ?? claimsInBurst) + refilled) - 1);
      return tokens >= 0 ? 0 : Math.min(longestHoldMilliseconds, Math.ceil(-tokens / perMillisecond));
    },
  };
}
