import type { PrintReason } from '../../../../preload/contract/desk/printing';
import type { PrintEnd, PrintProgress, Timers } from '../../../services/ports';
import type { Cups } from './connection';
import { cancelJob, findJob, JobRefused, openJob, sendPage, type Job, type PaperDocument } from './job';
import { findQueue } from './queues';
import { isConnecting } from './reasons';

/** How often a job is asked how it stands. */
const lookMilliseconds = 500;
/** A scheduler that is started anew answers within seconds, and goes on with its jobs. */
const lostMilliseconds = 10_000;
/** A printer that is switched on is reached at once. */
const connectingMilliseconds = 8_000;
/** How long a printer may take to be told that the page was called back. */
const stoppingMilliseconds = 4_000;

export interface PrintOrder {
  printer: string;
  title: string;
  told(progress: PrintProgress): void;
  /** Calls the page back; its `reason` says why: `tookTooLong` or `cancelled`. */
  stop: AbortSignal;
}

/** An end before anything was sent: the printing system has nothing of it. */
export const notSent = (reason: PrintReason): PrintEnd => ({ state: 'failed', reason, isKept: false, isKeeping: null });

export const whyStopped = (stop: AbortSignal): PrintReason =>
  stop.reason === 'tookTooLong' ? 'tookTooLong' : 'cancelled';

/**
 * Prints one page, follows it until it is out or nobody can tell, and has the printing system forget it, however it ended: a queue that
 * tries again by itself must not print it when nobody stands there. Never throws.
 */
export async function printPaper(
  { cups, timers }: { cups: Cups; timers: Timers },
  paper: PaperDocument,
  { printer, title, told, stop }: PrintOrder,
): Promise<PrintEnd> {
  let jobId: number;
  try {
    const queue = await findQueue(cups, printer);
    if (queue === null) return notSent('printerGone');
    if (queue.state === 'notAccepting') return notSent('notAccepting');
    if (stop.aborted) return notSent(whyStopped(stop));
    jobId = await openJob(cups, printer, title, paper);
  } catch (error) {
    return notSent(error instanceof JobRefused ? error.reason : 'noPrintingSystem');
  }
  const parts: Parts = { cups, timers, jobId, printer, told, stop };
  // Called back while a slow system opened the job: it gets no page.
  if (stop.aborted) return callBack(parts, whyStopped(stop), { hasBegun: false });
  try {
    await sendPage(cups, jobId, paper);
  } catch (error) {
    return callBack(parts, error instanceof JobRefused ? error.reason : 'noPrintingSystem', { hasBegun: false });
  }
  told({ state: 'sent', reason: null });
  return follow(parts);
}

interface Parts extends Pick<PrintOrder, 'printer' | 'told' | 'stop'> {
  cups: Cups;
  timers: Timers;
  jobId: number;
}

async function follow(parts: Parts): Promise<PrintEnd> {
  const { cups, timers, jobId, stop } = parts;
  const watch = createWatch(parts);
  let answeredAt = timers.monotonic();
  let hasBegun = false;
  while (!stop.aborted) {
    try {
      const found = await findJob(cups, jobId);
      answeredAt = timers.monotonic();
      // Once begun is begun: with its queue a job can lose the time at which it was.
      hasBegun ||= found?.hasBegun ?? false;
      const job = found === null ? null : { ...found, hasBegun };
      // It keeps nothing of what is done, not even that it is done.
      if (job === null) return { ...(await endWithoutWord(parts)), isKept: false, isKeeping: false };
      const end = await endOf(parts, job);
      if (end !== null) return { ...end, isKept: await forget(parts), isKeeping: job.isKept };
      await watch(job);
    } catch {
      if (timers.monotonic() - answeredAt > lostMilliseconds) return callBack(parts, 'noPrintingSystem', { hasBegun });
    }
    await pause(timers, lookMilliseconds, stop);
  }
  return callBack(parts, whyStopped(stop), { hasBegun });
}

type Outcome = Pick<PrintEnd, 'state' | 'reason'>;

