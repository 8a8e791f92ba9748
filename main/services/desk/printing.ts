import type { ComeBack } from '../../../preload/contract/desk/applications';
import type { CheckPage, PrintingSnapshot, PrintOutcome } from '../../../preload/contract/desk/printing';
import type { PaperSize } from '../../../preload/contract/rules/paper';
import { liveSnapshots, type Revised } from '../live';
import { letterSheet, sheetOf } from '../papers/sheet';
import type { Changes, Printer, Settings, Timers } from '../ports';
import type { Caller } from './caller';
import type { Invitations } from './invitations';
import type { PrintMemory } from './printingMemory';
import { bringPaper, checkPaper, isAtKiosk, linkOf, type PapersOf } from './printingPapers';
import { createDrawingTurns } from './printingDrawing';
import { createPrintTurns, type PrintTurnParts } from './printingTurn';
import { createPrintersWatch } from './printingWatch';
import type { LettersWritten, ProxyReviews } from './proxyReviews';

export interface PrintingParts extends PrintTurnParts, PapersOf {
  clock: PrintTurnParts['clock'];
  timers: Timers;
  changes: Changes;
  settings: Settings;
  printer: Printer;
  printMemory: PrintMemory;
  proxyReviews: Pick<ProxyReviews, 'writeLetters'>;
  invitations: Pick<Invitations, 'batch'>;
  nextRevision: () => number;
}

export type LettersPrinted = { kind: 'sent'; outcome: PrintOutcome } | Exclude<LettersWritten, { kind: 'written' }>;

/** Printers, and the papers that are no setup slips. */
export interface Printing {
  /** Printers, what the settings say of them, and the batch of invitations, at each change. */
  live(signal: AbortSignal | undefined): AsyncGenerator<PrintingSnapshot, void, void>;
  /** The page as it would be printed, and what its code says when it is read. @throws SheetFault */
  look(page: CheckPage): Promise<{ picture: string; reads: string | null }>;
  /** @throws SheetFault */
  printCheck(caller: Caller, wish: { page: CheckPage; printer: string }): Promise<PrintOutcome>;
  /** @throws SheetFault */
  printBring(
    caller: Caller,
    wish: { missing: readonly ComeBack[]; size: PaperSize; printer: string },
  ): Promise<PrintOutcome>;
  /** By the same rules as the letters as PDF. Never at the printer of the kiosk: they name two people. @throws SheetFault */
  printLetters(caller: Caller, wish: { reviewId: string; printer: string }): Promise<LettersPrinted>;
  /** Calls back what has not come out yet. */
  close(): Promise<void>;
}

export function createPrinting(parts: PrintingParts): Printing {
  const { settings, printer, changes, nextRevision, proxyReviews } = parts;
  const watch = createPrintersWatch(parts);
  const turns = createPrintTurns(parts);
  const drawings = createDrawingTurns();
  const read = (): Omit<PrintingSnapshot, 'revision'> => readPrinting(parts, watch.printers());
  return {
    async *live(signal): AsyncGenerator<Revised<ReturnType<typeof read>>, void, void> {
      const leave = await watch.join();
      // At once: a page that has gone asks for nothing more, and this would wait for its next question.
      signal?.addEventListener('abort', leave);
      if (signal?.aborted === true) leave();
      try {
        yield* liveSnapshots({
          read: () => Promise.resolve(read()),
          changes,
          topics: ['printing', 'rules', 'machine'],
          nextRevision,
          signal,
        });
      } finally {
        leave();
        signal?.removeEventListener('abort', leave);
      }
    },
    async look(page) {
      const paper = checkPaper(parts, page, settings.machine().slipPrinters[page.size]);
      const { png, reads } = await drawings.take(() => printer.picture(sheetOf(paper, page.size)));
      return { picture: Buffer.from(png).toString('base64'), reads };
    },
    async printCheck(caller, { page, printer: queue }) {
      return turns.print(caller, {
        action: 'print.check',
        sheet: sheetOf(checkPaper(parts, page, queue), page.size),
        printer: queue,
        size: page.size,
        title: page.kind === 'sample' ? 'Sample slip' : 'Calibration page',
        subjectId: null,
        detail: { page: page.kind },
      });
    },
    async printBring(caller, { missing, size, printer: queue }) {
      return turns.print(caller, {
        action: 'print.bring',
        sheet: sheetOf(bringPaper(parts, missing), size),
        printer: queue,
        size,
        title: 'What to bring',
        subjectId: null,
      });
    },
    async printLetters(caller, { reviewId, printer: queue }) {
      const written = await proxyReviews.writeLetters(reviewId);
      if (written.kind !== 'written') return written;
      if (isAtKiosk(settings.machine(), queue)) return { kind: 'sent', outcome: refusedAtKiosk };
      const { html, subjectId, review } = written;
      const outcome = await turns.print(caller, {
        action: 'print.letters',
        sheet: letterSheet(html),
        printer: queue,
        size: 'a4',
        title: 'Letters',
        subjectId,
        detail: { review },
      });
      return { kind: 'sent', outcome };
    },
    close: () => turns.close(),
  };
}

const refusedAtKiosk = { state: 'failed', reason: 'notAccepting', isKept: null } as const satisfies PrintOutcome;

function readPrinting(
  { settings, printMemory, invitations }: PrintingParts,
  printers: PrintingSnapshot['printers'],
): Omit<PrintingSnapshot, 'revision'> {
  const { slipPrinters, kioskPrinter, kioskPaper } = settings.machine();
  const rules = settings.rules();
  return {
    printers,
    chosen: { ...slipPrinters },
    kioskPrinter: kioskPrinter === null ? null : { printer: kioskPrinter, size: kioskPaper },
    isKeeping: printMemory.isKeeping(),
    links: {
      emis: linkOf(rules, 'emis'),
      systmOne: linkOf(rules, 'systmOne'),
      nhsApp: linkOf(rules, 'nhsApp'),
      start: rules.startLink,
    },
    odsCode: rules.odsCode,
    helpPhone: rules.helpPhone,
    batch: invitations.batch(),
  };
}
