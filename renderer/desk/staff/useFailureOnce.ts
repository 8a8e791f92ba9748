import { useEffect, useRef } from 'react';
import type { AskFailure } from '../parts/useAsk';

/** Calls `tell` once for each failure, when it is there. */
export function useFailureOnce(failure: AskFailure | null, tell: (why: AskFailure) => void): void {
  const latest = useRef(tell);
  useEffect(() => {
    latest.current = tell;
  });
  useEffect(() => {
    if (failure !== null) latest.current(failure);
  }, [failure]);
}
