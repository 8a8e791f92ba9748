import type { KioskServiceState } from '../../preload/contract/kiosk';
import { openingAt } from '../domain/openingHours';
import type { Changes, Clock, Settings, Timers } from './ports';

/** How long the glass takes no touch while staff wipe it. */
export const cleaningSeconds = 60;

/** Whether the kiosk as a whole serves patients now, and why not. */
export interface KioskMode {
  read(): KioskServiceState;
  /** Locks the glass for a minute from now. Not remembered: a kiosk that starts anew is not being wiped. */
  startCleaning(): void;
}

/** Out of service and opening hours are the practice's rules; cleaning is a moment, counted on monotonic time. */
export function createKioskMode(options: {
  settings: Settings;
  clock: Clock;
  timers: Pick<Timers, 'monotonic' | 'sleep'>;
  changes: Changes;
}): KioskMode {
  const { settings, clock, timers, changes } = options;
  let cleanAt = Number.NEGATIVE_INFINITY;
  const left = (): number => cleanAt - timers.monotonic();
  const tellWhenClean = async (): Promise<void> => {
    // Started again meanwhile, it goes on; and a timer may fire a little early.
    while (left() > 0) await timers.sleep(left());
    changes.publish('session');
  };
  return {
    read() {
      // Staff with a cloth see the countdown whatever else the kiosk would show.
      if (left() > 0) return { state: 'cleaning', secondsLeft: Math.ceil(left() / 1000) };
      const rules = settings.rules();
      if (rules.isOutOfService) return { state: 'outOfService' };
      const opening = openingAt(rules, clock.now());
      return opening.kind === 'open' ? { state: 'open' } : { state: 'closedHours', opens: opening.opens };
    },
    startCleaning() {
      const isRunning = left() > 0;
      cleanAt = timers.monotonic() + cleaningSeconds * 1000;
      changes.publish('session');
      if (!isRunning) void tellWhenClean();
    },
  };
}
