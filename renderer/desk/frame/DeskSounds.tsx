import { useMemo } from 'react';
import type { Pulse } from '../../../preload/contract/desk/session';
import type { LiveState } from '../flow/live';
import { factsOf, factsOfPulse } from '../flow/sounds';
import type { MachineClock } from './machineClock';
import { useMachineNow } from './useMachineNow';
import { useSounds } from './useSounds';

interface DeskSoundsProps {
  live: LiveState;
  /** What a locked desk hears instead. */
  pulse: Pulse | null;
  clock: MachineClock;
  isMuted: boolean;
}

/** The sounds of a desk, open or locked. Draws nothing. */
export function DeskSounds({ live, pulse, clock, isMuted }: DeskSoundsProps) {
  const now = useMachineNow(clock);
  const facts = useMemo(() => {
    if (pulse !== null) return factsOfPulse(pulse);
    return live.head === null ? null : factsOf(live.alerts, live.worklist, now);
  }, [pulse, live, now]);
  useSounds(facts, isMuted);
  return null;
}
