import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { answersOfVisit, saveAnswer, saveShown, visitsAskedSince, type SavedAnswer } from '../../main/store/answers';
import type { Store } from '../../main/store/store';
import { openTemporaryStore } from '../support/temporaryStore';
import { day, instant, samplePatient, sampleVisit, saveArrived, today } from './support/samples';

const interpreter = { kind: 'needs', needs: ['interpreter', 'moreTime'], language: 'Soomaali' } as const;

function needsOf(visitId: string): SavedAnswer {
  return { visitId, question: 'needs', answer: { ...interpreter, needs: [...interpreter.needs] }, answeredAt: instant };
}

async function answered(store: Store, answer: SavedAnswer): Promise<void> {
  await store.write((db) => saveAnswer(db, answer));
}

test('answers come back with their visit, and a second one to the same question takes the place of the first', async () => {
  const { store } = await openTemporaryStore();
  const [visit, other] = [sampleVisit(1), sampleVisit(2)];
  for (const one of [visit, other]) await saveArrived(store, one);
  const own: SavedAnswer = {
    visitId: visit.id,
    question: 'own',
    answer: { kind: 'own', question: 'Do you smoke?', choice: 'Rarely' },
    answeredAt: '2026-11-23T10:01:00.000Z',
  };
  await answered(store, { ...needsOf(visit.id), answer: { kind: 'skipped', question: 'needs' } });
  await answered(store, own);
  await answered(store, needsOf(visit.id));
  expect(await answersOfVisit(store.db, visit.id)).toEqual([needsOf(visit.id), own]);
  expect(await answersOfVisit(store.db, other.id)).toEqual([]);
});

test('an answer without a visit is refused', async () => {
  const { store } = await openTemporaryStore();
  await expect(answered(store, needsOf(randomUUID()))).rejects.toThrow('FOREIGN KEY');
});

test('a question that was shown is kept with its visit once, and never in place of what was said to it', async () => {
  const { store } = await openTemporaryStore();
  const visit = sampleVisit(1);
  await saveArrived(store, visit);
  const show = (shownAt: string): Promise<void> =>
    store.write((db) => saveShown(db, { visitId: visit.id, questions: ['needs', 'own'], shownAt }));
  const shown = { visitId: visit.id, answer: { kind: 'shown' }, answeredAt: instant } as const;
  await show(instant);
  await show('2026-11-23T10:01:00.000Z');
  expect(await answersOfVisit(store.db, visit.id)).toEqual([
    { ...shown, question: 'needs' },
    { ...shown, question: 'own' },
  ]);
  await answered(store, needsOf(visit.id));
  await show('2026-11-23T10:02:00.000Z');
  expect(await answersOfVisit(store.db, visit.id)).toEqual([needsOf(visit.id), { ...shown, question: 'own' }]);
});

test('who was asked since a day is known by date of birth, by skipping too, and not from before or of another question', async () => {
  const { store } = await openTemporaryStore();
  const { dateOfBirth } = samplePatient(1);
  const asked = async (on: string, firstName: string, answer: Partial<SavedAnswer> | null, number = 1) => {
    const patient = samplePatient(number, { firstName, sourcePatientId: null });
    const visit = sampleVisit(number, { day: day(on), patient });
    await saveArrived(store, visit);
    if (answer !== null) await answered(store, { ...needsOf(visit.id), ...answer });
    return { source: visit.source, patient, day: visit.day, isAnswered: true };
  };
  const onTheDay = await asked('2026-10-24', 'Onthe', {});
  const skipped = await asked('2026-11-20', 'Skipped', { answer: { kind: 'skipped', question: 'needs' } });
  await asked('2026-10-23', 'Before', {});
  await asked('2026-11-20', 'Unasked', null);
  await asked('2026-11-20', 'Own', { question: 'own', answer: { kind: 'skipped', question: 'own' } });
  const shown = await asked('2026-11-21', 'Shown', { answer: { kind: 'shown' } });
  await asked('2026-11-20', 'Otherbirth', {}, 2);
  const known = await visitsAskedSince(store.db, dateOfBirth, day('2026-10-24'), 'needs');
  expect(known.map(({ patient }) => patient.firstName).sort()).toEqual(['Onthe', 'Shown', 'Skipped']);
  expect(known).toEqual(expect.arrayContaining([onTheDay, skipped, { ...shown, isAnswered: false }]));
  expect(await visitsAskedSince(store.db, dateOfBirth, today, 'needs')).toEqual([]);
});
