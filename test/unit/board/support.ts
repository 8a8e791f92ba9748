import type { BoardCall, BoardSnapshot } from '../../../preload/contract/board';
import { boardAt, type BoardEvent, type BoardState } from '../../../renderer/board/flow/state';
import { step } from '../../../renderer/board/flow/step';

/** The wall clock of the machine at the page's time 0. */
const began = Date.parse('2026-11-23T10:00:00.000Z');

export const instantAt = (now: number): string => new Date(began + now).toISOString();

/** Made-up ids that can be told apart. */
export const callIdOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export function call(number: number, calledAt: number, change: Partial<BoardCall> = {}): BoardCall {
  return {
    callId: callIdOf(number),
    shown: `A${String(number).padStart(2, '0')}`,
    isTicket: true,
    room: `Room ${String(number)}`,
    direction: null,
    calledAt: instantAt(calledAt),
    times: 1,
    ...change,
  };
}

type Showing = Extract<BoardSnapshot, { kind: 'showing' }>;

export function showing(now: number, calls: BoardCall[], change: Partial<Showing> = {}): Showing {
  return {
    kind: 'showing',
    revision: 1,
    practice: 'Willow Lane Surgery',
    mode: 'live',
    at: instantAt(now),
    calls,
    lines: ['If you feel worse, tell reception.'],
    isSpoken: true,
    soundTests: 0,
    ...change,
  };
}

export const unpaired: BoardSnapshot = { kind: 'unpaired', revision: 0, code: 'KQ4-7TZ' };

export const heard = (now: number, calls: BoardCall[], change: Partial<Showing> = {}): BoardEvent => ({
  type: 'heard',
  snapshot: showing(now, calls, change),
  now,
});
export const ticked = (now: number): BoardEvent => ({ type: 'ticked', now });

/** A board that shows `calls` already and is quiet. */
export function after(...events: BoardEvent[]): BoardState {
  return events.reduce(step, boardAt(0));
}
