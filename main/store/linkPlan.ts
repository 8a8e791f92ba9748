import { isContradicted, newlyCalledAt, type ListedState } from '../domain/afterImport';
import type { Appointment, Arrival, Visit } from '../domain/types';
import { appointmentsOfArrived, listedStates } from './appointments';
import type { Day, Reader } from './schema';
import { visitsOfDay, type ArrivalCall, type ArrivalLink } from './visits';

/** The domain's rule for linking arrivals again; pure. Arrivals it does not name stay as they are. */
export type Relink = (visits: readonly Visit[], appointments: readonly Appointment[]) => readonly ArrivalLink[];

/** What lists change about the arrivals of a day. */
export interface LinkPlan {
  /** What it was made from; it holds as long as `stampOf` says the same. */
  stamp: string;
  links: ArrivalLink[];
  calls: ArrivalCall[];
  /** Visits with an arrival that loses its appointment by this. */
  lost: string[];
  /** Visits that are here although a list says cancelled or did not attend; as far as no earlier list said so. */
  contradicted: string[];
}

/**
 * Works out what the lists numbered `lists` (staged ones too, the rows of which never change) say of the arrivals of `day`. It writes
 * nothing, so the long part of switching lists in needs no write lock (design §5).
 * @throws Error if `relink` names an arrival that is not of this day.
 */
export async function planLinks(db: Reader, day: Day, lists: readonly number[], relink: Relink): Promise<LinkPlan> {
  // First: what changes after this makes the plan void.
  const stamp = await stampOf(db, day, lists);
  const visits = await visitsOfDay(db, day);
  const arrivals = new Map(visits.flatMap((visit) => visit.arrivals).map((arrival) => [arrival.id, arrival]));
  if (arrivals.size === 0) return { stamp, links: [], calls: [], lost: [], contradicted: [] };
  const arrivalOf = (id: string): Arrival => {
    const arrival = arrivals.get(id);
    if (arrival === undefined) throw new Error('An arrival was linked that is not of this day');
    return arrival;
  };
  const rows = lists.length === 0 ? [] : await appointmentsOfArrived(db, day, lists);
  const links = relink(visits, rows).filter(({ arrivalId, appointmentId }) => {
    const arrival = arrivalOf(arrivalId);
    return arrival.appointmentId !== appointmentId || arrival.isToCheck !== (appointmentId === null);
  });
  // Alerted once, and only if the desk counts on it: a disputed arrival is being looked at already.
  const lost = links
    .filter(({ appointmentId }) => appointmentId === null)
    .map(({ arrivalId }) => arrivalOf(arrivalId))
    .filter(({ isToCheck, state }) => !isToCheck && state === 'arrived');
  const linked = linkedRows([...arrivals.values()], links, rows);
  return {
    stamp,
    links,
    calls: linked.flatMap(({ arrival, row }) => {
      const calledAt = newlyCalledAt(arrival, row);
      return calledAt === null ? [] : [{ arrivalId: arrival.id, calledAt }];
    }),
    lost: lost.map(({ visitId }) => visitId),
    contradicted: await newlyContradicted(db, linked),
  };
}

/**
 * What a plan depends on, in few bytes: the lists, and whatever can happen to an arrival (one is added, taken
 * back, disputed, called, called anew, linked).
 */
export async function stampOf(db: Reader, day: Day, lists: readonly number[]): Promise<string> {
  const arrivals = await db
    .selectFrom('visits')
    .innerJoin('arrivals', 'arrivals.visitId', 'visits.id')
    .where('visits.day', '=', day)
    .select((row) => [
      row.fn.countAll<number>().as('all'),
      row.fn.max('arrivals.arrivedAt').as('last'),
      row.fn.count<number>('arrivals.calledAt').as('called'),
      row.fn.max('arrivals.calledAt').as('lastCall'),
      row.fn.count<number>('arrivals.appointmentId').as('linked'),
      row.fn.sum<number | null>('arrivals.appointmentId').as('links'),
      row.fn.sum<number | null>('arrivals.isToCheck').as('toCheck'),
      row.fn.count<number>('arrivals.id').filterWhere('arrivals.state', '=', 'disputed').as('disputed'),
    ])
    .executeTakeFirstOrThrow();
  return JSON.stringify([day, lists.toSorted((one, other) => one - other), arrivals]);
}

/** An arrival as it was before, with the row it is linked to now. */
interface LinkedRow {
  arrival: Arrival;
  row: ListedState;
}

function linkedRows(
  arrivals: readonly Arrival[],
  changed: readonly ArrivalLink[],
  rows: readonly Appointment[],
): LinkedRow[] {
  const linkOf = new Map(changed.map(({ arrivalId, appointmentId }) => [arrivalId, appointmentId]));
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return arrivals.flatMap((arrival) => {
    const link = linkOf.get(arrival.id);
    const id = link === undefined ? arrival.appointmentId : link;
    const row = id === null ? undefined : rowOf.get(id);
    return row === undefined ? [] : [{ arrival, row }];
  });
}

async function newlyContradicted(db: Reader, linked: readonly LinkedRow[]): Promise<string[]> {
  const contradicted = linked.filter(({ arrival, row }) => isContradicted(arrival, row));
  if (contradicted.length === 0) return [];
  // The rows they were linked to before are still there: a list that is replaced is purged afterwards.
  const before = await listedStates(
    db,
    contradicted.flatMap(({ arrival }) => arrival.appointmentId ?? []),
  );
  return contradicted.flatMap(({ arrival }) => {
    const listed = arrival.appointmentId === null ? undefined : before.get(arrival.appointmentId);
    return listed === undefined || !isContradicted(arrival, listed) ? [arrival.visitId] : [];
  });
}
