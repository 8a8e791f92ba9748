import type { BoardCall, BoardSnapshot } from '../../../preload/contract/board';
import { epochOf } from './step';
import type { BoardState } from './state';
import { boardTimes } from './times';

type Mode = Extract<BoardSnapshot, { kind: 'showing' }>['mode'];

/** What stands on the glass, and nothing else. */
export type BoardView =
  /** `isLost`: the machine does not answer; it is tried again by itself. */
  | { kind: 'starting'; isLost: boolean }
  | { kind: 'unpaired'; code: string; isLost: boolean }
  | {
      kind: 'showing';
      practice: string;
      mode: Mode;
      /** Beginning of the present minute, in milliseconds since 1970. */
      minute: number;
      filling: BoardCall | null;
      /** Newest first. */
      calls: readonly BoardCall[];
      lines: readonly string[];
      /** UTC instant of the picture if the connection is lost: it has not been up to date since. */
      lostSince: string | null;
    };

const minuteMilliseconds = 60_000;

/** The picture of a state. */
export function viewOf(state: BoardState): BoardView {
  const { picture, now, heardAt } = state;
  const isLost = now - heardAt >= boardTimes.silence;
  if (picture === null) return { kind: 'starting', isLost };
  if (picture.kind === 'unpaired') return { kind: 'unpaired', code: picture.code, isLost };
  const wall = epochOf(picture.at) + now - heardAt;
  return {
    kind: 'showing',
    practice: picture.practice,
    mode: picture.mode,
    minute: wall - (wall % minuteMilliseconds),
    filling: picture.calls.find(({ callId }) => callId === state.filling?.callId) ?? null,
    calls: picture.calls,
    lines: picture.lines,
    lostSince: isLost ? picture.at : null,
  };
}
