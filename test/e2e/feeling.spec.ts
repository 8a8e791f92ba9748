import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { claimOf, listFolder, writeDayList, writeFileFor } from '../support/dayLists';
import { freshFolder, startKiosk } from '../support/kioskApp';
import { checkIn, enterDateOfBirth, finish, heading, headings, press } from '../support/patient';
import { day, patient } from '../support/situations';

const demo = ['--demo', '--now', `${day}T10:00`];

/** Taps a button of the page and says what the heading is when the next frame is drawn. */
function tapAndSee(page: Page, name: string): Promise<string> {
  return page.evaluate(async (words) => {
    const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === words);
    if (button === undefined) throw new Error(`There is no "${words}"`);
    const frame = new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
    button.click();
    await frame;
    return document.querySelector('h1')?.textContent ?? '';
  }, name);
}

test('every tap is answered in the very next frame', async () => {
  const folder = listFolder();
  const row = patient('10:10');
  const list = writeDayList(folder, 'today.csv', 'emis', [row]);
  const kiosk = await startKiosk({ args: [...demo, '--list', list] });
  const { page } = kiosk;
  await expect(heading(page, headings.welcome)).toBeVisible();
  const { letter } = claimOf(row);
  expect(await tapAndSee(page, 'Speak to reception')).toBe('What do you need?');
  expect(await tapAndSee(page, 'Back')).toMatch(headings.welcome);
  expect(await tapAndSee(page, 'Check in for an appointment')).toBe(headings.dateOfBirth);
  // Nothing typed: the message is the answer.
  await tapAndSee(page, 'Continue');
  await expect(page.getByRole('alert')).toBeVisible();
  const [year = '', month = '', dayOfMonth = ''] = row.dateOfBirth.split('-');
  await page.getByLabel('Day', { exact: true }).fill(dayOfMonth);
  await page.getByLabel('Month', { exact: true }).fill(month);
  await page.getByLabel('Year', { exact: true }).fill(year);
  expect(await tapAndSee(page, 'Continue')).toBe(headings.letter);
  await press(page, letter);
  expect(await tapAndSee(page, 'Continue')).toBe('One moment please');
  await expect(heading(page, 'You are checked in')).toBeVisible();
  expect(await tapAndSee(page, 'Yes')).toBe('What help do you need?');
  expect(await tapAndSee(page, 'Continue')).toBe('You are checked in');
  expect(await tapAndSee(page, 'Finish')).toMatch(headings.welcome);
  expect(await tapAndSee(page, 'I need help now')).toBe('Call out to staff');
  await kiosk.close();
});

test('nothing jumps when a question is answered, skipped or thanked for', async () => {
  const folder = listFolder();
  const row = patient('10:10');
  const list = writeDayList(folder, 'today.csv', 'emis', [row]);
  const rules = {
    ownQuestion: { text: 'Has your address changed?', choices: ['Yes it has', 'No it has not'] },
    ownQuestionOff: [],
  };
  const settings = writeFileFor(folder, 'rules.json', JSON.stringify(rules));
  const kiosk = await startKiosk({ args: [...demo, '--list', list, '--settings', settings] });
  const { page } = kiosk;
  await checkIn(page, claimOf(row));
  await expect(heading(page, 'You are checked in')).toBeVisible();
  const places = (): Promise<unknown> =>
    Promise.all(
      ['Finish', 'Check in someone else', 'I need help now'].map((name) =>
        page.getByRole('button', { name, exact: true }).boundingBox(),
      ),
    );
  const before = await places();
  await press(page, 'No');
  await expect(page.getByText('Has your address changed?')).toBeVisible();
  expect(await places()).toEqual(before);
  await press(page, 'Yes it has');
  await expect(page.getByText(/^Thank you\./)).toBeVisible();
  expect(await places()).toEqual(before);
  await kiosk.close();
});

test('the practice’s own picture of the way is shown, and said to who cannot see it', async () => {
  const folder = listFolder();
  const dataFolder = freshFolder();
  const row = patient('10:10');
  const list = writeDayList(folder, 'today.csv', 'emis', [row]);
  const settings = writeFileFor(
    folder,
    'rules.json',
    JSON.stringify({ mapWords: 'Go left at the desk; the blue chairs are by the window.' }),
  );
  mkdirSync(join(dataFolder, 'practice'));
  copyFileSync('docs/images/welcome.png', join(dataFolder, 'practice', 'map.png'));
  const kiosk = await startKiosk({ dataFolder, args: [...demo, '--list', list, '--settings', settings] });
  const { page } = kiosk;
  await checkIn(page, claimOf(row));
  const map = page.getByRole('img', { name: 'Go left at the desk; the blue chairs are by the window.' });
  await expect(map).toBeVisible();
  await expect.poll(() => map.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  await finish(page);
  await kiosk.app.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

test('with reduced motion nothing moves at all', async () => {
  const kiosk = await startKiosk({ args: demo });
  const { page } = kiosk;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const row = patient('10:10');
  for (const go of [
    () => press(page, 'Check in for an appointment'),
    () => enterDateOfBirth(page, row.dateOfBirth),
    () => press(page, 'I do not know'),
  ]) {
    await go();
    const moving = await page.evaluate(
      () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
    );
    expect(moving).toBe(0);
    const longest = await page.evaluate(() =>
      Math.max(
        ...[...document.querySelectorAll('*')].flatMap((element) => {
          const { transitionDuration, animationDuration } = getComputedStyle(element);
          return `${transitionDuration}, ${animationDuration}`.split(', ').map(Number.parseFloat);
        }),
      ),
    );
    expect(longest).toBe(0);
  }
  await kiosk.close();
});
