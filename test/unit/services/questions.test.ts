import { describe, expect, test } from 'vitest';
import { needKindSchema, type QuestionAnswer } from '../../../preload/contract/kiosk';
import { dateSchema, wallTimeSchema } from '../../../preload/contract/rules/dates';
import { defaultRules } from '../../../main/domain/rules';
import { answersOfVisit, saveAnswer, visitsAskedSince, type KeptAnswer } from '../../../main/store/answers';
import { readAudit } from '../../../main/store/audit';
import { saveVisit } from '../../../main/store/visits';
import { sampleVisit } from '../../store/support/samples';
import { byLetter, failingAtCommit, handleOf, importRows, openCheckIn, row, tenOClock } from './support';

const here = row(1, '10:10');
const own = { text: 'Do you smoke?', choices: ['Yes', 'No'] };
const needs = { kind: 'needs' };
const ownQuestion = { kind: 'own', ...own };
const skipped = (question: 'needs' | 'own') => ({ kind: 'skipped', question }) as const;
const unknownHandle = '00000000-0000-4000-8000-000000000000';

/** A practice with its own question, asked at any hour. */
const asking = { rules: { ownQuestion: own, ownQuestionOff: [] } };

describe('questions after a check-in', () => {
  test('are needs first and then the practice’s own', async () => {
    const { claim } = await openCheckIn({ rows: [here], ...asking });
    expect(await claim(byLetter(here))).toMatchObject({ questions: [needs, ownQuestion] });
  });

  test('leave needs out where the list carries one, on any appointment of the patient', async () => {
    const rows = [here, row(1, '15:00', { hasNeed: true })];
    const { claim } = await openCheckIn({ rows, ...asking });
    expect(await claim(byLetter(here))).toMatchObject({ questions: [ownQuestion] });
  });

  test('are asked again on "already" only as far as they were not answered', async () => {
    const { claim, checkIn } = await openCheckIn({ rows: [here], ...asking });
    const handle = handleOf(await claim(byLetter(here)));
    expect(await checkIn.answer(handle, skipped('needs'))).toBe(true);
    expect(await claim(byLetter(here))).toMatchObject({ kind: 'alreadyCheckedIn', questions: [ownQuestion] });
    expect(await checkIn.answer(handle, { kind: 'own', choice: 1 })).toBe(true);
    expect(await claim(byLetter(here))).toMatchObject({ kind: 'alreadyCheckedIn', questions: [] });
  });

  test.each([
    ['2026-11-20', { needsQuestionAgainDays: 3 }, true],
    ['2026-11-21', { needsQuestionAgainDays: 3 }, false],
    ['2026-11-22', { needsQuestionAgainDays: 0 }, true],
    ['2026-10-24', {}, true],
    ['2026-10-25', {}, false],
  ])('asked about needs on %s with %j: asked now: %s', async (askedOn, rules, isAsked) => {
    const { claim, store } = await openCheckIn({ rows: [here], rules });
    const before = sampleVisit(1, { day: dateSchema.parse(askedOn) });
    await store.write(async (db) => {
      await saveVisit(db, before);
      await saveAnswer(db, { visitId: before.id, question: 'needs', answer: skipped('needs'), answeredAt: tenOClock });
    });
    expect(await claim(byLetter(here))).toMatchObject({ questions: isAsked ? [needs] : [] });
  });

  test('that were shown count as asked on the days after, whatever was done with them, and are asked again on the day itself', async () => {
    const rules = { needsQuestionAgainDays: 3 };
    const { claim, clock, store } = await openCheckIn({ rows: [here], rules });
    expect(await claim(byLetter(here))).toMatchObject({ kind: 'checkedIn', questions: [needs] });
    expect(await claim(byLetter(here))).toMatchObject({ kind: 'alreadyCheckedIn', questions: [needs] });
    for (const [on, questions] of [
      ['2026-11-25', []],
      ['2026-11-26', [needs]],
    ] as const) {
      clock.set(`${on}T10:00`);
      const then = { ...here, start: wallTimeSchema.parse(`${on}T10:10`) };
      const listAsOf = clock.instant();
      await importRows(store, [then], { rules: { ...defaultRules, ...rules }, on: dateSchema.parse(on), listAsOf });
      expect(await claim(byLetter(then))).toMatchObject({ kind: 'checkedIn', questions });
    }
  });

  test('that were shown leave no trace when the check-in cannot be written', async () => {
    const { checkIn, store } = await openCheckIn({ rows: [here], store: failingAtCommit });
    await expect(checkIn.claim(byLetter(here))).rejects.toThrow('disk full');
    const since = dateSchema.parse('2026-11-01');
    expect(await visitsAskedSince(store.db, here.patient.dateOfBirth, since, 'needs')).toEqual([]);
  });

  test('asked of somebody else with the same birthday yesterday are asked now', async () => {
    const { claim, store } = await openCheckIn({ rows: [here] });
    const other = { ...here.patient, sourcePatientId: 'P99', lastName: 'Other' };
    const before = sampleVisit(1, { day: dateSchema.parse('2026-11-22'), patient: other });
    await store.write(async (db) => {
      await saveVisit(db, before);
      await saveAnswer(db, { visitId: before.id, question: 'needs', answer: skipped('needs'), answeredAt: tenOClock });
    });
    expect(await claim(byLetter(here))).toMatchObject({ questions: [needs] });
  });
});

