import { SheetFault, type Log, type PrintEnd, type Printer, type Sheet, type Timers } from '../../services/ports';
import { connectCups, cupsAddress } from './cups/connection';
import { notSent, printPaper, whyStopped, type PrintOrder } from './cups/printPaper';
import { listQueues } from './cups/queues';
import { drawSheet, papersFolder, type DrawnSheet } from './drawSheet';
import { createPaperWindows } from './paperWindow';
import { listWindowsPrinters, printOnWindows } from './windowsPrinters';

/** From the beginning, waiting for paper included: whoever wanted the page stands at the printer for no longer. */
const longestMilliseconds = 120_000;

export interface PrinterParts {
  log: Log;
  timers: Timers;
  /** The built application. */
  appFolder: string;
  /** Where the printing system is, may be said there (`CUPS_SERVER`). */
  environment: NodeJS.ProcessEnv;
  platform?: NodeJS.Platform;
}

/**
 * Prints over IPP to the CUPS of this machine, out of memory: Chromium's own way to CUPS leaves the page in a temporary file. On Windows by
 * its spooler.
 */
export function createPrinter({
  log,
  timers,
  appFolder,
  environment,
  platform = process.platform,
}: PrinterParts): Printer {
  const windows = createPaperWindows({ log, timers, kind: 'sheets', fontFolder: papersFolder(appFolder) });
  const parts = { windows, timers, appFolder };
  const cups = connectCups(cupsAddress(environment, platform));
  const isWindows = platform === 'win32';
  const send = (drawn: DrawnSheet, order: PrintOrder): Promise<PrintEnd> =>
    isWindows ? printOnWindows(drawn.contents, drawn, order) : printPaper({ cups, timers }, drawn, order);

  const print = async (sheet: Sheet, order: PrintOrder): Promise<PrintEnd> => {
    order.told({ state: 'making', reason: null });
    if (order.stop.aborted) return notSent(whyStopped(order.stop));
    // Its window outlives the longest print.
    return drawSheet(parts, sheet, (drawn) => send(drawn, order), { longest: longestMilliseconds * 2 });
  };

  return {
    list: () => (isWindows ? listWindowsPrinters() : listQueues(cups)).catch(() => null),

    picture: (sheet) =>
      drawSheet(parts, sheet, ({ picture, heightMillimetres, reads }) =>
        Promise.resolve({ png: picture.toPNG(), heightMillimetres, reads }),
      ).catch((error: unknown) => {
        throw toldAsFault(log, error);
      }),

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