/** Null: it goes on. */
async function endOf(parts: Parts, job: Job): Promise<Outcome | null> {
  if (job.state === 'completed') return { state: 'printed', reason: null };
  if (job.state !== 'cancelled' && job.state !== 'aborted') return null;
  const { state, reason } = await endWithoutWord(parts);
  // Taken away with its queue; the printer may have had the whole page.
  if (reason === 'printerGone') return { state: job.hasBegun ? state : 'failed', reason };
  if (job.state === 'aborted') return { state: 'failed', reason: 'aborted' };
  return { state: job.hasBegun ? 'unknown' : 'failed', reason: 'cancelled' };
}

async function endWithoutWord({ cups, printer }: Parts): Promise<Outcome> {
  const isThere = (await findQueue(cups, printer)) !== null;
  return { state: 'unknown', reason: isThere ? 'notTold' : 'printerGone' };
}

/** Tells how a job stands each time that it has changed. */
function createWatch({ cups, timers, printer, told }: Parts): (job: Job) => Promise<void> {
  let before: PrintProgress = { state: 'sent', reason: null };
  let connectingSince: number | null = null;
  return async (job) => {
    const queue = await findQueue(cups, printer);
    connectingSince = isConnecting(queue?.words ?? []) ? (connectingSince ?? timers.monotonic()) : null;
    const isUnreached = connectingSince !== null && timers.monotonic() - connectingSince > connectingMilliseconds;
    const [reason = null] = queue?.reasons ?? [];
    const now = progressOf(job, { reason: reason ?? (isUnreached ? 'offline' : null) });
    if (now.state === before.state && now.reason === before.reason) return;
    before = now;
    told(now);
  };
}

function progressOf(job: Job, { reason }: { reason: PrintReason | null }): PrintProgress {
  if (reason !== null) return { state: 'waiting', reason };
  if (job.state === 'processing') return { state: 'printing', reason: null };
  // It was with the printer and has come back: the queue will try again.
  return job.hasBegun ? { state: 'waiting', reason: 'attention' } : { state: 'sent', reason: null };
}

/**
 * Takes the page out of the queue, and has it forgotten even where nobody answers that it was taken out. `failed` only where the queue says
 * that it is out and never came near the printer.
 * @param seen.hasBegun it was given to the printer, as far as it was told before: a queue may have forgotten that since.
 */
async function callBack(parts: Parts, reason: PrintReason, seen: { hasBegun: boolean }): Promise<PrintEnd> {
  const job = await stopJob(parts).catch(() => null);
  const isKept = await forget(parts);
  const isKeeping = job?.isKept ?? null;
  if (job?.state === 'completed') return { state: 'printed', reason: null, isKept, isKeeping };
  const isOut = job?.state === 'cancelled' || job?.state === 'aborted';
  const isCertain = isOut && !job.hasBegun && !seen.hasBegun && isKept === false;
  return { state: isCertain ? 'failed' : 'unknown', reason, isKept, isKeeping };
}

/** @returns the job as it stands once its printer was told. @throws CupsFault. */
async function stopJob({ cups, timers, jobId }: Parts): Promise<Job | null> {
  await cancelJob(cups, jobId, { isForgotten: false });
  const until = timers.monotonic() + stoppingMilliseconds;
  let job = await findJob(cups, jobId);
  // Forgotten at once, its printer would be cut off rather than told.
  while (job?.state === 'cancelled' && job.hasBegun && job.isStopping && timers.monotonic() < until) {
    await timers.sleep(lookMilliseconds);
    job = await findJob(cups, jobId);
  }
  return job;
}

/** @returns whether something of the page is still there, or to be printed; null: it does not tell. */
async function forget({ cups, jobId }: Parts): Promise<boolean | null> {
  try {
    await cancelJob(cups, jobId, { isForgotten: true });
    const job = await findJob(cups, jobId);
    return job !== null && (job.state === 'waiting' || job.state === 'processing' || (job.isKept ?? true));
  } catch {
    return null;
  }
}

async function pause(timers: Timers, milliseconds: number, stop: AbortSignal): Promise<void> {
  let done = (): void => undefined;
  const stopped = new Promise<void>((resolve) => {
    done = resolve;
    stop.addEventListener('abort', done);
  });
  await Promise.race([timers.sleep(milliseconds), stopped]);
  stop.removeEventListener('abort', done);
}
