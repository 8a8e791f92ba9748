import type { SheetArrival } from '../domain/desk/downtime';
import type { Day, Reader } from './schema';

/** Everybody who has checked in on `day`, in one query. Disputed arrivals are nobody's. */
export async function sheetArrivals(db: Reader, day: Day): Promise<SheetArrival[]> {
  const rows = await db
    .selectFrom('visits')
    .innerJoin('arrivals', 'arrivals.visitId', 'visits.id')
    .leftJoin('deskArrivals', 'deskArrivals.arrivalId', 'arrivals.id')
    .where('visits.day', '=', day)
    .where('arrivals.state', '=', 'arrived')
    .select([
      'visits.lastName',
      'visits.firstName',
      'visits.dateOfBirth',
      'visits.ticket',
      'arrivals.appointmentId',
      'arrivals.start',
      'arrivals.clinician as booked',
      'arrivals.arrivedAt',
      'deskArrivals.markedAt',
      'deskArrivals.movedTo',
    ])
    .execute();
  return rows.map(({ booked, movedTo, markedAt, ...row }) => ({
    ...row,
    clinician: movedTo ?? booked,
    isTicked: markedAt !== null,
  }));
}
