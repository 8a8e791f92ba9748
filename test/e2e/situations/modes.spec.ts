import { rmSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Hours, OpeningHours } from '../../../main/domain/types';
import { claimOf, listFolder, londonNow, writeDayList, writeFileFor } from '../../support/dayLists';
import { controlJson } from '../../support/commands';
import { freshFolder, startKiosk, type Kiosk } from '../../support/kioskApp';
import { checkIn, enterDateOfBirth, finish, heading, headings, press } from '../../support/patient';
import { another, day, openSituations, patient, type SituationKiosk } from '../../support/situations';

/* What staff and the hour do to the kiosk, and what a newer list does to who is here. */

const hours = (from: string, to: string): Hours[] => [{ from, to }] as Hours[];
const weekdays = (one: Hours[]): OpeningHours => ({
  monday: one,
  tuesday: one,
  wednesday: one,
  thursday: one,
  friday: one,
  saturday: [],
  sunday: [],
});

test.describe('what staff do', () => {
  test.describe.configure({ mode: 'serial' });
  const arrives = patient('10:10');
  const midway = patient('10:10');
  const stays = patient('10:10');
  const givenUp = patient('10:10');
  let kiosk: SituationKiosk;
  test.beforeAll(async () => {
    kiosk = await openSituations([], { rules: { ownQuestion: null }, more: [arrives, midway, stays, givenUp] });
  });
  test.afterAll(() => kiosk.close());

  test('out of service drops who is in the middle, and in service brings Welcome back', async () => {
    const { page } = kiosk;
    await press(page, 'Check in for an appointment');
    await enterDateOfBirth(page, midway.dateOfBirth);
    await expect(heading(page, headings.letter)).toBeVisible();
    expect(await kiosk.control('out-of-service')).toMatchObject({ exitCode: 0 });
    await expect(heading(page, 'Please speak to reception')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Check in for an appointment' })).toHaveCount(0);
    await expect(page.getByText(/Chest pain/)).toBeVisible();
    expect(await page.content()).not.toContain(midway.dateOfBirth);
    expect(await kiosk.control('in-service')).toMatchObject({ exitCode: 0 });
    await expect(heading(page, headings.welcome)).toBeVisible();
  });

  test('out of service leaves a patient who was just checked in the time to read it', async () => {
    const { page } = kiosk;
    await checkIn(page, claimOf(stays));
    await expect(heading(page, 'You are checked in')).toBeVisible();
    expect(await kiosk.control('out-of-service')).toMatchObject({ exitCode: 0 });
    await expect(heading(page, 'You are checked in')).toBeVisible();
    await press(page, 'Finish');
    await expect(heading(page, 'Please speak to reception')).toBeVisible();
    expect(await kiosk.control('in-service')).toMatchObject({ exitCode: 0 });
    await expect(heading(page, headings.welcome)).toBeVisible();
  });

  test('cleaning locks the glass for a minute and counts it down', async () => {
    test.setTimeout(120_000);
    const { page } = kiosk;
    expect(await kiosk.control('cleaning')).toMatchObject({ exitCode: 0 });
    await expect(heading(page, 'This screen is being cleaned')).toBeVisible();
    const secondsLeft = async (): Promise<number> =>
      Number(/\d+/.exec((await page.getByRole('timer').textContent()) ?? '')?.[0]);
    const first = await secondsLeft();
    expect(first).toBeGreaterThan(40);
    await page.mouse.click(300, 300);
    await page.keyboard.press('Enter');
    await expect.poll(secondsLeft).toBeLessThan(first);
    await expect(heading(page, 'This screen is being cleaned')).toBeVisible();
    await expect(page.getByRole('button')).toHaveCount(0);
    await expect(heading(page, headings.welcome)).toBeVisible({ timeout: 75_000 });
    await checkIn(page, claimOf(arrives));
    await expect(heading(page, 'You are checked in')).toBeVisible();
    await finish(page);
  });

  test('a newer list that says "did not attend" of somebody who is here: reception, and staff are alerted', async () => {
    const { page } = kiosk;
    await checkIn(page, claimOf(givenUp));
    await expect(heading(page, 'You are checked in')).toBeVisible();
    await finish(page);
    await kiosk.bringIn(
      'dna.csv',
      kiosk.rows.map((row) => (row === givenUp ? { ...row, status: 'DNA' } : row)),
    );
    await checkIn(page, claimOf(givenUp));
    await expect(heading(page, 'Please speak to reception')).toBeVisible();
    await expect(page.getByText('You are not checked in')).toBeVisible();
    await finish(page);
    const { stdout } = await kiosk.control('status');
    expect(JSON.parse(stdout)).toMatchObject({ alerts: [{ kind: 'contradicted', count: 1 }] });
  });

  test('settings that do not hold together are refused with a sentence each, and nothing changes', async () => {
    const file = writeFileFor(
      kiosk.folder,
      'wrong.json',
      JSON.stringify({ joinMinutes: -1, hygieneLine: 'New words', colour: 'red' }),
    );
    const { exitCode, stdout, stderr } = await kiosk.control('settings', file);
    expect(exitCode).toBe(1);
    expect(stdout + stderr).toMatch(/join/i);
    expect(stdout + stderr).toMatch(/colour/);
    const { stdout: now } = await kiosk.control('settings');
    expect(JSON.parse(now)).toMatchObject({ joinMinutes: 60, isOutOfService: false });
    expect(now).not.toContain('New words');
  });
});

for (const [what, now, opens] of [
  ['before it opens', `${day}T07:15`, /8am/],
  ['after it has closed', `${day}T19:00`, /Tuesday 24 November.* 8am/],
  ['on a Sunday', '2026-11-22T11:00', /Monday 23 November.* 8am/],
  ['on Christmas Day, a bank holiday', '2026-12-25T10:00', /Tuesday 29 December.* 8am/],
  ['on the night the clocks go back', '2026-10-25T01:30', /Monday 26 October.* 8am/],
] as const) {
  test(`${what} the kiosk says that the practice is closed and when it opens`, async () => {
    const kiosk = await openSituations([], {
      now,
      opensWith: /^The practice is closed$/,
      rules: { openingHours: weekdays(hours('08:00', '18:30')) },
      more: [patient('10:10', { day: now.slice(0, 10) })],
    });
    const { page } = kiosk;
    await expect(heading(page, 'The practice is closed')).toBeVisible();
    await expect(page.getByText(opens)).toBeVisible();
    await expect(page.getByText('Call 999 now')).toBeVisible();
    await expect(page.getByText('Go to 111.nhs.uk, or call 111', { exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Check in for an appointment' })).toHaveCount(0);
    await kiosk.close();
  });
}

for (const [what, now, time, told] of [
  ['spring', '2026-03-29T03:05', '03:10', 'You are checked in'],
  ['autumn', '2026-10-25T00:50', '01:10', 'You are checked in'],
  ['midnight', '2026-11-23T00:01', '00:10', 'You are checked in'],
] as const) {
  test(`around ${what} an appointment of the night is checked in`, async () => {
    const kiosk = await openSituations([], { now, more: [patient(time, { day: now.slice(0, 10) })] });
    const [row] = kiosk.rows;
    if (row === undefined) throw new Error('Nobody comes');
    await checkIn(kiosk.page, claimOf(row));
    await expect(heading(kiosk.page, told)).toBeVisible();
    await kiosk.close();
  });
}

test('late patients are checked in where the practice wants it, and told that they may have to wait', async () => {
  const late = patient('09:30');
  const veryLate = patient('08:30');
  const both = patient('09:35');
  const kiosk = await openSituations([], {
    rules: { latePolicy: 'checkIn', lateLimitMinutes: 60, ownQuestion: null },
    more: [late, veryLate, both, another(both, '10:10')],
  });
  await kiosk.play({
    what: 'late by half an hour',
    rows: [late],
    heading: 'You are checked in',
    says: [/You are later than your appointment time/],
    store: ({ visits: [visit] }) => expect(visit?.arrivals).toMatchObject([{ isLate: true }]),
  });
  await kiosk.play({
    what: 'late by an hour and a half',
    rows: [veryLate],
    heading: 'Please speak to reception',
    says: [/later than we can check in here/],
    store: ({ visits: [visit] }) => expect(visit).toMatchObject({ notCheckedIn: 'tooLate' }),
  });
  await kiosk.play({
    what: 'late for one, on time for the next',
    rows: [both],
    heading: 'You are checked in',
    says: ['9:35am', '10:10am'],
    store: ({ visits: [visit] }) => expect(visit?.arrivals.map(({ isLate }) => isLate)).toEqual([true, false]),
  });
  await kiosk.close();
});

test('a practice that has signed the kiosk off has no trial, and no check-in while nobody can know of it', async () => {
  const { day: today, time } = londonNow();
  const folder = listFolder();
  const dataFolder = freshFolder();
  const row = patient(time, { day: today, location: 'Elm Road Surgery' });
  const list = writeDayList(folder, 'real.csv', 'emis', [row]);
  const settings = writeFileFor(folder, 'signedOff.json', JSON.stringify({ isSignedOff: true }));
  let kiosk: Kiosk | undefined;
  try {
    kiosk = await startKiosk({ dataFolder, args: ['--windowed', '--practice', 'Elm Road Surgery', '--list', list] });
    await expect(kiosk.page.getByText('Trial: also tell reception you are here')).toBeVisible();
    await expect(kiosk.page.getByRole('button', { name: 'Check in for an appointment' })).toBeVisible();
    expect(await controlJson({ dataFolder, action: ['settings', settings], args: [] })).toMatchObject({ exitCode: 0 });
    await expect(kiosk.page.getByText('Trial: also tell reception you are here')).toBeHidden();
    await expect(kiosk.page.getByRole('button', { name: 'Check in for an appointment' })).toHaveCount(0);
    await expect(
      kiosk.page.getByText('You cannot check in on this screen at the moment. Please speak to reception.'),
    ).toBeVisible();
  } finally {
    await kiosk?.app.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
});
