import { isContradicted, newlyCalledAt, type ListedState } from '../domain/afterImport';
import type { Appointment, Arrival, Visit } from '../domain/types';
import { raiseAlert, raiseAlertOnce } from './alerts';
import { appointmentsOfArrived, listedStates } from './appointments';
import type { Day, Writer } from './schema';
import { setArrivalCalls, setArrivalLinks, visitsOfDay, type ArrivalLink } from './visits';

/** The domain's rule for linking arrivals again; pure. Arrivals it does not name stay as they are. */
export type Relink = (visits: readonly Visit[], appointments: readonly Appointment[]) => readonly ArrivalLink[];

export interface RelinkOptions {
  day: Day;
  /** UTC instant, ISO 8601 with milliseconds. */
  at: string;
  relink: Relink;
  newId: () => string;
}

/**
 * Puts staged imports into use: they become current, earlier lists of the same sources and day are replaced, and the arrivals
 * of the day are linked again. What the lists say of them is taken in: who has been called in, and (alerted) who is here for an appointment that
 * a newer list calls cancelled or not attended. Call it in one `write`: it is one short transaction whatever the size of the lists.
 * @returns how many arrivals have lost their appointment by this: each is marked `Check` and alerted.
 * @throws Error if one of the imports is not being staged for that day; nothing has changed then.
 */
export async function switchIn(db: Writer, options: RelinkOptions & { importIds: readonly string[] }): Promise<number> {
  const { importIds, day, at } = options;
  const staged = await db
    .selectFrom('imports')
    .where('id', 'in', importIds)
    .where('state', '=', 'staging')
    .where('day', '=', day)
    .select(['number', 'source'])
    .execute();
  if (staged.length !== new Set(importIds).size) {
    throw new Error('Only imports staged for the day can be switched in');
  }
  await db
    .updateTable('imports')
    .set({ state: 'replaced' })
    .where('day', '=', day)
    .where('state', '=', 'current')
    .where(
      'source',
      'in',
      staged.map((row) => row.source),
    )
    .execute();
  await db
    .updateTable('imports')
    .set({ state: 'current', switchedInAt: at })
    .where(
      'number',
      'in',
      staged.map((row) => row.number),
    )
    .execute();
  return linkArrivals(db, options);
}

/**
 * Links the arrivals of the day to the lists now in use and takes in what those say of them, as `switchIn` does. For a source taken out of
 * use without another.
 */
export async function linkArrivals(db: Writer, options: RelinkOptions): Promise<number> {
  const { day, at, relink, newId } = options;
  const visits = await visitsOfDay(db, day);
  const arrivals = new Map(visits.flatMap((visit) => visit.arrivals).map((arrival) => [arrival.id, arrival]));
  if (arrivals.size === 0) {
    return 0;
  }
  const arrivalOf = (id: string): Arrival => {
    const arrival = arrivals.get(id);
    if (arrival === undefined) {
      throw new Error('An arrival was linked that is not of this day');
    }
    return arrival;
  };
  const rows = await appointmentsOfArrived(db, day);
  const changed = relink(visits, rows).filter(({ arrivalId, appointmentId }) => {
    const arrival = arrivalOf(arrivalId);
    return arrival.appointmentId !== appointmentId || arrival.isToCheck !== (appointmentId === null);
  });
  await setArrivalLinks(db, changed);
  // Alerted once, and only if the desk counts on it: a disputed arrival is being looked at already.
  const lost = changed
    .filter(({ appointmentId }) => appointmentId === null)
    .map(({ arrivalId }) => arrivalOf(arrivalId))
    .filter(({ isToCheck, state }) => !isToCheck && state === 'arrived');
  for (const { visitId } of lost) {
    await raiseAlert(db, { id: newId(), day, kind: 'arrivalUnmatched', raisedAt: at, visitId, detail: null });
  }
  await takeInNews(db, linkedRows([...arrivals.values()], changed, rows), options);
  return lost.length;
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

/** Who has been called in by what the lists say, and who is here although they say cancelled or did not attend: that alerts when it comes up. */
async function takeInNews(db: Writer, linked: readonly LinkedRow[], { day, at, newId }: RelinkOptions): Promise<void> {
  const calls = linked.flatMap(({ arrival, row }) => {
    const calledAt = newlyCalledAt(arrival, row);
    return calledAt === null ? [] : [{ arrivalId: arrival.id, calledAt }];
  });
  await setArrivalCalls(db, calls);
  const contradicted = linked.filter(({ arrival, row }) => isContradicted(arrival, row));
  if (contradicted.length === 0) {
    return;
  }
  // The rows they were linked to before are still there: a list that is replaced is purged afterwards.
  const before = await listedStates(
    db,
    contradicted.flatMap(({ arrival }) => arrival.appointmentId ?? []),
  );
  for (const { arrival } of contradicted) {
    const listed = arrival.appointmentId === null ? undefined : before.get(arrival.appointmentId);
    if (listed === undefined || !isContradicted(arrival, listed)) {
      const { visitId } = arrival;
      await raiseAlertOnce(db, { id: newId(), day, kind: 'contradicted', raisedAt: at, visitId, detail: null });
    }
  }
}
