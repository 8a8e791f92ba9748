/** A desk that was connected this long ago still counts: it may be between two pages (design §6, "connected in the last 2 minutes"). */
const deskCountsMilliseconds = 120_000;

interface Knowing {
  mode: 'demonstration' | 'trial' | 'live';
  /** Monotonic milliseconds since a desk was last connected, 0 while one is; null when none has been since the start. */
  deskSeenMilliseconds: number | null;
}

/**
 * Can somebody know of an arrival? Check-in is open only then (design §6): "You are checked in" must not be told to a patient of
 * whom nobody hears. In a demonstration nobody is ill, and in a trial every patient is asked to tell reception as well.
 */
export function canBeKnown({ mode, deskSeenMilliseconds }: Knowing): boolean {
  return mode !== 'live' || (deskSeenMilliseconds !== null && deskSeenMilliseconds <= deskCountsMilliseconds);
}
