import { describe, expect, it } from 'vitest';
import { connectCups, CupsFault } from '../../../../main/shell/printing/cups/connection';
import { findQueue, listQueues } from '../../../../main/shell/printing/cups/queues';
import { but, noAnswers, openScene, purges } from './brokenScene';
import { attribute, integer, jobGroup, keyword, printerGroup, printsAll, truth } from './fakeScheduler';

/* A printing system that answers as none should. Whatever it says, a page ends, in time, and with no more than is known of it. */

describe.each(noAnswers)('a printing system that gives %s', (_what, answer) => {
  it('has no printers to tell of', async () => {
    const { scheduler, timers } = await openScene(answer);
    const cups = connectCups({ socketPath: scheduler.socketPath }, timers);
    await expect(listQueues(cups)).rejects.toBeInstanceOf(CupsFault);
    await expect(findQueue(cups, 'Reception')).rejects.toBeInstanceOf(CupsFault);
  });

  it('at the first question, or where a job is to be opened, is given no page', async () => {
    for (const operation of ['getPrinterAttributes', 'createJob'] as const) {
      const { print, scheduler } = await openScene(but(operation, answer));
      expect(await print()).toEqual({ state: 'failed', reason: 'noPrintingSystem', isKept: false, isKeeping: null });
      expect(scheduler.asked.map((asked) => asked.operation)).not.toContain('sendDocument');
    }
  });

  it('to the page itself may have it: it is called back and forgotten, and nobody can tell', async () => {
    const { print, scheduler } = await openScene(but('sendDocument', answer));
    // What it tells of the job afterwards is that it came out.
    expect(await print()).toEqual({ state: 'printed', reason: null, isKept: false, isKeeping: true });
    expect(purges(scheduler)).toBe(1);
    const silent = await openScene((asked, scene) =>
      ['sendDocument', 'cancelJob', 'getJobAttributes'].includes(asked.operation)
        ? answer(asked, scene)
        : printsAll(asked),
    );
    const end = await silent.print();
    expect(end).toEqual({ state: 'unknown', reason: 'noPrintingSystem', isKept: null, isKeeping: null });
  });

  it('whenever the job is asked for leaves a page that nobody can tell of, and is told to forget it', async () => {
    const { print, scheduler, told } = await openScene(but('getJobAttributes', answer));
    expect(await print()).toEqual({ state: 'unknown', reason: 'noPrintingSystem', isKept: null, isKeeping: null });
    expect(purges(scheduler)).toBe(1);
    expect(told).toEqual(['sent']);
  });

  it('once is asked again', async () => {
    const { print } = await openScene((asked, scene) => {
      if (asked.operation !== 'getJobAttributes') return printsAll(asked);
      if (asked.times === 0) return answer(asked, scene);
      return printsAll({ ...asked, times: asked.times - 1 });
    });
    // Unless time has run out: what is silent for so long is not there.
    const { state, reason } = await print();
    expect([state, reason]).toSatisfy(
      ([one, why]) => one === 'printed' || (one === 'unknown' && why === 'noPrintingSystem'),
    );
  });
});

it('a page that is called back while the job is opened is not sent', async () => {
  const { print, scheduler } = await openScene(
    but('createJob', (asked, { stopper }) => {
      stopper.abort('cancelled');
      return printsAll(asked);
    }),
  );
  expect((await print()).reason).not.toBe('noPrintingSystem');
  expect(scheduler.asked.map(({ operation }) => operation)).not.toContain('sendDocument');
  expect(purges(scheduler)).toBe(1);
});

describe('a printing system that refuses', () => {
  it.each([
    [0x0400, 'notAccepting'],
    [0x0401, 'notAccepting'],
    [0x0404, 'queueFull'],
    [0x0406, 'printerGone'],
    [0x0506, 'notAccepting'],
    [0x050b, 'queueFull'],
  ])('a job with %i has nothing of it', async (status, reason) => {
    const { print, scheduler } = await openScene(but('createJob', () => ({ status })));
    expect(await print()).toEqual({ state: 'failed', reason, isKept: false, isKeeping: null });
    expect(scheduler.asked.map(({ operation }) => operation)).toEqual(['getPrinterAttributes', 'createJob']);
  });

  it.each([0x0401, 0x0500, 0x0507])('to tell of a job with %i may still print it', async (status) => {
    const { print, scheduler } = await openScene(but('getJobAttributes', () => ({ status })));
    expect(await print()).toEqual({ state: 'unknown', reason: 'noPrintingSystem', isKept: null, isKeeping: null });
    expect(purges(scheduler)).toBe(1);
  });

  it.each([0x0401, 0x0500])('to tell of a printer with %i does not say that there is none', async (status) => {
    const { print } = await openScene(but('getPrinterAttributes', () => ({ status })));
    expect(await print()).toMatchObject({ state: 'failed', reason: 'noPrintingSystem' });
  });

  it('to call a job back will print it: nobody is told that it failed', async () => {
    const { print, stopper } = await openScene((asked) => {
      if (asked.operation === 'cancelJob') return { status: 0x0401 };
      if (asked.operation !== 'getJobAttributes') return printsAll(asked);
      if (asked.times === 1) stopper.abort('tookTooLong');
      return { status: 0, groups: [jobGroup(3, [truth('job-preserved', false)])] };
    });
    expect(await print()).toEqual({ state: 'unknown', reason: 'tookTooLong', isKept: true, isKeeping: false });
  });

  it('to list its printers has none to tell of, and one without printers has none', async () => {
    for (const [status, expected] of [
      [0x0500, null],
      [0x0406, []],
    ] as const) {
      const { scheduler, timers } = await openScene(() => ({ status }));
      const found = await listQueues(connectCups({ socketPath: scheduler.socketPath }, timers)).catch(() => null);
      expect(found).toEqual(expected);
    }
  });
});

