import { expect, test, type Page } from '@playwright/test';
import { goToTab, openByReference } from '../../support/applicationPages';
import type { TestQueue } from '../../support/cups';
import { press } from '../../support/patient';
import { openSlipsDesk, type SlipsDesk } from '../../support/slips';
import { expectPrinted, makeSlip, openSlip, sendSlip, slipDialog, typeDetails } from '../../support/slipsPage';
import { addPerson, type Person } from '../../support/staff';
import { deskSizes, takeAt } from './deskCamera';

/* The desk's pages of slips and printers as pictures, for people to look at: out/screenshots. */

const values = { odsCode: 'A83005', accountId: '1194704', secret: 'dE0f1p4aO2z35' };
const sam: Person = { username: 'sam', displayName: 'Sam Ferreira', passphrase: 'lantern harbour thirteen' };
const people = ['Zephyrine,Vanterpool', 'Ottilie,Quennell', 'Wilhelmus,Bracegirdle', 'Maximiliana,Featherstonehaugh'];
const list = ['First name,Last name', ...people, 'Total 4,', ''].join('\r\n');

test.describe('slips at the desk', () => {
  test.describe.configure({ mode: 'serial' });
  let desk: SlipsDesk;
  let queue: TestQueue;
  let page: Page;
  let reference: string;
  const take = (name: string): Promise<void> => takeAt(page, `desk-slips-${name}`, deskSizes);

  test.beforeAll(async () => {
    test.setTimeout(240_000);
    desk = await openSlipsDesk();
    await addPerson(desk, sam, ['receptionist', 'accountCreator', 'verifier', 'authoriser', 'manager']);
    page = await desk.signedIn(sam);
  });
  test.beforeEach(() => test.setTimeout(120_000));
  test.afterAll(() => desk.close());

  const panelTo = async (where: 'start' | 'middle' | 'end'): Promise<void> => {
    const panel = page.getByRole('tabpanel', { name: 'Slips', exact: true });
    const share = { start: 0, middle: 0.5, end: 1 }[where];
    await panel.evaluate((element, part) => {
      element.scrollTo(0, (element.scrollHeight - element.clientHeight) * part);
    }, share);
  };
  const takeAll = async (name: string): Promise<void> => {
    for (const where of ['start', 'middle', 'end'] as const) {
      await panelTo(where);
      await take(where === 'start' ? name : `${name}-${where}`);
    }
  };

  test('without a printer, and with nobody who waits', async () => {
    await goToTab(page, 'Slips');
    await expect(page.getByText('No printer has been set up').first()).toBeVisible();
    await takeAll('empty');
  });

  test('with printers as they come', async () => {
    queue = await desk.cups.addPdfQueue('Reception');
    await desk.cups.addPdfQueue('Reception_Rolls_80mm_Behind_The_Front_Desk');
    await desk.cups.addPdfQueue('Office');
    await desk.cups.pause('Office');
    await desk.cups.addPdfQueue('Kiosk_Tickets');
    await desk.cups.reject('Kiosk_Tickets');
    await desk.setPrinters({ a4: queue.name, a5: queue.name, roll80: 'Reception_Rolls_80mm_Behind_The_Front_Desk' });
    const set = await desk.asManager('settings/changeMachine', { machine: { kioskPrinter: 'Kiosk_Tickets' } });
    expect(set.status).toBe(200);
    reference = await desk.withAccount();
    await desk.withAccount({
      firstName: 'Maximiliana Wilhelmina Konstantina',
      lastName: 'Featherstonehaugh-Cholmondeley-Papadopoulou',
      dateOfBirth: '1941-12-31',
      services: ['Book and cancel appointments'],
    });
    await expect(page.getByRole('button', { name: new RegExp(`^Print the setup slip, ${reference},`) })).toBeVisible();
    await expect(page.getByText('Takes no pages', { exact: true })).toBeVisible({ timeout: 20_000 });
    await takeAll('printers');
    await page.getByLabel('Printer for A4').selectOption('Office');
    await panelTo('end');
    await take('printers-unsaved');
    await press(page, 'Discard');
    await page.getByRole('button', { name: 'Print a calibration page on A5' }).click();
    await expect(page.getByText('Printed by Reception')).toBeVisible({ timeout: 20_000 });
    await page.getByText('Printed by Reception').scrollIntoViewIfNeeded();
    await take('printers-checked');
  });

  test('the dialog, from typing to paper', async () => {
    await panelTo('start');
    await openSlip(page, reference);
    await take('typing');
    await typeDetails(page, { ...values, secret: 'short' });
    await press(page, 'Check');
    await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
    await take('typing-problem');
    await page.getByRole('radio', { name: /^NHS App only/ }).check();
    await take('typing-nhs-app');
    await page.getByRole('radio', { name: /^EMIS/ }).check();
    await typeDetails(page, values);
    await page.keyboard.press('Tab');
    await slipDialog(page).getByLabel('Paper', { exact: true }).selectOption('a5');
    await take('typing-alike');
    await press(page, 'Check');
    await expect(page.getByRole('heading', { name: 'Read it back' })).toBeVisible({ timeout: 20_000 });
    await take('reading');
    await press(page, 'Print');
    await take('reading-missed');
    await press(page, 'Show the page larger');
    await take('reading-larger');
    await press(page, 'Show the page larger');
    queue.trouble('media-empty-error');
    await sendSlip(page);
    await expect(page.getByText('There is no paper in the printer.', { exact: true })).toBeVisible({ timeout: 20_000 });
    await take('waiting');
    queue.trouble(null);
    await expectPrinted(page, queue.name);
    await take('printed');
    await press(page, 'It did not come out, print again');
    await take('printed-again');
    await press(page, 'It came out');
    await expect(slipDialog(page)).toHaveCount(0);
    await take('hand-over');
    await press(page, 'Later');
  });

  test('a slip that is not printed', async () => {
    await openSlip(page, reference);
    await makeSlip(page, values);
    await desk.cups.reject(queue.name);
    await sendSlip(page);
    await expect(page.getByText('It was not printed')).toBeVisible({ timeout: 20_000 });
    await take('failed');
    await desk.cups.accept(queue.name);
    await page.keyboard.press('Escape');
  });

  test('a slip that its own machine forgot', async () => {
    await openSlip(page, reference);
    await makeSlip(page, values);
    await desk.act('receptionist', 'withdraw', reference);
    await expect(page.getByRole('heading', { name: 'The slip has been forgotten' })).toBeVisible();
    await take('gone');
    await page.keyboard.press('Escape');
    await expect(slipDialog(page)).toHaveCount(0);
  });

  test('in the application', async () => {
    const other = await desk.withAccount({
      firstName: 'Quentin',
      lastName: 'Abernathy',
      dateOfBirth: '1955-05-05',
      services: ['Book and cancel appointments'],
    });
    await goToTab(page, 'Applications');
    await openByReference(page, other);
    await expect(page.getByRole('button', { name: 'Print the setup slip', exact: true })).toBeVisible();
    await take('application');
    await goToTab(page, 'Slips');
  });

  test('invitations', async () => {
    await panelTo('end');
    await take('invitations');
    const file = { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(list) };
    await page.locator('input[type=file]').setInputFiles({ ...file, buffer: Buffer.from('nothing\r\n1\r\n') });
    await expect(page.getByText('No column with names was found.', { exact: false })).toBeVisible();
    await panelTo('end');
    await take('invitations-refused');
    await page.locator('input[type=file]').setInputFiles(file);
    await expect(page.getByRole('heading', { name: '4 people in the list' })).toBeVisible({ timeout: 20_000 });
    await panelTo('end');
    await take('invitations-read');
    await page.getByRole('heading', { name: '4 people in the list' }).scrollIntoViewIfNeeded();
    await take('invitations-read-start');
    queue.trouble('media-empty-error');
    await press(page, 'Print all 4 invitations');
    await expect.poll(() => queue.hasBegun()).toBe(true);
    await expect(page.getByText('There is no paper in the printer.').first()).toBeVisible({ timeout: 20_000 });
    await panelTo('end');
    await take('invitations-printing');
    await press(page, 'Stop');
    await take('invitations-stopping');
    queue.trouble(null);
    await expect(page.getByText('Stopped.', { exact: true })).toBeVisible({ timeout: 20_000 });
    await panelTo('end');
    await take('invitations-stopped');
    await press(page, 'Forget the list');
    await take('invitations-forget');
    await page.keyboard.press('Escape');
    await press(page, 'Go on: 3 invitations left');
    await expect(page.getByText(/^4 invitations printed\./)).toBeVisible({ timeout: 30_000 });
    await panelTo('end');
    await take('invitations-finished');
  });

  test('Settings of slips and of printers', async () => {
    await goToTab(page, 'Settings');
    const side = page.locator('.desk-settings__side');
    await side.getByRole('button', { name: /^Setup slips/ }).click();
    await page.getByRole('tabpanel', { name: 'Settings' }).evaluate((element) => {
      element.scrollTo(0, 0);
    });
    await take('settings');
    await press(page, 'Show the slip');
    await expect(page.getByRole('img', { name: 'The sample slip as it would be printed' })).toBeVisible({
      timeout: 20_000,
    });
    await page.getByRole('heading', { name: 'Check the slip' }).scrollIntoViewIfNeeded();
    await take('settings-check');
    await side.getByRole('button', { name: /^This machine/ }).click();
    await page.getByText('Which printer each paper comes out of.', { exact: false }).scrollIntoViewIfNeeded();
    await take('settings-machine');
  });
});
