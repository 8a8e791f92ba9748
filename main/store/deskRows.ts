import type { SaidNeeds, StaffFacts, VisitFacts } from '../domain/desk/rowsFacts';
import { isSamePatient, type PatientRecord } from '../domain/patients';
import type { Visit } from '../domain/types';
import type { KeptAnswer } from './answers';
import { patientColumns } from './rows';
import type { CallsTable, Day, DeskArrivalsTable, Reader } from './schema';
import { visitsOfDay } from './visits';

/** A call with what it was made to: a visit, or a ticket of a queue. */
export type DayCall = VisitFacts['calls'][number] & Pick<CallsTable, 'visitId' | 'queueTicketId'>;

/** Everything that today's visits and calls are known by, in as many queries whatever their number. */
export interface DayFacts {
  visits: VisitFacts[];
  /** Of patients and tickets, in the order in which they were made. */
  calls: DayCall[];
}

/**
 * Reads what the desk shows of `day`.
 * @param needsSince the first earlier day whose answers about needs still count; null: none does.
 */
export async function readDay(db: Reader, day: Day, needsSince: Day | null): Promise<DayFacts> {
  const visits = await visitsOfDay(db, day);
  const calls = await callsOfDay(db, day);
  if (visits.length === 0) return { visits: [], calls };
  const staff = await touchedOfDay(db, day);
  const arrivals = await touchedArrivals(db, day);
  const answers = await answersOfDay(db, day);
  const known = await earlierNeeds(db, day, needsSince);
  const callsOf = new Map<string | null, DayCall[]>();
  for (const call of calls) callsOf.set(call.visitId, [...(callsOf.get(call.visitId) ?? []), call]);
  return {
    visits: visits.map((visit) => {
      const said = answers.get(visit.id) ?? [];
      const needs = said.find((answer) => answer.kind === 'needs');
      const own = said.find((answer) => answer.kind === 'own');
      return {
        visit,
        staff: staff.get(visit.id) ?? null,
        arrivals: new Map(
          visit.arrivals.flatMap(({ id }) => {
            const touched = arrivals.get(id);
            return touched === undefined ? [] : [[id, touched] as const];
          }),
        ),
        calls: callsOf.get(visit.id) ?? [],
        needs: needs === undefined ? needsOf(visit, known) : { needs: needs.needs, language: needs.language },
        ownAnswer: own === undefined ? null : { question: own.question, choice: own.choice },
      };
    }),
    calls,
  };
}

/** How accounts are called, by their ids; closed ones too, as they may have done something today. */
export async function staffNames(db: Reader): Promise<Map<string, string>> {
  const rows = await db.selectFrom('staff').select(['id', 'displayName']).execute();
  return new Map(rows.map(({ id, displayName }) => [id, displayName]));
}

async function callsOfDay(db: Reader, day: Day): Promise<DayCall[]> {
  return db
    .selectFrom('calls')
    .where('day', '=', day)
    .select([
      'id',
      'visitId',
      'queueTicketId',
      'kind',
      'clinician',
      'room',
      'calledAt',
      'calledBy',
      'lastCalledAt',
      'times',
      'outcome',
      'lookedAt',
    ])
    .orderBy('calledAt')
    .orderBy('id')
    .execute();
}

async function touchedOfDay(db: Reader, day: Day): Promise<Map<string, StaffFacts>> {
  const rows = await db
    .selectFrom('visits')
    .innerJoin('deskVisits', 'deskVisits.visitId', 'visits.id')
    .where('visits.day', '=', day)
    .selectAll('deskVisits')
    .execute();
  return new Map(rows.map(({ visitId, isFlagged, ...row }) => [visitId, { ...row, isFlagged: isFlagged === 1 }]));
}

type TouchedArrival = Pick<DeskArrivalsTable, 'takenBy' | 'markedAt' | 'movedTo'>;

async function touchedArrivals(db: Reader, day: Day): Promise<Map<string, TouchedArrival>> {
  const rows = await db
    .selectFrom('visits')
    .innerJoin('arrivals', 'arrivals.visitId', 'visits.id')
    .innerJoin('deskArrivals', 'deskArrivals.arrivalId', 'arrivals.id')
    .where('visits.day', '=', day)
    .select(['deskArrivals.arrivalId', 'deskArrivals.takenBy', 'deskArrivals.markedAt', 'deskArrivals.movedTo'])
    .execute();
  return new Map(rows.map(({ arrivalId, ...row }) => [arrivalId, row]));
}

async function answersOfDay(db: Reader, day: Day): Promise<Map<string, KeptAnswer[]>> {
  const rows = await db
    .selectFrom('visits')
    .innerJoin('answers', 'answers.visitId', 'visits.id')
    .where('visits.day', '=', day)
    .select(['answers.visitId', 'answers.answer'])
    .execute();
  const byVisit = new Map<string, KeptAnswer[]>();
  for (const { visitId, answer } of rows) {
    byVisit.set(visitId, [...(byVisit.get(visitId) ?? []), JSON.parse(answer) as KeptAnswer]);
  }
  return byVisit;
}

/** What somebody said on an earlier day. */
interface EarlierNeeds extends PatientRecord {
  said: SaidNeeds;
}

/** The newest first. Whether one of them is the patient of now is for `isSamePatient` to say. */
async function earlierNeeds(db: Reader, day: Day, since: Day | null): Promise<Map<string, EarlierNeeds[]>> {
  if (since === null || since >= day) return new Map();
  const rows = await db
    .selectFrom('visits as now')
    .innerJoin('visits as earlier', 'earlier.dateOfBirth', 'now.dateOfBirth')
    .innerJoin('answers', 'answers.visitId', 'earlier.id')
    .where('now.day', '=', day)
    .where('earlier.day', '>=', since)
    .where('earlier.day', '<', day)
    .where('answers.question', '=', 'needs')
    .selectAll('earlier')
    .select(['now.id as visitId', 'answers.answer'])
    .orderBy('earlier.day', 'desc')
    .execute();
  const byVisit = new Map<string, EarlierNeeds[]>();
  for (const row of rows) {
    const answer = JSON.parse(row.answer) as KeptAnswer;
    if (answer.kind !== 'needs') continue;
    const said = { needs: answer.needs, language: answer.language };
    byVisit.set(row.visitId, [
      ...(byVisit.get(row.visitId) ?? []),
      { source: row.source, patient: patientColumns(row), said },
    ]);
  }
  return byVisit;
}

function needsOf(visit: Visit, earlier: ReadonlyMap<string, EarlierNeeds[]>): SaidNeeds | null {
  const found = earlier.get(visit.id)?.find((record) => isSamePatient(visit, record));
  return found?.said ?? null;
}
