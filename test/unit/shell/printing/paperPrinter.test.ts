import { describe, expect, it } from 'vitest';
import { SheetFault, type PrintEnd, type PrintProgress, type Sheet } from '../../../../main/services/ports';
import { whyStopped, type PrintOrder } from '../../../../main/shell/printing/cups/printPaper';
import { createPaperPrinter, type PaperPrinterParts } from '../../../../main/shell/printing/paperPrinter';
import { createFakeTimers, createSilentLog } from '../../../support/fakePorts';

const sheet: Sheet = {
  html: new TextEncoder().encode('<p>A page</p>'),
  widthMillimetres: 148,
  heightMillimetres: 210,
  link: null,
  mayHavePages: false,
};
const printed: PrintEnd = { state: 'printed', reason: null, isKept: false, isKeeping: true };

/** The printer is told no more than this of a page: the test's own word for what was drawn. */
type Drawn = 'drawn';

function openPrinter(change: Partial<PaperPrinterParts<Drawn>> = {}) {
  const timers = createFakeTimers();
  const log = createSilentLog();
  const orders: PrintOrder[] = [];
  const told: string[] = [];
  const printer = createPaperPrinter<Drawn>({
    log,
    timers,
    draw: (_sheet, use) => use('drawn'),
    send(_drawn, order) {
      orders.push(order);
      order.told({ state: 'sent', reason: null });
      // As a queue does that waits for paper: until it is called back.
      return new Promise((resolve) => {
        order.stop.addEventListener('abort', () => {
          resolve({ state: 'unknown', reason: whyStopped(order.stop), isKept: false, isKeeping: null });
        });
      });
    },
    pictureOf: () => ({ png: new Uint8Array([1]), heightMillimetres: 210, reads: null }),
    list: () => Promise.resolve([]),
    ...change,
  });
  const hear = ({ state, reason }: PrintProgress): void =>
    void told.push(reason === null ? state : `${state}:${reason}`);
  const print = (signal?: AbortSignal): Promise<PrintEnd> =>
    printer.print(sheet, {
      printer: 'Reception',
      title: 'Setup slip',
      told: hear,
      ...(signal === undefined ? {} : { signal }),
    });
  const logged = (): string[] => log.entries.map(({ event, fields }) => `${event} ${fields.kind ?? ''}`.trim());
  return { printer, print, timers, orders, told, logged };
}

describe('a page that waits', () => {
  it('is called back after two minutes and no sooner', async () => {
    const { print, timers, orders, logged } = openPrinter();
    const end = print();
    timers.advance(119_999);
    expect(orders.map(({ stop }) => stop.aborted)).toEqual([false]);
    timers.advance(1);
    expect(orders.map(({ stop }) => stop.aborted)).toEqual([true]);
    expect(await end).toMatchObject({ state: 'unknown', reason: 'tookTooLong' });
    expect(logged()).toEqual(['printer.sent', 'printer.ended unknown:tookTooLong']);
  });

  it('is called back when somebody cancels, and then not for the time as well', async () => {
    const { print, timers, orders } = openPrinter();
    const stopper = new AbortController();
    const end = print(stopper.signal);
    stopper.abort();
    expect(await end).toMatchObject({ state: 'unknown', reason: 'cancelled' });
    timers.advance(600_000);
    expect(orders.map(({ stop }) => stop.reason as unknown)).toEqual(['cancelled']);
  });

  it('has its two minutes to itself', async () => {
    const { print, timers, orders } = openPrinter();
    const first = print();
    timers.advance(60_000);
    const second = print();
    timers.advance(60_000);
    await first;
    expect(orders.map(({ stop }) => stop.aborted)).toEqual([true, false]);
    timers.advance(60_000);
    expect(await second).toMatchObject({ reason: 'tookTooLong' });
  });
});

it('a page that is out is not called back afterwards', async () => {
  let stop: AbortSignal | null = null;
  const { print, timers } = openPrinter({
    send: (_drawn, order) => {
      ({ stop } = order);
      return Promise.resolve(printed);
    },
  });
  expect(await print()).toEqual(printed);
  timers.advance(600_000);
  expect(stop).toMatchObject({ aborted: false });
});

it('a page that is cancelled before it is begun is neither drawn nor sent', async () => {
  const { print, orders, told } = openPrinter({ draw: () => Promise.reject(new Error('Drawn')) });
  expect(await print(AbortSignal.abort())).toMatchObject({ state: 'failed', reason: 'cancelled', isKept: false });
  expect({ orders, told }).toEqual({ orders: [], told: ['making'] });
});

describe('a page that cannot be drawn', () => {
  it('is not sent, and says why', async () => {
    for (const why of ['codeMismatch', 'doesNotFit', 'notMade'] as const) {
      const { print, printer, orders } = openPrinter({ draw: () => Promise.reject(new SheetFault(why)) });
      expect(await print()).toEqual({ state: 'failed', reason: why, isKept: false, isKeeping: null });
      await expect(printer.picture(sheet)).rejects.toMatchObject({ why });
      expect(orders).toEqual([]);
    }
  });

  it('keeps the process that draws it no longer than its picture, or its print, may take', async () => {
    const limits: number[] = [];
    const { print, printer } = openPrinter({
      draw: (_sheet, _use, { longest }) => {
        limits.push(longest);
        return Promise.reject(new SheetFault('notMade'));
      },
    });
    await printer.picture(sheet).catch(() => null);
    await print();
    expect(limits).toEqual([20_000, 240_000]);
  });

  it('says nothing of what went wrong inside, where the page might stand in it', async () => {
    const { print, printer, logged } = openPrinter({ draw: () => Promise.reject(new TypeError('dE0f1p4aO2z35')) });
    expect(await print()).toMatchObject({ state: 'failed', reason: 'notMade' });
    await expect(printer.picture(sheet)).rejects.toMatchObject({ message: 'notMade' });
    expect(logged()).toEqual(['printer.failed', 'printer.failed']);
  });

  it('is given up after twenty seconds, and not sent if it is drawn after all', async () => {
    let drawAfterAll = (): void => undefined;
    const { print, printer, timers, orders } = openPrinter({
      draw: async (_sheet, use) => {
        await new Promise<void>((resolve) => (drawAfterAll = resolve));
        return use('drawn');
      },
    });
    for (const work of [print, () => printer.picture(sheet).catch((error: unknown) => error)]) {
      const end = work();
      timers.advance(20_000);
      expect(await end).toSatisfy(
        ({ reason, why }: { reason?: string; why?: string }) => (reason ?? why) === 'notMade',
      );
      drawAfterAll();
    }
    expect(orders).toEqual([]);
  });
});

it('a page that is with the printer is told of by the printer, also where the window of its drawing dies', async () => {
  const { print, timers, orders } = openPrinter({
    draw: async (_sheet, use) => {
      void use('drawn');
      return Promise.reject(new Error('The process of the paper has died'));
    },
  });
  const end = print();
  timers.advance(120_000);
  expect(await end).toMatchObject({ state: 'unknown', reason: 'tookTooLong' });
  expect(orders).toHaveLength(1);
});

it('no printers are told of where the printing system fails', async () => {
  expect(await openPrinter({ list: () => Promise.reject(new Error('lost')) }).printer.list()).toBeNull();
  expect(await openPrinter().printer.list()).toEqual([]);
});
