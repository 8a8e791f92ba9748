import type { IppResponse } from 'ipp-encoder';
import type { PrintReason } from '../../../../preload/contract/desk/printing';
import { CupsFault, isDone, type Cups } from './connection';
import { boolean, integer, keyword, mimeType, name, statuses, tags, told } from './ipp';

/** A page as a PDF, and the paper it is to come out on. */
export interface PaperDocument {
  pdf: Uint8Array;
  widthMillimetres: number;
  heightMillimetres: number;
}

/** A job as the printing system tells of it. */
export interface Job {
  /** `waiting`: it has not been given to the printer, or not again. */
  state: 'waiting' | 'processing' | 'cancelled' | 'aborted' | 'completed';
  /** It was given to the printer at least once. */
  hasBegun: boolean;
  /** A printer is still being told that it was called back. */
  isStopping: boolean;
  /** A copy of the page lies in the spool; null: it is not told. */
  isKept: boolean | null;
}

/** `job-state` (RFC 8011, 5.3.7). */
const states: Record<number, Job['state']> = {
  3: 'waiting',
  4: 'waiting',
  5: 'processing',
  6: 'waiting',
  7: 'cancelled',
  8: 'aborted',
  9: 'completed',
};

/** A queue does not take a job. */
export class JobRefused extends Error {
  override readonly name = 'JobRefused';
  constructor(readonly reason: PrintReason) {
    super(reason);
  }
}

/**
 * Opens a job that has no page yet: until it has, nothing can come out of a printer, whatever becomes of the answer.
 * @returns the job's number. @throws JobRefused, CupsFault.
 */
export async function openJob(cups: Cups, queue: string, title: string, paper: PaperDocument): Promise<number> {
  const answer = await cups({
    operation: 'createJob',
    target: { queue },
    attributes: [name('job-name', title), boolean('ipp-attribute-fidelity', false)],
    jobAttributes: [
      integer('copies', 1),
      keyword('media', mediaName(paper)),
      keyword('print-scaling', 'none'),
      keyword('sides', 'one-sided'),
      // What a queue adds by itself: a page that says who printed, and hours to wait.
      keyword('job-sheets', 'none'),
      keyword('job-hold-until', 'no-hold'),
    ],
  });
  const job = answer.groups.find(({ tag }) => tag === tags.jobGroup);
  const id = job === undefined ? null : told(job).number('job-id');
  if (!isDone(answer)) throw new JobRefused(refusalOf(answer));
  // Of none that it could be asked for again, or called back. Number 0 would mean whichever is being printed.
  if (id === null || id < 1) throw new CupsFault('lost');
  return id;
}

/** Gives the job its only page: from now on it may be printed. @throws JobRefused, CupsFault. */
export async function sendPage(cups: Cups, jobId: number, { pdf }: PaperDocument): Promise<void> {
  const answer = await cups({
    operation: 'sendDocument',
    target: { jobId },
    attributes: [mimeType('document-format', 'application/pdf'), boolean('last-document', true)],
    document: pdf,
  });
  if (!isDone(answer)) throw new JobRefused(refusalOf(answer));
}

/**
 * The job as it stands; null: the printing system says that it does not know it any more.
 * @throws CupsFault, also when the answer says neither: of a job of which nothing is told nothing is certain.
 */
export async function findJob(cups: Cups, jobId: number): Promise<Job | null> {
  const answer = await cups({
    operation: 'getJobAttributes',
    target: { jobId },
    attributes: [
      keyword('requested-attributes', ['job-state', 'job-state-reasons', 'job-preserved', 'time-at-processing']),
    ],
  });
  if (answer.statusCode === statuses.notFound) return null;
  const group = answer.groups.find(({ tag }) => tag === tags.jobGroup);
  const facts = isDone(answer) && group !== undefined ? told(group) : null;
  const state = states[facts?.number('job-state') ?? 0];
  if (facts === null || state === undefined) throw new CupsFault('lost');
  return {
    state,
    hasBegun: state === 'processing' || facts.number('time-at-processing') !== null,
    isStopping: facts.texts('job-state-reasons').includes('processing-to-stop-point'),
    isKept: facts.isTrue('job-preserved'),
  };
}

/** Calls a job back. `isForgotten`: the page and everything that is known of it goes too, also when it is done. @throws CupsFault. */
export async function cancelJob(cups: Cups, jobId: number, { isForgotten }: { isForgotten: boolean }): Promise<void> {
  await cups({ operation: 'cancelJob', target: { jobId }, attributes: [boolean('purge-job', isForgotten)] });
}

function refusalOf({ statusCode }: IppResponse): PrintReason {
  if (statusCode === statuses.notFound) return 'printerGone';
  if (statusCode === statuses.tooManyJobs || statusCode === statuses.notPossible) return 'queueFull';
  return 'notAccepting';
}

/** The paper by its own name where it has one, or by its exact size (PWG 5101.1). */
function mediaName({ widthMillimetres, heightMillimetres }: PaperDocument): string {
  const size = `${String(widthMillimetres)}x${String(heightMillimetres)}mm`;
  const names: Record<string, string> = { '210x297mm': 'iso_a4_210x297mm', '148x210mm': 'iso_a5_148x210mm' };
  return names[size] ?? `custom_${size}_${size}`;
}
