import { lockOutMilliseconds, waitSeconds } from '../../domain/desk/lockOut';

/** More than anybody types by mistake; the oldest are forgotten first. */
const mostNames = 5000;

/**
 * Wrong tries that belong to no account: usernames that nobody has, which must answer as those that somebody has, and addresses from which
 * codes are tried. In memory: they are over within a quarter of an hour.
 */
export interface SignInTries {
  /** Whole seconds until the next try; 0: now. `now`: wall clock, milliseconds. */
  seconds(key: string, now: number): number;
  failed(key: string, now: number): void;
  clear(key: string): void;
}

export function createSignInTries(): SignInTries {
  const tries = new Map<string, { failures: number; lockedUntil: number }>();
  return {
    seconds: (key, now) => waitSeconds(tries.get(key)?.lockedUntil ?? null, now),
    failed(key, now) {
      const failures = (tries.get(key)?.failures ?? 0) + 1;
      tries.delete(key);
      tries.set(key, { failures, lockedUntil: now + lockOutMilliseconds(failures) });
      const oldest = tries.keys().next();
      if (tries.size > mostNames && oldest.done !== true) tries.delete(oldest.value);
    },
    clear(key) {
      tries.delete(key);
    },
  };
}

/** Runs work of one key one after the other: of a hundred guesses at once, each counts before the next is looked at. */
export function createTurns(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const before = last.get(key) ?? Promise.resolve();
    const own = before.then(work, work);
    last.set(key, own);
    try {
      return await own;
    } finally {
      if (last.get(key) === own) last.delete(key);
    }
  };
}
