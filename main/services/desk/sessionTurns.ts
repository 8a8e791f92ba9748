/** Waits for one's turn. */
export type Turns = () => Promise<void>;

/**
 * Lets one of many streams go on in each turn of the event loop. What is new to a hundred desks is new to all of them in the same moment, and
 * checking and writing it out for each takes a millisecond: in one go they would keep the patient who has caused it waiting.
 */
export function createTurnsOfLoop(): Turns {
  const waiting: (() => void)[] = [];
  const letOneGo = (): void => {
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(letOneGo);
  };
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 1) setImmediate(letOneGo);
    });
}
