import { useCallback, useContext, useRef, useState } from 'react';
import { failureOf } from './failure';
import type { AskFailure } from './failure';
import { SessionRefused, isOfSession } from './session';

export type { AskFailure } from './failure';

interface Ask {
  /** Runs a call and gives its answer; null if it failed, and then `failure` says why. Never throws. */
  ask<T>(work: () => Promise<T>): Promise<T | null>;
  isBusy: boolean;
  /** Why the latest call failed; null after one that did not. */
  failure: AskFailure | null;
  clear(): void;
}

/** Runs calls of the contract and keeps a failure as data. Signed out and locked are told to the frame, and are a failure here too. */
export function useAsk(): Ask {
  const refused = useContext(SessionRefused);
  const [running, setRunning] = useState(0);
  const [failure, setFailure] = useState<AskFailure | null>(null);
  const latest = useRef(0);

  const ask = useCallback(
    async <T>(work: () => Promise<T>): Promise<T | null> => {
      latest.current += 1;
      const own = latest.current;
      setRunning((count) => count + 1);
      try {
        const answer = await work();
        if (own === latest.current) setFailure(null);
        return answer;
      } catch (error) {
        const why = failureOf(error);
        if (isOfSession(why.code) || why.code === 'FORBIDDEN') refused();
        // An older call that fails late must not speak for the newer one.
        if (own === latest.current) setFailure(why);
        return null;
      } finally {
        setRunning((count) => count - 1);
      }
    },
    [refused],
  );
  const clear = useCallback(() => setFailure(null), []);
  return { ask, isBusy: running > 0, failure, clear };
}
