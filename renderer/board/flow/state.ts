import type { BoardSnapshot } from '../../../preload/contract/board';

/** Times in this flow are monotonic milliseconds of the page, given with every event; only the machine's own stamps are wall time. */
export type Milliseconds = number;

/** A call that fills the screen. */
export interface Filling {
  callId: string;
  times: number;
  since: Milliseconds;
  /** Its chime and words are over, or there are none. */
  isSounded: boolean;
}

/** What is kept of a call that the latest picture holds: nothing that says whose it is. */
export interface KnownCall {
  times: number;
  /** When it was called last, as far as this page can know. */
  since: Milliseconds;
}

export interface BoardState {
  /** Time of the latest event. */
  now: Milliseconds;
  /** The latest picture, without calls that have had their five minutes; null before the first. */
  picture: BoardSnapshot | null;
  /** When that came, or when the page began. */
  heardAt: Milliseconds;
  /** By call id. */
  known: Readonly<Record<string, KnownCall>>;
  filling: Filling | null;
  /** Ids of calls that fill the screen after it, in the order they were called. */
  waiting: readonly string[];
}

export type BoardEvent =
  | { type: 'heard'; snapshot: BoardSnapshot; now: Milliseconds }
  | { type: 'ticked'; now: Milliseconds }
  /** Chime and words of a call are over. */
  | { type: 'sounded'; callId: string; times: number; now: Milliseconds };

/** A board that has heard nothing yet. */
export const boardAt = (now: Milliseconds): BoardState => ({
  now,
  picture: null,
  heardAt: now,
  known: {},
  filling: null,
  waiting: [],
});
