import { execFileSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import type { SlipJob } from '../../../preload/contract/desk/slips';
import type { PaperSize } from '../../../preload/contract/rules/paper';
import type { TestQueue } from '../../support/cups';
import { readPdf } from '../../support/pdf';
import { scanPdf } from '../../support/pictures';
import { openSlipsDesk, slipRules, type SlipsDesk } from '../../support/slips';
import { openSlipsSession, type FollowedSlip } from '../../support/slipsCalls';
import { addPerson, type Person } from '../../support/staff';

/* What goes wrong at a printer, at a real one: staff are told what is so, and nothing comes out with nobody there. */

const values = { odsCode: 'A83005', accountId: '1194704', secret: 'dE0f1p4aO2z35' };
const wanted = { system: 'emis', size: 'a5', values } as const;
const second: Person = {
  username: 'secondcreator',
  displayName: 'Second Creator',
  passphrase: 'made-up second lantern',
};

test.describe('a setup slip', () => {
  test.describe.configure({ mode: 'serial' });
  let desk: SlipsDesk;
  let reference: string;
  let queue: TestQueue;

  test.beforeAll(async () => {
    test.setTimeout(180_000);
    // No more than two wait in a queue.
    desk = await openSlipsDesk({ cups: { mostJobs: 2 } });
    reference = await desk.withAccount();
  });
  test.afterAll(() => desk.close());

  const stands = (following: FollowedSlip, job: Partial<SlipJob>): Promise<void> =>
    expect.poll(() => following.last(), { timeout: 30_000 }).toMatchObject(job);
  /** Prepared and followed; told to the end with `close`. */
  const prepared = async (size: PaperSize = 'a5'): Promise<{ slipId: string; following: FollowedSlip }> => {
    const { slipId } = await desk.creator.prepare(reference, { ...wanted, size });
    const following = desk.creator.follow(slipId);
    await stands(following, { state: 'ready', sentTimes: 0 });
    return { slipId, following };
  };
  const finished = async ({ slipId, following }: { slipId: string; following: FollowedSlip }): Promise<void> => {
    await desk.creator.forget(slipId);
    await expect.poll(() => following.ended()).not.toBeNull();
    following.close();
    await expect.poll(() => desk.cups.spooled(), { timeout: 15_000 }).toEqual([]);
  };
  const cups = (program: string, ...args: string[]): void => {
    execFileSync(program, args, { env: { ...process.env, CUPS_SERVER: desk.cups.server }, stdio: 'pipe' });
  };
  /** Whatever waits in the queue would come out before another page does. */
  const expectNothingMore = async (from: Pick<TestQueue, 'name' | 'outputs'>, pages: number): Promise<void> => {
    const page = { kind: 'calibration', size: 'a4' };
    const { status, json } = await desk.asManager('printing/printCheck', { page, printer: from.name });
    expect([status, json]).toMatchObject([200, { state: 'printed' }]);
    await expect.poll(() => from.outputs()).toHaveLength(pages + 1);
    expect(readPdf('pdftotext', from.outputs().at(-1) ?? Buffer.alloc(0))).toContain('Check your printer');
  };

  test('whose printer is gone is printed at another without typing it again', async () => {
    const gone = await desk.cups.addPdfQueue('Gone');
    queue = await desk.cups.addPdfQueue('There');
    const slip = await prepared();
    await desk.cups.remove(gone.name);
    const refused = await desk.creator.ask('slips/print', {
      slipId: slip.slipId,
      printer: gone.name,
      isReadBack: true,
    });
    expect(refused.json).toMatchObject({ code: 'NO_PRINTER', data: { why: 'printerGone' } });
    await stands(slip.following, { state: 'ready', printer: null, sentTimes: 0 });
    await desk.creator.print(slip.slipId, queue.name);
    await stands(slip.following, { state: 'printed', reason: null, printer: queue.name, sentTimes: 1 });
    expect(queue.outputs()).toHaveLength(1);
    expect(gone.outputs()).toEqual([]);
    await finished(slip);
  });

  test('waits for a printer that is paused, and says so, until it is set going', async () => {
    const slip = await prepared();
    await desk.cups.pause(queue.name);
    await desk.creator.print(slip.slipId, queue.name);
    await stands(slip.following, { state: 'waiting', reason: 'paused' });
    await desk.cups.resume(queue.name);
    await stands(slip.following, { state: 'printed', reason: null, isKept: false });
    expect(queue.outputs()).toHaveLength(2);
    await finished(slip);
  });

  test('waits for paper, and says so', async () => {
    const slip = await prepared();
    queue.trouble('media-empty-error');
    await desk.creator.print(slip.slipId, queue.name);
    await stands(slip.following, { state: 'waiting', reason: 'outOfPaper' });
    queue.trouble(null);
    await stands(slip.following, { state: 'printed', reason: null });
    expect(queue.outputs()).toHaveLength(3);
    await finished(slip);
  });

  test('is not sent to a printer that takes nothing', async () => {
    const slip = await prepared();
    await desk.cups.reject(queue.name);
    await desk.creator.print(slip.slipId, queue.name);
    await stands(slip.following, { state: 'failed', reason: 'notAccepting', isKept: false });
    await desk.cups.accept(queue.name);
    await finished(slip);
    expect(queue.outputs()).toHaveLength(3);
  });

  test('is not sent to a queue that is full', async () => {
    await desk.cups.pause(queue.name);
    // Somebody else's, out of another program.
    for (const _page of [1, 2]) cups('lp', '-d', queue.name, 'package.json');
    const slip = await prepared();
    await desk.creator.print(slip.slipId, queue.name);
    await stands(slip.following, { state: 'failed', reason: 'queueFull', isKept: false });
    cups('cancel', '-a', '-x', queue.name);
    await desk.cups.resume(queue.name);
    await desk.creator.print(slip.slipId, queue.name);
    await stands(slip.following, { state: 'printed', sentTimes: 2 });
    await finished(slip);
    expect(queue.outputs()).toHaveLength(4);
  });

  test('that is not wanted any more while it waits does not come out later', async () => {
    const slip = await prepared();
    await desk.cups.pause(queue.name);
    await desk.creator.print(slip.slipId, queue.name);
    await stands(slip.following, { state: 'waiting', reason: 'paused' });
    expect(desk.cups.spooled()).not.toEqual([]);
    await finished(slip);
    const again = await desk.creator.ask('slips/print', {
      slipId: slip.slipId,
      printer: queue.name,
      isReadBack: true,
    });
    expect(again).toMatchObject({ json: { code: 'GONE' } });
    await desk.cups.resume(queue.name);
    await expectNothingMore(queue, 4);
  });

  test('that the queue gives up is printed again with the same page', async () => {
    const careless = await desk.cups.addPdfQueue('Careless', { errorPolicy: 'abort-job' });
    careless.breaks(true);
    const slip = await prepared();
    await desk.creator.print(slip.slipId, careless.name);
    await stands(slip.following, { state: 'failed', reason: 'aborted' });
    careless.breaks(false);
    await desk.creator.print(slip.slipId, careless.name);
    await stands(slip.following, { state: 'printed', reason: null, sentTimes: 2 });
    expect(careless.outputs()).toHaveLength(1);
    await finished(slip);
  });

  test('that is called back from a driverless printer whose power has gone does not come out when it is back', async () => {
    test.setTimeout(120_000);
    const printer = await desk.cups.addIppQueue('Driverless');
    printer.slow(true);
    const slip = await prepared('a4');
    await desk.creator.print(slip.slipId, printer.name);
    await expect.poll(() => printer.hasBegun(), { timeout: 20_000 }).toBe(true);
    await printer.stop();
    expect(slip.following.jobs.map(({ state }) => state)).not.toContain('printed');
    await finished(slip);
    printer.slow(false);
    await printer.start();
    await expectNothingMore(printer, 0);
  });

  test('and another of another account creator, at one time on one queue, come out whole, each its own', async () => {
    await addPerson(desk, second, ['accountCreator']);
    const other = await openSlipsSession(desk.address, second, '127.0.4.9');
    const before = queue.outputs().length;
    const others = { ...wanted, values: { ...values, accountId: '7700123', secret: 'kR7tV9wX3yZ' } };
    const [mine, theirs] = await Promise.all([
      desk.creator.prepare(reference, wanted),
      other.prepare(reference, others),
    ]);
    const ends = await Promise.all([
      desk.creator.printToEnd(mine.slipId, queue.name),
      other.printToEnd(theirs.slipId, queue.name),
    ]);
    expect(ends.map(({ state }) => state)).toEqual(['printed', 'printed']);
    const papers = queue.outputs().slice(before);
    expect(papers).toHaveLength(2);
    const texts = papers.map((pdf) => readPdf('pdftotext', pdf).replace(/\s+/g, ''));
    expect(texts.filter((text) => text.includes(values.secret) && text.includes(values.accountId))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('kR7tV9wX3yZ') && text.includes('7700123'))).toHaveLength(1);
    for (const pdf of papers) expect(scanPdf(pdf, 300)).toEqual([slipRules.emisLink]);
    // Nobody prints, follows or forgets another's.
    const theft = await other.ask('slips/print', { slipId: mine.slipId, printer: queue.name, isReadBack: true });
    expect(theft).toMatchObject({ json: { code: 'GONE' } });
    await Promise.all([desk.creator.forget(mine.slipId), other.forget(theirs.slipId)]);
    expect(desk.cups.spooled()).toEqual([]);
  });

  test('is refused to whoever has not the role, and for an application that is not decided', async () => {
    const { applicationId, version } = await desk.open(reference);
    const asked = { applicationId, version, ...wanted, ...values };
    for (const role of ['receptionist', 'verifier', 'authoriser', 'clinicalReviewer'] as const) {
      const { status, json } = await desk.as[role]('slips/prepare', { ...asked, values: undefined });
      expect([role, status, json]).toMatchObject([role, 403, { code: 'FORBIDDEN' }]);
    }
    await desk.act('receptionist', 'withdraw', reference);
    const withdrawn = await desk.creator.tryToPrepare(reference, wanted);
    expect(withdrawn.json).toMatchObject({ code: 'NOT_NOW', data: { why: 'ended' } });
  });

  test('that was prepared before the application changed is not printed any more', async () => {
    const other = await desk.withAccount();
    const { slipId } = await desk.creator.prepare(other, wanted);
    await desk.act('receptionist', 'withdraw', other);
    const before = queue.outputs().length;
    const { json } = await desk.creator.ask('slips/print', { slipId, printer: queue.name, isReadBack: true });
    expect((json as { code: string }).code).toMatch(/^(NOT_NOW|GONE)$/);
    await expectNothingMore(queue, before);
  });
});
