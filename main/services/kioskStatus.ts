import { Temporal } from 'temporal-polyfill';
import type { ClosedReason, KioskServiceState } from '../../preload/contract/kiosk';
import type { ClockTime, Day } from '../../preload/contract/rules/dates';
import { byUrgency, type AlertKind } from '../domain/alerts';
import { bankHolidaysKnownUntil } from '../domain/bankHolidays';
import { notFoundShare } from '../domain/desk/today';
import { openAlerts } from '../store/alerts';
import { countsOfDay } from '../store/counts';
import { currentLists } from '../store/lists';
import type { Store } from '../store/store';
import type { KioskMode } from './kioskMode';
import type { ListState, ListStateReading } from './listState';
import { modeOf, type Mode } from './modeOf';
import type { Clock, Settings, WebStatus } from './ports';
import { openWalkIn } from './walkIn';
import type { WebControl } from './webHolder';

/** Days before the last known bank holiday at which staff are told to bring a newer version. */
const warnDays = 60;

/** How a kiosk stands, as figures that name nobody. */
export interface KioskStatus {
  practice: string;
  mode: Mode;
  day: Day;
  time: ClockTime;
  /** Null: no kiosk is running on the data folder. */
  service: KioskServiceState | null;
  /** `notInService`: a kiosk is running and does something else, see `service`. */
  checkIn: { state: 'open' } | { state: 'closed'; reason: ClosedReason | 'notInService' };
  /** The oldest list in use today speaks for all; null: none. */
  list: { asOf: string; ageMinutes: number } | null;
  /** Today's bare numbers, by name. */
  counts: Record<string, number>;
  /** How many claims of today were answered, and how many of them named nobody, or several; `percent` null before the first. */
  claims: { answered: number; notFound: number; percent: number | null };
  /** By urgency. `since`: the first of them. */
  alerts: { kind: AlertKind; count: number; since: string }[];
  walkIn: { name: string; until: ClockTime } | null;
  /** How desks in browsers are served; null: no program is running on the data folder. */
  desk: WebStatus | null;
  bankHolidaysKnownUntil: Day;
  areBankHolidaysEnding: boolean;
}

/** Reads the status from the store and the running kiosk, if there is one. */
export async function readKioskStatus(options: {
  store: Store;
  clock: Clock;
  settings: Settings;
  listState: ListState;
  kioskMode: KioskMode | null;
  web: Pick<WebControl, 'status'> | null;
  isDemonstration: boolean;
}): Promise<KioskStatus> {
  const { store, clock, settings, listState, kioskMode, web, isDemonstration } = options;
  const now = clock.now();
  const rules = settings.rules();
  const state = await listState.read();
  const oldest = (await currentLists(store.db, now.day))[0];
  const service = kioskMode?.read() ?? null;
  const counts = await countsOfDay(store.db, now.day);
  return {
    practice: rules.practiceName,
    mode: modeOf(isDemonstration, rules),
    day: now.day,
    time: now.time,
    service,
    checkIn: checkInOf(state, service),
    list: oldest === undefined ? null : { asOf: oldest.listAsOf, ageMinutes: minutesSince(oldest.listAsOf, now) },
    counts,
    claims: claimsOf(counts),
    alerts: grouped(await openAlerts(store.db, now.day)),
    walkIn: openWalkIn(rules, now),
    desk: web?.status() ?? null,
    bankHolidaysKnownUntil,
    areBankHolidaysEnding:
      Temporal.PlainDate.from(now.day).until(bankHolidaysKnownUntil, { largestUnit: 'days' }).days < warnDays,
  };
}

function checkInOf(list: ListStateReading, service: KioskServiceState | null): KioskStatus['checkIn'] {
  // What is wrong with the list matters more: the kiosk comes back by itself, or by whoever took it out of service.
  if (list.kind === 'closed') return { state: 'closed', reason: list.reason };
  return service === null || service.state === 'open' ? { state: 'open' } : { state: 'closed', reason: 'notInService' };
}

function minutesSince(instant: string, now: { epochMilliseconds: number }): number {
  return Math.floor((now.epochMilliseconds - Temporal.Instant.from(instant).epochMilliseconds) / 60_000);
}

/** The share of claims that found nobody says whether the list is any good (design §6, "Honest list"). */
function claimsOf(counts: Readonly<Record<string, number>>): KioskStatus['claims'] {
  const { part: notFound, of: answered } = notFoundShare(counts);
  return { answered, notFound, percent: answered === 0 ? null : Math.round((1000 * notFound) / answered) / 10 };
}

function grouped(alerts: readonly { kind: AlertKind; raisedAt: string }[]): KioskStatus['alerts'] {
  const found = new Map<AlertKind, { kind: AlertKind; count: number; since: string }>();
  for (const { kind, raisedAt } of alerts.toSorted(byUrgency)) {
    const known = found.get(kind);
    if (known === undefined) found.set(kind, { kind, count: 1, since: raisedAt });
    else known.count += 1;
  }
  return [...found.values()];
}
