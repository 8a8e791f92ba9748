import { Temporal } from 'temporal-polyfill';
import type { Day } from '../../preload/contract/rules/dates';
import { purge, purgeEnded } from '../store/purge';
import type { Store } from '../store/store';
import { expireApplications } from './expireApplications';
import type { Changes, Clock, Log, Settings } from './ports';

export interface RetentionParts {
  store: Store;
  clock: Clock;
  settings: Settings;
  changes: Pick<Changes, 'publish'>;
  log: Log;
}

/** As `purgeExpired`, and what was deleted is not left in the store's write-ahead log either. That waits for readers: by night nobody is held up. */
export async function purgeByNight(options: RetentionParts): Promise<void> {
  await purgeExpired(options);
  await options.store.emptyLog();
}

/**
 * Ends applications whose time is over and deletes what is kept no longer: after each import and at night. In small steps, so a check-in never
 * waits for it.
 */
export async function purgeExpired(options: RetentionParts): Promise<void> {
  const { store, clock, settings, changes, log } = options;
  await expireApplications(options);
  const now = clock.now();
  const rules = settings.rules();
  const today = now.day;
  const firstDayKept = Temporal.PlainDate.from(today).subtract({ days: rules.visitsKeptDays }).toString() as Day;
  const purged = await purge(store, { today, firstDayKept });
  const before = (days: number): string => instantBefore(now.epochMilliseconds, days);
  const ended = await purgeEnded(store, {
    applications: before(rules.applicationsKeptDays),
    reviews: before(rules.proxyReviewsKeptDays),
  });
  if (ended > 0) changes.publish('applications');
  const count = purged.appointments + purged.visits + purged.alerts + ended;
  if (count > 0) log.info('store.purged', { count });
}

/** UTC instant of so many times 24 hours before. */
function instantBefore(epochMilliseconds: number, days: number): string {
  const then = Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).subtract({ hours: 24 * days });
  return then.toString({ fractionalSecondDigits: 3 });
}
