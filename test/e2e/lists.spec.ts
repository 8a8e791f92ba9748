import { rmSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { importJson } from '../support/commands';
import {
  appointment,
  appointments,
  claimOf,
  exportedAgo,
  listFolder,
  londonNow,
  writeDayList,
} from '../support/dayLists';
import { freshFolder, startKiosk, type Kiosk } from '../support/kioskApp';
import type { MadeRow } from '../support/listFiles';
import { heading } from '../support/patient';
import { swiftCheckIn } from '../support/swiftCheckIn';

const folder = listFolder();
const closed = 'You cannot check in on this screen at the moment. Please speak to reception.';
const trial = 'Trial: also tell reception you are here';

/** What the patient of `row` is told: the heading, and all words of the ending. */
async function ending({ page }: Kiosk, row: MadeRow | undefined): Promise<{ told: string; text: string }> {
  if (row === undefined) throw new Error('No patient');
  await expect(page.getByRole('button', { name: /^(Check in for an appointment|Finish)$/ })).toBeVisible();
  const { heading: told, text } = await swiftCheckIn(page, claimOf(row));
  return { told, text };
}

async function said(kiosk: Kiosk, row: MadeRow | undefined): Promise<string> {
  return (await ending(kiosk, row)).told;
}

async function bringIn(kiosk: Kiosk, args: string[], ...files: string[]): Promise<void> {
  const { exitCode, stderr } = await importJson({ dataFolder: kiosk.dataFolder, files, args });
  expect(exitCode, stderr).toBe(0);
}

test.describe('lists of both systems in one demonstration', () => {
  test.describe.configure({ mode: 'serial' });
  const day = '2026-11-23';
  const demo = ['--demo', '--now', `${day}T10:00`];
  const emis = appointments(30, { day, time: '10:20' });
  const systmOne = appointments(30, { day, time: '10:20' }, 30);
  let kiosk: Kiosk;

  test.beforeAll(async () => {
    kiosk = await startKiosk({
      args: [
        ...demo,
        `--list=${writeDayList(folder, 'emis.csv', 'emis', emis)}`,
        `--list=${writeDayList(folder, 'systmone.csv', 'systmOne', systmOne)}`,
      ],
    });
  });
  test.afterAll(() => kiosk.close());

  test('patients of both are checked in', async () => {
    expect(await said(kiosk, emis[0])).toBe('You are checked in');
    expect(await said(kiosk, systmOne[0])).toBe('You are checked in');
  });

  test('a list given again replaces its own system and leaves the other', async () => {
    const [gone, ...kept] = emis.slice(1);
    const added = appointment(100, { day, time: '10:20' });
    await bringIn(kiosk, demo, writeDayList(folder, 'again.csv', 'emis', [...emis.slice(0, 1), ...kept, added]));
    expect(await said(kiosk, gone)).toBe('Please speak to reception');
    expect(await said(kiosk, kept[0])).toBe('You are checked in');
    expect(await said(kiosk, added)).toBe('You are checked in');
    expect(await said(kiosk, systmOne[1])).toBe('You are checked in');
  });

  test('whoever was checked in stays so, and an arrival follows its appointment to the new time', async () => {
    expect(await said(kiosk, emis[0])).toBe('You are already checked in');
    const moved = emis.map((row) => ({ ...row, time: '10:30' }));
    await bringIn(kiosk, demo, writeDayList(folder, 'moved.csv', 'emis', moved));
    const { told, text } = await ending(kiosk, emis[0]);
    expect(told).toBe('You are already checked in');
    expect(text).toContain('10:30am');
    expect(text).not.toContain('10:20am');
  });

  test('an arrival whose appointment is gone from the list still stands', async () => {
    await bringIn(kiosk, demo, writeDayList(folder, 'without.csv', 'emis', emis.slice(5)));
    expect(await said(kiosk, emis[0])).toBe('You are already checked in');
  });

  test('an older list does not take back an arrival the kiosk has recorded', async () => {
    await bringIn(
      kiosk,
      demo,
      writeDayList(
        folder,
        'older.csv',
        'emis',
        emis.map((row) => ({ ...row, status: 'Booked' })),
      ),
    );
    expect(await said(kiosk, emis[0])).toBe('You are already checked in');
  });
});

for (const [system, size] of [
  ['emis', 3],
  ['systmOne', 700],
] as const) {
  test(`a ${system} list of ${String(size)} other people on the real day checks them in`, async () => {
    const { day, time } = londonNow();
    const people = appointments(size, { day, time }, 40);
    const list = writeDayList(folder, `${system}-${String(size)}.csv`, system, people);
    const kiosk = await startKiosk({ args: ['--demo', '--list', list] });
    for (const row of [people[0], people[1], people.at(-1)]) expect(await said(kiosk, row)).toBe('You are checked in');
    expect(await said(kiosk, appointment(5, { day, time }))).toBe('Please speak to reception');
    await kiosk.close();
  });
}

test.describe('real data', () => {
  test.describe.configure({ mode: 'serial' });
  const { day, time } = londonNow();
  const real = ['--windowed', '--practice', 'Elm Road Surgery'];
  const main = appointments(10, { day, time, location: 'Elm Road Surgery' });
  const branch = appointments(10, { day, time, location: 'Branch Surgery' }, 10);
  const dataFolder = freshFolder();
  let kiosk: Kiosk;

  test.beforeAll(async () => {
    kiosk = await startKiosk({ dataFolder, args: real });
  });
  test.afterAll(async () => {
    await kiosk.app.close();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  test('without a list check-in is closed and Welcome says why', async () => {
    const { page } = kiosk;
    await expect(heading(page, 'Welcome to Elm Road Surgery')).toBeVisible();
    await expect(page.getByText(closed)).toBeVisible();
    await expect(page.getByText('There is no appointment list for today.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Check in for an appointment' })).toBeHidden();
    await expect(page.getByText(trial)).toBeVisible();
    await expect(page.getByText('DEMONSTRATION')).toBeHidden();
  });

  test('a list of one location opens it, as a trial on every ending', async () => {
    await bringIn(kiosk, [], writeDayList(folder, 'one.csv', 'emis', main));
    await expect(kiosk.page.getByText('If you booked today, you may not be on our list yet.')).toBeVisible();
    await expect(kiosk.page.getByText(/^List as of/)).toBeHidden();
    for (const [row, expected] of [
      [main[0], 'You are checked in'],
      [main[0], 'You are already checked in'],
      [branch[0], 'Please speak to reception'],
    ] as const) {
      const { told, text } = await ending(kiosk, row);
      expect(told).toBe(expected);
      expect(text).toContain(trial);
    }
    await kiosk.page.getByRole('button', { name: 'Finish' }).click();
  });

  test('a list of 20 minutes ago is stamped, one of 3 hours ago closes check-in', async () => {
    const { page } = kiosk;
    const list = writeDayList(folder, 'old.csv', 'emis', main);
    await bringIn(kiosk, [], exportedAgo(list, 20 * 60));
    await expect(page.getByText(/^List as of (\d{1,2}:\d{2}(am|pm)|\d{1,2}(am|pm)|midday|midnight)$/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Check in for an appointment' })).toBeVisible();
    await bringIn(kiosk, [], exportedAgo(list, 3 * 60 * 60));
    await expect(page.getByText('The appointment list is out of date.')).toBeVisible();
    await expect(page.getByText(closed)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Check in for an appointment' })).toBeHidden();
  });

  test('the stamp appears by itself when the list in use has become 15 minutes old', async () => {
    const { page } = kiosk;
    const secondsLeft = 12;
    const stampedFrom = Date.now() + secondsLeft * 1000;
    const list = exportedAgo(writeDayList(folder, 'ageing.csv', 'emis', main), 15 * 60 - secondsLeft);
    await bringIn(kiosk, [], list);
    await expect(page.getByRole('button', { name: 'Check in for an appointment' })).toBeVisible();
    const isStamped = await page.getByText(/^List as of/).isVisible();
    // On a machine too slow for this the list may be old by now, and then the stamp is right.
    expect(isStamped && Date.now() < stampedFrom).toBe(false);
    await expect(page.getByText(/^List as of/)).toBeVisible({ timeout: 30_000 });
    expect(Date.now()).toBeGreaterThanOrEqual(stampedFrom);
  });

  test('several locations and no site set keep check-in closed and say why', async () => {
    const { page } = kiosk;
    await bringIn(kiosk, [], writeDayList(folder, 'two.csv', 'emis', [...main, ...branch]));
    await expect(page.getByText('This screen has not been told which site it is at.')).toBeVisible();
    await expect(page.getByText(closed)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Check in for an appointment' })).toBeHidden();
  });

  test('with --site the kiosk knows where it stands, and remembers it', async () => {
    await kiosk.app.close();
    kiosk = await startKiosk({ dataFolder, args: [...real, '--site', 'branch surgery'] });
    expect(await said(kiosk, branch[1])).toBe('You are checked in');
    expect(await said(kiosk, main[1])).toBe('Your appointment is at Elm Road Surgery');
    await kiosk.app.close();
    kiosk = await startKiosk({ dataFolder, args: real });
    expect(await said(kiosk, branch[2])).toBe('You are checked in');
    // Checked in at the other site this morning: that stays true.
    expect(await said(kiosk, main[0])).toBe('You are already checked in');
  });
});
