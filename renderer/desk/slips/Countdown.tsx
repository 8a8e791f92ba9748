import { slipsWords as words } from '../../text/desk/slips';
import type { MachineClock } from '../frame/machineClock';
import { useSecondsLeft } from './useSecondsLeft';

const shownBelow = 120;

interface CountdownProps {
  clock: MachineClock;
  /** UTC instant at which it is forgotten. */
  endsAt: string;
  /** How to have more time, where there is a way. */
  more?: string;
}

/** How long a slip is still remembered, once that is less than two minutes. Spoken once; the seconds are for eyes. */
export function Countdown({ clock, endsAt, more }: CountdownProps) {
  const left = useSecondsLeft(clock, endsAt);
  const isSoon = left < shownBelow;
  return (
    <div className="desk-slips__countdown">
      <span className="desk-hidden" role="status">
        {isSoon ? [words.forgottenSoon, more].filter(Boolean).join(' ') : null}
      </span>
      {isSoon ? <span aria-hidden="true">{[words.forgottenIn(left), more].filter(Boolean).join('. ')}</span> : null}
    </div>
  );
}