describe('a job', () => {
  it('whose number vanishes may have come out', async () => {
    const { print } = await openScene(but('getJobAttributes', () => ({ status: 0x0406 })));
    expect(await print()).toEqual({ state: 'unknown', reason: 'notTold', isKept: false, isKeeping: false });
  });

  it.each([0, -1])('of number %i is none, and is given no page', async (id) => {
    const { print, scheduler } = await openScene(
      but('createJob', () => ({ status: 0, groups: [{ tag: 2, attributes: [integer('job-id', id)] }] })),
    );
    expect(await print()).toMatchObject({ state: 'failed', reason: 'noPrintingSystem' });
    expect(scheduler.asked.map(({ operation }) => operation)).not.toContain('sendDocument');
  });

  it('that goes back from the printer to being held is one that nobody can tell of', async () => {
    const { print, told } = await openScene((asked, { stopper }) => {
      if (asked.operation !== 'getJobAttributes') return printsAll(asked);
      if (asked.times === 3) stopper.abort('tookTooLong');
      const isPurged = asked.times > 4;
      if (isPurged) return { status: 0x0406 };
      // Nothing that it tells later says that it was with the printer.
      return { status: 0, groups: [jobGroup([5, 4, 4, 4, 7][asked.times] ?? 7)] };
    });
    expect(await print()).toEqual({ state: 'unknown', reason: 'tookTooLong', isKept: false, isKeeping: null });
    expect(told).toEqual(['sent', 'printing', 'waiting:attention']);
  });

  it('whose state is no state is one of which nothing is known', async () => {
    for (const state of [integer('job-state', 77), keyword('job-state', 'completed')]) {
      const { print } = await openScene(
        but('getJobAttributes', () => ({ status: 0, groups: [{ tag: 2, attributes: [state] }] })),
      );
      expect(await print()).toMatchObject({ state: 'unknown', reason: 'noPrintingSystem', isKept: null });
    }
  });
});

describe('a printer', () => {
  it('that says numbers where words are due has a name only if that is one', async () => {
    const wrong = [
      integer('printer-info', 5),
      attribute(0x22, 'printer-location', '\u0001'),
      integer('printer-state-reasons', 7),
    ];
    const { scheduler, timers } = await openScene(() => ({
      status: 0,
      groups: [
        { tag: 4, attributes: [integer('printer-name', 4)] },
        { tag: 4, attributes: [keyword('printer-name', 'Odd'), keyword('printer-state', 'stopped'), ...wrong] },
      ],
    }));
    const cups = connectCups({ socketPath: scheduler.socketPath }, timers);
    expect(await listQueues(cups)).toEqual([
      { name: 'Odd', description: '', location: '', state: 'ready', reasons: [] },
    ]);
  });

  it('is found among ten thousand', async () => {
    const groups = Array.from({ length: 10_000 }, (_unused, index) =>
      printerGroup(`Queue-${String(index).padStart(5, '0')}`, [
        keyword('printer-state-reasons', ['media-low-warning', 'toner-low-report', 'none']),
      ]),
    );
    const { scheduler, timers } = await openScene(() => ({ status: 0, groups }));
    const found = await listQueues(connectCups({ socketPath: scheduler.socketPath }, timers));
    expect(found).toHaveLength(10_000);
    expect(found.at(-1)).toMatchObject({ name: 'Queue-09999', state: 'ready', reasons: [] });
  });
});

it('a printing system is shown who calls a page back before it asks: one that hangs reads it later, and has nobody to ask', async () => {
  const shown: (string | undefined)[] = [];
  const { print } = await openScene(
    but('cancelJob', () => ({
      by: (response, request) => {
        shown.push(request.headers.authorization);
        response.writeHead(401).end();
      },
    })),
  );
  expect((await print()).state).toBe('printed');
  expect(shown.length).toBeGreaterThan(0);
  for (const header of shown) expect(header).toMatch(/^PeerCred ./);
});
