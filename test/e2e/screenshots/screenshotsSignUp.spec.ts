import { expect, test } from '@playwright/test';
import { createDemonstration } from '../../../main/demonstration/demonstration';
import { nowAt } from '../../../main/domain/time';
import type { PracticeRules } from '../../../main/domain/types';
import { clockTimeSchema, dateSchema } from '../../../preload/contract/rules/dates';
import { controlJson } from '../../support/commands';
import { listFolder, writeFileFor } from '../../support/dayLists';
import { startKiosk, type Kiosk } from '../../support/kioskApp';
import { checkIn, finish, heading, headings, press } from '../../support/patient';
import { choose, startSignUp } from '../../support/signUp';
import { lookAtMyPages, lookAtOtherPages, setScreen } from '../../support/signUpPages';
import { takeBoth, takeScrolling, turn } from './camera';

/* Every page of sign-up as a picture, and the ways to it: Welcome, and the invitation after a check-in. */

const now = '2026-11-23T14:00';

const today = dateSchema.parse('2026-11-23');
const untilFour = { from: clockTimeSchema.parse('00:00'), to: clockTimeSchema.parse('16:00') };
const everyDay = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] };

/** A kiosk on a Monday afternoon, when sign-up is open, or with other rules. */
async function open(rules: Partial<PracticeRules> = {}): Promise<Kiosk> {
  const settings = writeFileFor(listFolder(), 'rules.json', JSON.stringify(rules));
  const kiosk = await startKiosk({ args: ['--demo', '--now', now, '--settings', settings] });
  await expect(heading(kiosk.page, headings.welcome)).toBeVisible();
  return kiosk;
}

for (const setting of [null, 'Larger text', 'Contrast'] as const) {
  test(`every page of an application${setting === null ? '' : `, with ${setting}`}`, async () => {
    test.setTimeout(240_000);
    const kiosk = await open();
    const lost: string[] = [];
    // Larger text may have to be scrolled, never sideways.
    const take = setting === null ? takeBoth : takeScrolling;
    const look = async (name: string): Promise<void> => {
      const file = setting === null ? name : `${name}-${setting.split(' ')[0]?.toLowerCase() ?? ''}`;
      lost.push(...(await take(kiosk, `sign-up-${file}`)));
    };
    for (const lookAt of [lookAtMyPages, lookAtOtherPages]) {
      await setScreen(kiosk.page, setting);
      await lookAt(kiosk.page, look);
    }
    await kiosk.close();
    expect(lost).toEqual([]);
  });
}

test('Welcome while sign-up is open, closed by its hours and paused, with and without a walk-in session', async () => {
  const lost: string[] = [];
  const openings: readonly (readonly [string, Partial<PracticeRules>])[] = [
    ['open', {}],
    ['closed', { signUpClosed: { ...everyDay, monday: [untilFour] } }],
    ['paused', { signUpPausedOn: today }],
    ['off', { isSignUpOffered: false }],
  ];
  for (const [name, rules] of openings) {
    const kiosk = await open(rules);
    lost.push(...(await takeBoth(kiosk, `sign-up-welcome-${name}`)));
    await press(kiosk.page, 'Larger text');
    lost.push(...(await takeScrolling(kiosk, `sign-up-welcome-${name}-larger`)));
    await press(kiosk.page, 'Larger text');
    const { exitCode } = await controlJson({
      dataFolder: kiosk.dataFolder,
      action: ['walk-in', 'Flu vaccinations', '16:30'],
      args: ['--demo', '--now', now],
    });
    expect(exitCode).toBe(0);
    await expect(kiosk.page.getByRole('button', { name: 'Join the walk-in session', exact: true })).toBeVisible();
    lost.push(...(await takeBoth(kiosk, `sign-up-welcome-${name}-walk-in`)));
    await kiosk.close();
  }
  expect(lost).toEqual([]);
});

test('the invitation after a check-in, and what was given there', async () => {
  const kiosk = await open();
  const { page } = kiosk;
  const planted = createDemonstration(nowAt(Date.parse(`${now}Z`))).cases.find(({ key }) => key === 'diacritics');
  if (planted === undefined) throw new Error('Nobody is planted who has no account');
  await checkIn(page, planted);
  // What is asked after a check-in comes first.
  await press(page, 'No');
  await expect(page.getByRole('heading', { name: 'Has your address or phone number changed?' })).toBeVisible();
  await press(page, 'No');
  await expect(page.getByRole('button', { name: 'Sign up for online services', exact: true })).toBeVisible();
  const lost = await takeBoth(kiosk, 'sign-up-invitation');
  await turn(kiosk, 'portrait');
  await press(page, 'Larger text');
  lost.push(...(await takeScrolling(kiosk, 'sign-up-invitation-larger')));
  await press(page, 'Larger text');
  await startSignUp(page);
  await press(page, 'Continue');
  await choose(page, 'Who is this for?', 'Me');
  await expect(heading(page, 'Shall we use what you have just told us?')).toBeVisible();
  lost.push(...(await takeBoth(kiosk, 'sign-up-reuse')));
  await press(page, 'Start again');
  await kiosk.close();
  expect(lost).toEqual([]);
});

test('sign-up that is paused while somebody answers', async () => {
  const kiosk = await open();
  const { page } = kiosk;
  await startSignUp(page);
  await press(page, 'Continue');
  const rules: Partial<PracticeRules> = { signUpPausedOn: today };
  const settings = writeFileFor(listFolder(), 'rules.json', JSON.stringify(rules));
  const { exitCode } = await controlJson({
    dataFolder: kiosk.dataFolder,
    action: ['settings', settings],
    args: ['--demo', '--now', now],
  });
  expect(exitCode).toBe(0);
  await expect(heading(page, 'Sign-up has stopped for now')).toBeVisible();
  const lost = await takeBoth(kiosk, 'sign-up-stopped');
  await finish(page);
  await kiosk.close();
  expect(lost).toEqual([]);
});
