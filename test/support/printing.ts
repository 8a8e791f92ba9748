import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { inMain } from './inMain';
import type { Kiosk } from './kioskApp';
import type { Pictured, PrintingDriver, SentSheet } from './printingDriver';

/** The printer port inside a kiosk, as a test asks it. */
export interface Printing {
  print(sheet: SentSheet, printer: string): Promise<Awaited<ReturnType<PrintingDriver['print']>>>;
  picture(sheet: SentSheet): Promise<Pictured>;
  queues(): Promise<string[] | null>;
  logged(): Promise<string[]>;
  /** Processes that draw pages, the kiosk's own window among them. */
  pageProcesses(): Promise<number>;
  close(): void;
}

/** Puts a printer port of its own, built from our sources, into the main process of a running kiosk. */
export async function openPrinting({ app }: Kiosk, server: string): Promise<Printing> {
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-printing-'));
  // As root the kiosk is another user.
  chmodSync(folder, 0o755);
  const file = join(folder, 'driver.cjs');
  await build({
    entryPoints: ['test/support/printingDriver.ts'],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['electron'],
    // As the program itself is built.
    define: { 'import.meta.url': 'bundledModuleUrl' },
    banner: { js: "const bundledModuleUrl = 'file://' + __filename;" },
    logLevel: 'error',
  });
  await inMain(
    app,
    (_electron, { path, socket }) => {
      const { startPrinting } = process.getBuiltinModule('node:module').createRequire(path)(path) as {
        startPrinting(server: string): PrintingDriver;
      };
      (globalThis as { printingDriver?: PrintingDriver }).printingDriver = startPrinting(socket);
    },
    { path: file, socket: server },
  );
  type Held = { printingDriver: PrintingDriver };
  return {
    print: (sheet, printer) =>
      inMain(app, (_electron, [page, name]) => (globalThis as unknown as Held).printingDriver.print(page, name), [
        sheet,
        printer,
      ] as const),
    picture: (sheet) =>
      inMain(app, (_electron, page) => (globalThis as unknown as Held).printingDriver.picture(page), sheet),
    queues: () => inMain(app, () => (globalThis as unknown as Held).printingDriver.queues()),
    logged: () => inMain(app, () => (globalThis as unknown as Held).printingDriver.logged()),
    pageProcesses: () =>
      inMain(app, (electron) => electron.app.getAppMetrics().filter(({ type }) => type === 'Tab').length),
    close: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
