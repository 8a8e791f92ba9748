import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { violationsOf } from '../../support/axe';
import type { TestQueue } from '../../support/cups';
import { manager } from '../../support/desk';
import { press } from '../../support/patient';
import { readPdf } from '../../support/pdf';
import { scanPdf } from '../../support/pictures';
import { openSlipsDesk, slipRules, type SlipsDesk } from '../../support/slips';
import { openSlipsTab } from '../../support/slipsPage';
import { tracesIn, tracesInFiles, tracesInMain, tracesInPage, writtenSince } from '../../support/slipsTraces';

/* Invitations for a list of people, chosen in a browser, stopped and gone on with: each comes out once, and nothing of the list is left. */

const firstNames = [
  'Zebediah',
  'Ottilie',
  'Quennell',
  'Peregrina',
  'Wilhelmus',
  'Araminthe',
  'Thaddeus',
  'Philippina',
  'Montague',
  'Clementius',
  'Hyacinthe',
  'Bartholomea',
];
const lastNames = firstNames.map((_name, place) => `Plantedsurname${String.fromCharCode(65 + place)}`);
const people = firstNames.map((first, place) => ({ first, last: lastNames[place] ?? '' }));
const list = [
  'Patient ID,First name,Last name,Date of birth,NHS number',
  ...people.map(({ first, last }, place) => `${String(9100 + place)},${first},${last},1961-07-13,999 000 0042`),
  '',
].join('\r\n');
/** What of the list may be nowhere; first names and initials stand on the papers alone. */
const traces = [...lastNames, ...people.map(({ first, last }) => `${first} ${last.charAt(0)}.`), ...firstNames];

test.describe('invitations for a list of people', () => {
  test.describe.configure({ mode: 'serial' });
  let desk: SlipsDesk;
  let queue: TestQueue;
  let page: Page;
  let began: number;

  test.beforeAll(async () => {
    test.setTimeout(180_000);
    began = Date.now();
    desk = await openSlipsDesk();
    queue = await desk.cups.addPdfQueue('Reception');
    await desk.setPrinters({ a5: queue.name });
    page = await openSlipsTab(desk, { ...manager });
  });
  test.afterAll(() => desk.close());

  const progress = (): Promise<string> => page.getByText(/^\d+ of 12 printed$/).innerText();
  const nameOn = (pdf: Buffer): string => /Dear\s+(.+)/.exec(readPdf('pdftotext', pdf))?.[1]?.trim() ?? '';

  test('are read and shown before anything is printed', async () => {
    const input = page.locator('input[type=file]');
    await input.setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
    await expect(page.getByRole('heading', { name: '12 people in the list' })).toBeVisible({ timeout: 20_000 });
    await expect(page.getByRole('img', { name: 'The first invitation as it will be printed' })).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
    expect(queue.outputs()).toEqual([]);
    expect(await tracesInMain(desk.kiosk.kiosk.app, traces)).not.toEqual([]);
  });

  test('stop after the page that is being printed, and go on where they stood', async () => {
    await press(page, 'Print all 12 invitations');
    await expect.poll(() => queue.outputs().length, { timeout: 30_000 }).toBeGreaterThanOrEqual(2);
    queue.trouble('');
    await press(page, 'Stop');
    await expect(page.getByText('Stopping after the page that is being printed …')).toBeVisible();
    queue.trouble(null);
    await expect(page.getByText('Stopped.', { exact: true })).toBeVisible({ timeout: 20_000 });
    const stoppedAt = queue.outputs().length;
    expect(stoppedAt).toBeLessThan(12);
    expect(await progress()).toBe(`${String(stoppedAt)} of 12 printed`);
    await press(page, `Go on: ${String(12 - stoppedAt)} invitations left`);
    await expect(page.getByText(/^12 invitations printed\. Nothing of the list is left\./)).toBeVisible({
      timeout: 60_000,
    });
  });

  test('come out once each, in order, with first name and initial alone', () => {
    const papers = queue.outputs();
    expect(papers.map(nameOn)).toEqual(people.map(({ first, last }) => `${first} ${last.charAt(0)}.`));
    for (const pdf of papers) {
      const bare = readPdf('pdftotext', pdf).replace(/\s+/g, '');
      expect(bare).not.toMatch(/Plantedsurname|1961|9990000042|91\d\d/);
      expect(readPdf('pdfinfo', pdf)).toMatch(/^Pages: +1$/m);
      expect(scanPdf(pdf, 300)).toEqual([slipRules.startLink]);
    }
  });

  test('leave nothing of the list behind', async () => {
    const { app, dataFolder, log } = desk.kiosk.kiosk;
    const folder = dirname(desk.cups.server);
    const isNotPaper = (path: string): boolean => !path.startsWith(join(folder, 'out/'));
    const isNew = writtenSince(began);
    expect(desk.cups.spooled()).toEqual([]);
    expect(tracesIn(Buffer.from(await desk.text()), traces)).toEqual([]);
    expect(tracesIn(Buffer.from(log()), traces)).toEqual([]);
    expect(tracesInFiles([dataFolder, folder], traces, isNotPaper)).toEqual([]);
    expect(tracesInFiles([tmpdir(), '/dev/shm'], traces, (path) => isNotPaper(path) && isNew(path))).toEqual([]);
    expect(await tracesInMain(app, traces)).toEqual([]);
    expect(await tracesInPage(page, traces)).toEqual([]);
  });
});
