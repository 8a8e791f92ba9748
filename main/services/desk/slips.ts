import { randomUUID } from 'node:crypto';
import type { Refusal } from '../../../preload/contract/desk/applications';
import type { MissingQueue } from '../../../preload/contract/desk/printing';
import type { SlipJob } from '../../../preload/contract/desk/slips';
import type { PaperSize } from '../../../preload/contract/rules/paper';
import type { SlipSystem, SlipValues } from '../../../preload/contract/rules/slipValues';
import { factsOf } from '../../domain/application/facts';
import type { StoredApplication } from '../../domain/application/types';
import { refusalOf } from '../../domain/application/machine';
import { applicationById } from '../../store/applications';
import { createChanges } from '../changes';
import { sheetOf } from '../papers/sheet';
import { SheetFault, type Changes, type Printer, type Timers } from '../ports';
import { traceOf } from '../trace';
import type { ActionParts } from './actionsOnVisit';
import { actOnApplication, lastChange } from './applicationsAct';
import type { Caller } from './caller';
import { createDrawingTurns } from './printingDrawing';
import { isAtKiosk, linkOf, type PapersOf } from './printingPapers';
import { whyNoQueue } from './printingQueue';
import { setupSlipOf } from './slipsPaper';
import { readDetails, type WrongDetail } from './slipsDetails';
import { createSlipKeeper, type HeldSlip } from './slipsHeld';
import { followHeld } from './slipsFollowing';
import { printHeld, type SlipPrintingParts } from './slipsPrinting';
import type { Sessions } from './sessions';

/** Once the details were typed they are there for so long, and no longer (decision 39). */
const heldMilliseconds = 5 * 60_000;
const lookEveryMilliseconds = 1_000;
/** A change by somebody else between the reading and the act is looked at again; more than that many in a row are none of ours. */
const mostTries = 3;

export type SlipsParts = ActionParts &
  PapersOf &
  SlipPrintingParts & {
    timers: Timers;
    printer: Pick<Printer, 'picture' | 'print' | 'list'>;
    sessions: Pick<Sessions, 'all'>;
    nextRevision: () => number;
  };

export interface SlipRequest extends SlipValues {
  applicationId: string;
  version: number;
  system: SlipSystem;
  size: PaperSize;
}

export type Prepared =
  | { kind: 'prepared'; slipId: string; picture: Uint8Array; endsAt: string; printer: string | null }
  | { kind: 'gone' }
  | { kind: 'changed'; by: string | null; at: string }
  | { kind: 'notNow'; why: Refusal }
  | { kind: 'invalid'; problems: WrongDetail[] };

export type SlipPrinted =
  | { kind: 'begun' | 'gone' | 'busy' | 'atKiosk' }
  | { kind: 'notNow'; why: Refusal }
  | { kind: 'noPrinter'; why: MissingQueue };

/** Setup slips: each a credential (design §8), made, looked at, printed and forgotten; never stored. */
export interface Slips {
  /** Makes the page of a slip and looks at it; nothing is printed. The slip that the session held before is forgotten. @throws SheetFault. */
  prepare(caller: Caller, request: SlipRequest): Promise<Prepared>;
  /**
   * Prints it, or prints it again: the guard is asked and the trail written first, in one transaction. How it goes is told by `follow`.
   * `noPrinter`: there is no such queue; nothing was written or sent.
   */
  print(caller: Caller, wish: { slipId: string; printer: string }): Promise<SlipPrinted>;
  /** How the caller's slip stands, at each change; ends when it is forgotten. Null: there is none such. */
  follow(caller: Caller, slipId: string, signal: AbortSignal | undefined): AsyncGenerator<SlipJob, void, void> | null;
  /** Drops everything of it. One that is gone already is no failure. */
  forget(caller: Caller, slipId: string): void;
  /** Drops every slip, and calls back what has not come out. */
  close(): Promise<void>;
}

