import type { PrintingSnapshot, PrinterRow } from '../../../../preload/contract/desk/printing';
import type { MachineSettingsForm } from '../../../../preload/contract/desk/settings';
import { paperSizes } from '../../../../preload/contract/rules/paper';
import type { PaperSize } from '../../../../preload/contract/rules/paper';
import type { PrinterStanding } from '../../../text/desk/printing';

/** A printer as the table shows it. */
export interface PrinterLine {
  name: string;
  description: string;
  location: string;
  state: PrinterStanding;
  reasons: PrinterRow['reasons'];
  /** The papers it is set for. */
  sizes: readonly PaperSize[];
  isForTickets: boolean;
}

/** Printers that there are, and after them those that are set for something and are not there any more. */
export function printerLines({ printers, chosen, kioskPrinter }: PrintingSnapshot): PrinterLine[] {
  const found = printers ?? [];
  const set = [...paperSizes.map((size) => chosen[size]), kioskPrinter?.printer ?? null];
  const gone = [...new Set(set.filter((name) => name !== null))]
    .filter((name) => !found.some((printer) => printer.name === name))
    .map((name) => ({ name, description: '', location: '', state: 'gone' as const, reasons: [] }));
  return [...found, ...gone].map((printer) => ({
    ...printer,
    sizes: paperSizes.filter((size) => chosen[size] === printer.name),
    isForTickets: kioskPrinter?.printer === printer.name,
  }));
}

/** Which printer what comes out of, as a manager wants it. */
export type PrinterPlan = Pick<MachineSettingsForm, 'slipPrinters' | 'kioskPrinter' | 'kioskPaper'>;

export function planOf({ chosen, kioskPrinter }: Pick<PrintingSnapshot, 'chosen' | 'kioskPrinter'>): PrinterPlan {
  return {
    slipPrinters: { ...chosen },
    kioskPrinter: kioskPrinter?.printer ?? null,
    kioskPaper: kioskPrinter?.size === 'roll58' ? 'roll58' : 'roll80',
  };
}

/** What of `plan` is not as it is saved; null: all of it is. */
export function changesIn(saved: PrinterPlan, plan: PrinterPlan): Partial<PrinterPlan> | null {
  const changes: Partial<PrinterPlan> = {
    ...(paperSizes.every((size) => saved.slipPrinters[size] === plan.slipPrinters[size])
      ? {}
      : { slipPrinters: plan.slipPrinters }),
    ...(saved.kioskPrinter === plan.kioskPrinter ? {} : { kioskPrinter: plan.kioskPrinter }),
    ...(saved.kioskPaper === plan.kioskPaper ? {} : { kioskPaper: plan.kioskPaper }),
  };
  // The paper of a printer that has just been chosen goes with it: what was set for the one before is not known here.
  if (plan.kioskPrinter !== null && changes.kioskPrinter !== undefined) changes.kioskPaper = plan.kioskPaper;
  return Object.keys(changes).length === 0 ? null : changes;
}

/** The papers of `sizes` that have a printer, each with it. */
export function papersToPrint(
  { chosen }: Pick<PrintingSnapshot, 'chosen'>,
  sizes: readonly PaperSize[],
): { size: PaperSize; printer: string }[] {
  return sizes.flatMap((size) => {
    const printer = chosen[size];
    return printer === null ? [] : [{ size, printer }];
  });
}
