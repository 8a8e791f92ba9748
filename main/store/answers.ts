import type { NeedKind } from '../../preload/contract/kiosk';
import type { PatientRecord } from '../domain/patients';
import { patientColumns } from './rows';
import type { AnswersTable, DateOfBirth, Day, Reader, Writer } from './schema';

/** What is kept of a question put after check-in. In words, so that an answer stays what it was when the practice changes its question. */
export type KeptAnswer =
  | { kind: 'needs'; needs: NeedKind[]; language: string | null }
  | { kind: 'own'; question: string; choice: string }
  | { kind: 'skipped'; question: AnswersTable['question'] }
  /** It stood on the screen, and nothing was said to it. */
  | { kind: 'shown' };

/** What a patient said to a question after check-in, or that it was put to them. */
export interface SavedAnswer {
  visitId: string;
  question: AnswersTable['question'];
  answer: KeptAnswer;
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

/** Keeps that questions were put in a visit. What has been said to one stands. @throws Error (constraint) if there is no such visit. */
export async function saveShown(
  db: Writer,
  { visitId, questions, shownAt }: { visitId: string; questions: readonly AnswersTable['question'][]; shownAt: string },
): Promise<void> {
  const answer: KeptAnswer = { kind: 'shown' };
  for (const question of questions) {
    await db
      .insertInto('answers')
      .values({ visitId, question, answer: JSON.stringify(answer), answeredAt: shownAt })
      .onConflict((conflict) => conflict.columns(['visitId', 'question']).doNothing())
      .execute();
  }
}

/** What was answered in a visit, and what was only shown, in that order. */
export async function answersOfVisit(db: Reader, visitId: string): Promise<SavedAnswer[]> {
  const rows = await db
    .selectFrom('answers')
    .where('visitId', '=', visitId)
    .selectAll()
    .orderBy('answeredAt')
    .execute();
  return rows.map((row) => ({ ...row, answer: JSON.parse(row.answer) as KeptAnswer }));
}

/** Somebody to whom a question was put, as they were known then. */
export interface Asked extends PatientRecord {
  day: Day;
  /** They answered or skipped it. */
  isAnswered: boolean;
}

/**
 * Everybody of this date of birth to whom `question` was put on `firstDay` or later, whatever they did with it. Whether
 * one of them is the patient of now is for `isSamePatient` to say. Costs the same however many visits lie in the past.
 */
export async function visitsAskedSince(
  db: Reader,
  dateOfBirth: DateOfBirth,
  firstDay: Day,
  question: AnswersTable['question'],
): Promise<Asked[]> {
  const rows = await db
    .selectFrom('visits')
    .innerJoin('answers', 'answers.visitId', 'visits.id')
    .where('visits.dateOfBirth', '=', dateOfBirth)
    .where('visits.day', '>=', firstDay)
    .where('answers.question', '=', question)
    .selectAll('visits')
    .select('answers.answer')
    .execute();
  return rows.map((row) => ({
    source: row.source,
    patient: patientColumns(row),
    day: row.day,
    isAnswered: (JSON.parse(row.answer) as KeptAnswer).kind !== 'shown',
  }));
}
