import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { Day } from '../../preload/contract/rules/dates';
import { openAlerts } from '../../main/store/alerts';
import { listFolder, writeFileFor } from '../support/dayLists';
import { startKiosk, type Kiosk } from '../support/kioskApp';
import { logLines } from '../support/logLines';
import { keysFolder, readStoreCopy } from '../support/storeCopy';
import { claimOf, madeUpDay, nobody } from '../support/madeUpDay';
import {
  answerQuestions,
  checkIn,
  enterDateOfBirth,
  enterPostcode,
  finish,
  heading,
  headings,
  press,
  type Claim,
} from '../support/patient';

const now = '2026-11-23T10:00';
const day = madeUpDay(now);
const reception = 'Please speak to reception';
const dangerSigns =
  'Chest pain, trouble breathing, heavy bleeding, signs of a stroke, a fit, or a child who is floppy or hard to wake: tell reception now';

/** The reasons for a "no", none of which may be told from another. */
const refusals: Record<string, Claim> = {
  nobody,
  several: claimOf(day, 'twins'),
  private: claimOf(day, 'privateAppointment'),
  flagged: claimOf(day, 'seeReception'),
  cancelled: claimOf(day, 'cancelled'),
  wrongPostcode: claimOf(day, 'firstOfJanuary', { postcode: 'ZE1 0AA' }),
};

