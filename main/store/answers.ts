import type { QuestionAnswer } from '../../preload/contract/kiosk';
import type { PatientRecord } from '../domain/patients';
import { patientColumns } from './rows';
import type { AnswersTable, DateOfBirth, Day, Reader, Writer } from './schema';

/** What a patient said to a question after check-in. */
export interface SavedAnswer {
  visitId: string;
  question: AnswersTable['question'];
  /** `skipped` is an answer too. */
  answer: QuestionAnswer;
  /** UTC instant, ISO 8601 with milliseconds. */
  answeredAt: string;
}

/** Keeps an answer with its visit, in place of an earlier one to the same question. @throws Error (constraint) if there is no such visit. */
export async function saveAnswer(db: Writer, { visitId, question, answer, answeredAt }: SavedAnswer): Promise<void> {
  const said = { answer: JSON.stringify(answer), answeredAt };
  await db
    .insertInto('answers')
    .values({ visitId, question, ...said })
    .onConflict((conflict) => conflict.columns(['visitId', 'question']).doUpdateSet(said))
    .execute();
}

/** What was answered in a visit, in that order. */
export async function answersOfVisit(db: Reader, visitId: string): Promise<SavedAnswer[]> {
  const rows = await db
    .selectFrom('answers')
    .where('visitId', '=', visitId)
    .selectAll()
    .orderBy('answeredAt')
    .execute();
  return rows.map((row) => ({ ...row, answer: JSON.parse(row.answer) as QuestionAnswer }));
}

/**
 * Everybody of this date of birth who answered `question`, if only by skipping it, on `firstDay` or later, as they were known then. Whether
 * one of them is the patient of now is for `isSamePatient` to say. Costs the same however many visits lie in the past.
 */
export async function visitsAskedSince(
  db: Reader,
  dateOfBirth: DateOfBirth,
  firstDay: Day,
  question: AnswersTable['question'],
): Promise<PatientRecord[]> {
  const rows = await db
    .selectFrom('visits')
    .innerJoin('answers', 'answers.visitId', 'visits.id')
    .where('visits.dateOfBirth', '=', dateOfBirth)
    .where('visits.day', '>=', firstDay)
    .where('answers.question', '=', question)
    .selectAll('visits')
    .execute();
  return rows.map((row) => ({ source: row.source, patient: patientColumns(row) }));
}
