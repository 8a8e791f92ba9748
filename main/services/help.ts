import { randomUUID } from 'node:crypto';
import { minute, nowAt } from '../domain/time';
import { latestAcknowledged, openHelp, raiseAlert, type Alert } from '../store/alerts';
import type { Day, Reader } from '../store/schema';
import type { Store } from '../store/store';
import type { Changes, Clock, Log, Now } from './ports';

/** How long a call for help is still that of somebody at the kiosk. */
const helpStandsMilliseconds = 30 * minute;

/** "I need help now": comes before everything else. */
export interface HelpService {
  /** Raises the alert. Nobody has seen it yet: whoever called is told so until `acknowledged` names the call. */
  call(): Promise<{ callId: string }>;
  /** The call for help of the last half hour that staff have acknowledged last; null: none. */
  acknowledged(): Promise<string | null>;
}

/** Help calls go to `store`; whoever listens to the topic `alerts` hears of them after they are on disk. */
export function createHelp(options: { store: Store; clock: Clock; changes: Changes; log: Log }): HelpService {
  const { store, clock, changes, log } = options;
  return {
    async call() {
      const callId = randomUUID();
      const alert = { id: callId, day: clock.now().day, raisedAt: clock.instant(), visitId: null, detail: null };
      await store.write((db) => raiseAlert(db, { ...alert, kind: 'helpNeeded' }));
      changes.publish('alerts');
      log.warn('help.called');
      return { callId };
    },
    acknowledged() {
      return latestHelpAcknowledged(store.db, clock.now());
    },
  };
}

/** The call for help of the half hour before `now` that staff have acknowledged last; null: none. The kiosk tells whoever made it that staff know. */
export function latestHelpAcknowledged(db: Reader, { day, epochMilliseconds }: Now): Promise<string | null> {
  const { since, dayBefore } = helpStandsFrom(epochMilliseconds);
  return latestAcknowledged(db, { days: [...new Set([dayBefore, day])], kind: 'helpNeeded', since });
}

/**
 * Calls for help of before midnight that nobody has acknowledged, as long as whoever called may still be there: the day ends for lists, not for
 * them. None but in the first half hour of a day.
 */
export async function helpOverMidnight(db: Reader, { day, epochMilliseconds }: Now): Promise<Alert[]> {
  const { since, dayBefore } = helpStandsFrom(epochMilliseconds);
  return dayBefore === day ? [] : openHelp(db, dayBefore, since);
}

/** From when calls for help still stand (UTC instant with milliseconds), and the day of that. */
function helpStandsFrom(epochMilliseconds: number): { since: string; dayBefore: Day } {
  const from = epochMilliseconds - helpStandsMilliseconds;
  return { since: new Date(from).toISOString(), dayBefore: nowAt(from).day };
}
