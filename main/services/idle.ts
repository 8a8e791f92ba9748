import type { ReadySnapshot } from '../../preload/contract/kiosk';

/** The idle times of design §10, in seconds. */
const usual: ReadySnapshot['idle'] = { warnAfterSeconds: 60, warningStandsSeconds: 20, endingStandsSeconds: 15 };

/**
 * The idle times of this run.
 * @param warnAfterSeconds demonstration only (`--idle-seconds`): shortens them all, but never so far that an ending cannot be read.
 */
export function idleTimes(warnAfterSeconds: number | null): ReadySnapshot['idle'] {
  if (warnAfterSeconds === null) return usual;
  return {
    warnAfterSeconds,
    warningStandsSeconds: Math.min(usual.warningStandsSeconds, Math.max(3, warnAfterSeconds)),
    endingStandsSeconds: Math.min(usual.endingStandsSeconds, Math.max(5, warnAfterSeconds)),
  };
}
