import type { Log, Papers, Timers } from '../services/ports';
import { createPaperWindows } from './printing/paperWindow';

/**
 * Papers made by the browser inside (decision 36), one after the other. The HTML is handed to a hidden window once, out of memory; the window
 * runs no scripts and reaches nothing, and ends with its process when the PDF is there or has failed.
 */
export function createPapers({ log, timers }: { log: Log; timers: Timers }): Papers {
  const windows = createPaperWindows({ log, timers, kind: 'papers', fontFolder: null });
  let before: Promise<unknown> = Promise.resolve();
  const make = (html: string): Promise<Uint8Array> =>
    windows.open(html, ({ webContents }) =>
      webContents.printToPDF({
        pageSize: 'A4',
        printBackground: true,
        preferCSSPageSize: true,
        // Read aloud it has headings and tables, as the page has.
        generateTaggedPDF: true,
      }),
    );
  return {
    pdf(html) {
      const making = before.then(() => make(html));
      before = making.catch((error: unknown) => {
        // Neither what it was nor what the error says of it: both are a patient's.
        log.error('papers.failed', { errorName: error instanceof Error ? error.name : 'unknown' });
      });
      return making;
    },
  };
}
