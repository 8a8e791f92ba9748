import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  applicationByDraft,
  applicationById,
  applicationByReference,
  applicationsInView,
  applicationsLike,
  changeApplication,
  insertApplication,
  isReferenceTaken,
  openApplications,
} from '../../main/store/applications';
import { purgeApplications } from '../../main/store/applicationsPurge';
import type { StoredApplication } from '../../main/domain/application/types';
import type { Store } from '../../main/store/store';
import { openTemporaryStore } from '../support/temporaryStore';
import {
  born,
  nextReference,
  sampleApplication,
  sampleProxy,
  sampleTask,
} from '../unit/services/desk/applicationsSupport';
import { openRaw } from './support/raw';

const later = '2026-11-23T11:00:00.000Z';

async function withSent(...applications: StoredApplication[]) {
  const opened = await openTemporaryStore();
  for (const application of applications) await opened.store.write((db) => insertApplication(db, application));
  return opened;
}

const end = (store: Store, application: StoredApplication, endedAt = later): Promise<void> =>
  store.write((db) =>
    changeApplication(db, application, { work: application.work, ended: 'withdrawn' }, { by: 'staff', at: endedAt }),
  );

const idsOf = (applications: readonly { id: string }[]): string[] => applications.map(({ id }) => id);

describe('what was sent', () => {
  test('is read as it was written, by id, draft and reference, of every kind', async () => {
    const all = [sampleApplication(), sampleProxy(), sampleTask()];
    const { store } = await withSent(...all);
    for (const one of all) {
      expect(await applicationById(store.db, one.id)).toEqual(one);
      expect(await applicationByDraft(store.db, one.draftId)).toEqual(one);
      expect(await applicationByReference(store.db, one.reference)).toEqual(one);
    }
  });

  test('is not there under any other name', async () => {
    const { store } = await withSent(sampleApplication());
    expect(await applicationById(store.db, randomUUID())).toBeNull();
    expect(await applicationByDraft(store.db, randomUUID())).toBeNull();
    expect(await applicationByReference(store.db, nextReference())).toBeNull();
  });

  test('is one application, and one reference, for ever', async () => {
    const sent = sampleApplication();
    const { store } = await withSent(sent);
    const { draftId, reference } = sent;
    for (const taken of [{ draftId }, { reference }, { subjectId: sent.subjectId }])
      await expect(store.write((db) => insertApplication(db, sampleApplication(taken)))).rejects.toThrow(/UNIQUE/);
    expect(await isReferenceTaken(store.db, reference)).toBe(true);
    expect(await isReferenceTaken(store.db, nextReference())).toBe(false);
  });
});

describe('a change', () => {
  test('raises the version, says by whom and when, and leaves what the patient gave', async () => {
    const sent = sampleApplication();
    const { store } = await withSent(sent);
    const work = { ...sent.work, isForLater: true };
    await store.write((db) => changeApplication(db, sent, { work, ended: null }, { by: 'staff', at: later }));
    expect(await applicationById(store.db, sent.id)).toEqual({
      ...sent,
      work,
      version: 1,
      changedBy: 'staff',
      changedAt: later,
    });
  });

  test('that ends it keeps the instant of its end through later changes', async () => {
    const sent = sampleApplication();
    const { store } = await withSent(sent);
    await end(store, sent);
    const ended = await applicationById(store.db, sent.id);
    expect(ended).toMatchObject({ ended: 'withdrawn', endedAt: later });
    if (ended === null) return;
    const at = '2026-11-23T12:00:00.000Z';
    await store.write((db) => changeApplication(db, ended, { work: ended.work, ended: 'closed' }, { by: null, at }));
    expect(await applicationById(store.db, sent.id)).toMatchObject({ ended: 'withdrawn', endedAt: later, version: 2 });
  });

  test('of another version than there is changes nothing', async () => {
    const sent = sampleApplication();
    const { store } = await withSent(sent);
    await end(store, sent);
    await expect(end(store, sent)).rejects.toThrow('has changed');
    expect(await applicationById(store.db, sent.id)).toMatchObject({ version: 1 });
  });
});

test('the queue is what is open and what ended since a moment, oldest first', async () => {
  const [first, second, third] = ['08', '07', '09'].map((hour) =>
    sampleApplication({ sentAt: `2026-11-23T${hour}:00:00.000Z` }),
  );
  if (first === undefined || second === undefined || third === undefined) throw new Error('Three were made');
  const { store } = await withSent(first, second, third);
  await end(store, third, later);
  expect(idsOf(await applicationsInView(store.db, later))).toEqual([second.id, first.id, third.id]);
  expect(idsOf(await applicationsInView(store.db, '2026-11-23T11:00:00.001Z'))).toEqual([second.id, first.id]);
  expect(await openApplications(store.db)).toEqual([
    { id: second.id, day: second.day },
    { id: first.id, day: first.day },
  ]);
});

test('those that may be of the same person share a date of birth or a number, newest first', async () => {
  const sent = (hour: string, form: Partial<StoredApplication['form']>) =>
    sampleApplication({ sentAt: `2026-11-23T${hour}:00:00.000Z`, form });
  const other = born('1977-11-29');
  const [byBirth, byNumber, neither] = [
    sent('08', { nhsNumber: null }),
    sent('09', { dateOfBirth: other }),
    sent('10', { dateOfBirth: other, nhsNumber: null }),
  ];
  const { store } = await withSent(byBirth, byNumber, neither);
  const like = (dateOfBirth: string, nhsNumber: string | null) =>
    applicationsLike(store.db, { dateOfBirth: born(dateOfBirth), nhsNumber });
  expect(idsOf(await like('1961-07-13', '9990000018'))).toEqual([byNumber.id, byBirth.id]);
  expect(idsOf(await like('1961-07-13', null))).toEqual([byBirth.id]);
  expect(idsOf(await like('1900-01-01', null))).toEqual([]);
});

describe('the purge', () => {
  test('takes at most so many at once, those that ended first, and none that is open', async () => {
    const all = [1, 2, 3, 4].map(() => sampleApplication());
    const { store } = await withSent(...all);
    const hours = ['08', '07', '09'];
    for (const [place, hour] of hours.entries()) {
      const one = all[place];
      if (one !== undefined) await end(store, one, `2026-11-23T${hour}:00:00.000Z`);
    }
    const purgeOne = () => store.write((db) => purgeApplications(db, '2026-11-23T08:30:00.000Z', 1));
    const left = async () => {
      const rows = await store.db.selectFrom('applications').select('id').execute();
      return all.flatMap(({ id }, place) => (rows.some((row) => row.id === id) ? place : []));
    };
    expect([await purgeOne(), await left()]).toEqual([1, [0, 2, 3]]);
    expect([await purgeOne(), await left()]).toEqual([1, [2, 3]]);
    expect([await purgeOne(), await left()]).toEqual([0, [2, 3]]);
  });

  test('leaves no byte of it in the file, decrypted', async () => {
    const long = 'Quillfeatherington'.repeat(3);
    const sent = sampleApplication({
      form: {
        lastName: long,
        agreed: { version: '1', statements: [{ words: 'Plantedstatement '.repeat(400), at: later }] },
      },
    });
    const { store, options } = await withSent(sampleApplication(), sent, sampleApplication());
    const raw = openRaw(options);
    const found = () =>
      ['Quillfeather', 'Plantedstatement', sent.draftId].filter((word) => raw.serialize().includes(word));
    expect(found()).toHaveLength(3);
    await end(store, sent);
    await store.write((db) => purgeApplications(db, '2026-12-01T00:00:00.000Z', 10));
    expect(found()).toEqual([]);
  });
});
