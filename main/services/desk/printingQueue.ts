import type { MissingQueue } from '../../../preload/contract/desk/printing';
import type { Printer } from '../ports';

/** Do two names mean one queue? Printing systems make no difference between large and small letters (CUPS, Windows). */
export function isSameQueue(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/**
 * Why nothing can be sent to `queue`; null: it is there, spelled just so. Asked before anything is written: the trail names printers that there
 * are, and is no place for what somebody types in the place of one.
 */
export async function whyNoQueue(printer: Pick<Printer, 'list'>, queue: string): Promise<MissingQueue | null> {
  const printers = await printer.list();
  if (printers === null) return 'noPrintingSystem';
  return printers.some(({ name }) => name === queue) ? null : 'printerGone';
}
