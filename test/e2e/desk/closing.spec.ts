import { expect, test } from '@playwright/test';
import { controlJson } from '../../support/commands';
import { appointments, claimOf, listFolder, londonNow, writeDayList, writeFileFor } from '../../support/dayLists';
import { openDeskOf, withManager } from '../../support/desk';
import { freshFolder, startKiosk } from '../../support/kioskApp';
import { checkIn, heading } from '../../support/patient';

/* A practice that has signed the kiosk off: check-in is open only while somebody can know of an arrival (design §6). */

test('with no desk for two minutes check-in closes, and opens again with one', async () => {
  test.setTimeout(300_000);
  const folder = listFolder();
  const { day, time } = londonNow();
  const rows = appointments(5, { day, time });
  const [arriving] = rows;
  if (arriving === undefined) throw new Error('The list is empty');
  const list = writeDayList(folder, 'today.csv', 'emis', rows);
  const settings = writeFileFor(folder, 'settings.json', JSON.stringify({ isSignedOff: true }));
  const dataFolder = freshFolder();
  const app = await startKiosk({ dataFolder, args: ['--windowed', '--list', list, '--settings', settings] });
  const control = (...action: string[]) => controlJson({ dataFolder, action });
  const desk = await withManager(await openDeskOf({ ...app, control }));
  try {
    const { page } = app;
    const closed = page.getByText('Reception would not be told that you are here.');
    const open = page.getByRole('button', { name: 'Check in for an appointment', exact: true });
    const reception = await desk.signedIn();
    await expect(open).toBeVisible({ timeout: 20_000 });
    await checkIn(page, claimOf(arriving));
    await expect(heading(page, 'You are checked in')).toBeVisible();
    await expect(reception.getByRole('row').filter({ hasText: arriving.lastName })).toBeVisible();
    await reception.context().close();
    const left = Date.now();
    // A desk on the kiosk's own screen at which nobody signs in is none, and does not stay before the kiosk.
    await page.getByRole('button', { name: 'Finish', exact: true }).click();
    const opening = app.app.waitForEvent('window');
    await page.locator('[data-logo]').hover();
    await page.mouse.down();
    await expect((await opening).getByLabel('Passphrase', { exact: true })).toBeVisible();
    await page.mouse.up();
    await expect(closed).toBeVisible({ timeout: 150_000 });
    // The page says that it is there every 20 seconds, so its last word is that old at most.
    expect(Date.now() - left).toBeGreaterThan(95_000);
    await expect.poll(() => app.app.windows().length, { timeout: 60_000 }).toBe(1);
    await desk.signedIn();
    await expect(open).toBeVisible({ timeout: 20_000 });
  } finally {
    await desk.close();
  }
});
