/** Draws from a fixed sequence: the same seed gives the same day, so a demonstration can be repeated and tested. */
export interface Random {
  /** A whole number from 0 up to but not including `limit`. */
  below(limit: number): number;
  /** One of `choices`, which must not be empty. */
  pick<T>(choices: readonly T[]): T;
  /** A new array with the same members in another order. */
  shuffle<T>(members: readonly T[]): T[];
}

/** The well-known generator mulberry32, seeded with `seed` (32 bits). For made-up data only, never for secrets. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(choices: readonly T[]): T => {
    const choice = choices[below(choices.length)];
    if (choice === undefined) throw new RangeError('Nothing to pick from');
    return choice;
  };
  const shuffle = <T>(members: readonly T[]): T[] => {
    const left = [...members];
    const shuffled: T[] = [];
    while (left.length > 0) shuffled.push(...left.splice(below(left.length), 1));
    return shuffled;
  };
  return { below, pick, shuffle };
}
