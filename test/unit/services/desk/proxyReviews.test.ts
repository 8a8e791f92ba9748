import { randomUUID } from 'node:crypto';
import { call } from '@orpc/server';
import { describe, expect, test } from 'vitest';
import type { PracticeRules } from '../../../../main/domain/types';
import type { Caller } from '../../../../main/services/desk/caller';
import { deskProcedures } from '../../../../main/services/desk/deskProcedures';
import { createProxyReviews } from '../../../../main/services/desk/proxyReviews';
import { planReviews } from '../../../../main/services/desk/proxyReviewsPlan';
import { proxyReviewsProcedures } from '../../../../main/services/desk/proxyReviewsProcedures';
import { purgeExpired } from '../../../../main/services/retention';
import { born, openSignUpDesk, sampleApplication, sampleProxy } from './applicationsSupport';
import { createFakePapers } from './papersSupport';
import { createBrowser } from './sessionSupport';

/** A desk with the reviews of a child of 11 whose mother has been given access, unless `dateOfBirth` says otherwise. */
async function openReviews({
  dateOfBirth = '2015-01-04',
  rules,
}: { dateOfBirth?: string; rules?: Partial<PracticeRules> } = {}) {
  const desk = await openSignUpDesk(rules === undefined ? {} : { rules });
  const { store, clock, settings, team, log } = desk;
  const papers = createFakePapers();
  const reviews = createProxyReviews({ ...desk, papers });
  const published: string[] = [];
  desk.changes.subscribe(['applications'], () => published.push('applications'));
  const application = await desk.send(sampleProxy({ form: { dateOfBirth: born(dateOfBirth) } }));
  const plan = () =>
    store.write((db) =>
      planReviews(db, application, { rules: settings.rules(), at: clock.instant(), today: clock.now().day }),
    );
  await plan();
  published.length = 0;
  const asking = (caller: Caller) =>
    proxyReviewsProcedures(deskProcedures({ find: () => Promise.resolve(caller) }, log), { proxyReviews: reviews });
  const context = { context: createBrowser() };
  const first = async () => {
    const [review] = await reviews.list();
    if (review === undefined) throw new Error('No review is planned');
    return review;
  };
  const keyOf = ({ reviewId, version }: { reviewId: string; version: number }) => ({ reviewId, version });
  return {
    ...desk,
    papers,
    reviews,
    application,
    plan,
    published,
    first,
    reviewsTrail: async () => (await desk.trail()).filter(({ action }) => action.startsWith('proxyReview.')),
    list: () => call(asking(team.manager).list, {}, context),
    confirmSafe: async (caller: Caller = team.clinicalReviewer) =>
      call(asking(caller).confirmSafe, keyOf(await first()), context),
    finish: async (outcome: 'continues' | 'suspended' | 'ended', caller: Caller = team.authoriser) =>
      call(asking(caller).finish, { ...keyOf(await first()), outcome }, context),
    letters: async (caller: Caller = team.receptionist, reviewId?: string) =>
      call(asking(caller).letters, { reviewId: reviewId ?? (await first()).reviewId }, context),
    asking,
    context,
  };
}

describe('planning reviews', () => {
  test('is done when access to a child’s account is handed over, once however often it is asked', async () => {
    const { list, plan } = await openReviews();
    expect(await plan()).toBe(0);
    expect(await list()).toMatchObject([
      {
        kind: 'beforeThirteen',
        dueOn: '2028-01-04',
        isDue: false,
        patient: { firstName: 'Priya', lastName: 'Example', dateOfBirth: '2015-01-04' },
        asker: { firstName: 'Orla', lastName: 'Asking' },
        relationship: 'parent',
        version: 0,
        safe: null,
        done: null,
      },
      { kind: 'atSixteen', dueOn: '2031-01-04' },
    ]);
  });

  test('comes with the hand-over itself', async () => {
    const desk = await openSignUpDesk();
    const reviews = createProxyReviews({ ...desk, papers: createFakePapers() });
    const sent = await desk.send(sampleProxy({ form: { dateOfBirth: born('2019-01-04') } }));
    await desk.having(sent, 'verify', 'verifyAsker', 'recordProxy', 'agree');
    await desk.having(sent, 'grantAppointments', 'grantPrescriptions', 'grantRecord', 'createAccount');
    expect(await reviews.list()).toEqual([]);
    await desk.having(sent, 'handOver');
    expect(await reviews.list()).toHaveLength(2);
  });

  test('has nothing to plan for an adult, or for somebody who applies for themselves', async () => {
    const { list, store, settings, clock } = await openReviews({ dateOfBirth: '2010-11-23' });
    const now = { rules: settings.rules(), at: clock.instant(), today: clock.now().day };
    const own = sampleApplication({ form: { dateOfBirth: born('2013-01-04') } });
    expect(await store.write((db) => planReviews(db, own, now))).toBe(0);
    expect(await list()).toEqual([]);
  });

  test('is not held to the application’s own random id: its trail names nobody once it is purged', async () => {
    const { application, store } = await openReviews();
    const rows = await store.db.selectFrom('proxyReviews').select('subjectId').execute();
    expect(new Set(rows.map(({ subjectId }) => subjectId)).size).toBe(1);
    expect(rows[0]?.subjectId).not.toBe(application.subjectId);
  });

  test('a review is due from the practice’s notice on', async () => {
    const { list, clock, settings } = await openReviews({ dateOfBirth: '2011-01-10' });
    expect(await list()).toMatchObject([{ kind: 'atSixteen', dueOn: '2027-01-10', isDue: false }]);
    clock.set('2026-11-29T10:00');
    expect(await list()).toMatchObject([{ isDue: true }]);
    await settings.setRules({ proxyReviewNoticeDays: 10 }, 'test');
    expect(await list()).toMatchObject([{ isDue: false }]);
  });
});

