import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { inMain } from '../../support/inMain';
import type { TestQueue } from '../../support/cups';
import { callsOf, cookieOf } from '../../support/deskCalls';
import { press } from '../../support/patient';
import { openSlipsDesk, type SlipsDesk } from '../../support/slips';
import {
  creator,
  expectPrinted,
  makeSlip,
  openSlip,
  openSlipsTab,
  sendSlip,
  slipDialog,
} from '../../support/slipsPage';
import {
  pageProcesses,
  tracesIn,
  tracesInFiles,
  tracesInMain,
  tracesInPage,
  tracesInPrograms,
  tracesOf,
  writtenSince,
} from '../../support/slipsTraces';
import { keysFolder } from '../../support/storeCopy';

/*
 * After a slip nothing of its details is left: not in the store, a file, a queue or the arguments of a program, nor in what main or the desk's page can still
 * reach. That it is so after five minutes, too, is shown where time is made: test/unit/services/desk.
 */

const planted = { odsCode: 'A83005', accountId: 'Pw7hRz3kLx', secret: 'Hx8vQw3nZr5tKj2mBd6f' };
const traces = tracesOf(planted);
/** Held on purpose and looked for in the same way: a search that cannot find finds nothing. */
const held = { accountId: 'Yt4cNf9sGb', secret: 'Vd3jMs7qTp9wXk5hCz2g' };

