import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { inMain } from '../support/inMain';
import { defaultRules } from '../../main/domain/rules';
import type { MachineSettings } from '../../main/services/ports';
import { violationsOf } from '../support/axe';
import { startCups, type TestCups } from '../support/cups';
import { claimOf, listFolder, writeDayList, writeFileFor } from '../support/dayLists';
import { freshFolder, startKiosk, type Kiosk } from '../support/kioskApp';
import { checkIn, finish, heading, headings, press } from '../support/patient';
import { readPdf } from '../support/pdf';
import { scanPdf } from '../support/pictures';
import { applyForMe, reference } from '../support/signUp';
import { day, patient } from '../support/situations';

/* `Print this` at the kiosk: out of a real CUPS onto the paper of a ticket printer. */

const now = `${day}T14:00`;
const rules = {
  calling: 'here',
  isNeedsQuestionAsked: false,
  ownQuestion: null,
  walkIn: { day, name: 'Flu clinic', until: '18:00' },
  receptionChoices: defaultRules.receptionChoices.map((choice) => ({ ...choice, givesTicket: true })),
};
const applicant = {
  firstName: 'Zephyrine',
  lastName: 'Vanterpool',
  dateOfBirth: '1961-07-13',
  services: ['Book and cancel appointments'],
} as const;
const comes = patient('14:05');

const printButton = (page: Page) => page.getByRole('button', { name: 'Print this', exact: true });
const said = (page: Page) => page.locator('.paper__said');
const shownTicket = (page: Page) => page.locator('.ticket__code').innerText();

interface TicketKiosk extends Kiosk {
  /** Goes to an ending with a ticket and back, until the button is there, or is not. */
  untilButton(isThere: boolean): Promise<void>;
}

