import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { deriveDowntimeKey, makeDowntimeFile } from '../../main/services/desk/downtimeFile';
import { downtimeSheetSchema, type DowntimeSheet } from '../../preload/contract/desk/today';

/** The downtime file in a real browser, opened from a disk. It needs no kiosk, so none is started. */
const passphrase = 'harbour marble thunder';
const nasty = '<img src=x onerror="document.title=1">O’Planted & "Sons"';

const person = (lastName: string, start: string, change: Partial<DowntimeSheet['rows'][number]> = {}) => ({
  start,
  clinician: 'Dr Anita Rao',
  lastName,
  firstName: 'Ottoline',
  dateOfBirth: '1961-09-06',
  mode: 'inPerson',
  listed: 'booked',
  arrivedAt: null,
  ticket: null,
  isMarked: false,
  ...change,
});

const sheet = downtimeSheetSchema.parse({
  practice: 'Example Surgery',
  day: '2026-11-23',
  at: '2026-11-23T10:50:00.000Z',
  listAsOf: '2026-11-23T10:42:00.000Z',
  isDemonstration: true,
  rows: [person('Plantedname', '09:50'), { ...person(nasty, '10:10'), arrivedAt: '10:02', ticket: 'A12' }],
});

let browser: Browser;
let folder: string;
let file: string;
let asked: string[];

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kiosk-downtime-'));
  file = await makeDowntimeFile(sheet, await deriveDowntimeKey(passphrase));
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args });
});

test.afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens `text` as a file on the disk; whatever it asks for besides itself is noted. */
async function openFile(text: string): Promise<Page> {
  const path = join(folder, 'downtime.html');
  writeFileSync(path, text);
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(path).href);
  return page;
}

async function tryPassphrase(page: Page, typed: string): Promise<void> {
  await page.getByLabel('Downtime passphrase').fill(typed);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
}

test('opens from a disk with the right passphrase, asks nobody for anything, and runs nothing that a list holds', async () => {
  const page = await openFile(file);
  await expect(page.getByRole('heading')).toHaveText('Downtime sheet, written Monday 23 November 2026, 10:50am');
  await expect(page.getByLabel('Downtime passphrase')).toBeFocused();
  await tryPassphrase(page, passphrase);
  await expect(page.getByRole('cell', { name: 'Plantedname, Ottoline' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Downtime sheet' })).toBeFocused();
  await expect(page.getByText('List as of 10:42am, written Monday 23 November 2026, 10:50am')).toBeVisible();
  await expect(page.getByText('DEMONSTRATION')).toBeVisible();
  await expect(page.getByRole('cell', { name: `${nasty}, Ottoline` })).toBeVisible();
  await expect(page.getByRole('cell', { name: 'TO MARK' })).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Print' })).toBeVisible();
  expect(await page.locator('img').count()).toBe(0);
  expect(asked).toEqual([page.url()]);
  await page.close();
});

test('stays shut for a wrong passphrase, says so, and lets them try again', async () => {
  const page = await openFile(file);
  await tryPassphrase(page, `${passphrase}s`);
  await expect(page.getByRole('alert')).toContainText('This passphrase does not open this sheet.');
  expect(await page.content()).not.toContain('Plantedname');
  await tryPassphrase(page, passphrase);
  await expect(page.getByRole('table')).toBeVisible();
  await page.close();
});

test('does not open what was changed, and says of a copy that was cut off that it is not whole', async () => {
  const data = /"data":"(.{40})/.exec(file)?.[1] ?? '';
  const changed = await openFile(file.replace(data, [...data].reverse().join('')));
  await tryPassphrase(changed, passphrase);
  await expect(changed.getByRole('alert')).toContainText('does not open this sheet');
  await changed.close();
  const cut = await openFile(file.slice(0, -500));
  await expect(cut.getByRole('alert')).toHaveText('This file is not whole. Use another copy.');
  await cut.close();
});

test('has no accessibility violation, locked and open', async () => {
  const page = await openFile(file);
  const violations = async () => (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id);
  expect(await violations()).toEqual([]);
  await tryPassphrase(page, passphrase);
  await expect(page.getByRole('table')).toBeVisible();
  expect(await violations()).toEqual([]);
  await page.close();
});
