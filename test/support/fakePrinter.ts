import {
  SheetFault,
  type PrintEnd,
  type Printer,
  type PrinterFacts,
  type PrintProgress,
  type Sheet,
} from '../../main/services/ports';

/** One page that was given to the fake printer. */
export interface FakePrint {
  /** As it was when it was given: whoever gave it may wipe it afterwards. */
  html: string;
  sheet: Sheet;
  printer: string;
  title: string;
  signal: AbortSignal | undefined;
  /** Tells whoever prints how it stands. */
  tell(progress: PrintProgress): void;
  /** Ends it; what is not given is as `printed` ends. */
  end(end?: Partial<PrintEnd>): void;
}

export interface FakePrinter extends Printer {
  /** Every page in the order in which they were given. */
  prints: FakePrint[];
  /** Every page that was only looked at. */
  pictures: string[];
  /** What `list` answers; null: no printing system. */
  printers: PrinterFacts[] | null;
  /** How often it was asked for its printers. */
  looks: number;
  /** What becomes of a page: its end; null holds it until the test ends it (or it is called back, which ends it as cancelled). */
  becomes: (print: FakePrint) => Partial<PrintEnd> | null;
  /** No page can be made any more, for this reason; null: it can. */
  fault: SheetFault['why'] | null;
}

export const printed: PrintEnd = { state: 'printed', reason: null, isKept: false, isKeeping: false };

/** A queue as the printing system tells of it; ready unless told otherwise. */
export function queue(name: string, change: Partial<PrinterFacts> = {}): PrinterFacts {
  return { name, description: `Printer ${name}`, location: 'Behind reception', state: 'ready', reasons: [], ...change };
}

/**
 * A printer that prints all at once unless told otherwise. Strict: it fails the test on a page without HTML or without a size, one that is wiped
 * before it is printed, a print without a queue, and two ends of one print.
 */
export function createFakePrinter(): FakePrinter {
  const check = ({ html, widthMillimetres }: Sheet): string => {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(html);
    if (text.trim() === '' || html.every((byte) => byte === 0)) throw new Error('A page without anything on it');
    if (!(widthMillimetres > 0)) throw new Error('A page without a size');
    return text;
  };
  const fake: FakePrinter = {
    prints: [],
    pictures: [],
    printers: [queue('Reception')],
    looks: 0,
    becomes: () => printed,
    fault: null,
    list() {
      fake.looks += 1;
      return Promise.resolve(fake.printers);
    },
    picture(sheet) {
      fake.pictures.push(check(sheet));
      if (fake.fault !== null) return Promise.reject(new SheetFault(fake.fault));
      const png = new TextEncoder().encode(`PNG ${String(fake.pictures.length)}`);
      return Promise.resolve({ png, heightMillimetres: sheet.heightMillimetres ?? 120, reads: sheet.link });
    },
    print(sheet, { printer, title, told, signal }) {
      if (printer === '') throw new Error('A print without a queue');
      const html = check(sheet);
      return new Promise((resolve) => {
        let isOver = false;
        const end = (change: Partial<PrintEnd> = {}): void => {
          if (isOver) throw new Error('A print that had ended ends again');
          isOver = true;
          resolve({ ...printed, ...change });
        };
        const callBack = (): void => {
          if (!isOver) end({ state: 'failed', reason: 'cancelled' });
        };
        const print: FakePrint = { html, sheet, printer, title, signal, tell: told, end };
        fake.prints.push(print);
        if (signal?.aborted === true) callBack();
        if (isOver) return;
        const becomes = fake.fault === null ? fake.becomes(print) : { state: 'failed' as const, reason: fake.fault };
        if (becomes === null) signal?.addEventListener('abort', callBack);
        else end(becomes);
      });
    },
  };
  return fake;
}
