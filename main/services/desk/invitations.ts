import { randomUUID } from 'node:crypto';
import type { InvitationBatch } from '../../../preload/contract/desk/printing';
import type { PaperSize } from '../../../preload/contract/rules/paper';
import { slipName } from '../../domain/slip/slipName';
import { readPeople, type PeopleReading } from '../../lists/peopleList';
import { sheetOf } from '../papers/sheet';
import { appendAudit } from '../../store/audit';
import type { Timers } from '../ports';
import { auditAct } from './actionsOnVisit';
import type { Caller } from './caller';
import { shownBatch, type Batch } from './invitationsBatch';
import { printBatch, type BatchPrintingParts } from './invitationsPrinting';
import { invitationPaper, isAtKiosk } from './printingPapers';
import { whyNoQueue } from './printingQueue';

/** More people than that are another batch: nobody stands at a printer for longer. */
export const mostPeople = 1000;
const keptMilliseconds = 60 * 60 * 1000;
const lookEveryMilliseconds = 60_000;
const leftOutShown = 100;
/** Nobody's first name and initial are longer, in characters; what is, is a remark in the wrong column. */
const longestName = 60;

export interface InvitationsParts extends BatchPrintingParts {
  timers: Pick<Timers, 'every' | 'monotonic'>;
}

export type Begun =
  | { kind: 'begun'; batchId: string; total: number; leftOut: number[]; picture: string }
  | { kind: 'busy' }
  | Extract<PeopleReading, { kind: 'unreadable' }>;

/**
 * Invitations to people without an account, one batch at a time. Of their list first names and initials are held, in memory alone, each until its paper is
 * printed: nothing of it is in the store, the trail, the log or a file, and nothing is left once the batch is done, forgotten, or an hour untouched.
 * Whether somebody has died, is under 16 or must not be written to is not known here: the practice takes them out of its list first.
 */
export interface Invitations {
  /** The batch as staff see it: counts, and nobody. */
  batch(): InvitationBatch | null;
  /** @param file a CSV file in base64. @throws SheetFault when no invitation can be made. */
  begin(caller: Caller, list: { file: string; size: PaperSize }): Promise<Begun>;
  /**
   * Begins to print, or goes on after the last paper that was printed. A paper of which nobody can tell whether it came out is printed again: one too many
   * is seen and thrown away, one too few is noticed by nobody. Resolves once it is in the trail; how it goes is told by `batch`, as is that there is no
   * such printer, or that it stands where the public does: then nothing is in the trail.
   */
  print(caller: Caller, wish: { batchId: string; printer: string }): Promise<'begun' | 'gone' | 'busy'>;
  /** Stops after the paper that is being printed. False: there is no such batch. */
  stop(caller: Caller, batchId: string): boolean;
  /** Drops the list and calls back the paper that is on its way. One that is gone already is no failure. */
  forget(caller: Caller, batchId: string): Promise<void>;
  /** The end of the program: nothing is printed with nobody there, and nothing is left. */
  close(): Promise<void>;
}