/** A kiosk whose machine is set so, at `cups`. */
async function open(machine: Partial<MachineSettings>, cups: TestCups): Promise<TicketKiosk> {
  const dataFolder = freshFolder();
  writeFileSync(join(dataFolder, 'machine.json'), JSON.stringify(machine));
  const folder = listFolder();
  const list = writeDayList(folder, 'today.csv', 'emis', [comes]);
  const settings = writeFileFor(folder, 'settings.json', JSON.stringify(rules));
  process.env['CUPS_SERVER'] = cups.server;
  const kiosk = await startKiosk({
    dataFolder,
    args: ['--demo', '--now', now, '--list', list, '--settings', settings],
  });
  const { page } = kiosk;
  await expect(heading(page, headings.welcome)).toBeVisible();
  return {
    ...kiosk,
    async untilButton(isThere) {
      // The printer is looked at while somebody is there: so the ending stands between two looks, and a new one shows what is new.
      const look = async (): Promise<boolean> => {
        if (!(await heading(page, headings.welcome).isVisible())) await finish(page);
        await joinWalkIn(page);
        return printButton(page).isVisible();
      };
      await expect.poll(look, { intervals: [3_000], timeout: 30_000 }).toBe(isThere);
      await finish(page);
    },
    async close() {
      await kiosk.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Joins the walk-in session; its ticket. */
async function joinWalkIn(page: Page): Promise<string> {
  await press(page, 'Join the walk-in session');
  await expect(heading(page, 'You are in the queue for the walk-in session')).toBeVisible();
  return shownTicket(page);
}

/** Ways to an ending, each with what it shows. */
const ways: [string, (page: Page) => Promise<string>][] = [
  ['the reference of an application', (page) => applyForMe(page, applicant)],
  ['the ticket of a walk-in session', joinWalkIn],
  [
    'the ticket of reception’s queue',
    async (page) => {
      await press(page, 'Speak to reception');
      await press(page, 'Hand in a sample or form');
      await expect(heading(page, 'Please speak to reception')).toBeVisible();
      return shownTicket(page);
    },
  ],
  [
    'the ticket of a check-in',
    async (page) => {
      await checkIn(page, claimOf(comes));
      await expect(heading(page, 'You are checked in')).toBeVisible();
      return shownTicket(page);
    },
  ],
];

/** What nobody who finds the paper may learn. */
const untold = [
  comes.firstName,
  comes.lastName,
  comes.nhsNumber,
  comes.postcode,
  '14:05',
  '2:05',
  applicant.firstName,
  applicant.lastName,
  '1961',
  '13 July',
  'Flu clinic',
  'appointment',
];

/** `Print this` up to what it says then. */
async function print(page: Page): Promise<string> {
  await press(page, 'Print this');
  await expect(said(page)).toBeVisible({ timeout: 25_000 });
  return said(page).innerText();
}

const failed = 'It could not be printed. Please write it down or take a photo';

test.describe('a ticket printer at the kiosk', () => {
  let cups: TestCups;
  test.beforeAll(async () => {
    cups = await startCups();
  });
  test.afterAll(() => cups.stop());

  for (const [kioskPaper, width] of [
    ['roll80', 80],
    ['roll58', 58],
  ] as const) {
    test(`prints each reference and ticket on ${kioskPaper}, and nothing of anybody`, async () => {
      test.setTimeout(180_000);
      const queue = await cups.addPdfQueue(`Kiosk-${kioskPaper}`);
      const kiosk = await open({ kioskPrinter: queue.name, kioskPaper }, cups);
      const { page } = kiosk;
      await kiosk.untilButton(true);
      for (const [number, [what, go]] of ways.entries()) {
        const shown = await go(page);
        expect(await violationsOf(page), what).toEqual([]);
        expect(await print(page), what).toBe('Take your paper');
        await expect(said(page)).toBeFocused();
        await expect(printButton(page)).toHaveCount(0);
        expect(await violationsOf(page), what).toEqual([]);
        expect(queue.outputs(), what).toHaveLength(number + 1);
        const pdf = queue.outputs().at(-1) ?? Buffer.alloc(0);
        const text = readPdf('pdftotext', pdf);
        expect(text, what).toContain(shown);
        for (const word of untold) expect(text.toLowerCase(), what).not.toContain(word.toLowerCase());
        const [, wide = '0'] = /^Page size: +([\d.]+) x/m.exec(readPdf('pdfinfo', pdf)) ?? [];
        expect(Number(wide)).toBeCloseTo((width * 72) / 25.4, 1);
        expect(scanPdf(pdf, 300)).toEqual(number === 0 ? [shown] : []);
        await finish(page);
      }
      expect(cups.spooled()).toEqual([]);
      await kiosk.close();
      for (const word of untold.slice(0, 4)) expect(kiosk.log()).not.toContain(word);
    });
  }

  test('that fails says so and leaves the reference; the next person is promised nothing', async () => {
    test.setTimeout(120_000);
    const queue = await cups.addPdfQueue('Kiosk-fails', { errorPolicy: 'abort-job' });
    const kiosk = await open({ kioskPrinter: queue.name }, cups);
    const { page } = kiosk;
    await kiosk.untilButton(true);
    queue.breaks(true);
    const shown = await applyForMe(page, applicant);
    expect(await print(page)).toBe(failed);
    await expect(said(page)).toBeFocused();
    expect(await reference(page)).toBe(shown);
    expect(await violationsOf(page)).toEqual([]);
    await finish(page);
    await joinWalkIn(page);
    await expect(printButton(page)).toHaveCount(0);
    expect(queue.outputs()).toEqual([]);
    await kiosk.close();
  });

  test('without paper holds nobody up, and what nobody waits for any more does not come out later', async () => {
    test.setTimeout(120_000);
    const queue = await cups.addPdfQueue('Kiosk-empty');
    const kiosk = await open({ kioskPrinter: queue.name }, cups);
    const { page } = kiosk;
    await kiosk.untilButton(true);
    queue.trouble('media-empty-error');
    await applyForMe(page, applicant);
    const clock = page.getByRole('timer');
    const before = await clock.innerText();
    await press(page, 'Print this');
    await expect(page.getByRole('button', { name: 'Printing', exact: true })).toBeFocused();
    await expect.poll(() => clock.innerText()).not.toBe(before);
    // Whoever cannot wait goes on, and so does the next.
    await finish(page);
    await checkIn(page, claimOf(comes));
    await expect(heading(page, 'You are checked in')).toBeVisible();
    await finish(page);
    await expect.poll(() => cups.spooled(), { timeout: 40_000 }).toEqual([]);
    queue.trouble(null);
    await kiosk.close();
    expect(queue.outputs()).toEqual([]);
  });

  test('that is stopped, or that nobody has set, is not offered', async () => {
    test.setTimeout(180_000);
    const queue = await cups.addPdfQueue('Kiosk-stopped');
    const kiosk = await open({ kioskPrinter: queue.name }, cups);
    await kiosk.untilButton(true);
    await cups.pause(queue.name);
    await kiosk.untilButton(false);
    await cups.resume(queue.name);
    await kiosk.untilButton(true);
    await kiosk.close();
    const none = await open({}, cups);
    for (const [, go] of ways) {
      await go(none.page);
      await expect(printButton(none.page)).toHaveCount(0);
      await finish(none.page);
    }
    await none.close();
  });

  test('adds nothing to the length of an upright screen, and its button is as large as every other', async () => {
    test.setTimeout(120_000);
    const queue = await cups.addPdfQueue('Kiosk-long', { errorPolicy: 'abort-job' });
    const kiosk = await open({ kioskPrinter: queue.name }, cups);
    const { page } = kiosk;
    await inMain(kiosk.app, ({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(1080, 1920);
    });
    await page.waitForFunction('innerWidth === 1080');
    await kiosk.untilButton(true);
    queue.breaks(true);
    await applyForMe(page, applicant);
    for (const setting of ['Contrast', 'Larger text']) await press(page, setting);
    await expectInSight(page, 'Print this');
    expect((await printButton(page).boundingBox())?.height).toBeGreaterThanOrEqual(60);
    expect(await print(page)).toBe(failed);
    await expectInSight(page, 'Finish');
    const box = await said(page).boundingBox();
    const footer = await page.locator('.footer').boundingBox();
    expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(footer?.y ?? 0);
    expect(await violationsOf(page)).toEqual([]);
    await kiosk.close();
  });
});

/** The whole of the button lies above the footer. */
async function expectInSight(page: Page, name: string): Promise<void> {
  const box = await page.getByRole('button', { name, exact: true }).boundingBox();
  const footer = await page.locator('.footer').boundingBox();
  expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(footer?.y ?? 0);
}
