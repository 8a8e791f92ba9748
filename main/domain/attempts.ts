import { minute } from './time';
import type { PracticeRules } from './types';

/**
 * Half of the ten seconds that an attempt limit may cost anybody (hazard H-014): claims are answered one after another, so one held
 * claim may still be in front of another that is held.
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
 * Then nobody stands behind a claim whose visitor has gone, and at worst behind one held claim: twice five seconds.
 */
export interface AttemptLimit {
  /**
   * Takes a token for one claim.
   * @param atMilliseconds monotonic time.
   * @param rules as they are now; they may change between two calls.
   * @returns whole milliseconds to hold this claim, 0 to 5,000. Where `claimsPerMinute` is under 12, which the rules refuse, this wins over the limit.
   */
  take(atMilliseconds: number, rules: AttemptRules): number;
  /** For what can be refused: takes a token if there is one, and says whether it did. Refusing costs whoever comes next nothing. */
  takeIfFree(atMilliseconds: number, rules: AttemptRules): boolean;
}

type AttemptRules = Pick<PracticeRules, 'claimsInBurst' | 'claimsPerMinute'>;

export function createAttemptLimit(): AttemptLimit {
  /** Below 0 a claim is waiting for its token. Null: full. */
  let tokens: number | null = null;
  let last = 0;
  const refill = (atMilliseconds: number, { claimsInBurst, claimsPerMinute }: AttemptRules): number => {
    const refilled = (Math.max(0, atMilliseconds - last) * claimsPerMinute) / minute;
    last = Math.max(last, atMilliseconds);
    return Math.min(claimsInBurst, (tokens ?? claimsInBurst) + refilled);
  };
  return {
    take(atMilliseconds, rules) {
      const perMillisecond = rules.claimsPerMinute / minute;
      // Never deeper in debt than one longest hold, or a flood would be paid for by whoever comes after it.
      const deepest = -longestHoldMilliseconds * perMillisecond;
      tokens = Math.max(deepest, refill(atMilliseconds, rules) - 1);
      return tokens >= 0 ? 0 : Math.min(longestHoldMilliseconds, Math.ceil(-tokens / perMillisecond));
    },
    takeIfFree(atMilliseconds, rules) {
      tokens = refill(atMilliseconds, rules);
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}
