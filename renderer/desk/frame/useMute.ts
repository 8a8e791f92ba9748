import { useCallback, useEffect, useState } from 'react';
import type { MachineClock } from './machineClock';

const muteFor = 30 * 60 * 1_000;

/** Half an hour of quiet, but for calls for help. `mutedUntil`: machine instant, or null. */
export function useMute(clock: MachineClock): { mutedUntil: string | null; toggle: () => void } {
  const [mutedUntil, setMutedUntil] = useState<string | null>(null);
  useEffect(() => {
    if (mutedUntil === null) return;
    const timer = setTimeout(() => setMutedUntil(null), muteFor);
    return () => clearTimeout(timer);
  }, [mutedUntil]);
  const toggle = useCallback(() => {
    setMutedUntil((until) => (until === null ? new Date(Date.parse(clock.now()) + muteFor).toISOString() : null));
  }, [clock]);
  return { mutedUntil, toggle };
}
