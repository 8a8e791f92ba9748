import { randomUUID } from 'node:crypto';
import type { AlertDetail, AlertKind } from '../domain/alerts';
import { readJump } from '../domain/clockWatch';
import { openingAt } from '../domain/openingHours';
import { raiseAlertOnce } from '../store/alerts';
import type { Store } from '../store/store';
import { earlyVisitsOpening } from '../store/visits';
import type { ListState } from './listState';
import type { Changes, Clock, Log, Settings, Timers } from './ports';
import { traceOf } from './trace';

const lookEveryMilliseconds = 15_000;
/** A jump longer than this, or over midnight, ends the visit: what its screens were decided by is no longer true. */
const longestHarmlessJumpSeconds = 120;

interface WatchOptions {
  store: Store;
  clock: Clock;
  timers: Timers;
  changes: Changes;
  settings: Settings;
  listState: ListState;
  log: Log;
  /** Drops whoever stands at the kiosk. */
  endVisit: () => void;
}

/**
 * Looks four times a minute at what changes without anybody's doing: a clock that jumps, midnight, a list that grows too old, and people
 * who came too early and can be checked in now. Tells the pages and raises alerts; never throws.
 * @returns stops it.
 */
export function startWatch(options: WatchOptions): () => void {
  const { timers, log } = options;
  const lookAtClock = watchClock(options);
  const lookAtList = watchList(options);
  const lookAtEarly = watchEarly(options);
  let isLooking = false;
  const look = async (): Promise<void> => {
    if (isLooking) return;
    isLooking = true;
    // One that fails keeps none of the others from looking.
    for (const one of [lookAtClock, lookAtList, lookAtEarly]) {
      await one().catch((error: unknown) => {
        log.error('procedure.failed', { procedure: 'watch', ...traceOf(error) });
      });
    }
    isLooking = false;
  };
  return timers.every(lookEveryMilliseconds, () => void look());
}

/** The wall clock against monotonic time, which nobody can set. */
function watchClock(options: WatchOptions): () => Promise<void> {
  const { clock, timers, changes, log, endVisit } = options;
  let before = { now: clock.now(), monotonic: timers.monotonic() };
  return async () => {
    const after = { now: clock.now(), monotonic: timers.monotonic() };
    const seconds = readJump({
      wallBefore: before.now.epochMilliseconds,
      wallNow: after.now.epochMilliseconds,
      monotonicBefore: before.monotonic,
      monotonicNow: after.monotonic,
    });
    const isNewDay = before.now.day !== after.now.day;
    before = after;
    if (isNewDay || seconds !== 0) changes.publish('clock');
    if (seconds === 0) return;
    log.warn('clock.jumped', { count: seconds });
    if (isNewDay || Math.abs(seconds) > longestHarmlessJumpSeconds) endVisit();
    await raise(options, [{ kind: 'clockJumped', visitId: null, detail: { seconds } }]);
  };
}

/** Once for each time that the list becomes too old; by night nobody is there whom it could keep out. */
function watchList(options: WatchOptions): () => Promise<void> {
  const { clock, settings, listState } = options;
  let isTold = false;
  return async () => {
    const state = await listState.read();
    if (state.kind !== 'closed' || state.reason !== 'staleList') {
      isTold = false;
      return;
    }
    if (isTold || openingAt(settings.rules(), clock.now()).kind !== 'open') return;
    await raise(options, [{ kind: 'listTooOld', visitId: null, detail: null }]);
    isTold = true;
  };
}

function watchEarly(options: WatchOptions): () => Promise<void> {
  const { store, clock } = options;
  return async () => {
    const visits = await earlyVisitsOpening(store.db, clock.now().day, clock.instant());
    await raise(
      options,
      visits.map((visitId) => ({ kind: 'windowOpen', visitId, detail: null })),
    );
  };
}

interface Raised {
  kind: AlertKind;
  visitId: string | null;
  detail: AlertDetail | null;
}

async function raise({ store, clock, changes, log }: WatchOptions, alerts: readonly Raised[]): Promise<void> {
  if (alerts.length === 0) return;
  const { day } = clock.now();
  const raisedAt = clock.instant();
  const raised = await store.write(async (db) => {
    const kinds: AlertKind[] = [];
    for (const alert of alerts) {
      if (await raiseAlertOnce(db, { id: randomUUID(), day, raisedAt, ...alert })) kinds.push(alert.kind);
    }
    return kinds;
  });
  for (const kind of raised) log.info('alert.raised', { kind });
  if (raised.length > 0) changes.publish('alerts');
}
