import { randomUUID } from 'node:crypto';
import type { ClosedReason } from '../../preload/contract/kiosk';
import { clockTimeSchema, type Day } from '../../preload/contract/rules/dates';
import type { AlertDetail, AlertKind } from '../domain/alerts';
import { readJump } from '../domain/clockWatch';
import { openingAt } from '../domain/openingHours';
import type { OpeningHours } from '../domain/types';
import { raiseAlertOnce } from '../store/alerts';
import type { Store } from '../store/store';
import type { ListState } from './listState';
import type { Changes, Clock, Log, Settings, Timers } from './ports';
import { traceOf } from './trace';
import { watchEarly } from './watchEarly';

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
 * Looks four times a minute at what changes without anybody's doing: a clock that jumps, midnight, check-in that closes for want of a good
 * list, site or clock, and people who came too early and can be checked in now. Tells the pages and raises alerts; never throws.
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
    await raise(options, 'clockJumped', { seconds });
  };
}

/** What staff hear when check-in is closed for something that the practice can mend. That no desk is connected nobody would hear. */
const alertOf: Record<ClosedReason, AlertKind | null> = {
  noList: 'listTooOld',
  staleList: 'listTooOld',
  noSite: 'siteUnknown',
  siteNotListed: 'siteUnknown',
  clockBehind: 'clockBehind',
  nobodyKnows: null,
};

const usualDay = [{ from: clockTimeSchema.parse('07:00'), to: clockTimeSchema.parse('19:00') }];
/** When a practice that has set no opening hours is taken to wait for its list. */
const usualHours: OpeningHours = {
  monday: usualDay,
  tuesday: usualDay,
  wednesday: usualDay,
  thursday: usualDay,
  friday: usualDay,
  saturday: [],
  sunday: [],
};

/**
 * Once for each time that check-in becomes closed and stays so, and again the next day: the export that fails every morning is told every
 * morning. By night nobody is there whom it could keep out.
 */
function watchList(options: WatchOptions): () => Promise<void> {
  const { clock, settings, listState } = options;
  let told: { kind: AlertKind; day: Day } | null = null;
  return async () => {
    const state = await listState.read();
    const kind = state.kind === 'closed' ? alertOf[state.reason] : null;
    if (state.kind === 'open' || kind === null) {
      told = null;
      return;
    }
    const now = clock.now();
    const rules = settings.rules();
    const openingHours = rules.openingHours ?? (state.reason === 'noList' ? usualHours : null);
    if (openingAt({ ...rules, openingHours }, now).kind !== 'open') return;
    if (told?.kind === kind && told.day === now.day) return;
    await raise(options, kind, null);
    told = { kind, day: now.day };
  };
}

/** An alert of the kiosk itself, unless the same still waits. */
async function raise(
  { store, clock, changes, log }: WatchOptions,
  kind: AlertKind,
  detail: AlertDetail | null,
): Promise<void> {
  const alert = { id: randomUUID(), day: clock.now().day, raisedAt: clock.instant(), kind, visitId: null, detail };
  if (!(await store.write((db) => raiseAlertOnce(db, alert)))) return;
  log.info('alert.raised', { kind });
  changes.publish('alerts');
}
