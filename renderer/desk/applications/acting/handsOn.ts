/** Seconds without a touch after which the time between counts as idle: somebody was called away, or looked up something long. */
const longestPause = 30;

/** Time at work on one step, of a clock that only rises. */
export interface WorkedTime {
  /** Seconds counted so far. */
  seconds: number;
  /** When this page was touched last, in milliseconds. */
  touchedAt: number;
}

/** Nothing worked yet. @param at milliseconds. */
export function startWork(at: number): WorkedTime {
  return { seconds: 0, touchedAt: at };
}

/** A touch: what lies between it and the one before was work, unless it was longer than 30 seconds. @param at milliseconds. */
export function touchWork({ seconds, touchedAt }: WorkedTime, at: number): WorkedTime {
  const pause = Math.max(0, at - touchedAt) / 1_000;
  return { seconds: pause > longestPause ? seconds : seconds + pause, touchedAt: Math.max(at, touchedAt) };
}

/** Whole seconds as the contract takes them: at most an hour. */
export function workedSeconds({ seconds }: WorkedTime): number {
  return Math.min(3_600, Math.round(seconds));
}