test.describe('of a slip', () => {
  test.describe.configure({ mode: 'serial' });
  let desk: SlipsDesk;
  let queue: TestQueue;
  let reference: string;
  let page: Page;
  let keys: string;
  let began: number;
  let pages: number[];

  test.beforeAll(async () => {
    test.setTimeout(180_000);
    began = Date.now();
    desk = await openSlipsDesk();
    queue = await desk.cups.addPdfQueue('Reception');
    await desk.setPrinters({ a5: queue.name });
    reference = await desk.withAccount();
    page = await openSlipsTab(desk);
    keys = await keysFolder(desk.kiosk.kiosk);
    pages = await pageProcesses(desk.kiosk.kiosk.app);
  });
  test.beforeEach(() => test.setTimeout(120_000));
  test.afterAll(() => desk.close());

  const cupsFolder = (): string => dirname(desk.cups.server);
  /** What came out of the printer is in somebody's hand. */
  const isNotPaper = (path: string): boolean => !path.startsWith(join(cupsFolder(), 'out/'));

  async function expectNothingLeft(): Promise<void> {
    const { app, dataFolder, log } = desk.kiosk.kiosk;
    const text = await desk.text();
    expect(text).toContain('practiceName');
    expect(tracesIn(Buffer.from(text), traces), 'store').toEqual([]);
    expect(tracesIn(Buffer.from(log()), traces), 'log').toEqual([]);
    expect(tracesInFiles([dataFolder, keys], traces), 'files of the program').toEqual([]);
    expect(desk.cups.spooled(), 'queue').toEqual([]);
    expect(tracesInFiles([cupsFolder()], traces, isNotPaper), 'printing system').toEqual([]);
    const isNew = writtenSince(began);
    const shared = [tmpdir(), '/dev/shm', '/var/spool'];
    expect(
      tracesInFiles(shared, traces, (path) => isNotPaper(path) && isNew(path)),
      'other files',
    ).toEqual([]);
    expect(tracesInPrograms(traces), 'programs').toEqual([]);
    await expect.poll(() => pageProcesses(app), 'processes of pages').toEqual(pages);
    expect(await tracesInMain(app, traces), 'memory of main').toEqual([]);
    expect(await tracesInPage(page, traces), 'memory of the page').toEqual([]);
    expect(await page.content()).not.toContain(planted.accountId);
  }

  test('everything would be found where it is looked for', async () => {
    const { app } = desk.kiosk.kiosk;
    const found = tracesOf(held);
    const folder = mkdtempSync(join(tmpdir(), 'kiosk-held-'));
    try {
      await inMain(
        app,
        (_electron, { accountId, secret }) => {
          const groups = secret.match(/.{4}/g) ?? [];
          // As long as a page, and what matters at its end.
          const html = `${'made up '.repeat(2_000)}${groups.map((group) => `<b>${group}</b>`).join('')}`;
          Object.assign(globalThis, { held: [accountId, secret, html] });
        },
        held,
      );
      const reached = await tracesInMain(app, found);
      expect(reached).toEqual(expect.arrayContaining([held.accountId, held.secret, '>Vd3j<', '>Cz2g<']));
      await inMain(app, () => Reflect.deleteProperty(globalThis, 'held'));
      await page.evaluate((secret) => Object.assign(globalThis, { held: secret }), held.secret);
      expect(await tracesInPage(page, found)).toContain(held.secret);
      writeFileSync(join(folder, 'page'), Buffer.from(held.secret, 'utf16le'));
      expect(tracesInFiles([tmpdir()], [held.secret], writtenSince(began))).toEqual([
        `${join(folder, 'page')}: ${held.secret}`,
      ]);
      const program = spawn('sleep', ['60'], { env: { HELD: held.secret } });
      await once(program, 'spawn');
      expect(tracesInPrograms([held.secret])).toEqual([`${String(program.pid)} environ: ${held.secret}`]);
      program.kill();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('nothing is left when it came out', async () => {
    const { app } = desk.kiosk.kiosk;
    await openSlip(page, reference);
    await makeSlip(page, planted);
    expect(await tracesInPage(page, traces)).toContain(planted.secret);
    // Slow, so that it is seen on its way.
    queue.trouble('');
    await sendSlip(page);
    await expect.poll(() => queue.hasBegun()).toBe(true);
    expect(tracesInPrograms(traces)).toEqual([]);
    expect((await pageProcesses(app)).length).toBeGreaterThan(pages.length);
    // The queue is where it has to be for a moment.
    expect(desk.cups.spooled()).not.toEqual([]);
    const inQueue = tracesInFiles([cupsFolder()], traces, isNotPaper);
    expect(inQueue.some((found) => found.endsWith(`: ${planted.secret}`))).toBe(true);
    queue.trouble(null);
    await expectPrinted(page, queue.name);
    expect(desk.cups.spooled()).toEqual([]);
    await press(page, 'It came out');
    await press(page, 'Later');
    await expectNothingLeft();
  });

  test('nothing is left when it is cancelled before it is printed', async () => {
    await openSlip(page, reference);
    await makeSlip(page, planted);
    await press(page, 'Cancel');
    await expect(slipDialog(page)).toHaveCount(0);
    await expectNothingLeft();
  });

  test('nothing is left when the desk locks while it waits for paper, and nothing comes out', async () => {
    const before = queue.outputs().length;
    await openSlip(page, reference);
    await makeSlip(page, planted);
    queue.trouble('media-empty-error');
    await sendSlip(page);
    await expect(page.getByText('There is no paper in the printer.', { exact: true })).toBeVisible({ timeout: 20_000 });
    // As after minutes without a touch: the dialog lies over the button.
    const locked = await callsOf(desk.address, await cookieOf(page.context()))('session/lock');
    expect(locked.status, locked.body).toBe(200);
    await expect(page.getByText('This desk is locked')).toBeVisible();
    await expect.poll(() => desk.cups.spooled(), { timeout: 20_000 }).toEqual([]);
    queue.trouble(null);
    await expectNothingLeft();
    await page.getByLabel('Passphrase', { exact: true }).fill(creator.passphrase);
    await press(page, 'Unlock');
    await expect(page.getByRole('tabpanel', { name: 'Slips', exact: true })).toBeVisible();
    await expect(slipDialog(page)).toHaveCount(0);
    expect(queue.outputs()).toHaveLength(before);
    await expectNothingLeft();
  });

  test('nothing is left when the printer fails and the window is closed', async () => {
    await openSlip(page, reference);
    await makeSlip(page, planted);
    await desk.cups.reject(queue.name);
    await sendSlip(page);
    await expect(page.getByText('It was not printed')).toBeVisible({ timeout: 20_000 });
    await page.keyboard.press('Escape');
    await expect(slipDialog(page)).toHaveCount(0);
    await desk.cups.accept(queue.name);
    await expectNothingLeft();
  });
});
