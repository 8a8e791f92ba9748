import type { TodayArrival } from '../domain/desk/today';
import type { Day, Reader } from './schema';

/** An arrival of a day as its figures need it, with its own id. */
export type DayArrival = Omit<TodayArrival, 'isWaiting'> & { arrivalId: string };

/** All arrivals of `day`, in one query. */
export async function arrivalsOfDay(db: Reader, day: Day): Promise<DayArrival[]> {
  const rows = await db
    .selectFrom('visits')
    .innerJoin('arrivals', 'arrivals.visitId', 'visits.id')
    .leftJoin('deskArrivals', 'deskArrivals.arrivalId', 'arrivals.id')
    .where('visits.day', '=', day)
    .select([
      'arrivals.id as arrivalId',
      'arrivals.visitId',
      'arrivals.start',
      'arrivals.clinician as booked',
      'arrivals.arrivedAt',
      'arrivals.calledAt',
      'arrivals.state',
      'deskArrivals.markedAt',
      'deskArrivals.movedTo',
      'deskArrivals.checkedInBy',
    ])
    .execute();
  return rows.map(({ booked, movedTo, checkedInBy, ...row }) => ({
    ...row,
    clinician: movedTo ?? booked,
    isByStaff: checkedInBy !== null,
  }));
}

/** How often somebody said on `day` that an appointment is not theirs, settled or not. */
export async function disputesOfDay(db: Reader, day: Day): Promise<number> {
  const { count } = await db
    .selectFrom('alerts')
    .where('day', '=', day)
    .where('kind', '=', 'disputed')
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
