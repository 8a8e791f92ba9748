import type { Appointment, Arrival, Visit } from '../domain/types';
import { raiseAlert } from './alerts';
import { appointmentsOfArrived } from './appointments';
import type { Day, Writer } from './schema';
import { setArrivalLinks, visitsOfDay, type ArrivalLink } from './visits';

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
 * of the day are linked again. Call it in one `write`: it is one short transaction whatever the size of the lists.
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

/** Links the arrivals of the day to the lists now in use, as `switchIn` does. For a source taken out of use without another. */
export async function linkArrivals(db: Writer, { day, at, relink, newId }: RelinkOptions): Promise<number> {
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
  const changed = relink(visits, await appointmentsOfArrived(db, day)).filter(({ arrivalId, appointmentId }) => {
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
    await raiseAlert(db, { id: newId(), day, kind: 'arrivalUnmatched', raisedAt: at, visitId });
  }
  return lost.length;
}
