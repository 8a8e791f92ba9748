/** How many live streams there may be at one moment. */
export interface StreamLimits {
  /**
   * A place for one more stream of `holder`, as a function that gives it back; null where there is none.
   * @param most that `holder` may have; for one session unless told otherwise.
   */
  take(holder: string, most?: number): (() => void) | null;
}

/** Whoever has no session shows nothing but whether it is a desk's. */
export const mostWithoutSession = 3;

/**
 * @param all for everybody together: more than a large practice has desks and boards.
 * @param each for one session: a page that makes a slip hears six things at once (arrivals, applications in two places, printers in two, the slip), and one
 * that has just lost its network may still hold the old.
 */
export function createStreamLimits(all = 300, each = 12): StreamLimits {
  const open = new Map<string, number>();
  let total = 0;
  return {
    take(holder, most = each) {
      const held = open.get(holder) ?? 0;
      if (total >= all || held >= most) return null;
      total += 1;
      open.set(holder, held + 1);
      let isGiven = false;
      return () => {
        if (isGiven) return;
        isGiven = true;
        total -= 1;
        const left = (open.get(holder) ?? 1) - 1;
        if (left === 0) open.delete(holder);
        else open.set(holder, left);
      };
    },
  };
}