describe('a review', () => {
  test('is confirmed as safe by a clinician and finished by an authoriser, each audited with the role and no name', async () => {
    const { confirmSafe, finish, list, reviewsTrail, published, team } = await openReviews();
    await confirmSafe();
    expect((await list())[0]).toMatchObject({ version: 1, safe: { by: 'Reva Look', at: '2026-11-23T10:00:00.000Z' } });
    await finish('continues');
    expect(await list()).toMatchObject([
      { kind: 'atSixteen', done: null },
      { kind: 'beforeThirteen', version: 2, done: { by: 'Aled Grant', outcome: 'continues' } },
    ]);
    const trail = await reviewsTrail();
    expect(trail).toMatchObject([
      {
        action: 'proxyReview.safeConfirmed',
        actor: `staff:${team.clinicalReviewer.staffId}`,
        detail: { review: 'beforeThirteen', role: 'clinicalReviewer' },
      },
      { action: 'proxyReview.finished', detail: { outcome: 'continues', role: 'authoriser' } },
    ]);
    expect(JSON.stringify(trail)).not.toMatch(/Priya|Example|Orla|Asking|2015/);
    expect(published).toEqual(['applications', 'applications']);
  });

  test('that ends access ends what else was planned of it', async () => {
    const { finish, list, reviewsTrail } = await openReviews();
    await finish('ended');
    expect(await list()).toMatchObject([{ done: { outcome: 'ended' } }, { done: { outcome: 'ended' } }]);
    expect(await reviewsTrail()).toHaveLength(2);
  });

  test('that somebody else has changed is refused with who and when, and nothing is written', async () => {
    const { confirmSafe, asking, context, team, first, list, reviewsTrail } = await openReviews();
    const { reviewId } = await first();
    await confirmSafe();
    const finishing = () => call(asking(team.authoriser).finish, { reviewId, version: 0, outcome: 'ended' }, context);
    await expect(finishing()).rejects.toMatchObject({
      code: 'CHANGED',
      data: { by: 'Reva Look', at: '2026-11-23T10:00:00.000Z' },
    });
    expect((await list()).every(({ done }) => done === null)).toBe(true);
    expect(await reviewsTrail()).toHaveLength(1);
  });

  test('that is done stays as it is', async () => {
    const { finish, asking, context, team, first } = await openReviews();
    const { reviewId } = await first();
    await finish('continues');
    const again = () => call(asking(team.clinicalReviewer).confirmSafe, { reviewId, version: 1 }, context);
    await expect(again()).rejects.toMatchObject({ code: 'CHANGED', data: { by: 'Aled Grant' } });
  });

  test('that is not there is gone', async () => {
    const { asking, context, team } = await openReviews();
    const none = { reviewId: randomUUID(), version: 0 };
    const { confirmSafe } = asking(team.clinicalReviewer);
    await expect(call(confirmSafe, none, context)).rejects.toMatchObject({ code: 'GONE' });
    const { letters } = asking(team.receptionist);
    await expect(call(letters, { reviewId: none.reviewId }, context)).rejects.toMatchObject({ code: 'GONE' });
  });

  test('is only for the roles of the contract', async () => {
    const { confirmSafe, finish, letters, team } = await openReviews();
    await expect(confirmSafe(team.authoriser)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(finish('ended', team.clinicalReviewer)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(letters(team.accountCreator)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('once a review is done', () => {
  test('it is listed for as long as it is kept, and then nobody’s name is left', async () => {
    const desk = await openReviews({ dateOfBirth: '2011-01-10', rules: { proxyReviewsKeptDays: 7 } });
    const { finish, list, clock, store } = desk;
    await finish('suspended');
    // The application it came from is another matter.
    await store.write((db) => db.deleteFrom('applications').execute());
    const rows = async () => JSON.stringify(await store.db.selectFrom('proxyReviews').selectAll().execute());
    clock.set('2026-11-30T10:00');
    await purgeExpired(desk);
    expect(await list()).toHaveLength(1);
    expect(await rows()).toContain('Priya');
    clock.jump(1);
    expect(await list()).toEqual([]);
    await purgeExpired(desk);
    expect(await rows()).toBe('[]');
  });
});
