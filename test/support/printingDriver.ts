import { app } from 'electron';
import type { PrintEnd, Sheet } from '../../main/services/ports';
import { createPrinter } from '../../main/shell/printing/printer';
import { createTimers } from '../../main/shell/timers';
import { createSilentLog } from './fakePorts';

/* Runs inside the kiosk's own main process (see `openPrinting`): the real printer port, on a printing system of the test's. */

/** A sheet as it goes from the test to the kiosk. */
export type SentSheet = Omit<Sheet, 'html'> & { html: string };

export type Pictured =
  { png: string; heightMillimetres: number; reads: string | null; why: null } | { png: null; why: string };

export interface PrintingDriver {
  print(sheet: SentSheet, printer: string): Promise<PrintEnd & { told: string[] }>;
  picture(sheet: SentSheet): Promise<Pictured>;
  queues(): Promise<string[] | null>;
  /** What was logged, as `event kind`. */
  logged(): string[];
}

export function startPrinting(server: string): PrintingDriver {
  const log = createSilentLog();
  const printer = createPrinter({
    log,
    timers: createTimers(),
    appFolder: app.getAppPath(),
    environment: { CUPS_SERVER: server },
  });
  const sheetOf = ({ html, ...rest }: SentSheet): Sheet => ({ html: Buffer.from(html), ...rest });
  return {
    async print(sheet, name) {
      const told: string[] = [];
      const end = await printer.print(sheetOf(sheet), {
        printer: name,
        title: 'Test page',
        told: ({ state }) => {
          told.push(state);
        },
      });
      return { ...end, told };
    },
    async picture(sheet) {
      try {
        const { png, ...rest } = await printer.picture(sheetOf(sheet));
        return { png: Buffer.from(png).toString('base64'), ...rest, why: null };
      } catch (error) {
        return { png: null, why: error instanceof Error ? error.message : 'unknown' };
      }
    },
    queues: async () => (await printer.list())?.map(({ name }) => name) ?? null,
    logged: () => log.entries.map(({ event, fields }) => [event, fields.kind].filter(Boolean).join(' ')),
  };
}
