/** How long the board shows what, in milliseconds. */
export const boardTimes = {
  /** A call fills the screen. */
  fills: 10_000,
  /** At least, when others wait. */
  fillsAtLeast: 4_000,
  /** A call stands in the list. */
  listed: 5 * 60_000,
  /** Called longer ago than this when the page first hears of it, a call was announced before the page was there: it is listed, not announced again. */
  announcedBefore: 60_000,
  /** Nothing heard from the machine: what is shown may be over. It speaks at least every 15 seconds. */
  silence: 30_000,
} as const;

/** Milliseconds to wait after so many failures in a row before the next try: quick at first, then patient. */
export function reconnectPause(failures: number): number {
  return Math.min(15_000, 500 * 2 ** Math.max(0, failures));
}
