import type { PrintEnd, Printer } from '../ports';
import { auditAct, type ActionParts } from './actionsOnVisit';
import type { Caller } from './caller';
import type { PrintMemory } from './printingMemory';
import type { HeldSlip } from './slipsHeld';

export type SlipPrintingParts = ActionParts & {
  printer: Pick<Printer, 'print'>;
  printMemory: Pick<PrintMemory, 'noteEnd'>;
};

/** Its desk was locked, or it was given up, while it was written into the trail: no printer hears of it. */
const calledBack: PrintEnd = { state: 'failed', reason: 'cancelled', isKept: false, isKeeping: null };

/** What a queue calls it: the same for everybody. */
const title = 'Setup slip';

/** Prints a slip that is in the trail already, tells of each change, and writes into the trail how it ended. */
export async function printHeld(
  { store, clock, log, printer, printMemory }: SlipPrintingParts,
  caller: Caller,
  print: { slip: HeldSlip; queue: string; signal: AbortSignal; told: () => void },
): Promise<void> {
  const { slip, queue, signal, told } = print;
  const now = (change: Partial<Pick<HeldSlip, 'state' | 'reason' | 'isKept' | 'printer'>>): void => {
    Object.assign(slip, change);
    told();
  };
  now({ state: 'making', reason: null, isKept: null, printer: queue });
  const end = signal.aborted
    ? calledBack
    : await printer.print(slip.sheet, { printer: queue, title, told: now, signal });
  const { state, reason, isKept } = end;
  printMemory.noteEnd(end);
  log.info('slip.ended', { kind: reason === null ? state : `${state}:${reason}` });
  try {
    await store.write((db) =>
      auditAct(db, caller, {
        at: clock.instant(),
        action: `slip.${state}`,
        subjectId: slip.subjectId,
        detail: { printer: queue, ...(reason === null ? {} : { reason }), ...(isKept === null ? {} : { isKept }) },
      }),
    );
  } finally {
    // Whatever becomes of the trail: what lies in the tray is told to whoever stands there.
    now({ state, reason, isKept });
  }
}