describe('an answer', () => {
  async function checkedIn(rules = {}) {
    const practice = await openCheckIn({ rows: [here], rules: { ...asking.rules, ...rules } });
    const handle = handleOf(await practice.claim(byLetter(here)));
    practice.published.length = 0;
    const kept = async () => {
      const [visit] = await practice.visits();
      const all = visit === undefined ? [] : await answersOfVisit(practice.store.db, visit.id);
      return all.filter(({ answer }) => answer.kind !== 'shown');
    };
    return { ...practice, handle, kept };
  }

  test('is kept with the visit; the last one to a question stands', async () => {
    const { checkIn, handle, kept, published, log } = await checkedIn();
    await checkIn.answer(handle, { kind: 'own', choice: 0 });
    await checkIn.answer(handle, { kind: 'own', choice: 1 });
    expect(await kept()).toMatchObject([
      { question: 'own', answer: { kind: 'own', question: 'Do you smoke?', choice: 'No' }, answeredAt: tenOClock },
    ]);
    expect(published).toEqual(['visits', 'visits']);
    expect(log.entries.at(-1)).toEqual({ event: 'checkIn.questionAnswered', fields: { kind: 'own' } });
  });

  test('holds each need once, in our order, and a language only with an interpreter and from the practice’s list', async () => {
    const { checkIn, handle, kept } = await checkedIn({ interpreterLanguages: ['Polski'] });
    const said = (some: ('interpreter' | 'largePrint' | 'braille')[], language: string | null): QuestionAnswer => ({
      kind: 'needs',
      needs: some,
      language,
    });
    const keptOf = async (answer: QuestionAnswer): Promise<KeptAnswer | undefined> => {
      expect(await checkIn.answer(handle, answer)).toBe(true);
      return (await kept())[0]?.answer;
    };
    expect(await keptOf(said(['largePrint', 'interpreter', 'largePrint'], 'Polski'))).toEqual(
      said(['interpreter', 'largePrint'], 'Polski'),
    );
    expect(await keptOf(said(['interpreter'], 'my knee hurts'))).toEqual(said(['interpreter'], null));
    expect(await keptOf(said(['braille'], 'Polski'))).toEqual(said(['braille'], null));
    expect(await keptOf(said([], null))).toEqual(said([], null));
    expect(await keptOf({ kind: 'needs', needs: needKindSchema.options, language: null })).toMatchObject({
      needs: needKindSchema.options,
    });
  });

  test('to a question that the practice has changed since is kept in the words that were read, and stays so', async () => {
    const { checkIn, claim, handle, kept, settings } = await checkedIn();
    await settings.setRules({ ownQuestion: { text: 'May we text you?', choices: ['No', 'Yes'] } }, 'test');
    await checkIn.answer(handle, { kind: 'own', choice: 0 });
    await claim(byLetter(here));
    expect(await kept()).toMatchObject([{ answer: { kind: 'own', question: 'Do you smoke?', choice: 'Yes' } }]);
  });

  test('is audited without what was said', async () => {
    const { checkIn, handle, store, visits } = await checkedIn();
    await checkIn.answer(handle, { kind: 'needs', needs: ['hearingLoop'], language: null });
    const entry = (await readAudit(store.db, 0, 100)).at(-1);
    const [visit] = await visits();
    expect(entry).toMatchObject({ action: 'question.answered', subjectId: visit?.subjectId, actor: 'kiosk' });
    expect(entry?.detail).toEqual({ question: 'needs' });
  });

  test.each([
    ['a choice that the question does not have', { kind: 'own', choice: 2 }],
    ['an answer to a question that was not asked', { kind: 'needs', needs: [], language: null }],
    ['the skipping of one that was not asked', skipped('needs')],
  ] as [string, QuestionAnswer][])('is refused: %s', async (_what, answer) => {
    const { checkIn, handle, kept, published } = await checkedIn({ isNeedsQuestionAsked: false });
    expect(await checkIn.answer(handle, answer)).toBe(false);
    expect(await kept()).toEqual([]);
    expect(published).toEqual([]);
  });

  test('is refused with a made-up handle, and once the visitor has gone', async () => {
    const { checkIn, handle, session, kept } = await checkedIn();
    expect(await checkIn.answer(unknownHandle, skipped('needs'))).toBe(false);
    session.end(false);
    expect(await checkIn.answer(handle, skipped('needs'))).toBe(false);
    expect(await kept()).toEqual([]);
  });
});

