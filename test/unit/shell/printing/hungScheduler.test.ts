import { describe, expect, it, onTestFinished } from 'vitest';
import { connectCups, cupsAddress } from '../../../../main/shell/printing/cups/connection';
import { printPaper } from '../../../../main/shell/printing/cups/printPaper';
import { startCups, type TestCups } from '../../../support/cups';
import { hurriedTimers, paper, send } from './sending';

/* A real printing system that hangs: it takes what it is asked, answers nothing, and reads all of it once it wakes. */

describe('a printing system', () => {
  const start = async (): Promise<TestCups> => {
    const cups = await startCups();
    onTestFinished(() => cups.stop());
    return cups;
  };

  it('that hangs for a moment is asked again, and says that the page came out', async () => {
    const cups = await start();
    const queue = await cups.addPdfQueue('Front');
    queue.trouble('');
    const { end, until } = send(cups.server, queue.name);
    await until('printing');
    cups.freeze();
    queue.trouble(null);
    // The printer goes on by itself.
    await expect.poll(() => queue.outputs().length).toBe(1);
    cups.thaw();
    expect(await end).toMatchObject({ state: 'printed', reason: null, isKept: false });
    expect(cups.spooled()).toEqual([]);
  });

  it('that hangs in mid-job keeps nobody waiting, and goes by what it was told once it wakes', async () => {
    const timers = hurriedTimers();
    const cups = await start();
    const queue = await cups.addPdfQueue('Front');
    queue.trouble('');
    const { end, until } = send(cups.server, queue.name, timers);
    await until('printing');
    cups.freeze();
    timers.hurry();
    expect(await end).toEqual({ state: 'unknown', reason: 'noPrintingSystem', isKept: null, isKeeping: null });
    cups.thaw();
    // It was told to forget the page before anybody knew whether it would ever hear of it.
    await expect.poll(cups.spooled).toEqual([]);
    queue.trouble(null);
    expect((await send(cups.server, queue.name).end).state).toBe('printed');
    expect(queue.outputs()).toHaveLength(1);
  });

  it('that hangs before it has the page does not print it when it wakes', async () => {
    const timers = hurriedTimers();
    const cups = await start();
    const queue = await cups.addPdfQueue('Front');
    // Frozen as soon as there is a job without a page.
    const hung = connectCups(cupsAddress({ CUPS_SERVER: cups.server }, 'linux'), timers);
    const stop = new AbortController().signal;
    const end = printPaper(
      {
        timers,
        cups: (question) => {
          if (question.operation === 'sendDocument') {
            cups.freeze();
            timers.hurry();
          }
          return hung(question);
        },
      },
      paper,
      { printer: queue.name, title: 'Test page', told: () => undefined, stop },
    );
    expect(await end).toMatchObject({ state: 'unknown', reason: 'noPrintingSystem', isKept: null });
    cups.thaw();
    expect((await send(cups.server, queue.name).end).state).toBe('printed');
    await expect.poll(cups.spooled).toEqual([]);
    expect(queue.outputs()).toHaveLength(1);
  });
});
