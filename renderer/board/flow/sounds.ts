import type { BoardState } from './state';

export type BoardSound =
  | { kind: 'call'; callId: string; times: number; isSpoken: boolean }
  /** A desk asked whether the board can be heard. */
  | { kind: 'test' };

/** What a step sounds like, or null: each time that a call fills the screen, and once for each test. */
export function soundOf(previous: BoardState, next: BoardState): BoardSound | null {
  const { filling, picture } = next;
  if (picture?.kind !== 'showing') return null;
  const before = previous.filling;
  if (filling !== null && (before?.callId !== filling.callId || before.times !== filling.times)) {
    return { kind: 'call', callId: filling.callId, times: filling.times, isSpoken: picture.isSpoken };
  }
  const tests = previous.picture?.kind === 'showing' ? previous.picture.soundTests : picture.soundTests;
  return picture.soundTests > tests ? { kind: 'test' } : null;
}
