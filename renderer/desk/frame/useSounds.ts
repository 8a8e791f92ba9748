import { useEffect, useRef } from 'react';
import { chime } from '../../ui/chime';
import { nextSound, silentState } from '../flow/sounds';
import type { DeskSound, SoundFacts } from '../flow/sounds';

const lookEvery = 1_000;
const melodies = { help: 'help', alert: 'warning', overdue: 'warning' } as const satisfies Record<DeskSound, string>;

/** Sounds what there is to hear of; null while nothing is known, and then silence is the honest sound. */
export function useSounds(facts: SoundFacts | null, isMuted: boolean): void {
  const state = useRef(silentState);
  const latest = useRef({ facts, isMuted });
  useEffect(() => {
    latest.current = { facts, isMuted };
  });
  useEffect(() => {
    const timer = setInterval(() => {
      const { facts: now, isMuted: isQuiet } = latest.current;
      if (now === null) return;
      const next = nextSound(state.current, now, performance.now(), isQuiet);
      state.current = next.state;
      if (next.sound !== null) chime(melodies[next.sound]);
    }, lookEvery);
    return () => clearInterval(timer);
  }, []);
}
