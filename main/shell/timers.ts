import type { Timers } from '../services/ports';

/** Monotonic time of this process. */
export function createTimers(): Timers {
  return {
    monotonic: () => performance.now(),
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    every: (milliseconds, work) => {
      const timer = setInterval(work, milliseconds);
      timer.unref();
      return () => {
        clearInterval(timer);
      };
    },
  };
}
