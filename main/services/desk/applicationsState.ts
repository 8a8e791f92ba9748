import { Temporal } from 'temporal-polyfill';
import type { ApplicationsSnapshot } from '../../../preload/contract/desk/applications';
import { signUpStateOf } from '../../domain/signUpHours';
import type { PracticeRules } from '../../domain/types';
import { applicationsInView } from '../../store/applications';
import { countReviewsDue } from '../../store/proxyReviews';
import type { Store } from '../../store/store';
import type { Changes, Clock, Settings, Timers, Topic } from '../ports';
import { toRows } from './applicationsRows';
import type { RosterReader } from './rowsRoster';
import { createSharedReading, shared, type SharedReading } from './sharedReading';

/** The queue of applications at one moment; the very same object as long as nothing changes. */
export type ApplicationsReading = Omit<ApplicationsSnapshot, 'revision'>;

/** One reading for however many desks. */
export type ApplicationsState = SharedReading<ApplicationsReading>;

export interface ApplicationsStateParts {
  store: Store;
  clock: Clock;
  settings: Settings;
  changes: Changes;
  timers: Pick<Timers, 'monotonic' | 'sleep'>;
  roster: RosterReader;
}

/** How long an application stays in the queue once it has ended. */
const endedDays = 7;

/** `clock` comes every few seconds, and with it what no other topic tells of: the hours of sign-up, another day. */
const topics: readonly Topic[] = ['applications', 'list', 'rules', 'clock'];

/** However many changes there are: no more than twenty readings in a second. */
const mostOften = 50;

export function createApplicationsState(parts: ApplicationsStateParts): ApplicationsState {
  const { store, clock, settings, changes, timers, roster } = parts;
  const read = async (before: ApplicationsReading | null): Promise<ApplicationsReading> => {
    const now = clock.now();
    const { day: today } = now;
    const rules = settings.rules();
    const listed = await roster.read(today);
    const endedSince = Temporal.Instant.fromEpochMilliseconds(now.epochMilliseconds).subtract({
      hours: 24 * endedDays,
    });
    const applications = await applicationsInView(store.db, endedSince.toString({ fractionalSecondDigits: 3 }));
    return shareReading(before, {
      at: clock.instant(),
      signUp: signUpStateOf(rules, now),
      rows: toRows(applications, { today, roster: listed }),
      offers: offersFrom(rules),
      reviewsDue: await countReviewsDue(store.db, today, rules.proxyReviewNoticeDays),
    });
  };
  return createSharedReading({ read, changes, topics, timers, mostOften });
}

/** The queue as a stream: whole whenever it changes. A slow reader gets only the newest. */
export function createApplicationsLive({
  state,
  nextRevision,
}: {
  state: Pick<ApplicationsState, 'follow'>;
  /** Gives rising numbers, across all streams of the process. */
  nextRevision: () => number;
}): (signal: AbortSignal | undefined) => AsyncGenerator<ApplicationsSnapshot, void, void> {
  return async function* applicationsLive(signal) {
    for await (const reading of state.follow(signal)) yield { revision: nextRevision(), ...reading };
  };
}

function offersFrom(rules: PracticeRules): ApplicationsReading['offers'] {
  const { photoDocuments, addressDocuments, addressWithinMonths, recordStatements, referralDays } = rules;
  return { photoDocuments, addressDocuments, addressWithinMonths, statements: recordStatements, referralDays };
}

/** The reading before where nothing has changed: that time has passed is no change. */
function shareReading(before: ApplicationsReading | null, now: ApplicationsReading): ApplicationsReading {
  if (before === null) return now;
  return shared(before, { ...now, at: before.at }) === before ? before : now;
}
