import { sql } from 'kysely';
import type { Arrival, Visit } from '../domain/types';
import { arrivalColumns, arrivalFrom, visitColumns, visitFrom } from './rows';
import type { DateOfBirth, Day, Reader, Writer } from './schema';

/** Visits of `day`, each with its arrivals; only patients born on `dateOfBirth` if given. Who arrived first comes first. */
export async function visitsOfDay(db: Reader, day: Day, dateOfBirth?: DateOfBirth): Promise<Visit[]> {
  const visits = await db
    .selectFrom('visits')
    .where('day', '=', day)
    .$if(dateOfBirth !== undefined, (query) => query.where('dateOfBirth', '=', dateOfBirth as DateOfBirth))
    .selectAll()
    .orderBy('firstArrivedAt', (order) => order.asc().nullsLast())
    .orderBy('lastSeenAt')
    .execute();
  if (visits.length === 0) {
    return [];
  }
  const arrivals = await db
    .selectFrom('visits')
    .innerJoin('arrivals', 'arrivals.visitId', 'visits.id')
    .where('visits.day', '=', day)
    .$if(dateOfBirth !== undefined, (query) => query.where('visits.dateOfBirth', '=', dateOfBirth as DateOfBirth))
    .selectAll('arrivals')
    .orderBy('arrivals.start')
    .execute();
  const byVisit = new Map(visits.map((visit) => [visit.id, visitFrom(visit, [])]));
  for (const arrival of arrivals) {
    byVisit.get(arrival.visitId)?.arrivals.push(arrivalFrom(arrival));
  }
  return [...byVisit.values()];
}

/** One visit with its arrivals, or null. */
export async function visitById(db: Reader, id: string): Promise<Visit | null> {
  const visit = await db.selectFrom('visits').where('id', '=', id).selectAll().executeTakeFirst();
  if (visit === undefined) {
    return null;
  }
  const arrivals = await db.selectFrom('arrivals').where('visitId', '=', id).selectAll().orderBy('start').execute();
  return visitFrom(visit, arrivals.map(arrivalFrom));
}

/**
 * Makes or changes a visit; its arrivals are kept apart (`addArrivals`). Day and subject id never change.
 * @throws Error (unique constraint) if another visit of that day has the same identifiers.
 */
export async function saveVisit(db: Writer, visit: Visit): Promise<void> {
  const { id: _id, day: _day, subjectId: _subjectId, ...changed } = visitColumns(visit);
  await db
    .insertInto('visits')
    .values(visitColumns(visit))
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
    .execute();
}

/** Adds arrivals to visits that are saved already. @throws Error (constraint) if an id is taken or a visit is missing. */
export async function addArrivals(db: Writer, arrivals: readonly Arrival[]): Promise<void> {
  if (arrivals.length > 0) {
    await db.insertInto('arrivals').values(arrivals.map(arrivalColumns)).execute();
  }
}

/** "This is not my appointment": the arrivals count as arrived no more. Returns how many changed, so that a second press alerts nobody. */
export async function markDisputed(db: Writer, arrivalIds: readonly string[]): Promise<number> {
  const changed = await db
    .updateTable('arrivals')
    .set({ state: 'disputed' })
    .where('id', 'in', arrivalIds)
    .where('state', '=', 'arrived')
    .returning('id')
    .execute();
  return changed.length;
}

/** The UTC instant by which the patient of an arrival had been called in. */
export interface ArrivalCall {
  arrivalId: string;
  calledAt: string;
}

/** Notes that patients have been called in; an instant noted before stands. One statement for all of them, as `setArrivalLinks`. */
export async function setArrivalCalls(db: Writer, calls: readonly ArrivalCall[]): Promise<void> {
  if (calls.length === 0) return;
  const all = JSON.stringify(calls.map(({ arrivalId, calledAt }) => [arrivalId, calledAt]));
  await sql`update "arrivals" set "calledAt" = "change"."calledAt"
    from (select "value" ->> 0 as "id", "value" ->> 1 as "calledAt" from json_each(${all})) as "change"
    where "arrivals"."id" = "change"."id" and "arrivals"."calledAt" is null
  `.execute(db);
}

/**
 * Visits of `day` that came too early and can be checked in by `instant` (UTC, ISO 8601 with milliseconds), and of whose window no alert
 * tells yet. Raise it (`windowOpen`) at that instant or later: an earlier alert is of an earlier window, and this one is told of again.
 */
export async function earlyVisitsOpening(db: Reader, day: Day, instant: string): Promise<string[]> {
  const visits = await db
    .selectFrom('visits')
    .where('day', '=', day)
    .where('opensAt', '<=', instant)
    .where('notCheckedIn', '=', 'tooEarly')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('alerts')
            .whereRef('alerts.visitId', '=', 'visits.id')
            .where('alerts.kind', '=', 'windowOpen')
            .whereRef('alerts.raisedAt', '>=', 'visits.opensAt')
            .select('alerts.id'),
        ),
      ),
    )
    .select('id')
    .orderBy('opensAt')
    .execute();
  return visits.map(({ id }) => id);
}

/** Where an arrival belongs in the lists now in use; null where no unique match is left. */
export interface ArrivalLink {
  arrivalId: string;
  appointmentId: number | null;
}

/**
 * Ties arrivals to rows of the current lists, or to none: then they are marked `Check`. One statement for all of them: each of its own
 * costs ten times its work, under the write lock. `json_each` is SQLite's; PostgreSQL calls it `jsonb_array_elements`.
 */
export async function setArrivalLinks(db: Writer, links: readonly ArrivalLink[]): Promise<void> {
  if (links.length === 0) return;
  const all = JSON.stringify(links.map(({ arrivalId, appointmentId }) => [arrivalId, appointmentId]));
  await sql`update "arrivals" set "appointmentId" = "change"."appointmentId", "isToCheck" = "change"."appointmentId" is null
    from (select "value" ->> 0 as "id", "value" ->> 1 as "appointmentId" from json_each(${all})) as "change"
    where "arrivals"."id" = "change"."id"
  `.execute(db);
}
