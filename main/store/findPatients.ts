import { sql } from 'kysely';
import { namedColumns } from './appointments';
import type { Appointment } from '../domain/types';
import { appointmentFrom } from './rows';
import type { DateOfBirth, Day, Reader } from './schema';

/** A list in use, as far as its rows go. */
export interface ListInUse {
  number: number;
  rowsLoaded: number;
}

/** Where a page of rows ends. */
export interface RosterPlace {
  dateOfBirth: DateOfBirth;
  id: number;
}

/** The lists in use on `day`; while they are the same ones, so are their rows. */
export async function listsInUse(db: Reader, day: Day): Promise<ListInUse[]> {
  return db
    .selectFrom('imports')
    .where('state', '=', 'current')
    .where('day', '=', day)
    .select(['number', 'rowsLoaded'])
    .orderBy('number')
    .execute();
}

/**
 * The next rows of a list, in the order of its index (date of birth, then id), at most `limit`: so a list of any size is read without keeping
 * anybody at the kiosk waiting.
 * @param after where the page before ended; null for the first.
 */
export async function rosterPage(
  db: Reader,
  importNumber: number,
  after: RosterPlace | null,
  limit: number,
): Promise<Appointment[]> {
  const rows = await db
    .selectFrom('appointments')
    .innerJoin('imports', 'imports.number', 'appointments.importNumber')
    .innerJoin('clinicians', 'clinicians.id', 'appointments.clinicianId')
    .leftJoin('sites', 'sites.id', 'appointments.siteId')
    .where('appointments.importNumber', '=', importNumber)
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`("appointments"."dateOfBirth", "appointments"."id") > (${after?.dateOfBirth ?? ''}, ${after?.id ?? 0})`,
      ),
    )
    .select(namedColumns)
    .orderBy('appointments.dateOfBirth')
    .orderBy('appointments.id')
    .limit(limit)
    .execute();
  return rows.map(appointmentFrom);
}
