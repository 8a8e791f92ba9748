import { expect, test, type Locator, type Page } from '@playwright/test';
import { openByReference } from '../../support/applicationPages';
import { violationsOf } from '../../support/axe';
import type { TestQueue } from '../../support/cups';
import { callsOf, cookieOf } from '../../support/deskCalls';
import { press } from '../../support/patient';
import { readPdf } from '../../support/pdf';
import { openSlipsDesk, patientOfSlip, type SlipsDesk } from '../../support/slips';
import {
  emisLabels,
  expectPrinted,
  makeSlip,
  openSlip,
  sendSlip,
  slipDialog,
  stepTitle,
} from '../../support/slipsPage';
import { addPerson, type Person } from '../../support/staff';

/* From an account that was created to the paper in the patient's hand, in a real browser. */

const values = { odsCode: 'A83005', accountId: '1194704', secret: 'dE0f1p4aO2z35' };
const sam: Person = { username: 'sam', displayName: 'Sam Ferreira', passphrase: 'lantern harbour thirteen' };
/** So many times is Tab pressed at most to reach something. */
const mostTabs = 60;

test.describe('whoever is a receptionist and creates accounts', () => {
  test.describe.configure({ mode: 'serial' });
  let desk: SlipsDesk;
  let queue: TestQueue;
  let page: Page;
  let references: string[];

  test.beforeAll(async () => {
    test.setTimeout(180_000);
    desk = await openSlipsDesk();
    queue = await desk.cups.addPdfQueue('Reception');
    await desk.setPrinters({ a5: queue.name });
    await addPerson(desk, sam, ['receptionist', 'accountCreator']);
    const again = { ...patientOfSlip, lastName: 'Quillwort', dateOfBirth: '1962-08-14', nhsNumber: '9990000026' };
    references = [await desk.withAccount(), await desk.withAccount(again)];
    page = await desk.signedIn(sam);
  });
  test.afterAll(() => desk.close());

  const expectClean = async (what: string): Promise<void> => {
    expect(await violationsOf(page), what).toEqual([]);
  };
  const tab = (name: string): Locator => page.getByRole('tab', { name, exact: true });

  test('prints a slip out of the application, and hands it over', async () => {
    test.setTimeout(90_000);
    const [reference = ''] = references;
    await tab('Applications').click();
    await openByReference(page, reference);
    await expect(page.getByRole('heading', { name: 'Hand over the details' })).toBeVisible();
    await expectClean('application');
    await press(page, 'Print the setup slip');
    await expect(slipDialog(page)).toBeVisible();
    await expect(page.getByLabel('ODS code', { exact: true })).toHaveValue('A83005');
    await expectClean('typing');
    await expect(slipDialog(page)).toContainText(`Born 13 Jul 1961. Reference on the slip: ${reference}.`);

    // A block copied with its names goes each into its own box.
    await page.getByLabel('ODS code', { exact: true }).evaluate((box) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'Account ID: 1194704 Linkage key: pasted+O0');
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await expect(page.getByText('Pasted into its own box: Account ID, Linkage key. Check each one.')).toBeVisible();
    await expect(page.getByLabel('ODS code', { exact: true })).toHaveValue('A83005');
    await expect(page.getByLabel('Account ID', { exact: true })).toHaveValue('1194704');
    await expect(page.getByLabel('Linkage key', { exact: true })).toHaveValue('pasted+O0');
    await expect(page.getByText('O is capital O, not zero or small o')).toBeVisible();
    await expectClean('pasted');

    // A detail that cannot be right is told of where it is typed, and the rest is kept.
    await page.getByLabel('Account ID', { exact: true }).fill(patientOfSlip.nhsNumber ?? '');
    await page.getByLabel('Linkage key', { exact: true }).fill('short');
    await press(page, 'Check');
    await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
    await expect(page.getByText('The linkage key is too short. Something is missing').first()).toBeVisible();
    await expectClean('problem');
    await page.getByLabel('Linkage key', { exact: true }).fill(values.secret);
    await press(page, 'Check');
    await expect(page.getByText(/^This is an NHS number\. It is not the account ID/).first()).toBeVisible();
    await expect(page.getByLabel('Linkage key', { exact: true })).toHaveValue(values.secret);
    await page.getByLabel('Linkage key', { exact: true }).focus();
    await page.getByLabel('Paper', { exact: true }).focus();
    await expect(page.getByText('0 is zero, not capital O or small o')).toBeVisible();

    await makeSlip(page, values);
    await expect(stepTitle(page, 'Read it back')).toBeFocused();
    await expect(page.getByText('small d, capital E, zero, small f')).toBeVisible();
    await expect(page.getByRole('img', { name: /^The page as it will be printed/ })).toBeVisible();
    await expectClean('reading');
    await press(page, 'Print');
    await expect(page.getByText('Compare it first, then tick the box')).toBeVisible();
    expect(queue.outputs()).toEqual([]);

    queue.trouble('media-empty-error');
    await sendSlip(page);
    await expect(page.getByText('There is no paper in the printer.', { exact: true })).toBeVisible({ timeout: 20_000 });
    await expectClean('waiting');
    queue.trouble(null);
    await expectPrinted(page, queue.name);
    await expectClean('printed');
    await press(page, 'It came out');
    await expect(slipDialog(page)).toHaveCount(0);
    await expect(page.getByText(/^Last sent to a printer by Sam Ferreira/)).toBeVisible();
    await expect(page.getByText(/The answer must be Zephyrine Vanterpool, 13 Jul 1961\./)).toContainText(
      `The slip in your hand must bear our reference ${reference}.`,
    );
    await expectClean('handing over in the application');
    await press(page, 'Handed over to the patient in person');
    await expect(page.getByText(/Nothing more can be done with it\.$/)).toBeVisible();
    expect(await desk.stored(reference)).toMatchObject({ ended: 'closed' });
    expect(await desk.trail(reference)).toEqual(
      expect.arrayContaining(['application.printSlip accountCreator', 'application.handOver receptionist']),
    );
    expect(queue.outputs()).toHaveLength(1);
    const [pdf = Buffer.alloc(0)] = queue.outputs();
    expect(readPdf('pdftotext', pdf)).toContain('Zephyrine V.');
  });

  test('finds nothing of a slip behind the lock, and begins anew', async () => {
    const [, reference = ''] = references;
    await tab('Slips').click();
    await openSlip(page, reference);
    await makeSlip(page, values);
    const locked = await callsOf(desk.address, await cookieOf(page.context()))('session/lock');
    expect(locked.status, locked.body).toBe(200);
    await expect(page.getByText('This desk is locked')).toBeVisible();
    expect(await page.content()).not.toMatch(/Quillwort|1194704|dE0f|small d/);
    await page.getByLabel('Passphrase', { exact: true }).fill(sam.passphrase);
    await press(page, 'Unlock');
    await expect(page.getByRole('tabpanel', { name: 'Slips', exact: true })).toBeVisible();
    await expect(slipDialog(page)).toHaveCount(0);
    await openSlip(page, reference);
    for (const [field, label] of emisLabels)
      await expect(page.getByLabel(label, { exact: true })).toHaveValue(field === 'odsCode' ? 'A83005' : '');
    await page.keyboard.press('Escape');
    await expect(slipDialog(page)).toHaveCount(0);
  });

  test('prints again what did not come out, without typing it again', async () => {
    const [, reference = ''] = references;
    await openSlip(page, reference);
    await makeSlip(page, values);
    await sendSlip(page);
    await expectPrinted(page, queue.name);
    await press(page, 'It did not come out, print again');
    await expectClean('printing again');
    await press(page, 'Print again');
    await expect.poll(() => queue.outputs().length, { timeout: 20_000 }).toBe(3);
    await expectPrinted(page, queue.name);
    await press(page, 'It came out');
    await press(page, 'Later');
    expect(desk.cups.spooled()).toEqual([]);
  });

  test('reads why nothing came out, calls back what waits, and is told when the machine has forgotten it', async () => {
    const [, reference = ''] = references;
    const before = queue.outputs().length;
    await openSlip(page, reference);
    await page.getByRole('radio', { name: /^NHS App only/ }).check();
    await expectClean('no details');
    await page.getByRole('radio', { name: /^EMIS/ }).check();
    await makeSlip(page, values);
    await desk.cups.reject(queue.name);
    await sendSlip(page);
    await expect(page.getByText('It was not printed')).toBeVisible({ timeout: 20_000 });
    await expectClean('failed');
    await desk.cups.accept(queue.name);
    await desk.cups.pause(queue.name);
    await press(page, 'Print again');
    await expect(page.getByText(`${queue.name} is waiting for you`)).toBeVisible({ timeout: 20_000 });
    await press(page, 'Call it back');
    await expect(slipDialog(page)).toHaveCount(0);
    await expect.poll(() => desk.cups.spooled(), { timeout: 20_000 }).toEqual([]);
    await desk.cups.resume(queue.name);
    expect(queue.outputs()).toHaveLength(before);
    await openSlip(page, reference);
    await makeSlip(page, values);
    const link = await desk.asManager('settings/change', { rules: { emisLink: 'https://www.example.org/mended' } });
    expect(link.status, JSON.stringify(link.json)).toBe(200);
    await expect(stepTitle(page, 'The slip has been forgotten')).toBeFocused();
    await expectClean('forgotten');
    await page.keyboard.press('Escape');
    await expect(slipDialog(page)).toHaveCount(0);
  });

  test('does all of it with the keyboard alone', async () => {
    test.setTimeout(90_000);
    const [, reference = ''] = references;
    const key = (name: string): Promise<void> => page.keyboard.press(name);
    const isFocused = (target: Locator): Promise<boolean> =>
      target.evaluate((element) => element === document.activeElement);
    const tabTo = async (target: Locator): Promise<void> => {
      for (let pressed = 0; pressed < mostTabs; pressed += 1) {
        if (await isFocused(target)) return;
        await key('Tab');
      }
      throw new Error(`${String(mostTabs)} times Tab do not reach ${String(target)}`);
    };
    const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
    await tabTo(page.getByRole('button', { name: new RegExp(`^Print the setup slip, ${reference},`) }));
    await key('Enter');
    await expect(slipDialog(page)).toBeVisible();
    for (const [field, label] of emisLabels) {
      await tabTo(page.getByLabel(label, { exact: true }));
      await key('ControlOrMeta+a');
      await page.keyboard.type(values[field]);
    }
    await key('Enter');
    await expect(stepTitle(page, 'Read it back')).toBeFocused({ timeout: 20_000 });
    await tabTo(page.getByRole('checkbox', { name: /^I have compared it/ }));
    await key('Space');
    await tabTo(button('Print'));
    await key('Enter');
    await expect(stepTitle(page, 'Printing')).toBeFocused();
    await expectPrinted(page, queue.name);
    await tabTo(button('It came out'));
    await key('Enter');
    await expect(stepTitle(page, 'It came out')).toBeFocused();
    await expect(page.getByText(/The answer must be \w+ Quillwort, 14 Aug 1962\./)).toContainText(
      `The slip in your hand must bear our reference ${reference}.`,
    );
    await expectClean('hand over');
    await tabTo(button('Handed over to the patient in person'));
    await key('Enter');
    await expect.poll(async () => (await desk.stored(reference)).ended).toBe('closed');
    await expect(page.getByText('Nobody is waiting for a slip.', { exact: false })).toBeVisible();
    await expectClean('nobody waits');
    expect(queue.outputs()).toHaveLength(4);
  });
});
