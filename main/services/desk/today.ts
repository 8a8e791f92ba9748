import type { TodayFigures } from '../../../preload/contract/desk/today';
import { todayFigures } from '../../domain/desk/today';
import { arrivedByListAlone } from '../../domain/desk/todayByList';
import { countsOfDay } from '../../store/counts';
import type { Store } from '../../store/store';
import { arrivalsOfDay, disputesOfDay } from '../../store/today';
import { visitsOfDay } from '../../store/visits';
import type { ListState } from '../listState';
import type { Clock, Settings } from '../ports';
import type { DeskState } from './deskState';

export interface TodayParts {
  store: Store;
  clock: Clock;
  settings: Settings;
  /** What the desk shows: who waits and what is unmarked are the same numbers everywhere. */
  state: Pick<DeskState, 'read'>;
  listState: Pick<ListState, 'site'>;
}

/** Reads the figures of today, in as many queries whatever the day was like. They name nobody but clinicians. */
export async function readToday({ store, clock, settings, state, listState }: TodayParts): Promise<TodayFigures> {
  const { rows, awaited, worklist, roster } = await state.read();
  const { day } = roster;
  const arrivals = await arrivalsOfDay(store.db, day);
  const visits = await visitsOfDay(store.db, day);
  const counts = await countsOfDay(store.db, day);
  const disputed = await disputesOfDay(store.db, day);
  const site = await listState.site();
  const waiting = new Set(
    [...rows.values()].flatMap(({ visitId, stage }) => (stage === 'waiting' ? (awaited.get(visitId) ?? []) : [])),
  );
  return {
    day,
    at: clock.instant(),
    ...todayFigures({
      arrivals: arrivals.map(({ arrivalId, ...arrival }) => ({ ...arrival, isWaiting: waiting.has(arrivalId) })),
      arrivedByListAlone: arrivedByListAlone(roster.rows, visits, { rules: settings.rules(), site }),
      counts,
      disputed,
      unmarked: worklist.length,
    }),
  };
}