export function createInvitations(parts: InvitationsParts): Invitations {
  const { store, clock, timers, changes, log, printer } = parts;
  let open: Batch | null = null;
  let isBeginning = false;
  let isClosed = false;

  const stopLooking = timers.every(lookEveryMilliseconds, () => {
    if (open === null || isAtWork(open) || timers.monotonic() - open.touchedAt < keptMilliseconds) return;
    void drop(open).then((counts) => noteDropped(counts, 'untouched'));
  });

  const find = (batchId: string): Batch | null => (open?.batchId === batchId ? open : null);

  /** Nothing is left once it resolves. Returns what is to be told of it; null where all of it was printed and told of before. */
  async function drop(batch: Batch): Promise<{ printed: number; total: number } | null> {
    if (open === batch) open = null;
    const wasFinished = batch.state === 'finished';
    batch.isForgotten = true;
    batch.names.length = 0;
    batch.calledBack.abort();
    changes.publish('printing');
    await batch.run;
    const { printed, total } = batch;
    return wasFinished ? null : { printed, total };
  }

  async function noteDropped(
    counts: { printed: number; total: number } | null,
    why: 'untouched' | 'closed',
  ): Promise<void> {
    if (counts === null) return;
    const at = clock.instant();
    const detail = { ...counts, why };
    // Nothing is left of it, whether or not the store can say so.
    await store
      .write((db) => appendAudit(db, { at, actor: 'system', action: 'invitations.forgotten', subjectId: null, detail }))
      .catch(() => undefined);
  }

  async function beginWith(caller: Caller, { file, size }: { file: string; size: PaperSize }): Promise<Begun> {
    const bytes = Buffer.from(file, 'base64');
    const reading = await readPeople(bytes, mostPeople).finally(() => bytes.fill(0));
    if (reading.kind === 'unreadable') return reading;
    const people = reading.people.map(({ line, name }) => ({ line, name: slipName(name.firstName, name.lastName) }));
    const names = people.map(({ name }) => name).filter(isName);
    const leftOut = [...reading.leftOut, ...people.filter(({ name }) => !isName(name)).map(({ line }) => line)];
    const [first] = names;
    if (first === undefined) return { kind: 'unreadable', why: 'nobody' };
    const sheet = sheetOf(invitationPaper(parts, first), size);
    const { png } = await printer.picture(sheet).finally(() => sheet.html.fill(0));
    const total = names.length;
    const at = clock.instant();
    const detail = { total, leftOut: leftOut.length, size };
    await store.write((db) => auditAct(db, caller, { at, action: 'invitations.begun', subjectId: null, detail }));
    if (isClosed) return { kind: 'busy' };
    const batchId = randomUUID();
    const by = caller.displayName;
    open = {
      batchId,
      by,
      size,
      total,
      names,
      state: 'ready',
      reason: null,
      waiting: null,
      printer: null,
      printed: 0,
      mayComeTwice: false,
      startedAt: null,
      touchedAt: timers.monotonic(),
      isForgotten: false,
      stopper: null,
      calledBack: new AbortController(),
      run: Promise.resolve(),
    };
    changes.publish('printing');
    log.info('batch.begun', { count: total });
    const shown = leftOut.sort((one, other) => one - other).slice(0, leftOutShown);
    return { kind: 'begun', batchId, total, leftOut: shown, picture: Buffer.from(png).toString('base64') };
  }

  return {
    batch: () => (open === null ? null : shownBatch(open)),
    async begin(caller, list) {
      if (isClosed || isBeginning || (open !== null && open.state !== 'finished')) return { kind: 'busy' };
      isBeginning = true;
      try {
        return await beginWith(caller, list);
      } finally {
        isBeginning = false;
      }
    },
    async print(caller, { batchId, printer: queue }) {
      const batch = find(batchId);
      if (batch === null || batch.state === 'finished') return 'gone';
      if (isAtWork(batch)) return 'busy';
      // Taken before the first wait: of two desks that press at one time, one prints.
      batch.state = 'printing';
      batch.reason = null;
      batch.stopper = null;
      batch.touchedAt = timers.monotonic();
      changes.publish('printing');
      const missing = await whyNoQueue(printer, queue);
      if (batch.isForgotten) return 'gone';
      const isPublic = isAtKiosk(parts.settings.machine(), queue);
      if (missing !== null || isPublic) {
        // As where it goes while it prints. What was asked for is shown to nobody: it is the name of no printer here.
        batch.state = 'stopped';
        batch.reason = isPublic ? 'notAccepting' : missing;
        batch.printer = null;
        changes.publish('printing');
        return 'begun';
      }
      batch.printer = queue;
      batch.startedAt ??= clock.instant();
      changes.publish('printing');
      const { printed, total, size } = batch;
      const at = clock.instant();
      const detail = { printed, total, size, printer: queue };
      try {
        await store.write((db) => auditAct(db, caller, { at, action: 'invitations.printed', subjectId: null, detail }));
      } catch (error) {
        batch.state = 'stopped';
        changes.publish('printing');
        throw error;
      }
      if (batch.isForgotten) return 'gone';
      batch.run = printBatch(parts, caller, batch);
      return 'begun';
    },
    stop(caller, batchId) {
      const batch = find(batchId);
      if (batch === null) return false;
      if (batch.state === 'printing') {
        batch.state = 'stopping';
        batch.stopper = caller;
        changes.publish('printing');
      }
      return true;
    },
    async forget(caller, batchId) {
      const batch = find(batchId);
      if (batch === null) return;
      const detail = await drop(batch);
      if (detail === null) return;
      const at = clock.instant();
      await store.write((db) => auditAct(db, caller, { at, action: 'invitations.forgotten', subjectId: null, detail }));
    },
    async close() {
      isClosed = true;
      stopLooking();
      if (open !== null) await noteDropped(await drop(open), 'closed');
    },
  };
}

function isAtWork({ state }: Batch): boolean {
  return state === 'printing' || state === 'stopping';
}

function isName(name: string): boolean {
  return name !== '' && name.length <= longestName;
}