test.describe('how a visit ends', () => {
  test.describe.configure({ mode: 'serial' });
  let kiosk: Kiosk;
  let page: Page;
  test.beforeAll(async () => {
    // More claims than any queue of people makes: the attempt limit is measured elsewhere.
    const manyClaims = JSON.stringify({ claimsInBurst: 10_000, claimsPerMinute: 10_000 });
    const settings = writeFileFor(listFolder(), 'settings.json', manyClaims);
    kiosk = await startKiosk({ args: ['--demo', '--now', now, '--settings', settings] });
    page = kiosk.page;
  });
  test.afterAll(() => kiosk.close());

  const button = (name: string) => page.getByRole('button', { name, exact: true });

  /** What every screen that ends a visit says, and whether the patient is told that they are not checked in. */
  async function expectEnding(name: string | RegExp, isGood = false): Promise<void> {
    await expect(heading(page, name)).toBeVisible();
    await expect(page.getByText(dangerSigns)).toBeVisible();
    await expect(page.getByText('DEMONSTRATION')).toBeVisible();
    await expect(page.getByText('You are not checked in')).toBeVisible({ visible: !isGood });
    await expect(page.getByText('If you feel worse, tell reception')).toBeVisible({ visible: isGood });
    await expect(button('This is not my appointment')).toBeVisible({ visible: isGood });
    for (const always of ['Finish', 'Check in someone else', 'I need help now'])
      await expect(button(always)).toBeVisible();
  }

  test('Welcome shows the danger signs and the way to help', async () => {
    await expect(page.getByText(dangerSigns)).toBeVisible();
    await expect(page.getByText('DEMONSTRATION')).toBeVisible();
    for (const name of ['Check in for an appointment', 'Speak to reception', 'I need help now']) {
      await expect(button(name)).toBeVisible();
    }
  });

  test('every "no" is the same to the last byte', async () => {
    const seen: Record<string, string> = {};
    for (const [reason, claim] of Object.entries(refusals)) {
      await checkIn(page, claim);
      await expectEnding(reception);
      seen[reason] = (await page.content()).replace(/clears in \d+ seconds?/, 'clears in N seconds');
      await finish(page);
    }
    for (const [reason, html] of Object.entries(seen)) expect(html, reason).toBe(seen['nobody']);
    expect(seen['nobody']).toContain('clears in N seconds');
  });

  test('every "no" takes the same time', async () => {
    test.setTimeout(600_000);
    const rounds = 200;
    const times: Record<string, number[]> = {};
    // In turn, so that a slow moment of the machine falls on all of them alike.
    for (let round = 0; round < rounds; round += 1) {
      for (const [reason, claim] of Object.entries(refusals))
        (times[reason] ??= []).push(await timeAnswer(page, claim));
    }
    const medians = Object.fromEntries(Object.entries(times).map(([reason, all]) => [reason, median(all)]));
    const all = Object.values(medians);
    expect(Math.max(...all) - Math.min(...all), JSON.stringify(medians)).toBeLessThan(5);
    expect(Math.min(...all)).toBeGreaterThanOrEqual(49);
  });

  test('the first "no" offers another try with the postcode, the second none', async () => {
    const claim = claimOf(day, 'leapDay');
    await checkIn(page, { ...claim, letter: 'X' });
    await press(page, 'Try again');
    await enterDateOfBirth(page, claim.dateOfBirth);
    await expect(heading(page, headings.postcode)).toBeVisible();
    await enterPostcode(page, 'ZE1 0AA');
    await expectEnding(reception);
    await expect(button('Try again')).toBeHidden();
    await finish(page);

    await checkIn(page, { ...claim, letter: 'X' });
    await press(page, 'Try again');
    await enterDateOfBirth(page, claim.dateOfBirth);
    await enterPostcode(page, claim.postcode);
    await expectEnding('You are checked in', true);
    await finish(page);
  });

  test('"I do not know" leads to reception from every question and counts as no failure', async () => {
    const claim = claimOf(day, 'firstOfJanuary');
    const answers = () =>
      logLines(kiosk.log()).filter((line) => line.event === 'checkIn.answered' && line.kind === 'reception').length;
    const before = answers();
    for (const question of ['dateOfBirth', 'letter', 'postcode'] as const) {
      await press(page, 'Check in for an appointment');
      if (question !== 'dateOfBirth') await enterDateOfBirth(page, claim.dateOfBirth);
      if (question === 'postcode') {
        await press(page, claim.letter);
        await press(page, 'Continue');
      }
      await expect(heading(page, headings[question])).toBeVisible();
      await press(page, 'I do not know');
      await expectEnding(reception);
      await expect(button('Try again')).toBeHidden();
      await finish(page);
    }
    expect(answers()).toBe(before);
  });

  test('a patient is told once that they are checked in, then that they are already', async () => {
    await checkIn(page, claimOf(day, 'soon'));
    await expectEnding('You are checked in', true);
    await press(page, 'Check in someone else');
    await expect(page.locator('#year')).toHaveValue('');
    await answerQuestions(page, claimOf(day, 'soon'));
    await expectEnding('You are already checked in', true);
    await finish(page);
  });

  test('"Check in someone else" drops who it was and keeps how the screen is set', async () => {
    const claim = claimOf(day, 'tooEarly');
    await press(page, 'Larger text');
    await checkIn(page, claim);
    await expectEnding('You are too early to check in');
    await press(page, 'Check in someone else');
    await expect(heading(page, headings.dateOfBirth)).toBeVisible();
    await expect(button('Larger text')).toHaveAttribute('aria-pressed', 'true');
    expect(await page.content()).not.toContain(claim.dateOfBirth.slice(0, 4));
    await press(page, 'I do not know');
    await finish(page);
    await expect(button('Larger text')).toHaveAttribute('aria-pressed', 'false');
  });

  test('too late says what reception will do, and that the patient is not checked in', async () => {
    await checkIn(page, claimOf(day, 'tooLate'));
    await expectEnding(reception);
    await expect(
      page.getByText('You are later than we can check in here. Reception will ask whether you can still be seen.'),
    ).toBeVisible();
    await expect(button('Try again')).toBeHidden();
    await finish(page);
  });

  for (const [key, name] of [
    ['byPhone', 'Your appointment today is by phone'],
    ['byVideo', 'Your appointment today is by video'],
    ['homeVisit', 'Your appointment today is a home visit'],
    ['otherSite', /^Your appointment is at /],
    ['tooEarly', 'You are too early to check in'],
  ] as const) {
    test(`the ending of ${key} says that the patient is not checked in`, async () => {
      await checkIn(page, claimOf(day, key));
      await expectEnding(name);
      await expect(button('Try again')).toBeHidden();
      await finish(page);
    });
  }

  test('help is called from Welcome, from a question and from an ending', async () => {
    const claim = claimOf(day, 'aged104');
    const stages: [() => Promise<void>, boolean][] = [
      [() => Promise.resolve(), false],
      [
        async () => {
          await press(page, 'Check in for an appointment');
          await enterDateOfBirth(page, claim.dateOfBirth);
        },
        true,
      ],
      [() => checkIn(page, nobody), true],
      [() => checkIn(page, claim), false],
    ];
    for (const [reach, isLeft] of stages) {
      await reach();
      await press(page, 'I need help now');
      await expect(heading(page, 'Call out to staff')).toBeVisible();
      await expect(page.getByText(dangerSigns)).toBeVisible();
      await expect(page.getByText('DEMONSTRATION')).toBeVisible();
      await expect(page.getByText('You are not checked in')).toBeVisible({ visible: isLeft });
      await finish(page);
    }
    await expect.poll(() => logLines(kiosk.log()).filter(({ event }) => event === 'help.called').length).toBe(4);
  });
});

