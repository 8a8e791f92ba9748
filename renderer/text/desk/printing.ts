import type { PrintOutcome, PrinterRow } from '../../../preload/contract/desk/printing';
import type { PaperSize } from '../../../preload/contract/rules/paper';
import { paperNames } from './slips';
import { printReasonWords } from './slipsReasons';

/** How a printer stands. `gone`: it is set for something, and the printing system has it no more. */
export type PrinterStanding = PrinterRow['state'] | 'gone';

export const printerStandings: Readonly<Record<PrinterStanding, string>> = {
  ready: 'Ready',
  busy: 'Printing',
  stopped: 'Paused',
  notAccepting: 'Takes no pages',
  gone: 'Not there',
};

/** What stands in the way at a printer and what to do, a sentence pair for each; none where all is well. */
export function printerSentences({
  state,
  reasons,
}: {
  state: PrinterStanding;
  reasons: PrinterRow['reasons'];
}): string[] {
  const own = {
    stopped: 'paused',
    notAccepting: 'notAccepting',
    gone: 'printerGone',
    ready: null,
    busy: null,
  } as const;
  const all = reasons.length > 0 ? reasons : [own[state]].filter((reason) => reason !== null);
  return all.map((reason) => `${printReasonWords[reason].what} ${printReasonWords[reason].todo}`);
}

/** How a page ended, or how it stands after half a minute. */
export interface OutcomeWords {
  kind: 'info' | 'success' | 'warning' | 'error';
  title: string;
  sentences: readonly string[];
}

export function outcomeWords({ state, reason }: Pick<PrintOutcome, 'state' | 'reason'>, printer: string): OutcomeWords {
  const why = reason === null ? [] : [printReasonWords[reason].what, printReasonWords[reason].todo];
  switch (state) {
    case 'printed':
      return { kind: 'success', title: `Printed by ${printer}`, sentences: ['It is in the tray.'] };
    case 'making':
    case 'sent':
    case 'printing':
      return {
        kind: 'info',
        title: `Sent to ${printer}`,
        sentences: ['The printer is still at it. Go and look. What has not come out in two minutes is called back.'],
      };
    case 'waiting':
      return {
        kind: 'warning',
        title: `${printer} is waiting for somebody`,
        sentences: [...why, 'Then it prints by itself. What has not come out in two minutes is called back.'],
      };
    case 'failed':
      return { kind: 'error', title: 'It was not printed', sentences: why };
    case 'unknown':
      return {
        kind: 'warning',
        title: 'It may have come out',
        sentences: [...why.slice(0, 1), `Go and look at ${printer} before you print it again.`],
      };
  }
}

/** Words of the printers. */
export const printingWords = {
  title: 'Printers',
  lead: 'Pages are printed by the kiosk machine, at printers behind reception. Nobody needs a printer at their own PC.',
  loading: 'Asking the kiosk machine for its printers …',

  noSystemTitle: 'This machine has no printing system',
  noSystem: [
    'Nothing can be printed until your IT has set one up on the kiosk machine. Everything else goes on as it is.',
    'On Linux: install CUPS, start its service, and add the printer behind reception with a name of its own.',
    'On Windows: start the service “Print Spooler”, and add the printer for the account that the kiosk runs under.',
    'This page sees it within a few seconds; nothing has to be started again.',
  ],
  noPrintersTitle: 'No printer has been set up',
  noPrinters: [
    'The kiosk machine has a printing system, but no printer in it.',
    'Ask your IT to add the printer behind reception on the kiosk machine. This page sees it within a few seconds.',
  ],

  keepingTitle: 'The printing system keeps what it prints',
  keeping: [
    'Our own copies are deleted after each page. Still, ask your IT to turn the keeping off: a setup slip must not lie on a disk.',
    'CUPS: write PreserveJobFiles No in cupsd.conf, and start CUPS again.',
    'Windows: in the properties of the printer, under Advanced, take the tick from “Keep printed documents”.',
  ],
  keepingDone: 'This note goes with the next page that is not kept.',

  tableTitle: 'Printers as they stand now',
  columns: { printer: 'Printer', state: 'State', use: 'Set for', todo: 'What to do' },
  usedForNothing: 'Nothing',
  usedForTickets: 'Tickets at the kiosk',
  nothingToDo: 'Nothing',

  papersTitle: 'Which printer for which paper',
  papersLead: 'Setup slips open an account: choose printers behind reception only, never one that patients can reach.',
  askManager: 'Your practice manager sets them.',
  paperColumns: { paper: 'Paper', printer: 'Printer', check: 'Check' },
  printerOf: (paper: string) => `Printer for ${paper}`,
  none: 'None',
  notThere: (name: string) => `${name} (not there now)`,
  sample: 'Print a sample',
  sampleOf: (paper: string) => `Print a sample on ${paper}`,
  calibration: 'Print a calibration page',
  calibrationOf: (paper: string) => `Print a calibration page on ${paper}`,
  noPrinterForPaper: 'No printer is set',
  saveFirst: 'Save first',
  checkLead:
    'A sample is a slip with made-up details. A calibration page has rulers: lay a ruler on it, and scan its code.',
  printingOn: (printer: string) => `Printing on ${printer} …`,

  kioskTitle: 'Ticket printer at the kiosk',
  kioskLead: 'It prints tickets and references only, never a slip: patients stand beside it.',
  kioskPrinter: 'Printer at the kiosk',
  kioskPaper: 'Its paper',
  kioskNone: 'No printer is set: patients see their ticket and reference on the screen.',
  kioskIs: (printer: string, paper: string) => `${printer}, ${paper}`,

  unsaved: 'Not saved yet.',
  save: 'Save the printers',
  discard: 'Discard',
  saved: 'Saved. The printers are set.',
  problems: 'Nothing was saved.',

  atReception: 'Print at reception',
  atReceptionOn: (paper: string, printer: string) => `${paper}, at ${printer}`,
  paper: 'Paper',
  notSet: 'No printer behind reception is set for it. Your practice manager sets one under Slips.',
  lettersPrint: 'Print the letters',
  bringNoReference: 'The paper from the printer names nobody and has no reference on it.',
  isKept: 'The printing system has kept a copy of this page. See “Printers” on the Slips page.',
} as const;

/** The papers that a printer is set for, as they are called. */
export function usedForWords(sizes: readonly PaperSize[], isForTickets: boolean): string {
  const uses = [...sizes.map((size) => paperNames[size]), ...(isForTickets ? [printingWords.usedForTickets] : [])];
  return uses.length === 0 ? printingWords.usedForNothing : uses.join('; ');
}
