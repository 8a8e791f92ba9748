import { Temporal } from 'temporal-polyfill';
import { needKindSchema, type Question, type QuestionAnswer } from '../../preload/contract/kiosk';
import { dateSchema, type Day } from '../../preload/contract/rules/dates';
import { isSamePatient, type KnownPatient } from '../domain/patients';
import { questionsDue } from '../domain/questionsDue';
import type { Now, PracticeRules } from '../domain/types';
import { answersOfVisit, saveAnswer, saveShown, visitsAskedSince, type KeptAnswer } from '../store/answers';
import { appendAudit } from '../store/audit';
import type { Reader, Writer } from '../store/schema';
import type { GoodEnding } from './visitSession';

/**
 * The questions to ask a patient who is checked in; at most two. None that they have answered or skipped today, and none about needs that
 * the list carries already or that was put to them on an earlier day of the practice's interval, whatever they did with it.
 * @param patient as known before this check-in.
 */
export async function questionsFor(
  db: Reader,
  { patient, rules, now }: { patient: KnownPatient; rules: PracticeRules; now: Now },
): Promise<Question[]> {
  const answered = new Set<Question['kind']>();
  for (const { id } of patient.visits) {
    for (const { question, answer } of await answersOfVisit(db, id)) {
      if (answer.kind !== 'shown') answered.add(question);
    }
  }
  const hasNeed = patient.appointments.some((appointment) => appointment.hasNeed);
  const mayAsk = rules.isNeedsQuestionAsked && !hasNeed && !answered.has('needs');
  const wasNeedsAsked = !mayAsk || (await wasAskedLately(db, patient, rules, now.day));
  return questionsDue({ rules, now, hasNeed, wasNeedsAsked }).filter(({ kind }) => !answered.has(kind));
}

async function wasAskedLately(
  db: Reader,
  { appointments, visits }: KnownPatient,
  { needsQuestionAgainDays }: PracticeRules,
  today: Day,
): Promise<boolean> {
  const own = [...appointments, ...visits];
  const [first] = own;
  if (first === undefined || needsQuestionAgainDays === 0) return false;
  // Asked again on the day on which that many have passed.
  const firstDay = Temporal.PlainDate.from(today).subtract({ days: needsQuestionAgainDays - 1 });
  const since = dateSchema.parse(firstDay.toString());
  const asked = await visitsAskedSince(db, first.patient.dateOfBirth, since, 'needs');
  return asked
    .filter(({ day, isAnswered }) => isAnswered || day < today)
    .some((visit) => own.some((record) => isSamePatient(visit, record)));
}

/** Keeps that `questions` stand on a good ending, in the caller's transaction; an answer given before stands. */
export async function keepShown(
  db: Writer,
  visitId: string,
  questions: readonly Question[],
  instant: string,
): Promise<void> {
  await saveShown(db, { visitId, questions: questions.map(({ kind }) => kind), shownAt: instant });
}

/**
 * What may be kept of an answer to one of `offered`; null if that question was not offered, or has no such choice.
 * Only what a clinician can use: each need once, and a language only with an interpreter, and only one the practice offers. Of the
 * practice's own question the words that were read, as the question may be another tomorrow.
 */
export function answerToKeep(
  offered: readonly Question[],
  answer: QuestionAnswer,
  { interpreterLanguages }: Pick<PracticeRules, 'interpreterLanguages'>,
): KeptAnswer | null {
  const question = offered.find(({ kind }) => kind === questionOf(answer));
  if (question === undefined) return null;
  switch (answer.kind) {
    case 'skipped':
      return answer;
    case 'own': {
      const choice = question.kind === 'own' ? question.choices[answer.choice] : undefined;
      return question.kind === 'own' && choice !== undefined ? { kind: 'own', question: question.text, choice } : null;
    }
    case 'needs': {
      const needs = needKindSchema.options.filter((need) => answer.needs.includes(need));
      const language = interpreterLanguages.find((offers) => offers === answer.language) ?? null;
      return { kind: 'needs', needs, language: needs.includes('interpreter') ? language : null };
    }
  }
}

/** Keeps an answer with the visit, in the caller's transaction; a later one to the same question takes its place. The trail does not hold what was said. */
export async function keepAnswer(
  db: Writer,
  { visitId, subjectId }: GoodEnding,
  question: Question['kind'],
  answer: KeptAnswer,
  instant: string,
): Promise<void> {
  await saveAnswer(db, { visitId, question, answer, answeredAt: instant });
  await appendAudit(db, { at: instant, actor: 'kiosk', action: 'question.answered', subjectId, detail: { question } });
}

/** Which question an answer is to. */
export function questionOf(answer: QuestionAnswer): Question['kind'] {
  return answer.kind === 'skipped' ? answer.question : answer.kind;
}
