import { useState } from 'react';
import type { PrintOutcome } from '../../../../preload/contract/desk/printing';
import { useAsk } from '../../parts/useAsk';
import type { AskFailure } from '../../parts/useAsk';

export interface PagePrint {
  /** Prints a page at `printer`, which takes up to half a minute; one at a time. */
  print(this: void, printer: string, work: () => Promise<PrintOutcome>): Promise<void>;
  isBusy: boolean;
  /** The printer that is printing, or printed last. */
  printer: string;
  /** How that went; null: nothing was printed yet, or it is under way, or it failed before. */
  outcome: PrintOutcome | null;
  failure: AskFailure | null;
}

/** Printing of a page that names no credential, and how it went. */
export function usePagePrint(): PagePrint {
  const { ask, isBusy, failure, clear } = useAsk();
  const [printer, setPrinter] = useState('');
  const [outcome, setOutcome] = useState<PrintOutcome | null>(null);
  const print = async (name: string, work: () => Promise<PrintOutcome>): Promise<void> => {
    if (isBusy) return;
    clear();
    setOutcome(null);
    setPrinter(name);
    setOutcome(await ask(work));
  };
  return { print, isBusy, printer, outcome, failure };
}
