/** How many live streams there may be at one moment. */
export interface StreamLimits {
  /** A place for one more stream of `holder`, as a function that gives it back; null where there is none. */
  take(holder: string): (() => void) | null;
}

/**
 * @param all for everybody together: more than a large practice has desks and boards.
 * @param each for one session: a page has one stream, and one that has just lost its network may still hold the old.
 */
export function createStreamLimits(all = 150, each = 3): StreamLimits {
  const open = new Map<string, number>();
  let total = 0;
  return {
    take(holder) {
      const held = open.get(holder) ?? 0;
      if (total >= all || held >= each) return null;
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
