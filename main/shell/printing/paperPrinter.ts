import {
  SheetFault,
  type Log,
  type PrintEnd,
  type Printer,
  type PrinterFacts,
  type Sheet,
  type Timers,
} from '../../services/ports';
import { notSent, whyStopped, type PrintOrder } from './cups/printPaper';

/** From the beginning, waiting for paper included: whoever wanted the page stands at the printer for no longer. */
const longestMilliseconds = 120_000;
/** A page takes a second or two; one that has not come by then never will. */
const longestDrawingMilliseconds = 20_000;

/** @template Drawn a sheet that is drawn and checked. */
export interface PaperPrinterParts<Drawn> {
  log: Log;
  timers: Timers;
  /** Wipes what it drew when `use` is done, or after `longest` milliseconds whatever is going on. @throws SheetFault, and what `use` throws. */
  draw<Result>(sheet: Sheet, use: (drawn: Drawn) => Promise<Result>, options: { longest: number }): Promise<Result>;
  /** Never throws: what goes wrong is the end. */
  send(drawn: Drawn, order: PrintOrder): Promise<PrintEnd>;
  pictureOf(drawn: Drawn): Awaited<ReturnType<Printer['picture']>>;
  list(): Promise<PrinterFacts[] | null>;
}

/** Draws and sends pages, each within its time, and says how that ended whatever comes: nothing is thrown but by `picture`. */
export function createPaperPrinter<Drawn>(parts: PaperPrinterParts<Drawn>): Printer {
  const { log, timers } = parts;

  const draw = <Result>(sheet: Sheet, use: (drawn: Drawn) => Promise<Result>, longest: number): Promise<Result> => {
    let stopWaiting = (): void => undefined;
    const tooLong = new Promise<never>((_resolve, reject) => {
      stopWaiting = timers.every(longestDrawingMilliseconds, () => {
        reject(new SheetFault('notMade'));
      });
    });
    let isTooLate = false;
    const beginUse = (drawn: Drawn): Promise<Result> => {
      if (isTooLate) throw new SheetFault('notMade');
      stopWaiting();
      return use(drawn);
    };
    const drawing = parts.draw(sheet, beginUse, { longest });
    return Promise.race([drawing, tooLong]).finally(() => {
      isTooLate = true;
      stopWaiting();
    });
  };

  const print = async (sheet: Sheet, order: PrintOrder): Promise<PrintEnd> => {
    order.told({ state: 'making', reason: null });
    if (order.stop.aborted) return notSent(whyStopped(order.stop));
    let sending: Promise<PrintEnd> | null = null;
    try {
      // What is drawn outlives the longest print.
      return await draw(sheet, (drawn) => (sending = parts.send(drawn, order)), longestMilliseconds * 2);
    } catch (error) {
      // What is with the printer is told by the printer, whatever becomes of the window in which it was drawn.
      if (sending !== null) return await sending;
      throw error;
    }
  };

  return {
    list: () => parts.list().catch(() => null),

    picture: (sheet) =>
      draw(sheet, (drawn) => Promise.resolve(parts.pictureOf(drawn)), longestDrawingMilliseconds).catch(
        (error: unknown) => {
          throw toldAsFault(log, error);
        },
      ),

    async print(sheet, { printer, title, told, signal }) {
      const stopper = stopOf(timers, signal);
      try {
        const hear: PrintOrder['told'] = (progress) => {
          if (progress.state === 'sent') log.info('printer.sent');
          told(progress);
        };
        const end = await print(sheet, { printer, title, told: hear, stop: stopper.stop });
        const write = end.state === 'printed' ? 'info' : 'warn';
        log[write]('printer.ended', { kind: end.reason === null ? end.state : `${end.state}:${end.reason}` });
        return end;
      } catch (error) {
        return notSent(toldAsFault(log, error).why);
      } finally {
        stopper.end();
      }
    },
  };
}

/** @returns a signal that goes off with `signal` or when it takes too long, and says which. */
function stopOf(timers: Timers, signal: AbortSignal | undefined): { stop: AbortSignal; end(): void } {
  const stopper = new AbortController();
  const cancel = (): void => {
    stopper.abort('cancelled');
  };
  if (signal?.aborted === true) cancel();
  signal?.addEventListener('abort', cancel);
  const stopWaiting = timers.every(longestMilliseconds, () => {
    stopper.abort('tookTooLong');
  });
  return {
    stop: stopper.signal,
    end() {
      stopWaiting();
      signal?.removeEventListener('abort', cancel);
    },
  };
}

function toldAsFault(log: Log, error: unknown): SheetFault {
  if (error instanceof SheetFault) {
    log.warn('sheet.refused', { kind: error.why });
    return error;
  }
  log.error('printer.failed', { errorName: error instanceof Error ? error.name : 'unknown' });
  return new SheetFault('notMade');
}
