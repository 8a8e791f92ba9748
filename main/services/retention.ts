import { Temporal } from 'temporal-polyfill';
import type { Day } from '../../preload/contract/rules/dates';
import { purge } from '../store/purge';
import type { Store } from '../store/store';
import type { Clock, Log, Settings } from './ports';

/** Deletes what is kept no longer: after each import and at night. In small steps, so a check-in never waits for it. */
export async function purgeExpired(options: {
  store: Store;
  clock: Clock;
  settings: Settings;
  log: Log;
}): Promise<void> {
  const { store, clock, settings, log } = options;
  const today = clock.now().day;
  const firstDayKept = Temporal.PlainDate.from(today)
    .subtract({ days: settings.rules().visitsKeptDays })
    .toString() as Day;
  const purged = await purge(store, { today, firstDayKept });
  const count = purged.appointments + purged.visits + purged.alerts;
  if (count > 0) log.info('store.purged', { count });
}