export function createSlips(parts: SlipsParts): Slips {
  const { store, clock, timers, changes, settings, log, printer, sessions, nextRevision } = parts;
  // Of this service alone: nobody else has anything to hear of a slip.
  const steps: Changes = createChanges();
  const keeper = createSlipKeeper(() => {
    log.info('slip.forgotten');
    steps.publish('printing');
  });
  const drawings = createDrawingTurns();
  const running = new Set<Promise<void>>();
  let isClosed = false;

  /** Five minutes are over. What is being printed is not cut off: its own time-out is shorter than anybody's patience. */
  const forgetOld = (): void => {
    for (const slip of keeper.all())
      if (timers.monotonic() >= slip.endsAtMonotonic && slip.printing === null) keeper.forget(slip);
  };
  /** Slips of desks that are locked, left, or whose owner may not make slips any more. */
  const forgetLocked = async (): Promise<void> => {
    if (keeper.all().length === 0) return;
    const open = await openSessions(sessions);
    for (const slip of keeper.all()) if (!open.has(slip.sessionId)) keeper.forget(slip);
  };
  /** Slips of applications for which none may be printed any more, or whose patient has been given their details since: one is enough. */
  const forgetRefused = async (): Promise<void> => {
    for (const slip of keeper.all()) {
      const application = await applicationById(store.db, slip.applicationId);
      const isRefused = application === null || refusalOf(factsOf(application, clock.now().day), 'printSlip') !== null;
      if (isRefused || isGivenSince(application, slip)) keeper.forget(slip);
    }
  };
  /** The code on a slip is the one of the settings as they are, not as they were: a wrong link that was mended is on no paper any more. */
  const forgetMisled = (): void => {
    const rules = settings.rules();
    for (const slip of keeper.all()) if (slip.sheet.link !== linkOf(rules, slip.system)) keeper.forget(slip);
  };
  const failing = (error: unknown): void => {
    // What cannot be looked at is not trusted.
    for (const slip of keeper.all()) keeper.forget(slip);
    log.error('procedure.failed', { procedure: 'slips', ...traceOf(error) });
  };
  const stops = [
    timers.every(lookEveryMilliseconds, () => {
      forgetOld();
      forgetLocked().catch(failing);
    }),
    changes.subscribe(['staff'], () => void forgetLocked().catch(failing)),
    changes.subscribe(['rules'], forgetMisled),
    changes.subscribe(['applications'], () => void forgetRefused().catch(failing)),
  ];

  return {
    async prepare(caller, request) {
      const { applicationId, version, system, size, odsCode, accountId, secret } = request;
      const application = await applicationById(store.db, applicationId);
      if (application === null) return { kind: 'gone' };
      if (application.version !== version) return { kind: 'changed', ...(await lastChange(store.db, application)) };
      const why = refusalOf(factsOf(application, clock.now().day), 'printSlip');
      if (why !== null) return { kind: 'notNow', why };
      const details = readDetails(system, { odsCode, accountId, secret }, application.form);
      if (isClosed) return { kind: 'gone' };
      if (details.kind === 'wrong') return { kind: 'invalid', problems: details.problems };

      const slip: HeldSlip = {
        slipId: randomUUID(),
        sessionId: caller.sessionId,
        applicationId,
        subjectId: application.subjectId,
        system,
        size,
        sheet: sheetOf(setupSlipOf(parts, application, system, details.values), size),
        endsAtMonotonic: timers.monotonic() + heldMilliseconds,
        endsAt: new Date(Date.parse(clock.instant()) + heldMilliseconds).toISOString(),
        state: 'ready',
        reason: null,
        printer: null,
        isKept: null,
        sentTimes: 0,
        printing: null,
        isForgotten: false,
        handedOverAt: application.work.handedOver?.at ?? null,
      };
      keeper.keep(slip);
      try {
        // Whoever asks again and again holds one page, and waits for as few windows as everybody else.
        const drawn = await drawings.take(async () => (slip.isForgotten ? null : printer.picture(slip.sheet)));
        if (drawn === null) return { kind: 'gone' };
        const { png } = drawn;
        let isAllowed = false;
        try {
          // It is given to nobody whose desk was locked, or whose patient's application changed, while the page was drawn.
          await forgetLocked();
          await forgetRefused();
          isAllowed = !slip.isForgotten;
        } finally {
          // The details can be read from it.
          if (!isAllowed) png.fill(0);
        }
        if (!isAllowed) return { kind: 'gone' };
        log.info('slip.prepared', { kind: system });
        const { slipId, endsAt } = slip;
        return { kind: 'prepared', slipId, picture: png, endsAt, printer: settings.machine().slipPrinters[size] };
      } catch (error) {
        // A page that was wiped while it was drawn cannot be read: it is gone rather than wrong.
        if (slip.isForgotten) return { kind: 'gone' };
        keeper.forget(slip);
        if (error instanceof SheetFault) log.warn('slip.refused', { kind: error.why });
        throw error;
      }
    },

    async print(caller, { slipId, printer: queue }) {
      forgetOld();
      forgetMisled();
      const slip = keeper.find(caller.sessionId, slipId);
      if (slip === null) return { kind: 'gone' };
      if (slip.printing !== null) return { kind: 'busy' };
      if (isAtKiosk(settings.machine(), queue)) return { kind: 'atKiosk' };
      // Taken before the first wait: pressed twice, it is one print.
      let finish: () => void = () => undefined;
      const over = new Promise<void>((resolve) => (finish = resolve));
      slip.printing = { stop: new AbortController(), over };
      running.add(over);
      const { signal } = slip.printing.stop;
      const leave = (): void => {
        slip.printing = null;
        running.delete(over);
        finish();
        forgetOld();
        steps.publish('printing');
      };
      try {
        const missing = await whyNoQueue(printer, queue);
        if (missing !== null || signal.aborted || isAtKiosk(settings.machine(), queue)) {
          leave();
          if (signal.aborted) return { kind: 'gone' };
          return missing === null ? { kind: 'atKiosk' } : { kind: 'noPrinter', why: missing };
        }
        const acted = await noteSlip(parts, caller, slip, queue);
        if (acted.kind !== 'done') {
          leave();
          if (acted.kind !== 'busy') keeper.forget(slip);
          return acted;
        }
      } catch (error) {
        leave();
        throw error;
      }
      slip.sentTimes += 1;
      void printHeld(parts, caller, { slip, queue, signal, told: () => steps.publish('printing') })
        .catch((error: unknown) => {
          log.error('procedure.failed', { procedure: 'slips.print', ...traceOf(error) });
        })
        .finally(leave);
      return { kind: signal.aborted ? 'gone' : 'begun' };
    },

    follow(caller, slipId, signal) {
      forgetOld();
      const slip = keeper.find(caller.sessionId, slipId);
      return slip === null ? null : followHeld(slip, { steps, nextRevision, signal });
    },

    forget(caller, slipId) {
      const slip = keeper.find(caller.sessionId, slipId);
      if (slip !== null) keeper.forget(slip);
    },

    async close() {
      isClosed = true;
      for (const stop of stops) stop();
      for (const slip of keeper.all()) keeper.forget(slip);
      await Promise.allSettled(running);
    },
  };
}

