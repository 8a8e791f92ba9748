import type { ReadySnapshot } from '../../preload/contract/kiosk';
import type { Changes, Log, Timers } from './ports';

/** Seconds beyond the page's own idle times after which main ends a visit by itself. */
const graceSeconds = 60;
const lookEveryMilliseconds = 5_000;

/** What a good ending may still be asked about, for as long as its visitor stands there. */
export interface HeldEnding {
  visitId: string;
  arrivalIds: string[];
  subjectId: string;
}

/**
 * The one visitor at the kiosk, as main knows them: nothing but the endings they were shown.
 * Main ends the visit too, so that a dead page cannot keep one open (design §10).
 */
export interface VisitSession {
  /** Somebody is using the page. */
  touch(): void;
  hold(handle: string, ending: HeldEnding): void;
  /** The ending behind `handle`, while its visitor is there. */
  find(handle: string): HeldEnding | null;
  forget(handle: string): void;
  end(): void;
  /** Somebody is, or was a moment ago, at the kiosk. */
  isOpen(): boolean;
  /** How often main has ended a visit by itself. */
  visitsEnded(): number;
  stop(): void;
}

/** @param idle the idle times the page was given, in seconds. */
export function createVisitSession(options: {
  idle: ReadySnapshot['idle'];
  timers: Timers;
  changes: Changes;
  log: Log;
}): VisitSession {
  const { idle, timers, changes, log } = options;
  const limit = (idle.warnAfterSeconds + idle.warningStandsSeconds + graceSeconds) * 1000;
  const held = new Map<string, HeldEnding>();
  let touchedAt: number | null = null;
  let endedByMain = 0;
  const end = (): void => {
    held.clear();
    touchedAt = null;
  };
  const stop = timers.every(lookEveryMilliseconds, () => {
    if (touchedAt === null || timers.monotonic() - touchedAt < limit) return;
    end();
    endedByMain += 1;
    log.warn('visit.endedByMain');
    changes.publish('session');
  });
  return {
    touch() {
      touchedAt = timers.monotonic();
    },
    hold(handle, ending) {
      held.set(handle, ending);
      touchedAt = timers.monotonic();
    },
    find: (handle) => held.get(handle) ?? null,
    forget(handle) {
      held.delete(handle);
    },
    end,
    isOpen: () => touchedAt !== null,
    visitsEnded: () => endedByMain,
    stop,
  };
}
