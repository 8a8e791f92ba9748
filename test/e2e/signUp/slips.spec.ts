import { expect, test, type Page } from '@playwright/test';
import { startKiosk, type Kiosk } from '../../support/kioskApp';
import { heading, press } from '../../support/patient';
import { address, choose, chooseServices, fillBirth, fillContact, fillName, forMe } from '../../support/signUp';
import { orientations, turn, type Orientation } from '../screenshots/camera';

/* Slow and clumsy hands: double taps, second thoughts, and names with marks on the screen's own keyboard. */

test.describe('somebody who applies', () => {
  let kiosk: Kiosk;
  let page: Page;
  test.beforeAll(async () => {
    kiosk = await startKiosk({ args: ['--demo', '--now', '2026-11-23T14:00'] });
    page = kiosk.page;
    await expect(heading(page, /^Welcome to /)).toBeVisible();
  });
  test.beforeEach(() => turn(kiosk, 'portrait'));
  test.afterEach(async () => {
    await press(page, 'Start again');
    await expect(heading(page, /^Welcome to /)).toBeVisible();
  });
  test.afterAll(() => kiosk.close());

  const shows = (name: string): Promise<void> => expect(heading(page, name)).toBeVisible();
  const box = (label: string) => page.getByLabel(label, { exact: true });

  async function keys(...names: string[]): Promise<void> {
    for (const name of names) await page.getByRole('button', { name: new RegExp(`^${name}$`, 'i') }).click();
  }

  /** Two touches of a finger on one spot, as fast as they come. */
  async function tapTwice(name: string): Promise<void> {
    const bounds = await page.getByRole('button', { name, exact: true }).boundingBox();
    if (bounds === null) throw new Error(`"${name}" is not on the screen`);
    const at = { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 };
    const session = await page.context().newCDPSession(page);
    for (const _tap of [1, 2]) {
      await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
      await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    }
    await session.detach();
  }

  async function upToCheck(nhsNumber: string | null): Promise<void> {
    await forMe(page);
    await fillName(page, 'What is your name?', { firstName: 'O', lastName: "O'Neil" });
    await fillBirth(page, 'What is your date of birth?', '1938-03-27');
    await choose(page, 'Do you know your NHS number?', nhsNumber === null ? 'No' : 'Yes');
    if (nhsNumber !== null) {
      await box('What is your NHS number?').fill(nhsNumber);
      await press(page, 'Continue');
    }
    await shows('What is your address?');
    await box('Address line 1').fill(address.line1);
    await box('Town or city').fill(address.town);
    await box('Postcode').fill(address.postcode);
    await press(page, 'Continue');
    await fillContact(page, { mobile: '07700900123' });
    await chooseServices(page, ['Order repeat prescriptions']);
    await shows('Do you need help with communication or information?');
    await press(page, 'Continue');
    await shows('Check your answers');
  }

  const change = (row: string): Promise<void> => press(page, `Change ${row}`);
  const answers = (): Promise<string> => page.locator('.answers').innerText();

  test('writes names with marks, apostrophes and hyphens, and no letter is lost by a quick hand', async () => {
    await forMe(page);
    await shows('What is your name?');
    await keys('Letters with marks', 'l', 'ł', 'u', 'k', 'a', 's', 'z', 'hyphen', 's', 'i');
    await keys('Letters with marks', 'a', 'â', 'n');
    await expect(box('First name')).toHaveValue('Łukasz-Siân');
    await keys('Next', 'o', 'apostrophe', 'n', 'e', 'i', 'l', 'Space', 'a', 'a', 'r');
    await expect(box('Last name')).toHaveValue("O'Neil Aar");
    await keys('Clear');
    await expect(box('Last name')).toHaveValue('');
    await keys('Undo');
    await expect(box('Last name')).toHaveValue("O'Neil Aar");
    await tapTwice('Clear');
    await expect(box('Last name')).toHaveValue('');
    await keys('Undo');
    // A finger's tap is one letter, and two are two.
    await tapTwice('e');
    await expect(box('Last name')).toHaveValue("O'Neil Aaree");
  });

  test('presses nothing on a page that was not there yet, and agrees to nothing unread', async () => {
    await forMe(page);
    await fillName(page, 'What is your name?', { firstName: 'O', lastName: 'X' });
    await fillBirth(page, 'What is your date of birth?', '1938-03-27');
    await shows('Do you know your NHS number?');
    await tapTwice('No');
    await shows('What is your address?');
    await box('Address line 1').fill(address.line1);
    await box('Town or city').fill(address.town);
    await box('Postcode').fill(address.postcode);
    await tapTwice('Continue');
    await shows('How can we contact you?');
    await press(page, 'Continue');
    await shows('Which services would you like?');
    await expect(page.getByRole('alert')).toHaveCount(0);
    const record = page.getByRole('button', { name: 'View my health record', exact: true });
    await tapTwice('View my health record');
    await expect(record).toHaveAttribute('aria-pressed', 'true');
    await tapTwice('Continue');
    await shows('Before you see your record');
    await press(page, 'Continue');
    await expect(page.getByText('1 of 6')).toBeVisible();
    // A hand that has been elsewhere meanwhile: a quick tap where the last one was is taken for its second half.
    await press(page, 'Contrast');
    await tapTwice('I agree');
    await expect(page.getByText('2 of 6')).toBeVisible();
  });

  test('chooses an ending of an email address again without typing anything twice', async () => {
    await forMe(page);
    await fillName(page, 'What is your name?', { firstName: 'O', lastName: 'X' });
    await fillBirth(page, 'What is your date of birth?', '1938-03-27');
    await choose(page, 'Do you know your NHS number?', 'No');
    await shows('What is your address?');
    await box('Address line 1').fill(address.line1);
    await box('Town or city').fill(address.town);
    await box('Postcode').fill(address.postcode);
    await press(page, 'Continue');
    await shows('How can we contact you?');
    await keys('o', 'underscore', 'x', '@hotmail.com', '@gmail.com');
    await expect(box('Email address')).toHaveValue('o_x@gmail.com');
    await keys('Next', '0', '7', 'plus', 'Delete');
    await expect(box('Mobile number')).toHaveValue('07');
  });

  test('goes on without an NHS number, the first time and from the check page, and comes back to it', async () => {
    await upToCheck(null);
    expect(await answers()).toContain('Not known');
    await change('NHS number');
    await choose(page, 'Do you know your NHS number?', 'Yes');
    await shows('What is your NHS number?');
    await press(page, 'Go on without it');
    await shows('Check your answers');
    expect(await answers()).toContain('Not known');

    await change('NHS number');
    await choose(page, 'Do you know your NHS number?', 'Yes');
    await box('What is your NHS number?').fill('9990000018');
    await press(page, 'Continue');
    await shows('Check your answers');
    expect(await answers()).toContain('999 000 0018');

    // What is not sent is not shown, although it is still in its box for whoever thinks again.
    await change('NHS number');
    await choose(page, 'Do you know your NHS number?', 'Yes');
    await press(page, 'Go on without it');
    await shows('Check your answers');
    expect(await answers()).not.toContain('999 000 0018');
    expect(await answers()).toContain('Not known');

    await press(page, 'Start again');
    await forMe(page);
    await fillName(page, 'What is your name?', { firstName: 'O', lastName: 'X' });
    await fillBirth(page, 'What is your date of birth?', '1938-03-27');
    await choose(page, 'Do you know your NHS number?', 'Yes');
    await box('What is your NHS number?').fill('12');
    await press(page, 'Continue');
    await expect(page.getByRole('alert')).toBeVisible();
    await press(page, 'Go on without it');
    await shows('What is your address?');
    await press(page, 'Back');
    await expect(page.getByRole('button', { name: 'No', exact: true })).toHaveAttribute('aria-pressed', 'true');
    await press(page, 'Back');
    await shows('What is your date of birth?');
  });

  test('sees the whole of the NHS number, however the screen is hung and set', async () => {
    await forMe(page);
    await fillName(page, 'What is your name?', { firstName: 'O', lastName: 'X' });
    await fillBirth(page, 'What is your date of birth?', '1938-03-27');
    await choose(page, 'Do you know your NHS number?', 'Yes');
    const input = box('What is your NHS number?');
    await input.fill('9990000018');
    for (const setting of [null, 'Larger text'] as const) {
      if (setting !== null) await press(page, setting);
      for (const orientation of Object.keys(orientations) as Orientation[]) {
        await turn(kiosk, orientation);
        const hidden = await input.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
        expect(hidden, `${orientation} ${setting ?? ''}`).toBeLessThanOrEqual(0);
      }
    }
    await turn(kiosk, 'portrait');
    await press(page, 'Larger text');
  });

  test('changes nothing by opening each answer and going back, or by leaving it as it was', async () => {
    await upToCheck('9990000018');
    const before = await answers();
    const rows = await page.locator('.answers__asked').allInnerTexts();
    expect(rows).toHaveLength(8);
    for (const row of rows) {
      await change(row);
      await expect(heading(page, 'Check your answers')).toHaveCount(0);
      await press(page, 'Back');
      await shows('Check your answers');
      expect(await answers(), row).toBe(before);
    }
    for (const row of rows.filter((one) => !/^(NHS number|Safe )/.test(one))) {
      await change(row);
      await press(page, 'Continue');
      await shows('Check your answers');
      expect(await answers(), row).toBe(before);
    }
  });

  test('types on a keyboard of their own, from the first box to the last', async () => {
    // Faster hands would be a scanner.
    const hands = { delay: 60 };
    await forMe(page);
    await shows('What is your name?');
    await page.keyboard.type('Perdita', hands);
    await page.keyboard.press('Tab');
    await expect(box('First name')).toHaveValue('Perdita');
    await box('Last name').focus();
    await page.keyboard.type("Ní O'Neil", hands);
    await page.keyboard.press('Enter');
    await shows('What is your date of birth?');
    await page.keyboard.type('27031938', hands);
    await expect(box('Year')).toHaveValue('1938');
    await page.keyboard.press('F5');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Enter');
    await shows('Do you know your NHS number?');
    // Nothing is answered by a key that was meant for a box.
    await page.keyboard.press('Enter');
    await page.keyboard.type('y1', hands);
    await shows('Do you know your NHS number?');
    await press(page, 'Back');
    await expect(box('Day')).toHaveValue('27');
  });
});
