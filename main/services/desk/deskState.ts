import type { DeskAlert, DeskHead, DeskRow, QueueEntry, WorklistItem } from '../../../preload/contract/desk/arrivals';
import { groupAlerts, fullName } from '../../domain/desk/alertGroups';
import { needsKnownSince, toRowCall, type SeenRow } from '../../domain/desk/rows';
import type { VisitFacts } from '../../domain/desk/rowsFacts';
import { openAlerts, type Alert } from '../../store/alerts';
import { readDay, staffNames, type DayCall } from '../../store/deskRows';
import { queueTicketsOfDay, type QueueTicket } from '../../store/tickets';
import { helpOverMidnight } from '../help';
import type { Changes, Timers, Topic } from '../ports';
import { readHead, type HeadParts } from './head';
import { createRowsReader } from './rowsReading';
import type { Roster, RosterReader } from './rowsRoster';
import { createSharedReading, shared, sharedList, type SharedReading } from './sharedReading';

/**
 * The state of the desk at one moment. What has not changed since the reading before is the very same object, down to each row: a stream finds
 * out what to send by comparing references.
 */
export interface DeskReading {
  /** By visit, in the order of their appointments. */
  rows: ReadonlyMap<string, DeskRow>;
  /** Arrivals that the patient of a row waits for, or is being called to; by visit. */
  awaited: ReadonlyMap<string, readonly string[]>;
  head: DeskHead;
  worklist: readonly WorklistItem[];
  alerts: readonly DeskAlert[];
  queue: readonly QueueEntry[];
  roster: Roster;
}

/** The present state of the desk, one reading for however many desks. */
export type DeskState = SharedReading<DeskReading>;

export interface DeskStateParts extends HeadParts {
  timers: Pick<Timers, 'monotonic' | 'sleep'>;
  changes: Changes;
  roster: RosterReader;
}

/** What can change what a desk shows. `clock` comes every few seconds, and with it what no other topic tells of. */
const deskTopics: readonly Topic[] = [
  'list',
  'visits',
  'alerts',
  'queue',
  'rules',
  'session',
  'clock',
  'calls',
  'staff',
];

/** However many changes there are: no more than twenty readings in a second. */
const mostOften = 50;

/** Rows, worklist, alerts, queues and head of today, read with a constant number of queries. */
export function createDeskState(parts: DeskStateParts): DeskState {
  const { store, clock, settings, changes, timers, roster } = parts;
  const readRows = createRowsReader();
  const read = async (before: DeskReading | null): Promise<DeskReading> => {
    const now = clock.now();
    const { day } = now;
    const today = await roster.read(day);
    const names = await staffNames(store.db);
    const alerts = [...(await helpOverMidnight(store.db, now)), ...(await openAlerts(store.db, day))];
    const tickets = await queueTicketsOfDay(store.db, day);
    const head = await readHead(parts, today);
    const rules = settings.rules();
    const { visits, calls } = await readDay(store.db, day, needsKnownSince(day, rules));
    const { rows, worklist } = readRows({ visits, roster: today, rules, names });
    const nameOf = (staffId: string): string => names.get(staffId) ?? staffId;
    return shareReading(before, {
      rows: new Map(rows.map(({ row }) => [row.visitId, row])),
      awaited: new Map(rows.map(({ row, awaited }) => [row.visitId, awaited])),
      head,
      worklist,
      alerts: alertsOf(alerts, visits, rows),
      queue: queueOf(tickets, calls, nameOf),
      roster: today,
    });
  };
  return createSharedReading({ read, changes, topics: deskTopics, timers, mostOften });
}

function alertsOf(alerts: readonly Alert[], visits: readonly VisitFacts[], rows: readonly SeenRow[]): DeskAlert[] {
  const visitOf = new Map(visits.map(({ visit }) => [visit.id, visit]));
  const rowOf = new Map(rows.map(({ row }) => [row.visitId, row]));
  return groupAlerts(alerts, (visitId) => {
    const visit = visitOf.get(visitId);
    if (visit === undefined) return null;
    const starts = (rowOf.get(visitId)?.appointments ?? visit.arrivals).map(({ start }) => start);
    return { name: fullName(visit.patient), starts: [...new Set(starts)].sort() };
  });
}

/** Tickets that somebody still waits with: not those who came in when called, or who did not come. */
function queueOf(
  tickets: readonly QueueTicket[],
  calls: readonly DayCall[],
  nameOf: (staffId: string) => string,
): QueueEntry[] {
  return tickets.flatMap(({ id, queue, kind, ticket, issuedAt }): QueueEntry[] => {
    const call = calls.findLast(({ queueTicketId, outcome }) => queueTicketId === id && outcome !== 'cancelled');
    if (call?.outcome === 'seen') return [];
    const shown = call === undefined ? null : toRowCall(call, false, { nameOf });
    return [{ ticketId: id, queue, kind, ticket, issuedAt, call: shown }];
  });
}

/** The reading with everything of `before` that is still the same; `before` itself where nothing has changed. */
function shareReading(before: DeskReading | null, now: DeskReading): DeskReading {
  if (before === null) return now;
  const reading: DeskReading = {
    rows: isSameMap(before.rows, now.rows) ? before.rows : now.rows,
    awaited: isSameMap(before.awaited, now.awaited) ? before.awaited : now.awaited,
    head: shareHead(before.head, now.head),
    worklist: sharedList(before.worklist, now.worklist),
    alerts: sharedList(before.alerts, now.alerts),
    queue: sharedList(before.queue, now.queue),
    roster: now.roster,
  };
  const names = Object.keys(reading) as (keyof DeskReading)[];
  return names.every((name) => reading[name] === before[name]) ? before : reading;
}

/** That time has passed is no change: pages count on from when they were told last. */
function shareHead(before: DeskHead, now: DeskHead): DeskHead {
  return shared(before, { ...now, at: before.at }) === before ? before : now;
}

function isSameMap<Value>(one: ReadonlyMap<string, Value>, other: ReadonlyMap<string, Value>): boolean {
  if (one.size !== other.size) return false;
  const before = [...one];
  // In the same order, too: it is the order in which they are shown.
  return [...other].every(([key, value], place) => before[place]?.[0] === key && before[place][1] === value);
}
