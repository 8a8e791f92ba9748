import { randomUUID } from 'node:crypto';
import type { Store } from '../store/store';
import { raiseAlert } from '../store/alerts';
import type { Changes, Clock, Log } from './ports';

/** "I need help now": comes before everything else. */
export interface HelpService {
  /** Raises the alert. `known` is true once a desk can have seen it; there is none yet, so the patient must call out. */
  call(): Promise<{ known: boolean }>;
}

/** Help calls go to `store`; whoever listens to the topic `alerts` hears of them after they are on disk. */
export function createHelp(options: { store: Store; clock: Clock; changes: Changes; log: Log }): HelpService {
  const { store, clock, changes, log } = options;
  return {
    async call() {
      const alert = { day: clock.now().day, raisedAt: clock.instant(), visitId: null, detail: null };
      await store.write((db) => raiseAlert(db, { ...alert, id: randomUUID(), kind: 'helpNeeded' }));
      changes.publish('alerts');
      log.warn('help.called');
      return { known: false };
    },
  };
}
