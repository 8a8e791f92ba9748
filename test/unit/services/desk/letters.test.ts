import { call } from '@orpc/server';
import { describe, expect, test } from 'vitest';
import { dateSchema } from '../../../../preload/contract/rules/dates';
import { deskProcedures } from '../../../../main/services/desk/deskProcedures';
import { lettersPage } from '../../../../main/services/desk/lettersPage';
import { createProxyReviews } from '../../../../main/services/desk/proxyReviews';
import { planReviews } from '../../../../main/services/desk/proxyReviewsPlan';
import { proxyReviewsProcedures } from '../../../../main/services/desk/proxyReviewsProcedures';
import { born, openSignUpDesk, sampleProxy } from './applicationsSupport';
import { createFakePapers, textOf } from './papersSupport';
import { createBrowser } from './sessionSupport';

const today = dateSchema.parse('2026-11-23');
const page = { practice: 'Elm Tree Surgery', isDemonstration: false, today };
const review = {
  kind: 'atSixteen' as const,
  dueOn: dateSchema.parse('2027-01-10'),
  people: {
    patient: { firstName: 'Priya', lastName: 'Example', dateOfBirth: born('2011-01-10') },
    asker: { firstName: 'Orla', lastName: 'Asking' },
    relationship: 'parent' as const,
  },
};

/** The two letters apart. */
function lettersOf(html: string): string[] {
  return html.split('<article class="letter">').slice(1).map(textOf);
}

describe('the letters of a review', () => {
  test('tell both of the 16th birthday: what happens, when, and whom to ask, each on a page of its own', () => {
    const [toPatient = '', toAsker = '', ...more] = lettersOf(lettersPage(review, page));
    expect(more).toEqual([]);
    expect(toPatient).toContain('Dear Priya Example, Your 16th birthday is 10 January 2027.');
    expect(toPatient).toContain('Access of Orla Asking to your online account at this practice ends with that day.');
    expect(toAsker).toContain('Dear Orla Asking, The 16th birthday of Priya Example is 10 January 2027.');
    expect(toAsker).toContain('Your access to their online account at this practice ends with that day.');
    for (const letter of [toPatient, toAsker]) {
      expect(letter).toContain('ask at the reception of Elm Tree Surgery');
      expect(letter).toContain('Address (staff: we keep none here)');
      expect(letter).toContain('23 November 2026');
    }
  });

  test('tell both of the review before 13', () => {
    const [toPatient = '', toAsker = ''] = lettersOf(lettersPage({ ...review, kind: 'beforeThirteen' }, page));
    expect(toPatient).toContain('Around 10 January 2027 we would like to ask you, alone');
    expect(toAsker).toContain('Around 10 January 2027 we look, with you and with Priya Example');
  });

  test('are true before the day and after it: letters may be late', () => {
    for (const kind of ['atSixteen', 'beforeThirteen'] as const)
      expect(textOf(lettersPage({ ...review, kind }, page))).not.toMatch(/You will be|we (will )?switch|[Bb]efore 10 /);
  });

  test('say nothing of health, of how the two are related, or of a number', () => {
    for (const kind of ['atSixteen', 'beforeThirteen'] as const) {
      const text = textOf(lettersPage({ ...review, kind }, page));
      expect(text).not.toMatch(/NHS number|\b999|diagnos|medic|prescri|record|safeguard|parent|undefined|null/i);
    }
  });

  test('take names as text, and say DEMONSTRATION on each in a demonstration', () => {
    const hostile = `<script>alert('x')</script>&amp;`;
    const people = { ...review.people, patient: { ...review.people.patient, firstName: hostile } };
    const html = lettersPage({ ...review, people }, { ...page, practice: hostile, isDemonstration: true });
    expect(html).not.toContain('<script');
    const letters = lettersOf(html);
    for (const letter of letters) {
      expect(letter).toContain(hostile);
      expect(letter).toContain('DEMONSTRATION');
    }
    expect(lettersPage(review, page)).not.toContain('DEMONSTRATION');
  });
});

describe('printing them', () => {
  async function openLetters() {
    const desk = await openSignUpDesk();
    const { store, clock, settings, team, log } = desk;
    const papers = createFakePapers();
    const proxyReviews = createProxyReviews({ ...desk, papers });
    const sent = await desk.send(sampleProxy({ form: { dateOfBirth: born('2011-01-10') } }));
    const now = { rules: settings.rules(), at: clock.instant(), today: clock.now().day };
    await store.write((db) => planReviews(db, sent, now));
    const [planned] = await proxyReviews.list();
    if (planned === undefined) throw new Error('No review is planned');
    const procedures = proxyReviewsProcedures(deskProcedures({ find: () => Promise.resolve(team.receptionist) }, log), {
      proxyReviews,
    });
    const key = { reviewId: planned.reviewId, version: planned.version };
    return {
      ...desk,
      papers,
      proxyReviews,
      key,
      confirmSafe: async () => {
        const [{ version } = key] = await proxyReviews.list();
        return proxyReviews.confirmSafe(team.clinicalReviewer, { ...key, version });
      },
      finish: async () => {
        const [{ version } = key] = await proxyReviews.list();
        return proxyReviews.finish(team.authoriser, { ...key, version, outcome: 'ended' });
      },
      letters: () => call(procedures.letters, { reviewId: key.reviewId }, { context: createBrowser() }),
      made: async () => (await desk.trail()).filter(({ action }) => action === 'proxyReview.lettersMade'),
    };
  }

  test('is refused until a clinician has confirmed that writing is safe', async () => {
    const { letters, papers, made } = await openLetters();
    await expect(letters()).rejects.toMatchObject({ code: 'NOT_SAFE' });
    expect(papers.pages).toEqual([]);
    expect(await made()).toEqual([]);
  });

  test('is refused when the clinician’s word is four weeks old, until it is given again', async () => {
    const { letters, confirmSafe, clock, papers, proxyReviews } = await openLetters();
    await confirmSafe();
    clock.set('2026-12-21T10:00');
    await letters();
    clock.jump(1);
    expect(await proxyReviews.list()).toMatchObject([{ safe: null }]);
    await expect(letters()).rejects.toMatchObject({ code: 'NOT_SAFE' });
    await confirmSafe();
    await letters();
    expect(papers.pages).toHaveLength(2);
  });

  test('is refused once the review is done: what they announce may not be true any more', async () => {
    const { letters, confirmSafe, finish, papers, made } = await openLetters();
    await confirmSafe();
    await finish();
    await expect(letters()).rejects.toMatchObject({ code: 'CHANGED', data: { by: 'Aled Grant' } });
    expect(papers.pages).toEqual([]);
    expect(await made()).toEqual([]);
  });

  test('gives one PDF, under a name that holds neither a name nor a birthday, and is audited with the role', async () => {
    const { letters, confirmSafe, papers, made, key, team } = await openLetters();
    await confirmSafe();
    const { fileName, pdf } = await letters();
    expect(fileName).toBe(`review-letters-${key.reviewId.slice(0, 8)}.pdf`);
    expect(Buffer.from(pdf, 'base64').toString()).toBe('PDF 1');
    expect(textOf(papers.pages[0] ?? '')).toContain('Dear Priya Example');
    expect(await made()).toMatchObject([
      { actor: `staff:${team.receptionist.staffId}`, detail: { review: 'atSixteen', role: 'receptionist' } },
    ]);
  });

  test('that fails is not said to have been done', async () => {
    const { letters, confirmSafe, papers, made } = await openLetters();
    await confirmSafe();
    papers.fail();
    await expect(letters()).rejects.toThrow();
    expect(await made()).toEqual([]);
  });
});
