/** Each drawing is a window with a process of its own: so many at one time, and the machine at the kiosk stays quick. */
export const mostDrawings = 3;

/** Turns of what is only looked at. Hundreds that are asked for at once are drawn one after the other, and none of them holds up a print. */
export interface DrawingTurns {
  /** Does `draw` as soon as a turn is free; what it throws is thrown. */
  take<Drawn>(draw: () => Promise<Drawn> | Drawn): Promise<Drawn>;
}

export function createDrawingTurns(): DrawingTurns {
  let free = mostDrawings;
  const waiting: (() => void)[] = [];
  return {
    async take(draw) {
      if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
      else free -= 1;
      try {
        return await draw();
      } finally {
        const next = waiting.shift();
        // A turn goes from hand to hand: nobody who comes just then is quicker.
        if (next === undefined) free += 1;
        else next();
      }
    },
  };
}
