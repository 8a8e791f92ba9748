import { sheetFaultSchema, type MissingQueue, type PrintOutcome } from '../../../preload/contract/desk/printing';
import type { PaperSize } from '../../../preload/contract/rules/paper';
import type { Store } from '../../store/store';
import { SheetFault, type Clock, type Log, type Printer, type PrintEnd, type PrintProgress } from '../ports';
import type { Sheet, Timers } from '../ports';
import { traceOf } from '../trace';
import { auditAct } from './actionsOnVisit';
import type { Caller } from './caller';
import type { PrintMemory } from './printingMemory';
import { whyNoQueue } from './printingQueue';

/** More at once than that no desk waits for: whoever sends more plays, or a queue has swallowed them. */
export const mostTurns = 20;

/** Whoever asked is told how it stands after that, and goes on with their work; printing goes on, too. */
const answeredAfterMilliseconds = 30_000;

export interface PrintTurnParts {
  store: Store;
  clock: Clock;
  timers: Pick<Timers, 'sleep'>;
  log: Log;
  printer: Pick<Printer, 'print' | 'list'>;
  printMemory: Pick<PrintMemory, 'noteEnd'>;
}

export interface PrintTurn {
  action: 'print.check' | 'print.bring' | 'print.letters';
  sheet: Sheet;
  printer: string;
  size: PaperSize;
  /** Of the job in the queue: names nobody. */
  title: string;
  subjectId: string | null;
  detail?: Readonly<Record<string, unknown>>;
}

/** Pages on their way to a printer that nobody follows. */
export interface PrintTurns {
  /**
   * Prints one page: in the trail before it is printed, and again once it is over. @returns how it went, or after half a minute how it stands; a
   * queue that is not there, and a page too many at one time, are not in the trail. The page is wiped, whatever becomes of it.
   * @throws SheetFault when no page could be made of it.
   */
  print(caller: Caller, turn: PrintTurn): Promise<PrintOutcome>;
  /** Calls back what has not come out yet, so that nothing does with nobody there. */
  close(): Promise<void>;
}

export function createPrintTurns(parts: PrintTurnParts): PrintTurns {
  const { store, clock, timers, log, printer, printMemory } = parts;
  const calledBack = new AbortController();
  const running = new Set<Promise<unknown>>();

  const audit = (caller: Caller, action: string, turn: PrintTurn, detail: Record<string, unknown>): Promise<void> =>
    store.write((db) =>
      auditAct(db, caller, {
        at: clock.instant(),
        action,
        subjectId: turn.subjectId,
        detail: { ...detail, printer: turn.printer },
      }),
    );

  async function run(caller: Caller, turn: PrintTurn, told: (progress: PrintProgress) => void): Promise<PrintEnd> {
    const { sheet, title } = turn;
    const end = await printer.print(sheet, { printer: turn.printer, title, told, signal: calledBack.signal });
    printMemory.noteEnd(end);
    const { state, reason } = end;
    // That it was begun is in the trail; a store that fails now makes nothing else of what lies in the tray.
    await audit(caller, 'print.ended', turn, { of: turn.action, state, reason }).catch((error: unknown) => {
      log.error('procedure.failed', { procedure: turn.action, ...traceOf(error) });
    });
    return end;
  }

  async function begin(caller: Caller, turn: PrintTurn, told: (progress: PrintProgress) => void): Promise<PrintEnd> {
    const { action, size, detail = {} } = turn;
    try {
      const missing = await whyNoQueue(printer, turn.printer);
      if (missing !== null) return notSent(missing);
      await audit(caller, action, turn, { ...detail, size });
      return await run(caller, turn, told);
    } finally {
      // Letters hold names.
      turn.sheet.html.fill(0);
    }
  }

  return {
    async print(caller, turn) {
      if (running.size >= mostTurns) {
        turn.sheet.html.fill(0);
        return outcomeOf(notSent('queueFull'));
      }
      let progress: PrintProgress = { state: 'making', reason: null };
      const ended = begin(caller, turn, (now) => (progress = now));
      running.add(ended);
      void ended.finally(() => running.delete(ended)).catch(() => undefined);
      const waited = timers.sleep(answeredAfterMilliseconds).then((): PrintOutcome => ({ ...progress, isKept: null }));
      return Promise.race([ended.then(outcomeOf), waited]);
    },
    async close() {
      calledBack.abort();
      await Promise.allSettled(running);
    },
  };
}

/** No printer heard of it. */
function notSent(reason: MissingQueue | 'queueFull'): PrintEnd {
  return { state: 'failed', reason, isKept: null, isKeeping: null };
}

/** @throws SheetFault */
function outcomeOf({ state, reason, isKept }: PrintEnd): PrintOutcome {
  const fault = sheetFaultSchema.safeParse(reason);
  if (state === 'failed' && fault.success) throw new SheetFault(fault.data);
  return { state, reason, isKept };
}
