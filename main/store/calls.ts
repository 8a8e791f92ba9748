import { sql, type Selectable } from 'kysely';
import type { NeedKind } from '../../preload/contract/kiosk';
import type { PatientRecord } from '../domain/patients';
import type { KeptAnswer } from './answers';
import { patientColumns } from './rows';
import type { CallsTable, DateOfBirth, Day, Reader, Writer } from './schema';

/** A call of a patient or of a ticket. */
export type Call = Selectable<CallsTable>;

/** What was called: a visit, or a ticket of a queue. */
export type Called = { visitId: string } | { queueTicketId: string };

export async function addCall(db: Writer, call: Call): Promise<void> {
  await db.insertInto('calls').values(call).execute();
}

export async function callById(db: Reader, id: string): Promise<Call | null> {
  return (await db.selectFrom('calls').where('id', '=', id).selectAll().executeTakeFirst()) ?? null;
}

/** The call that waits for an answer; there is at most one of a visit or a ticket. */
export async function openCallOf(db: Reader, day: Day, called: Called): Promise<Call | null> {
  const open = db.selectFrom('calls').where('day', '=', day).where('outcome', '=', 'open').selectAll();
  const found = await (
    'visitId' in called
      ? open.where('visitId', '=', called.visitId)
      : open.where('queueTicketId', '=', called.queueTicketId)
  ).executeTakeFirst();
  return found ?? null;
}

/** All calls of a visit, the newest first. */
export async function callsOfVisit(db: Reader, visitId: string): Promise<Call[]> {
  return db.selectFrom('calls').where('visitId', '=', visitId).selectAll().orderBy('calledAt', 'desc').execute();
}

/** Called once more by somebody. */
export async function repeatCall(db: Writer, id: string, at: string): Promise<void> {
  await db
    .updateTable('calls')
    .set((call) => ({ times: call('times', '+', 1), lastCalledAt: at }))
    .where('id', '=', id)
    .execute();
}

/** Boards call once more by themselves: how long the call stays on them is not changed by that. */
export async function raiseTimes(db: Writer, ids: readonly string[]): Promise<void> {
  await db
    .updateTable('calls')
    .set((call) => ({ times: call('times', '+', 1) }))
    .where('id', 'in', ids)
    .where('outcome', '=', 'open')
    .execute();
}

/** Somebody went to look for whoever was called. */
export async function noteLooked(db: Writer, id: string, at: string): Promise<void> {
  await db.updateTable('calls').set({ lookedAt: at }).where('id', '=', id).execute();
}

/** Ends a call, or corrects how it ended. */
export async function endCall(
  db: Writer,
  id: string,
  outcome: Exclude<Call['outcome'], 'open'>,
  endedAt: string,
): Promise<void> {
  await db.updateTable('calls').set({ outcome, endedAt }).where('id', '=', id).execute();
}

/** Calls of `day` for the boards that are open and were made, or made again, at `since` or later; the newest first. */
export async function boardCalls(db: Reader, day: Day, since: string): Promise<Call[]> {
  return db
    .selectFrom('calls')
    .where('day', '=', day)
    .where('kind', '=', 'call')
    .where('outcome', '=', 'open')
    .where('lastCalledAt', '>=', since)
    .selectAll()
    .orderBy('lastCalledAt', 'desc')
    .orderBy('id')
    .execute();
}

/** Somebody who may be sitting in the waiting room: by a visit, or as a row that a list in use calls arrived. */
export interface PersonHere {
  visitId: string | null;
  appointmentId: number | null;
  firstName: string;
  lastName: string;
}

/** Everybody of `day` who is checked in and whom staff have neither seen nor know to have left, and whom only lists call arrived. */
export async function peopleHere(db: Reader, day: Day): Promise<PersonHere[]> {
  const checkedIn = await db
    .selectFrom('visits')
    .innerJoin('arrivals', 'arrivals.visitId', 'visits.id')
    .leftJoin('deskVisits', 'deskVisits.visitId', 'visits.id')
    .where('visits.day', '=', day)
    .where('arrivals.state', '=', 'arrived')
    .where('deskVisits.doneAs', 'is', null)
    .select(['visits.id as visitId', 'visits.firstName', 'visits.lastName'])
    .distinct()
    .execute();
  const listed = await db
    .selectFrom('imports')
    .innerJoin('appointments', 'appointments.importNumber', 'imports.number')
    .where('imports.state', '=', 'current')
    .where('imports.day', '=', day)
    // Written into the query, so that the index of arrived rows is used (`sessionArrivals.ts`).
    .where('appointments.status', '=', sql.lit('arrived'))
    .select(['appointments.id as appointmentId', 'appointments.firstName', 'appointments.lastName'])
    .execute();
  return [
    ...checkedIn.map((person) => ({ ...person, appointmentId: null })),
    ...listed.map((person) => ({ ...person, visitId: null })),
  ];
}

/** Help with communication that somebody once asked for. */
export interface NeedsAnswered extends PatientRecord {
  needs: NeedKind[];
}

/**
 * What patients of this date of birth said of their needs on `firstDay` or later, the newest first. Whether one of them is the patient of now
 * is for `isSamePatient` to say.
 */
export async function needsAnsweredSince(
  db: Reader,
  dateOfBirth: DateOfBirth,
  firstDay: Day,
): Promise<NeedsAnswered[]> {
  const rows = await db
    .selectFrom('visits')
    .innerJoin('answers', 'answers.visitId', 'visits.id')
    .where('visits.dateOfBirth', '=', dateOfBirth)
    .where('visits.day', '>=', firstDay)
    .where('answers.question', '=', 'needs')
    .selectAll('visits')
    .select('answers.answer')
    .orderBy('answers.answeredAt', 'desc')
    .execute();
  return rows.flatMap((row) => {
    const answer = JSON.parse(row.answer) as KeptAnswer;
    if (answer.kind !== 'needs') return [];
    return [{ source: row.source, patient: patientColumns(row), needs: answer.needs }];
  });
}
