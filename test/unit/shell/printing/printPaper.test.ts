import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { connectCups, cupsAddress } from '../../../../main/shell/printing/cups/connection';
import { listQueues } from '../../../../main/shell/printing/cups/queues';
import { createTimers } from '../../../../main/shell/timers';
import { startCups, type TestCups, type TestQueue } from '../../../support/cups';
import { onePage } from './onePage';
import { send } from './sending';

/* One page on its way through a real printing system of the test's own, and every way in which it does not get out. */

describe('a page', () => {
  let cups: TestCups;
  let number = 0;
  const addQueue = (policy?: 'retry-job' | 'abort-job'): Promise<TestQueue> =>
    cups.addPdfQueue(`Queue-${String((number += 1))}`, policy === undefined ? {} : { errorPolicy: policy });

  beforeAll(async () => {
    cups = await startCups();
  });
  afterAll(() => cups.stop());

  it('comes out as it was sent, and nothing of it stays in the spool', async () => {
    const queue = await addQueue();
    const { end, told } = send(cups.server, queue.name);
    expect(await end).toEqual({ state: 'printed', reason: null, isKept: false, isKeeping: true });
    expect(told[0]).toBe('sent');
    expect(queue.outputs()).toEqual([onePage]);
    expect(cups.spooled()).toEqual([]);
  });

  it('waits for paper, says so, and comes out when there is some', async () => {
    const queue = await addQueue();
    queue.trouble('media-empty-error');
    const { end, told, until } = send(cups.server, queue.name);
    await until('waiting:outOfPaper');
    queue.trouble(null);
    expect((await end).state).toBe('printed');
    expect(told).toContain('waiting:outOfPaper');
    expect(queue.outputs()).toHaveLength(1);
  });

  it.each([
    ['media-jam-error', 'jammed'],
    ['cover-open-error', 'coverOpen'],
    ['toner-empty-error', 'outOfInk'],
    ['input-tray-missing-error', 'attention'],
  ])('waits at %s and is called back: nobody can tell whether it came out', async (trouble, reason) => {
    const queue = await addQueue();
    queue.trouble(trouble);
    const { end, until, stop } = send(cups.server, queue.name);
    await until(`waiting:${reason}`);
    stop('tookTooLong');
    expect(await end).toMatchObject({ state: 'unknown', reason: 'tookTooLong', isKept: false });
    queue.trouble(null);
    expect(cups.spooled()).toEqual([]);
    expect(queue.outputs()).toEqual([]);
  });

  it('is called back from a paused queue and does not come out when that goes on', async () => {
    const queue = await addQueue();
    await cups.pause(queue.name);
    const { end, until, stop } = send(cups.server, queue.name);
    await until('waiting:paused');
    stop('cancelled');
    expect(await end).toMatchObject({ state: 'failed', reason: 'cancelled', isKept: false });
    await cups.resume(queue.name);
    // What is sent after it comes out alone.
    expect((await send(cups.server, queue.name).end).state).toBe('printed');
    expect(queue.outputs()).toHaveLength(1);
  });

  it('does not come out later where a queue tries again by itself', async () => {
    const queue = await addQueue('retry-job');
    queue.breaks(true);
    const { end, until, stop } = send(cups.server, queue.name);
    await until('waiting:attention');
    stop('tookTooLong');
    expect(await end).toMatchObject({ state: 'unknown', reason: 'tookTooLong', isKept: false });
    queue.breaks(false);
    expect((await send(cups.server, queue.name).end).state).toBe('printed');
    expect(queue.outputs()).toHaveLength(1);
  });

  it('fails where a queue gives up', async () => {
    const queue = await addQueue('abort-job');
    queue.breaks(true);
    expect(await send(cups.server, queue.name).end).toMatchObject({
      state: 'failed',
      reason: 'aborted',
      isKept: false,
    });
    expect(cups.spooled()).toEqual([]);
  });

  it('waits where a printer that failed has stopped its queue', async () => {
    const queue = await addQueue();
    queue.breaks(true);
    const { end, until, stop } = send(cups.server, queue.name);
    await until('waiting:paused');
    stop('tookTooLong');
    expect(await end).toMatchObject({ state: 'unknown', reason: 'tookTooLong', isKept: false });
    expect(cups.spooled()).toEqual([]);
  });

  it('fails at once without a queue, and at one that takes nothing', async () => {
    const queue = await addQueue();
    await cups.reject(queue.name);
    expect(await send(cups.server, queue.name).end).toMatchObject({ state: 'failed', reason: 'notAccepting' });
    expect(await send(cups.server, 'Nowhere').end).toMatchObject({ state: 'failed', reason: 'printerGone' });
  });

  it('is one that nobody can tell of when its queue is taken away in the middle', async () => {
    const queue = await addQueue();
    queue.trouble('');
    const { end, until } = send(cups.server, queue.name);
    await until('printing');
    await cups.remove(queue.name);
    queue.trouble(null);
    expect(await end).toMatchObject({ state: 'unknown', reason: 'printerGone', isKept: false });
    expect(cups.spooled()).toEqual([]);
  });

  it('does not mind another on the same queue or on another', async () => {
    const [one, other] = [await addQueue(), await addQueue()];
    const ends = [one, one, other].map(({ name }) => send(cups.server, name).end);
    for (const { state } of await Promise.all(ends)) expect(state).toBe('printed');
    expect([one.outputs().length, other.outputs().length]).toEqual([2, 1]);
  });

  it('is listed with its queue as that stands', async () => {
    const queue = await addQueue();
    const look = async () => {
      const queues = await listQueues(connectCups(cupsAddress({ CUPS_SERVER: cups.server }, 'linux'), createTimers()));
      return queues.find(({ name }) => name === queue.name);
    };
    expect(await look()).toEqual({
      name: queue.name,
      description: queue.name,
      location: '',
      state: 'ready',
      reasons: [],
    });
    await cups.pause(queue.name);
    expect(await look()).toMatchObject({ state: 'stopped', reasons: ['paused'] });
    await cups.reject(queue.name);
    expect(await look()).toMatchObject({ state: 'notAccepting' });
  });
});

