/** A second tap within this time and distance of one that changed something was meant for what was there before. */
const doubleTapMilliseconds = 400;
const doubleTapPixels = 40;

/** What a tap meets, as far as it matters for a second one. */
export interface Tapped {
  /** The same button, or whatever else is there. */
  target: object;
  /** The words of a button; null for anything else. */
  words: string | null;
  /** A button that goes on and off. The keys of a pad are none: they are typed fast. */
  isToggle: boolean;
}

/** A tap: where, and when the finger landed or left, in milliseconds of a clock that never jumps. */
export interface Tap extends Tapped {
  at: number;
  x: number;
  y: number;
}

/**
 * True for the second half of a double tap that would undo its first, or press what the patient has not seen yet: on a screen that has
 * changed, or on the same toggle.
 * @param isStillThere what the last tap met is still on the screen, with the same words.
 */
export function isSecondTap(last: Tap, tap: Tap, isStillThere: boolean): boolean {
  const isSoon = tap.at - last.at < doubleTapMilliseconds;
  const isNear = Math.hypot(tap.x - last.x, tap.y - last.y) < doubleTapPixels;
  const isSameToggle = tap.isToggle && tap.target === last.target;
  // The finger may come down elsewhere on the same toggle.
  return isSoon && (isSameToggle || (isNear && !isStillThere));
}
