import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { controlJson } from '../support/commands';
import { startKiosk, type Kiosk } from '../support/kioskApp';
import { claimOf, madeUpDay, nobody } from '../support/madeUpDay';
import { checkIn, enterDateOfBirth, finish, heading, headings, press } from '../support/patient';

const now = '2026-11-23T10:00';
const day = madeUpDay(now);

/** Rule numbers and the parts of the page that break WCAG 2.2 AA; empty when none does. Electron has no new pages, hence the legacy mode. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

test.describe('for people who see, hear or move differently', () => {
  test.describe.configure({ mode: 'serial' });
  let kiosk: Kiosk;
  test.beforeAll(async () => {
    kiosk = await startKiosk({ args: ['--demo', '--now', now] });
  });
  test.afterAll(() => kiosk.close());

  for (const setting of [null, 'Contrast', 'Larger text'] as const) {
    test(`no screen of a check-in breaks WCAG 2.2 AA${setting === null ? '' : ` with ${setting}`}`, async () => {
      const { page } = kiosk;
      await expect(heading(page, headings.welcome)).toBeVisible();
      if (setting !== null) await press(page, setting);
      expect(await violations(page)).toEqual([]);
      await press(page, 'Check in for an appointment');
      await press(page, 'Continue');
      await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      const claim = claimOf(day, 'firstOfJanuary');
      await enterDateOfBirth(page, claim.dateOfBirth);
      await expect(heading(page, headings.letter)).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await press(page, claim.letter);
      await press(page, 'Continue');
      await expect(heading(page, headings.postcode)).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await press(page, 'Start again');
      await expect(heading(page, headings.welcome)).toBeVisible();
    });
  }

  test('neither the help one may ask for after a check-in, nor what one may need at reception, breaks WCAG 2.2 AA', async () => {
    const { page } = kiosk;
    await checkIn(page, claimOf(day, 'leapDay'));
    await press(page, 'Yes');
    await press(page, 'An interpreter');
    await expect(page.getByText('Which language?')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await press(page, 'Continue');
    await expect(heading(page, 'You are checked in')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await finish(page);
    await press(page, 'Speak to reception');
    await expect(heading(page, 'What do you need?')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await press(page, 'Hand in a sample or form');
    await expect(heading(page, 'Please speak to reception')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await finish(page);
  });

  test('what staff make of the kiosk breaks nothing of WCAG 2.2 AA', async () => {
    const { page } = kiosk;
    const control = (...action: string[]) =>
      controlJson({ dataFolder: kiosk.dataFolder, action, args: ['--demo', '--now', now] });
    await control('walk-in', 'Flu vaccinations', '23:59');
    await press(page, 'Join the walk-in session');
    await expect(heading(page, 'You are in the queue for the walk-in session')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await finish(page);
    await control('walk-in-close');
    await control('out-of-service');
    await expect(heading(page, 'Please speak to reception')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await control('in-service');
    await expect(heading(page, headings.welcome)).toBeVisible();
  });

  for (const key of ['tooEarly', 'byPhone', 'otherSite', 'tooLate', 'beingCalled', 'soon'] as const) {
    test(`the ending of ${key} breaks nothing of WCAG 2.2 AA`, async () => {
      await checkIn(kiosk.page, claimOf(day, key));
      expect(await violations(kiosk.page)).toEqual([]);
      await finish(kiosk.page);
    });
  }

  test('a check-in can be made with the keyboard alone', async () => {
    const { page } = kiosk;
    const { dateOfBirth, letter } = claimOf(day, 'twoAppointments');
    await page.getByRole('button', { name: 'Check in for an appointment' }).focus();
    await page.keyboard.press('Enter');
    await expect(heading(page, headings.dateOfBirth)).toBeVisible();
    const [year = '', month = '', date = ''] = dateOfBirth.split('-');
    await page.getByLabel('Day', { exact: true }).focus();
    await page.keyboard.type(`${date}${month}${year}`);
    await expect(page.getByLabel('Year', { exact: true })).toHaveValue(year);
    await page.keyboard.press('Enter');
    await expect(heading(page, headings.letter)).toBeVisible();
    await page.keyboard.type(letter);
    await page.keyboard.press('Enter');
    await expect(heading(page, 'You are checked in')).toBeVisible();
    await finish(page);
  });

  test('help after a check-in can be asked for with the keyboard alone', async () => {
    const { page } = kiosk;
    await checkIn(page, claimOf(day, 'aged104'));
    await page.getByRole('button', { name: 'Yes', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(heading(page, 'What help do you need?')).toBeFocused();
    await page.getByRole('button', { name: 'Large print', exact: true }).focus();
    await page.keyboard.press('Space');
    await expect(page.getByRole('button', { name: 'Large print', exact: true })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await page.getByRole('button', { name: 'Continue', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(heading(page, 'You are checked in')).toBeVisible();
    await expect(page.getByText('Do you need help with communication or information?')).toBeHidden();
    await press(page, 'Skip');
    await expect(page.getByText(/^Thank you\./)).toBeVisible();
    await finish(page);
  });

  test('every new screen puts the focus on its heading, and on the error summary when there is a problem', async () => {
    const { page } = kiosk;
    await checkIn(page, nobody);
    await expect(heading(page, 'Please speak to reception')).toBeFocused();
    await press(page, 'Try again');
    await press(page, 'Continue');
    await expect(page.getByRole('alert')).toBeFocused();
    await press(page, 'Start again');
  });
});
