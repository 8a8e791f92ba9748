import { call } from '@orpc/server';
import { expect, test } from 'vitest';
import { deskProcedures } from '../../../../main/services/desk/deskProcedures';
import { planReviews } from '../../../../main/services/desk/proxyReviewsPlan';
import { printingProcedures } from '../../../../main/services/desk/printingProcedures';
import { born, sampleProxy } from './applicationsSupport';
import { textOf } from './papersSupport';
import { queue as queueOf } from '../../../support/fakePrinter';
import { openPrinting } from './printingSupport';
import { createBrowser, refusal } from './sessionSupport';

/** A receptionist at the desk, with a review of access to the account of a child who turns 16. */
async function openLetters() {
  const practice = await openPrinting();
  const { store, clock, settings, team, proxyReviews, log } = practice;
  const sent = await practice.send(sampleProxy({ form: { dateOfBirth: born('2011-01-10') } }));
  const now = { rules: settings.rules(), at: clock.instant(), today: clock.now().day };
  await store.write((db) => planReviews(db, sent, now));
  const planned = async () => {
    const [review] = await proxyReviews.list();
    if (review === undefined) throw new Error('No review is planned');
    return { reviewId: review.reviewId, version: review.version };
  };
  const sessions = { find: () => Promise.resolve(team.receptionist) };
  const procedures = printingProcedures(deskProcedures(sessions, log), { ...practice, sessions });
  return {
    ...practice,
    confirmSafe: async () => proxyReviews.confirmSafe(team.clinicalReviewer, await planned()),
    finish: async () => proxyReviews.finish(team.authoriser, { ...(await planned()), outcome: 'ended' }),
    print: async (queue = 'Office', reviewId?: string) =>
      call(
        procedures.printLetters,
        { reviewId: reviewId ?? (await planned()).reviewId, printer: queue },
        { context: createBrowser() },
      ),
  };
}

test('are printed on A4, both, and audited by the subject of the review and no name', async () => {
  const { print, confirmSafe, printer, trail, team } = await openLetters();
  printer.printers = [queueOf('Office')];
  await confirmSafe();
  expect(await print()).toEqual({ state: 'printed', reason: null, isKept: false });
  const [{ html, title, sheet } = { html: '', title: '', sheet: null }] = printer.prints;
  expect(textOf(html)).toContain('Dear Priya Example');
  expect(textOf(html)).toContain('Dear Orla Asking');
  expect(title).toBe('Letters');
  expect(sheet).toMatchObject({ widthMillimetres: 210, heightMillimetres: 297, mayHavePages: true, link: null });
  const entries = await trail();
  expect(entries.map(({ action }) => action)).toEqual(['print.letters', 'print.ended']);
  const [begun, ended] = entries;
  expect(begun).toMatchObject({
    actor: `staff:${team.receptionist.staffId}`,
    detail: { review: 'atSixteen', size: 'a4', printer: 'Office', role: 'receptionist' },
  });
  expect(begun?.subjectId).toMatch(/^[0-9a-f-]{36}$/);
  expect(ended?.subjectId).toBe(begun?.subjectId);
  expect(JSON.stringify(entries)).not.toMatch(/Priya|Orla|Example|Asking|2011/);
});

test('are refused until a clinician has confirmed of late that writing is safe', async () => {
  const { print, confirmSafe, printer, trail, clock } = await openLetters();
  expect(await refusal(print())).toMatchObject({ code: 'NOT_SAFE' });
  await confirmSafe();
  clock.set('2026-12-21T10:00');
  clock.jump(1);
  expect(await refusal(print())).toMatchObject({ code: 'NOT_SAFE' });
  expect(printer.prints).toEqual([]);
  expect(await trail()).toEqual([]);
});

test('are refused once the review is done, by whom is told, and where there is none', async () => {
  const { print, confirmSafe, finish, printer, proxyReviews } = await openLetters();
  await confirmSafe();
  await finish();
  const [done] = await proxyReviews.list();
  expect(await refusal(print('Office', done?.reviewId))).toMatchObject({ code: 'CHANGED', data: { by: 'Aled Grant' } });
  expect(await refusal(print('Office', '00000000-0000-4000-8000-000000000000'))).toMatchObject({ code: 'GONE' });
  expect(printer.prints).toEqual([]);
});

test('never come out of the printer at the kiosk, where the public stands', async () => {
  const { print, confirmSafe, printer, machine } = await openLetters();
  await confirmSafe();
  machine.kioskPrinter = 'Tickets';
  expect(await print('tickets')).toEqual({ state: 'failed', reason: 'notAccepting', isKept: null });
  expect(printer.prints).toEqual([]);
});
