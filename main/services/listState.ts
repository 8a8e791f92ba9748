import { Temporal } from 'temporal-polyfill';
import type { ClosedReason } from '../../preload/contract/kiosk';
import type { ClockTime, Day } from '../../preload/contract/rules/dates';
import { isBehind } from '../domain/clockWatch';
import { canBeKnown } from '../domain/knowing';
import { ageList } from '../domain/listAge';
import { resolveSite, type LocationCount } from '../domain/site';
import { currentLists, locations, type CurrentList } from '../store/lists';
import type { Store } from '../store/store';
import type { DeskPresence } from './deskPresence';
import type { LastInstant } from './lastInstant';
import { modeOf } from './modeOf';
import type { Clock, Settings } from './ports';

/** May patients check in, and from which list? */
export type ListStateReading =
  | { kind: 'closed'; reason: ClosedReason }
  /** `listAsOf` only when the list is old enough to say so. `site` is spelt as the list spells it. */
  | { kind: 'open'; listAsOf: ClockTime | null; site: string };

/**
 * Reads the state of today's list from the store, each time anew: nothing is remembered that could be wrong. The locations of a list
 * in use are: its rows never change, and counting 30,000 of them for each claim would hold up everybody at the kiosk.
 */
export interface ListState {
  read(): Promise<ListStateReading>;
  /** Where the kiosk stands by today's lists, whether or not check-in is open; null without a list, or where it cannot be said. */
  site(): Promise<string | null>;
}

export function createListState(options: {
  store: Store;
  clock: Clock;
  settings: Settings;
  deskPresence: Pick<DeskPresence, 'millisecondsSince'>;
  lastInstant: Pick<LastInstant, 'read'>;
  isDemonstration: boolean;
}): ListState {
  const { store, clock, settings, deskPresence, lastInstant, isDemonstration } = options;
  let known: { lists: string; named: LocationCount[] } | null = null;
  const namedLocations = async (day: Day, current: readonly CurrentList[]): Promise<LocationCount[]> => {
    const lists = current.map(({ importId }) => importId).join();
    if (known?.lists === lists) return known.named;
    const found = await locations(store.db, day);
    // Another list may have come into use in between; then the next reading asks again.
    const after = (await currentLists(store.db, day)).map(({ importId }) => importId).join();
    const named = found.flatMap(({ location, appointments }) =>
      location === null ? [] : [{ name: location, count: appointments }],
    );
    if (after === lists) known = { lists, named };
    return named;
  };
  const siteIn = async (day: Day, lists: readonly CurrentList[]): Promise<string | null> =>
    resolveSite(await namedLocations(day, lists), settings.machine().site, isDemonstration);
  return {
    async site() {
      const { day } = clock.now();
      const lists = await currentLists(store.db, day);
      return lists.length === 0 ? null : siteIn(day, lists);
    },
    async read() {
      const now = clock.now();
      const rules = settings.rules();
      // First: with a clock that is wrong nothing can be said of any list.
      if (isBehind(lastInstant.read(), now)) return { kind: 'closed', reason: 'clockBehind' };
      const lists = await currentLists(store.db, now.day);
      // The oldest list speaks for all: a patient on it may have been moved since.
      const oldest = lists[0];
      if (oldest === undefined) return { kind: 'closed', reason: 'noList' };
      const asOf = Temporal.Instant.from(oldest.listAsOf);
      const age = ageList(asOf.epochMilliseconds, now.epochMilliseconds, rules);
      if (age === 'stale') return { kind: 'closed', reason: 'staleList' };
      const site = await siteIn(now.day, lists);
      if (site === null)
        return { kind: 'closed', reason: settings.machine().site === null ? 'noSite' : 'siteNotListed' };
      const mode = modeOf(isDemonstration, rules);
      // Last: what is wrong with the list must be said of a list that nobody watches, too.
      if (!canBeKnown({ mode, deskSeenMilliseconds: deskPresence.millisecondsSince() })) {
        return { kind: 'closed', reason: 'nobodyKnows' };
      }
      return { kind: 'open', listAsOf: age === 'stamped' ? londonTime(asOf) : null, site };
    },
  };
}

function londonTime(instant: Temporal.Instant): ClockTime {
  const time = instant.toZonedDateTimeISO('Europe/London').toPlainTime();
  return time.toString({ smallestUnit: 'minute' }) as ClockTime;
}