describe('"I was asked to come in"', () => {
  const byPhone = row(1, '10:10', { mode: 'phone' });

  test('tells staff once, and stands when the patient comes again', async () => {
    const { claim, checkIn, visits, alerts, published, store } = await openCheckIn({ rows: [byPhone] });
    const handle = handleOf(await claim(byLetter(byPhone)));
    published.length = 0;
    expect(await checkIn.askedToCome(handle)).toBe(true);
    expect(published).toEqual(['visits', 'alerts']);
    expect(await checkIn.askedToCome(handle)).toBe(true);
    const [visit] = await visits();
    expect(visit).toMatchObject({ notCheckedIn: 'askedToComeIn', firstArrivedAt: null, arrivals: [] });
    expect(await alerts()).toMatchObject([{ kind: 'askedToComeIn', visitId: visit?.id, detail: null }]);
    const audited = (await readAudit(store.db, 0, 100)).filter(({ action }) => action === 'visit.askedToComeIn');
    expect(audited).toMatchObject([{ subjectId: visit?.subjectId }]);
    expect(await claim(byLetter(byPhone))).toMatchObject({ kind: 'byPhone' });
    expect(await visits()).toMatchObject([{ notCheckedIn: 'askedToComeIn' }]);
  });

  test('cannot be said of a check-in, with a made-up handle, nor once the visitor has gone', async () => {
    const other = row(2, '10:10');
    const { claim, checkIn, session, alerts, visits } = await openCheckIn({ rows: [byPhone, other] });
    expect(await checkIn.askedToCome(handleOf(await claim(byLetter(other))))).toBe(false);
    const handle = handleOf(await claim(byLetter(byPhone)));
    expect(await checkIn.dispute(handle)).toBe(false);
    expect(await checkIn.answer(handle, skipped('needs'))).toBe(false);
    session.end(true);
    expect(await checkIn.askedToCome(handle)).toBe(false);
    expect(await checkIn.askedToCome(unknownHandle)).toBe(false);
    expect(await alerts()).toEqual([]);
    expect((await visits()).map(({ notCheckedIn }) => notCheckedIn).sort()).toEqual(['byPhone', null]);
  });
});
