import type { Store } from '../../store/store';
import { sheetOf } from '../papers/sheet';
import {
  SheetFault,
  type Changes,
  type Clock,
  type Log,
  type Printer,
  type PrintEnd,
  type PrintProgress,
  type Settings,
  type Timers,
} from '../ports';
import { traceOf } from '../trace';
import { auditAct } from './actionsOnVisit';
import type { Caller } from './caller';
import { noteEnd, noteProgress, type Batch } from './invitationsBatch';
import type { PrintMemory } from './printingMemory';
import { invitationPaper, isAtKiosk, type PapersOf } from './printingPapers';

export interface BatchPrintingParts extends PapersOf {
  store: Store;
  clock: Clock;
  timers: Pick<Timers, 'monotonic'>;
  changes: Pick<Changes, 'publish'>;
  settings: Pick<Settings, 'rules' | 'machine'>;
  log: Log;
  printer: Pick<Printer, 'print' | 'picture' | 'list'>;
  printMemory: Pick<PrintMemory, 'noteEnd'>;
}

/** Prints one paper after the other until all are, somebody has asked to stop, one does not come out, or the batch is forgotten. Never throws. */
export async function printBatch(parts: BatchPrintingParts, caller: Caller, batch: Batch): Promise<void> {
  const { timers, changes } = parts;
  for (;;) {
    const [name] = batch.names;
    // Asked here and nowhere else: between two papers.
    if (batch.isForgotten) return;
    if (name === undefined) return settle(parts, caller, batch, 'finished');
    if (batch.state === 'stopping') return settle(parts, batch.stopper ?? caller, batch, 'stopped');
    const end = await printOne(parts, batch, name);
    parts.printMemory.noteEnd(end);
    batch.touchedAt = timers.monotonic();
    const isPrinted = noteEnd(batch, end);
    changes.publish('printing');
    if (isPrinted || batch.isForgotten) continue;
    return settle(parts, batch.stopper ?? caller, batch, 'stopped');
  }
}

async function printOne(parts: BatchPrintingParts, batch: Batch, name: string): Promise<PrintEnd> {
  const { size, printer, calledBack } = batch;
  const notPrinted = { state: 'failed', isKept: null, isKeeping: null } as const;
  // They name people.
  if (printer === null || isAtKiosk(parts.settings.machine(), printer))
    return { ...notPrinted, reason: 'notAccepting' };
  try {
    const sheet = sheetOf(invitationPaper(parts, name), size);
    const { signal } = calledBack;
    const told = (progress: PrintProgress): void => {
      if (noteProgress(batch, progress)) parts.changes.publish('printing');
    };
    return await parts.printer
      .print(sheet, { printer, title: 'Invitation', told, signal })
      .finally(() => sheet.html.fill(0));
  } catch (error) {
    if (error instanceof SheetFault) return { ...notPrinted, reason: error.why };
    parts.log.error('procedure.failed', { procedure: 'invitations.print', ...traceOf(error) });
    return { ...notPrinted, reason: 'notMade' };
  }
}

/** The end of a run, told and audited with counts alone. */
async function settle(
  { store, clock, changes, log }: BatchPrintingParts,
  by: Caller,
  batch: Batch,
  state: 'stopped' | 'finished',
): Promise<void> {
  batch.state = state;
  batch.stopper = null;
  changes.publish('printing');
  const { printed, total, reason, printer } = batch;
  log.info('batch.ended', { kind: reason ?? state, count: printed });
  const action = `invitations.${state}`;
  const detail = { printed, total, reason, printer };
  const at = clock.instant();
  // The papers lie in the tray, whether or not the store can say so.
  await store
    .write((db) => auditAct(db, by, { at, action, subjectId: null, detail }))
    .catch((error: unknown) => {
      log.error('procedure.failed', { procedure: action, ...traceOf(error) });
    });
}
