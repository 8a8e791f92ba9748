import { createContext } from 'react';
import type { LiveState } from '../flow/live';
import { emptyLive } from '../flow/live';
import type { MachineClock } from './machineClock';

/** What the frame keeps for the tabs beside their props. */
export interface DeskFeed {
  /** The live arrivals; without a head while nothing has been heard. */
  live: LiveState;
  clock: MachineClock;
  /** Goes to a tab by its id. */
  goTo: (tabId: string) => void;
}

export const DeskFeedContext = createContext<DeskFeed>({
  live: emptyLive,
  clock: { set: () => undefined, now: () => '', listen: () => () => undefined },
  goTo: () => undefined,
});