describe('a printing system', () => {
  const start = async (options?: Parameters<typeof startCups>[0]): Promise<TestCups> => {
    const cups = await startCups(options);
    onTestFinished(() => cups.stop());
    return cups;
  };

  it('that keeps no files of its own accord says so', async () => {
    const cups = await start({ preserveJobFiles: 'No' });
    const queue = await cups.addPdfQueue('Front');
    expect(await send(cups.server, queue.name).end).toMatchObject({
      state: 'printed',
      isKept: false,
      isKeeping: false,
    });
  });

  it('that remembers nothing cannot tell whether it came out', async () => {
    const cups = await start({ keepsHistory: false });
    const queue = await cups.addPdfQueue('Front');
    expect(await send(cups.server, queue.name).end).toMatchObject({
      state: 'unknown',
      reason: 'notTold',
      isKept: false,
    });
    expect(cups.spooled()).toEqual([]);
  });

  it('with a full queue refuses the next page', async () => {
    const cups = await start({ mostJobs: 1 });
    const queue = await cups.addPdfQueue('Front');
    queue.trouble('');
    const first = send(cups.server, queue.name);
    await first.until('printing');
    expect(await send(cups.server, queue.name).end).toMatchObject({ state: 'failed', reason: 'queueFull' });
    queue.trouble(null);
    expect((await first.end).state).toBe('printed');
  });

  it('that dies in the middle leaves a page nobody can tell of', async () => {
    const cups = await start();
    const queue = await cups.addPdfQueue('Front');
    queue.trouble('');
    const { end, until } = send(cups.server, queue.name);
    await until('printing');
    await cups.kill();
    expect(await end).toEqual({ state: 'unknown', reason: 'noPrintingSystem', isKept: null, isKeeping: null });
  });

  it('that is not there prints nothing', async () => {
    expect(existsSync('/nowhere/cups.sock')).toBe(false);
    expect(await send('/nowhere/cups.sock', 'Front').end).toMatchObject({
      state: 'failed',
      reason: 'noPrintingSystem',
    });
  });

  it('with a printer that dies in mid-job has nothing left to print later', async () => {
    const cups = await start();
    const printer = await cups.addIppQueue('Driverless');
    printer.slow(true);
    const { end, until, stop } = send(cups.server, printer.name);
    await until('printing');
    await expect.poll(printer.hasBegun, { timeout: 15_000 }).toBe(true);
    await printer.stop();
    stop('tookTooLong');
    expect(await end).toMatchObject({ state: 'unknown', reason: 'tookTooLong', isKept: false });
    expect(cups.spooled()).toEqual([]);
  });
});