test('"This is not my appointment" ends at reception, for the next time too, and alerts the desk', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'kiosk-test-'));
  const args = ['--demo', '--now', now];
  const claim = claimOf(day, 'oneWordName');
  const kiosk = await startKiosk({ dataFolder, args });
  await checkIn(kiosk.page, claim);
  await expect(heading(kiosk.page, 'You are checked in')).toBeVisible();
  await press(kiosk.page, 'This is not my appointment');
  await expect(heading(kiosk.page, reception)).toBeVisible();
  await expect(kiosk.page.getByText('You are not checked in')).toBeVisible();
  await finish(kiosk.page);
  await checkIn(kiosk.page, claim);
  await expect(heading(kiosk.page, reception)).toBeVisible();
  await finish(kiosk.page);
  await press(kiosk.page, 'I need help now');
  await expect(heading(kiosk.page, 'Call out to staff')).toBeVisible();
  await expect.poll(() => logLines(kiosk.log()).some(({ event }) => event === 'help.called')).toBe(true);
  const keys = await keysFolder(kiosk);
  await kiosk.close();

  const alerts = await readStoreCopy(dataFolder, keys, 'demonstration', ({ db }) =>
    openAlerts(db, now.slice(0, 10) as Day),
  );
  expect(alerts.map(({ kind }) => kind)).toEqual(['helpNeeded', 'disputed']);
  const again = await startKiosk({ dataFolder, args });
  await checkIn(again.page, claim);
  await expect(heading(again.page, reception)).toBeVisible();
  await again.close();
  rmSync(dataFolder, { recursive: true });
});

/** Milliseconds from the last tap to the painted-to-be ending, walked with keys inside the page; back on Welcome after it. */
function timeAnswer(page: Page, claim: Claim): Promise<number> {
  return page.evaluate(async ({ dateOfBirth, letter, postcode }) => {
    const title = (): string => document.querySelector('h1')?.textContent ?? '';
    const find = (name: string) =>
      [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === name);
    const until = (isThere: () => boolean): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!isThere()) return;
          observer.disconnect();
          resolve();
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
        look();
      });
    const type = async (text: string): Promise<void> => {
      for (const key of text) {
        window.dispatchEvent(new KeyboardEvent('keydown', { key }));
        await Promise.resolve();
      }
    };
    find('Check in for an appointment')?.click();
    await until(() => title() === 'What is your date of birth?');
    await type(dateOfBirth.split('-').reverse().join(''));
    find('Continue')?.click();
    await until(() => title().startsWith('What is the first letter'));
    await type(letter);
    let began = performance.now();
    find('Continue')?.click();
    await until(() => find('Finish') !== undefined || title() === 'What is your postcode?');
    if (find('Finish') === undefined) {
      await type(postcode);
      began = performance.now();
      find('Continue')?.click();
      await until(() => find('Finish') !== undefined);
    }
    const took = performance.now() - began;
    find('Finish')?.click();
    await until(() => title().startsWith('Welcome to '));
    return took;
  }, claim);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
