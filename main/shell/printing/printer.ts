import type { Log, Printer, Timers } from '../../services/ports';
import { connectCups, cupsAddress } from './cups/connection';
import { printPaper } from './cups/printPaper';
import { listQueues } from './cups/queues';
import { drawSheet, papersFolder, type DrawnSheet } from './drawSheet';
import { createPaperPrinter } from './paperPrinter';
import { createPaperWindows } from './paperWindow';
import { listWindowsPrinters, printOnWindows } from './windowsPrinters';

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
  const cups = connectCups(cupsAddress(environment, platform), timers);
  const isWindows = platform === 'win32';
  return createPaperPrinter<DrawnSheet>({
    log,
    timers,
    draw: (sheet, use, options) => drawSheet({ windows, timers, appFolder }, sheet, use, options),
    send: (drawn, order) =>
      isWindows ? printOnWindows(drawn.contents, drawn, order) : printPaper({ cups, timers }, drawn, order),
    pictureOf: ({ picture, heightMillimetres, reads }) => ({ png: picture.toPNG(), heightMillimetres, reads }),
    list: isWindows ? listWindowsPrinters : () => listQueues(cups),
  });
}
