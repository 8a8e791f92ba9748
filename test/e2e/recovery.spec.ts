import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { inMain } from '../support/inMain';
import { startKiosk, type Kiosk } from '../support/kioskApp';
import { logLines } from '../support/logLines';
import { claimOf, madeUpDay } from '../support/madeUpDay';

/* A page that crashes or hangs comes back by itself, without what it knew (design §9). Once a page has crashed the test's driver is blind to
   its window, so everything here goes through the main process. */

const now = '2026-11-23T10:00';

function inPage(kiosk: Kiosk, code: string): Promise<unknown> {
  return inMain(
    kiosk.app,
    ({ BrowserWindow }, script) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(script, true) as unknown,
    code,
  );
}

const heading = (kiosk: Kiosk): Promise<unknown> =>
  inPage(kiosk, `document.querySelector('h1')?.textContent ?? ''`).catch(() => 'no page');
const press = (kiosk: Kiosk, name: string): Promise<unknown> =>
  inPage(
    kiosk,
    `[...document.querySelectorAll('button')].find((one) => one.textContent.trim() === ${JSON.stringify(name)}).click()`,
  );
const type = (kiosk: Kiosk, text: string): Promise<unknown> =>
  inPage(
    kiosk,
    `for (const key of ${JSON.stringify(text)}) window.dispatchEvent(new KeyboardEvent('keydown', { key }))`,
  );
const events = (kiosk: Kiosk, event: string): number =>
  logLines(kiosk.log()).filter((line) => line.event === event).length;
const expectHeading = (kiosk: Kiosk, expected: string | RegExp) =>
  expect
    .poll(() => heading(kiosk), { timeout: 15_000 })
    .toEqual(typeof expected === 'string' ? expected : expect.stringMatching(expected));

async function crash(kiosk: Kiosk): Promise<void> {
  const before = events(kiosk, 'page.crashed');
  await inMain(kiosk.app, ({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
  await expect.poll(() => events(kiosk, 'page.crashed')).toBe(before + 1);
}

test('a page that crashes in the middle of a check-in is back at Welcome and knows nothing of it', async () => {
  const kiosk = await startKiosk({ args: ['--demo', '--now', now] });
  try {
    const { dateOfBirth, letter } = claimOf(madeUpDay(now), 'soon');
    await expectHeading(kiosk, /^Welcome to /);
    await press(kiosk, 'Check in for an appointment');
    await type(kiosk, dateOfBirth.split('-').reverse().join(''));
    await press(kiosk, 'Continue');
    await expectHeading(kiosk, /^What is the first letter/);
    await crash(kiosk);
    await expectHeading(kiosk, /^Welcome to /);
    await press(kiosk, 'Check in for an appointment');
    await expectHeading(kiosk, 'What is your date of birth?');
    expect(await inPage(kiosk, `[...document.querySelectorAll('input')].map((one) => one.value).join('')`)).toBe('');

    await type(kiosk, dateOfBirth.split('-').reverse().join(''));
    await press(kiosk, 'Continue');
    await expectHeading(kiosk, /^What is the first letter/);
    await type(kiosk, letter);
    await press(kiosk, 'Continue');
    await expectHeading(kiosk, 'You are checked in');
    await crash(kiosk);
    await expectHeading(kiosk, /^Welcome to /);
    expect(events(kiosk, 'page.recovered')).toBe(2);
  } finally {
    await kiosk.close();
  }
});

test('a page that hangs is noticed and brought back', async () => {
  test.setTimeout(120_000);
  const kiosk = await startKiosk({ args: ['--demo', '--now', now] });
  try {
    await expectHeading(kiosk, /^Welcome to /);
    // It has said that it is alive at least once.
    await inPage(kiosk, `new Promise((resolve) => setTimeout(resolve, 6_000))`);
    await inPage(kiosk, `void setTimeout(() => { for (;;); })`);
    await expect.poll(() => events(kiosk, 'page.hung'), { timeout: 60_000 }).toBe(1);
    await expect.poll(() => events(kiosk, 'page.recovered'), { timeout: 15_000 }).toBe(1);
    await expectHeading(kiosk, /^Welcome to /);
  } finally {
    await kiosk.close();
  }
});

test('a fourth crash within a minute starts the whole program anew', async () => {
  const kiosk = await startKiosk({ args: ['--demo', '--now', now] });
  const isGone = once(kiosk.app.process(), 'exit');
  for (let time = 0; time < 3; time += 1) {
    await expectHeading(kiosk, /^Welcome to /);
    await crash(kiosk);
  }
  await expectHeading(kiosk, /^Welcome to /);
  await kiosk.app
    .evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
    })
    .catch(() => undefined);
  await isGone;
  expect(events(kiosk, 'page.relaunch')).toBe(1);
  // Its own log tells, since the driver ends whatever is left of the group it started.
  const log = join(kiosk.dataFolder, 'logs', 'kiosk.log');
  const afterRelaunch = (): string[] => {
    const all = logLines(readFileSync(log, 'utf8')).map(({ event }) => event);
    return all.slice(all.indexOf('page.relaunch'));
  };
  await expect.poll(afterRelaunch, { timeout: 30_000 }).toContain('app.ready');
  for (const id of mainProcessesOn(kiosk.dataFolder)) process.kill(id, 'SIGTERM');
  await expect.poll(() => mainProcessesOn(kiosk.dataFolder), { timeout: 15_000 }).toEqual([]);
  rmSync(kiosk.dataFolder, { recursive: true, force: true });
});

/** The programs, without their helpers, that were started on a data folder. */
function mainProcessesOn(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const words = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0');
        return words.includes(folder) &&
          words.includes('--data-dir') &&
          !words.some((word) => word.startsWith('--type='))
          ? [Number(name)]
          : [];
      } catch {
        return [];
      }
    });
}