/** Have its details been handed over since the page was made? */
function isGivenSince({ work }: Pick<StoredApplication, 'work'>, slip: HeldSlip): boolean {
  return (work.handedOver?.at ?? null) !== slip.handedOverAt;
}

async function openSessions(sessions: Pick<Sessions, 'all'>): Promise<ReadonlySet<string>> {
  const all = await sessions.all();
  const open = all.filter(({ isLocked, roles }) => !isLocked && roles.includes('accountCreator'));
  return new Set(open.map(({ sessionId }) => sessionId));
}

/** In the trail before it is printed, in the transaction that asks the guard once more. */
async function noteSlip(
  parts: ActionParts,
  caller: Caller,
  slip: HeldSlip,
  printer: string,
): Promise<{ kind: 'done' } | { kind: 'gone' } | { kind: 'busy' } | { kind: 'notNow'; why: Refusal }> {
  const { applicationId, system, size } = slip;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const application = await applicationById(parts.store.db, applicationId);
    if (application === null || isGivenSince(application, slip)) return { kind: 'gone' };
    const key = { applicationId, version: application.version, handsOnSeconds: 0 };
    const acted = await actOnApplication(parts, caller, key, {
      act: 'printSlip',
      change: ({ done }) => ({ slip: done }),
      detail: { printer, system, size },
    });
    if (acted.kind === 'done' || acted.kind === 'gone' || acted.kind === 'notNow') return acted;
  }
  return { kind: 'busy' };
}
