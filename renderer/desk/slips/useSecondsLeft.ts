import { useEffect, useState } from 'react';
import type { MachineClock } from '../frame/machineClock';

/** Whole seconds until a UTC instant by the machine's clock, each second anew; 0 once it is past. */
export function useSecondsLeft(clock: MachineClock, instant: string): number {
  const [left, setLeft] = useState(() => leftOf(clock, instant));
  useEffect(() => {
    const look = (): void => setLeft(leftOf(clock, instant));
    look();
    const timer = setInterval(look, 1_000);
    return () => clearInterval(timer);
  }, [clock, instant]);
  return left;
}

function leftOf(clock: MachineClock, instant: string): number {
  return Math.max(0, Math.ceil((Date.parse(instant) - Date.parse(clock.now())) / 1_000));
}
