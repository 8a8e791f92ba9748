import { expect, test, type Page } from '@playwright/test';
import { startKiosk, type Kiosk } from '../support/kioskApp';
import { claimOf, madeUpDay, nobody } from '../support/madeUpDay';
import { checkIn, enterDateOfBirth, heading, headings, press } from '../support/patient';

/* Nothing that one patient typed or was shown is there for the next (second promise, design §1, §10). */

const now = '2026-11-23T10:00';
const day = madeUpDay(now);
const typed = { day: '27', month: '3', year: '1984' };

test.describe('a visit that nobody goes on with', () => {
  let kiosk: Kiosk;
  let page: Page;
  test.beforeAll(async () => {
    kiosk = await startKiosk({ args: ['--demo', '--now', now, '--idle-seconds', '2'] });
    page = kiosk.page;
  });
  test.afterAll(() => kiosk.close());

  const dialog = () => page.getByRole('dialog', { name: 'Do you need more time?' });

  async function typeDate(): Promise<void> {
    await press(page, 'Check in for an appointment');
    for (const [field, text] of Object.entries(typed)) await page.locator(`#${field}`).fill(text);
  }

  /** Everything that the page holds as text, markup or the value of a box. */
  function everything(): Promise<string> {
    return page.evaluate(() =>
      [document.documentElement.outerHTML, ...[...document.querySelectorAll('input')].map(({ value }) => value)].join(
        '\n',
      ),
    );
  }

  test('is warned, and one tap keeps what was typed', async () => {
    await typeDate();
    await expect(dialog()).toBeVisible();
    await expect(dialog().getByText(/What you entered will be cleared in \d+ seconds?\./)).toBeVisible();
    await dialog().getByRole('button', { name: 'I need more time' }).click();
    await expect(dialog()).toBeHidden();
    for (const [field, text] of Object.entries(typed)) await expect(page.locator(`#${field}`)).toHaveValue(text);
    await press(page, 'Start again');
  });

  test('is dropped when the warning is not answered', async () => {
    await typeDate();
    expect(await everything()).toContain(typed.year);
    await expect(dialog()).toBeVisible();
    await expect(heading(page, headings.welcome)).toBeVisible({ timeout: 10_000 });
    await expect(dialog()).toBeHidden();
    expect(await everything()).not.toContain(typed.year);
    await press(page, 'Check in for an appointment');
    for (const field of Object.keys(typed)) await expect(page.locator(`#${field}`)).toHaveValue('');
    await press(page, 'Start again');
  });

  test('is dropped by Start again in the warning', async () => {
    await typeDate();
    await dialog().getByRole('button', { name: 'Start again' }).click();
    await expect(heading(page, headings.welcome)).toBeVisible();
    expect(await everything()).not.toContain(typed.year);
  });

  test('is not warned while somebody types', async () => {
    await press(page, 'Check in for an appointment');
    const until = Date.now() + 4_000;
    while (Date.now() < until) {
      await page.keyboard.press('1');
      await page.keyboard.press('Backspace');
      await page.waitForTimeout(300);
      expect(await dialog().isVisible()).toBe(false);
    }
    await press(page, 'Start again');
  });

  test('keeps what was typed on the way back, and drops it on Start again', async () => {
    await press(page, 'Check in for an appointment');
    await enterDateOfBirth(page, nobody.dateOfBirth);
    await expect(heading(page, headings.letter)).toBeVisible();
    await press(page, 'Back');
    await expect(page.locator('#year')).toHaveValue('1950');
    await press(page, 'Back');
    await expect(heading(page, headings.welcome)).toBeVisible();
    expect(await everything()).not.toContain('1950');
  });

  test('that has ended clears itself with a countdown, and asks nothing', async () => {
    const claim = claimOf(day, 'soon');
    await checkIn(page, claim);
    await expect(heading(page, 'You are checked in')).toBeVisible();
    const countdown = page.getByRole('timer');
    await expect(countdown).toHaveText('This screen clears in 4 seconds', { timeout: 5_000 });
    await expect(countdown).toHaveText('This screen clears in 2 seconds', { timeout: 5_000 });
    await expect(heading(page, headings.welcome)).toBeVisible({ timeout: 5_000 });
    const left = await everything();
    for (const word of ['Dr ', claim.dateOfBirth.slice(0, 4), 'checked in']) expect(left).not.toContain(word);
  });

  test('that has ended stands longer when asked to', async () => {
    await checkIn(page, nobody);
    await press(page, 'I need more time');
    await expect(page.getByRole('timer')).toHaveText(/clears in 1[45] seconds/);
    await press(page, 'Finish');
  });
});
