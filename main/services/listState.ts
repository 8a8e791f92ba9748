import { Temporal } from 'temporal-polyfill';
import type { ClockTime } from '../../preload/contract/rules/dates';
import { ageList } from '../domain/listAge';
import { resolveSite } from '../domain/site';
import { currentLists, locations } from '../store/lists';
import type { Store } from '../store/store';
import type { Clock, Settings } from './ports';

/** May patients check in, and from which list? */
export type ListStateReading =
  | { kind: 'closed'; reason: 'noList' | 'staleList' | 'noSite' }
  /** `listAsOf` only when the list is old enough to say so. `site` is spelt as the list spells it. */
  | { kind: 'open'; listAsOf: ClockTime | null; site: string };

/** Reads the state of today's list from the store, each time anew: nothing is remembered that could be wrong. */
export interface ListState {
  read(): Promise<ListStateReading>;
}

export function createListState(options: {
  store: Store;
  clock: Clock;
  settings: Settings;
  isDemonstration: boolean;
}): ListState {
  const { store, clock, settings, isDemonstration } = options;
  return {
    async read() {
      const now = clock.now();
      const lists = await currentLists(store.db, now.day);
      // The oldest list speaks for all: a patient on it may have been moved since.
      const oldest = lists[0];
      if (oldest === undefined) return { kind: 'closed', reason: 'noList' };
      const asOf = Temporal.Instant.from(oldest.listAsOf);
      const age = ageList(asOf.epochMilliseconds, now.epochMilliseconds, settings.rules());
      if (age === 'stale') return { kind: 'closed', reason: 'staleList' };
      const named = (await locations(store.db, now.day)).flatMap(({ location, appointments }) =>
        location === null ? [] : [{ name: location, count: appointments }],
      );
      const site = resolveSite(named, settings.machine().site, isDemonstration);
      if (site === null) return { kind: 'closed', reason: 'noSite' };
      return { kind: 'open', listAsOf: age === 'stamped' ? londonTime(asOf) : null, site };
    },
  };
}

function londonTime(instant: Temporal.Instant): ClockTime {
  const time = instant.toZonedDateTimeISO('Europe/London').toPlainTime();
  return time.toString({ smallestUnit: 'minute' }) as ClockTime;
}
