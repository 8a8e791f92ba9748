import { expect, test, type Page } from '@playwright/test';
import { inMain } from '../support/inMain';
import type { Hours, OpeningHours, PracticeRules } from '../../main/domain/types';
import { claimOf, writeFileFor } from '../support/dayLists';
import { startKiosk } from '../support/kioskApp';
import { claimOf as madeUpClaimOf, madeUpDay } from '../support/madeUpDay';
import { checkIn, finish, heading, press } from '../support/patient';
import { day, openSituations, patient, type SituationKiosk } from '../support/situations';

/* Where the ways to a human stand, where the focus goes, and what stays where it was. */

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const needsText = 'Do you need help with communication or information?';
const ownText = 'Has your phone number changed?';

test.describe('on the screen', () => {
  test.describe.configure({ mode: 'serial' });
  const answers = patient('10:10');
  const skips = patient('10:10');
  const tells = patient('10:10');
  const reads = patient('10:10');
  let kiosk: SituationKiosk;
  let page: Page;
  test.beforeAll(async () => {
    kiosk = await openSituations([], {
      rules: { calling: 'here', ownQuestion: { text: ownText, choices: ['Yes it has', 'No'] }, ownQuestionOff: [] },
      more: [answers, skips, tells, reads],
    });
    page = kiosk.page;
  });
  test.afterAll(() => kiosk.close());

  async function set(name: string, rules: Partial<PracticeRules>): Promise<void> {
    const file = writeFileFor(kiosk.folder, name, JSON.stringify(rules));
    expect(await kiosk.control('settings', file)).toMatchObject({ exitCode: 0 });
  }

  test('"What do you need?" has a way to a human that asks for nothing', async () => {
    await press(page, 'Speak to reception');
    await expect(heading(page, 'What do you need?')).toBeVisible();
    await expect(button(page, 'I need help now')).toHaveCount(1);
    await press(page, 'Speak to reception');
    await expect(heading(page, 'Please speak to reception')).toBeVisible();
    await finish(page);
  });

  test('after each answer the focus is on what stands there then', async () => {
    await checkIn(page, claimOf(answers));
    await expect(heading(page, 'You are checked in')).toBeFocused();
    await press(page, 'Yes');
    await press(page, 'Large print');
    await press(page, 'Continue');
    await expect(page.getByRole('heading', { name: ownText })).toBeFocused();
    // Said by the focus, so not once more by a live region.
    expect(await page.locator('.ask').getAttribute('aria-live')).toBeNull();
    await press(page, 'Yes it has');
    await expect(page.getByText(/^Thank you\./)).toBeFocused();
    await finish(page);
  });

  test('when all questions were skipped the focus is on the heading of the ending', async () => {
    await checkIn(page, claimOf(skips));
    await press(page, 'Skip');
    await expect(page.getByRole('heading', { name: ownText })).toBeFocused();
    await press(page, 'Skip');
    await expect(heading(page, 'You are checked in')).toBeFocused();
    await finish(page);
  });

  test('the languages are announced when they come, and one can be none of them', async () => {
    await checkIn(page, claimOf(tells));
    await press(page, 'Yes');
    const live = page.locator('[aria-live="polite"]');
    await expect(live).toBeEmpty();
    await press(page, 'An interpreter');
    await expect(live.getByRole('group', { name: 'Which language?' })).toBeVisible();
    await press(page, 'Polski');
    await press(page, 'Another language');
    await expect(button(page, 'Another language')).toHaveAttribute('aria-pressed', 'true');
    await expect(button(page, 'Polski')).toHaveAttribute('aria-pressed', 'false');
    await press(page, 'Polski');
    await expect(button(page, 'Another language')).toHaveAttribute('aria-pressed', 'false');
    await press(page, 'Continue');
    await expect(page.getByRole('heading', { name: ownText })).toBeFocused();
    await finish(page);
  });

  test('with larger text on a screen that lies down, nothing of the ending is behind the footer', async () => {
    await checkIn(page, claimOf(reads));
    await expect(page.getByRole('heading', { name: needsText })).toBeVisible();
    await inMain(kiosk.kiosk.app, ({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(1920, 1080);
    });
    await page.waitForFunction('innerWidth === 1920');
    await press(page, 'Larger text');
    const footer = await page.locator('.footer').boundingBox();
    for (const shown of [
      button(page, 'This is not my appointment'),
      page.locator('.visit__hygiene'),
      page.getByText('If you feel worse, tell reception'),
    ]) {
      const box = await shown.boundingBox();
      expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(footer?.y ?? 0);
    }
    await press(page, 'Larger text');
    await finish(page);
  });

  for (const [width, height] of [
    [1080, 1920],
    [1920, 1080],
  ] as const) {
    test(`a walk-in session that opens moves nothing on Welcome, ${String(width)} by ${String(height)}`, async () => {
      await inMain(
        kiosk.kiosk.app,
        ({ BrowserWindow }, [x, y]) => {
          BrowserWindow.getAllWindows()[0]?.setContentSize(x, y);
        },
        [width, height] as const,
      );
      await page.waitForFunction(`innerWidth === ${String(width)}`);
      for (const setting of [null, 'Larger text']) {
        if (setting !== null) await press(page, setting);
        const places = () =>
          Promise.all(
            ['Check in for an appointment', 'Speak to reception', 'I need help now'].map((name) =>
              button(page, name).boundingBox(),
            ),
          );
        const before = await places();
        expect(await kiosk.control('walk-in', 'Flu vaccinations', '23:59')).toMatchObject({ exitCode: 0 });
        await expect(button(page, 'Join the walk-in session')).toBeVisible();
        expect(await places()).toEqual(before);
        expect(await kiosk.control('walk-in-close')).toMatchObject({ exitCode: 0 });
        await expect(button(page, 'Join the walk-in session')).toHaveCount(0);
        if (setting !== null) await press(page, setting);
      }
    });
  }

  test('"Try again" goes when check-in closes', async () => {
    await checkIn(page, { dateOfBirth: '1950-05-05', letter: 'B', postcode: '' });
    await expect(button(page, 'Try again')).toBeVisible();
    const evening = [{ from: '20:00', to: '21:00' }] as Hours[];
    const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
    const closed = Object.fromEntries(days.map((name) => [name, evening])) as OpeningHours;
    await set('closed.json', { openingHours: closed });
    await expect(button(page, 'Try again')).toHaveCount(0);
    await press(page, 'Finish');
    await expect(heading(page, 'The practice is closed')).toBeVisible();
    await set('open.json', { openingHours: null });
    await expect(heading(page, /^Welcome to /)).toBeVisible();
  });

  test('danger signs stand on the glass that is being wiped, without a button', async () => {
    expect(await kiosk.control('cleaning')).toMatchObject({ exitCode: 0 });
    await expect(heading(page, 'This screen is being cleaned')).toBeVisible();
    await expect(page.getByText(/^Chest pain/)).toBeVisible();
    await expect(page.getByRole('button')).toHaveCount(0);
  });
});

test('who is checked in is told so when an answer after it is about to be cleared', async () => {
  const now = `${day}T10:00`;
  const kiosk = await startKiosk({ args: ['--demo', '--now', now, '--idle-seconds', '5'] });
  const { page } = kiosk;
  await checkIn(page, madeUpClaimOf(madeUpDay(now), 'leapDay'));
  await press(page, 'Yes');
  const dialog = page.getByRole('dialog', { name: 'Do you need more time?' });
  await expect(dialog.getByText('You are checked in.', { exact: true })).toBeVisible({ timeout: 15_000 });
  await expect(dialog.getByText(/What you entered will be cleared/)).toBeVisible();
  await press(page, 'Start again');
  await press(page, 'Check in for an appointment');
  await expect(dialog).toBeVisible({ timeout: 15_000 });
  await expect(dialog.getByText('You are checked in.')).toHaveCount(0);
  await kiosk.close();
});
