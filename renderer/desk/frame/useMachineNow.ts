import { useEffect, useState } from 'react';
import type { MachineClock } from './machineClock';

const lookEvery = 2_000;

/** The machine's instant, looked at every 2 seconds: waiting times and what is overdue follow it. */
export function useMachineNow(clock: MachineClock): string {
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    const look = (): void => setNow(clock.now());
    const timer = setInterval(look, lookEvery);
    const stopListening = clock.listen(look);
    return () => {
      clearInterval(timer);
      stopListening();
    };
  }, [clock]);
  return now;
}
