import { useEffect, useMemo, useRef } from 'react';
import type { RefObject } from 'react';
import { startWork, touchWork, workedSeconds } from './handsOn';

/** How long somebody has been at work since the last act. */
export interface HandsOn {
  /** Whole seconds without idle gaps; the moment of asking counts as a touch. */
  seconds(this: void): number;
  /** The step is done: the next begins at nothing. */
  reset(this: void): void;
}

const touches = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** Measures hands-on time on what `element` shows, from when it appears. */
export function useHandsOn(element: RefObject<HTMLElement | null>): HandsOn {
  const worked = useRef(startWork(0));
  useEffect(() => {
    worked.current = startWork(performance.now());
    const page = element.current;
    const touch = (): void => {
      worked.current = touchWork(worked.current, performance.now());
    };
    for (const kind of touches) page?.addEventListener(kind, touch, { passive: true, capture: true });
    return () => {
      for (const kind of touches) page?.removeEventListener(kind, touch, { capture: true });
    };
  }, [element]);
  return useMemo(
    () => ({
      seconds() {
        worked.current = touchWork(worked.current, performance.now());
        return workedSeconds(worked.current);
      },
      reset() {
        worked.current = startWork(performance.now());
      },
    }),
    [],
  );
}
