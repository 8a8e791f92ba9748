import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { startKiosk, type Kiosk } from '../../support/kioskApp';
import { heading, press } from '../../support/patient';
import { lookAtMyPages, lookAtOtherPages, setScreen, type ScreenSetting } from '../../support/signUpPages';
import { outsideScreen, turn } from '../screenshots/camera';

/* Every page of an application: nothing that a program can tell breaks WCAG 2.2 AA, and upright nothing has to be scrolled to. */

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

test.describe('the pages of an application', () => {
  test.describe.configure({ mode: 'serial' });
  let kiosk: Kiosk;
  test.beforeAll(async () => {
    kiosk = await startKiosk({ args: ['--demo', '--now', '2026-11-23T14:00'] });
    await expect(heading(kiosk.page, /^Welcome to /)).toBeVisible();
    await turn(kiosk, 'portrait');
  });
  test.afterAll(() => kiosk.close());

  const both = async (look: (name: string) => Promise<void>, setting: ScreenSetting | null = null): Promise<void> => {
    for (const lookAt of [lookAtMyPages, lookAtOtherPages]) {
      await setScreen(kiosk.page, setting);
      await lookAt(kiosk.page, look);
    }
  };

  test('need no scrolling upright, with the longest names and whatever is wrong', async () => {
    test.setTimeout(180_000);
    await both(async (name) => {
      expect.soft(await outsideScreen(kiosk), name).toEqual([]);
    });
  });

  for (const setting of [null, 'Contrast'] as const) {
    test(`break nothing of WCAG 2.2 AA${setting === null ? '' : ` with ${setting}`}`, async () => {
      test.setTimeout(240_000);
      await both(async (name) => {
        expect.soft(await violations(kiosk.page), name).toEqual([]);
      }, setting);
    });
  }

  test('can be answered with a keyboard alone, without touching a box', async () => {
    const { page } = kiosk;
    await press(page, 'Sign up for online services');
    await expect(heading(page, 'Sign up for online services')).toBeVisible();
    // Enter continues where there are boxes to type in; elsewhere it presses what has the focus, and never what nobody has read.
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Continue', exact: true }).focus();
    await expect(heading(page, 'Sign up for online services')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(heading(page, 'Who is this for?')).toBeVisible();
    await page.getByRole('button', { name: 'Me', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(heading(page, 'What is your name?')).toBeVisible();
    // Faster hands would be a scanner.
    const hands = { delay: 60 };
    await page.keyboard.type('Perdita', hands);
    await expect(page.getByLabel('First name', { exact: true })).toHaveValue('Perdita');
    await page.getByLabel('Last name', { exact: true }).focus();
    await page.keyboard.type('Quillfeather', hands);
    await page.keyboard.press('Enter');
    await expect(heading(page, 'What is your date of birth?')).toBeVisible();
    await press(page, 'Start again');
  });
});
