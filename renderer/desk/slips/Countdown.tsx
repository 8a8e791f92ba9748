import { slipsWords as words } from '../../text/desk/slips';
import type { MachineClock } from '../frame/machineClock';
import { useSecondsLeft } from './useSecondsLeft';

const shownBelow = 120;

/** How long a slip is still remembered, once that is less than two minutes. Spoken once; the seconds are for eyes. */
export function Countdown({ clock, endsAt }: { clock: MachineClock; endsAt: string }) {
  const left = useSecondsLeft(clock, endsAt);
  const isSoon = left < shownBelow;
  return (
    <div className="desk-slips__countdown">
      <span className="desk-hidden" role="status">
        {isSoon ? words.forgottenSoon : null}
      </span>
      {isSoon ? <span aria-hidden="true">{words.forgottenIn(left)}</span> : null}
    </div>
  );
}
