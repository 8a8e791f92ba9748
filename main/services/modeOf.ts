import type { ReadySnapshot } from '../../preload/contract/kiosk';
import type { PracticeRules } from '../domain/types';

export type Mode = ReadySnapshot['mode'];

/** What every screen says the kiosk is: real data runs as a trial until the practice has signed it off (design §11). */
export function modeOf(isDemonstration: boolean, rules: Pick<PracticeRules, 'isSignedOff'>): Mode {
  if (isDemonstration) return 'demonstration';
  return rules.isSignedOff ? 'live' : 'trial';
}
