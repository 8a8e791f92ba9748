import { sql } from 'kysely';
import type { AppointmentStatus, ArrivalState } from '../domain/types';
import type { Day, Reader, Writer } from './schema';

/** An arrival as far as marking it in the clinical system goes. */
export interface WorklistArrival {
  arrivalId: string;
  visitId: string;
  subjectId: string;
  state: ArrivalState;
  arrivedAt: string;
  takenBy: string | null;
  takenAt: string | null;
  markedAt: string | null;
  /** Id of an account, or `list`. */
  markedBy: string | null;
}

/** What can be changed of it. */
export type WorklistChange = Partial<Pick<WorklistArrival, 'takenBy' | 'takenAt' | 'markedAt' | 'markedBy'>>;

/** Who marked an arrival that nobody ticked here. */
export const markedByList = 'list';

/** An arrival of `day`, or null where it is not there any more. */
export async function worklistArrival(db: Reader, day: Day, arrivalId: string): Promise<WorklistArrival | null> {
  const row = await db
    .selectFrom('arrivals')
    .innerJoin('visits', 'visits.id', 'arrivals.visitId')
    .leftJoin('deskArrivals', 'deskArrivals.arrivalId', 'arrivals.id')
    .where('arrivals.id', '=', arrivalId)
    .where('visits.day', '=', day)
    .select([
      'arrivals.id as arrivalId',
      'arrivals.visitId',
      'visits.subjectId',
      'arrivals.state',
      'arrivals.arrivedAt',
      'deskArrivals.takenBy',
      'deskArrivals.takenAt',
      'deskArrivals.markedAt',
      'deskArrivals.markedBy',
    ])
    .executeTakeFirst();
  return row ?? null;
}

/** Notes who takes or has marked an arrival. @throws Error (constraint) if there is no such arrival. */
export async function changeWorklistArrival(db: Writer, arrivalId: string, change: WorklistChange): Promise<void> {
  const untouched = { checkedInBy: null, takenBy: null, takenAt: null, markedAt: null, markedBy: null, movedTo: null };
  await db
    .insertInto('deskArrivals')
    .values({ ...untouched, arrivalId, ...change })
    .onConflict((conflict) => conflict.column('arrivalId').doUpdateSet(change))
    .execute();
}

/**
 * Ticks every arrival of `day` that the lists in use show as arrived in the clinical system, in one statement: for the transaction that puts a
 * list into use. Which statuses say so, and when of an older list, is as `isMarkedBy` in `main/domain/desk/rowsAppointments.ts` (a test holds the
 * two together). A tick of staff stands; one of an earlier list goes where a newer list shows the appointment as booked again: it was taken back
 * in the clinical system, where nobody knows of the patient any more.
 * @param at UTC instant of the import. The tick is dated to when the list was true, as by then they had been marked; but not before they
 *   arrived, and not after the import.
 */
export async function markListed(db: Writer, day: Day, at: string): Promise<void> {
  await sql`update "deskArrivals" set "markedAt" = null, "markedBy" = null
    where "arrivalId" in (
      select "arrivals"."id"
      from "visits"
      inner join "arrivals" on "arrivals"."visitId" = "visits"."id"
      inner join "appointments" on "appointments"."id" = "arrivals"."appointmentId"
      inner join "imports" on "imports"."number" = "appointments"."importNumber"
      inner join "deskArrivals" as "ticked" on "ticked"."arrivalId" = "arrivals"."id"
      where "visits"."day" = ${day} and "imports"."state" = 'current' and "appointments"."status" = 'booked'
        and "ticked"."markedBy" = ${markedByList} and "imports"."listAsOf" > "ticked"."markedAt"
    )
  `.execute(db);
  await sql`insert into "deskArrivals" ("arrivalId", "markedAt", "markedBy")
    select "arrivals"."id", min(max("imports"."listAsOf", "arrivals"."arrivedAt"), max(${at}, "arrivals"."arrivedAt")), ${markedByList}
    from "visits"
    inner join "arrivals" on "arrivals"."visitId" = "visits"."id"
    inner join "appointments" on "appointments"."id" = "arrivals"."appointmentId"
    inner join "imports" on "imports"."number" = "appointments"."importNumber"
    where "visits"."day" = ${day} and "arrivals"."state" = 'arrived' and "imports"."state" = 'current'
      and ("appointments"."status" in ('arrived', 'sentIn')
        or ("appointments"."status" in ('seen', 'left') and "imports"."listAsOf" > "arrivals"."arrivedAt"))
    on conflict ("arrivalId") do update set "markedAt" = "excluded"."markedAt", "markedBy" = "excluded"."markedBy"
      where "markedAt" is null
  `.execute(db);
}

/**
 * Takes back every tick of `day` that a list made: for the transaction that takes an import back, before `markListed` ticks what the lists
 * now in use show. A wrong list must leave nobody unmarked whom nobody looks for any more. Ticks of staff stand.
 */
export async function forgetListed(db: Writer, day: Day): Promise<void> {
  await db
    .updateTable('deskArrivals')
    .set({ markedAt: null, markedBy: null })
    .where('markedBy', '=', markedByList)
    .where('arrivalId', 'in', (arrived) =>
      arrived
        .selectFrom('visits')
        .innerJoin('arrivals', 'arrivals.visitId', 'visits.id')
        .where('visits.day', '=', day)
        .select('arrivals.id'),
    )
    .execute();
}

/** What the list in use says of the row that an arrival is linked to; null: it is linked to none. */
export async function listedOfArrival(
  db: Reader,
  arrivalId: string,
): Promise<{ status: AppointmentStatus; listAsOf: string } | null> {
  const row = await db
    .selectFrom('arrivals')
    .innerJoin('appointments', 'appointments.id', 'arrivals.appointmentId')
    .innerJoin('imports', 'imports.number', 'appointments.importNumber')
    .where('arrivals.id', '=', arrivalId)
    .where('imports.state', '=', 'current')
    .select(['appointments.status', 'imports.listAsOf'])
    .executeTakeFirst();
  return row ?? null;
}

/** How an account is called; null where there is none. */
export async function nameOfStaff(db: Reader, staffId: string): Promise<string | null> {
  const row = await db.selectFrom('staff').where('id', '=', staffId).select('displayName').executeTakeFirst();
  return row?.displayName ?? null;
}
