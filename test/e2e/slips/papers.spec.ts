import { expect, test } from '@playwright/test';
import { paperMillimetres, paperSizes, type PaperSize } from '../../../preload/contract/rules/paper';
import type { ProxyReview } from '../../../preload/contract/desk/applications';
import { documents } from '../../support/applications';
import type { TestQueue } from '../../support/cups';
import { finish, press } from '../../support/patient';
import { readPdf } from '../../support/pdf';
import { scanPdf } from '../../support/pictures';
import { choose, chooseServices, fillBirth, fillContact, fillName, send, startSignUp } from '../../support/signUp';
import { openSlipsDesk, slipRules, type SlipsDesk } from '../../support/slips';

/* Papers that are no setup slips, out of a real CUPS: the checks of the practice, what to bring, and letters. */

const points = (millimetres: number): number => (millimetres * 72) / 25.4;
const textOf = (pdf: Buffer): string => readPdf('pdftotext', pdf).replace(/\s+/g, ' ');

function expectPaper(pdf: Buffer, size: PaperSize, pages = 1): void {
  const facts = readPdf('pdfinfo', pdf);
  const [, wide, high] = /^Page size: +([\d.]+) x ([\d.]+)/m.exec(facts) ?? [];
  const { width, height } = paperMillimetres[size];
  expect(facts).toMatch(new RegExp(`^Pages: +${String(pages)}$`, 'm'));
  expect(Math.abs(Number(wide) - points(width))).toBeLessThan(1);
  if (height !== null) expect(Math.abs(Number(high) - points(height))).toBeLessThan(1);
}

test.describe('a paper of the practice', () => {
  test.describe.configure({ mode: 'serial' });
  let desk: SlipsDesk;
  let queue: TestQueue;

  test.beforeAll(async () => {
    test.setTimeout(180_000);
    desk = await openSlipsDesk();
    queue = await desk.cups.addPdfQueue('Reception');
  });
  test.afterAll(() => desk.close());

  /** What comes out when it is asked for. */
  async function printed(ask: () => Promise<{ status: number; json: unknown }>): Promise<Buffer> {
    const before = queue.outputs().length;
    const { status, json } = await ask();
    expect([status, json]).toMatchObject([200, { state: 'printed', reason: null, isKept: false }]);
    expect(queue.outputs()).toHaveLength(before + 1);
    expect(desk.cups.spooled()).toEqual([]);
    return queue.outputs().at(-1) ?? Buffer.alloc(0);
  }

  for (const size of paperSizes) {
    test(`shows on ${size} what a slip will look like, and opens nothing`, async () => {
      const page = { kind: 'sample', system: 'emis', size };
      const pdf = await printed(() => desk.asManager('printing/printCheck', { page, printer: queue.name }));
      expectPaper(pdf, size);
      expect(textOf(pdf)).toMatch(/SAMPLE: these details open nothing/);
      expect(textOf(pdf)).toContain(slipRules.practiceName);
      expect(scanPdf(pdf, 300)).toEqual([slipRules.emisLink]);
      const { json } = await desk.asManager('printing/look', { page });
      expect(json).toMatchObject({ reads: slipRules.emisLink });
    });

    test(`calibrates a printer on ${size}`, async () => {
      const page = { kind: 'calibration', size };
      const pdf = await printed(() => desk.asManager('printing/printCheck', { page, printer: queue.name }));
      expectPaper(pdf, size);
      expect(textOf(pdf)).toMatch(/Check your printer/);
      expect(textOf(pdf)).toContain(queue.name);
      expect([...new Set(scanPdf(pdf, 300))]).toEqual([slipRules.startLink]);
    });

    test(`says on ${size} what to bring, and names nobody`, async () => {
      const missing = ['photo', 'address'];
      const pdf = await printed(() =>
        desk.as.receptionist('printing/printBring', { missing, size, printer: queue.name }),
      );
      expectPaper(pdf, size);
      expect(textOf(pdf)).toMatch(/What to bring/);
      expect(textOf(pdf)).toMatch(/Something with your photo/);
      expect(textOf(pdf)).not.toMatch(/on your own|Something of your own/);
      expect(scanPdf(pdf, 300)).toEqual([]);
    });
  }

  test('tells both of a review by letter on A4, once a clinician has said that it is safe to write', async () => {
    test.setTimeout(90_000);
    await parentOfTwelve();
    const [review] = (await desk.as.receptionist('proxyReviews/list')).json as ProxyReview[];
    if (review === undefined) throw new Error('No review is planned');
    const { reviewId, version } = review;
    const ask = () => desk.as.receptionist('printing/printLetters', { reviewId, printer: queue.name });
    expect((await ask()).json).toMatchObject({ code: 'NOT_SAFE' });
    const safe = await desk.as.clinicalReviewer('proxyReviews/confirmSafe', { reviewId, version });
    expect(safe.status, JSON.stringify(safe.json)).toBe(200);
    const pdf = await printed(ask);
    expectPaper(pdf, 'a4', 2);
    expect(textOf(pdf)).toContain('Ottoline Bracegirdle');
    expect(textOf(pdf)).toContain('Peregrine Bracegirdle');
    expect(textOf(pdf)).toContain(slipRules.practiceName);
  });

  test('that names somebody does not come out beside the kiosk', async () => {
    const set = await desk.asManager('settings/changeMachine', { machine: { kioskPrinter: queue.name } });
    expect(set.status, JSON.stringify(set.json)).toBe(200);
    const [review] = (await desk.as.receptionist('proxyReviews/list')).json as ProxyReview[];
    const before = queue.outputs().length;
    const asked = { reviewId: review?.reviewId, printer: queue.name.toLowerCase() };
    const { json } = await desk.as.receptionist('printing/printLetters', asked);
    expect(json).toMatchObject({ state: 'failed', reason: 'notAccepting' });
    expect(queue.outputs()).toHaveLength(before);
  });

  async function parentOfTwelve(): Promise<void> {
    const { page } = desk.kiosk;
    await startSignUp(page);
    await press(page, 'Continue');
    await choose(page, 'Who is this for?', 'Someone else');
    await choose(page, 'Who are you to this person?', 'Their parent or guardian');
    await fillName(page, 'What is your name?', { firstName: 'Ottoline', lastName: 'Bracegirdle' });
    await fillBirth(page, 'What is your date of birth?', '1982-01-02');
    await fillContact(page, { email: 'ottoline@example.org' });
    await fillName(page, 'What is their name?', { firstName: 'Peregrine', lastName: 'Bracegirdle' });
    await fillBirth(page, 'What is their date of birth?', '2014-08-30');
    await chooseServices(page, ['Book and cancel appointments']);
    await press(page, 'Continue');
    const reference = await send(page);
    await finish(page);
    const alone = { ...documents, wasAskedAlone: true };
    await desk.act('verifier', 'verify', reference, alone);
    await desk.act('verifier', 'verifyAsker', reference, alone);
    const scope = ['appointments'];
    await desk.act('authoriser', 'recordProxy', reference, { relationship: 'parent', basis: 'parent', scope });
    await desk.act('clinicalReviewer', 'confirmCompetence', reference);
    await desk.act('verifier', 'confirmConsent', reference);
    await desk.act('authoriser', 'decide', reference, {
      service: 'appointments',
      decision: 'granted',
      isCodeChecked: false,
    });
    await desk.act('accountCreator', 'createAccount', reference);
    await desk.act('authoriser', 'confirmRecordOff', reference, { isOff: true, isCodeSet: true });
    await desk.act('receptionist', 'handOver', reference, { isInPerson: true });
  }
});
