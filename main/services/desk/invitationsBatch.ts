import type { InvitationBatch } from '../../../preload/contract/desk/printing';
import type { PrintEnd, PrintProgress } from '../ports';
import type { Caller } from './caller';

/** A batch of invitations as it is held. */
export interface Batch extends InvitationBatch {
  /** Whose paper has not been printed yet, as it stands on it, in the order of the list. Nothing else is known of anybody. */
  names: string[];
  /** Monotonic milliseconds at which somebody or the printer last did something with it. */
  touchedAt: number;
  isForgotten: boolean;
  /** Who asked for the stop that has not come to pass yet. */
  stopper: Caller | null;
  /** Calls back the paper that is on its way. */
  calledBack: AbortController;
  /** Resolves when nothing of it is being printed any more. */
  run: Promise<void>;
}

/** What staff see of it: nobody. */
export function shownBatch(batch: Batch): InvitationBatch {
  const { batchId, by, state, reason, waiting, size, printer, total, printed, mayComeTwice, startedAt } = batch;
  return { batchId, by, state, reason, waiting, size, printer, total, printed, mayComeTwice, startedAt };
}

/** Takes note of how the paper on its way stands. False: staff have nothing new to read. */
export function noteProgress(batch: Batch, { state, reason }: PrintProgress): boolean {
  const waiting = state === 'waiting' ? { reason } : null;
  // Undefined, where none waits, is no reason: null is one that the printer keeps to itself.
  if (batch.isForgotten || waiting?.reason === batch.waiting?.reason) return false;
  batch.waiting = waiting;
  return true;
}

/**
 * Takes note of how one paper ended. `true`: it counts as printed, and its name is dropped; so does one that was sent to a queue that never tells.
 * `false`: the batch stands where it stood, and says why.
 */
export function noteEnd(batch: Batch, { state, reason }: Pick<PrintEnd, 'state' | 'reason'>): boolean {
  batch.waiting = null;
  if (state === 'printed' || (state === 'unknown' && reason === 'notTold')) {
    batch.names.shift();
    batch.printed += 1;
    batch.mayComeTwice = false;
    return true;
  }
  batch.reason = reason;
  // It stays so when the same paper fails for certain the next time: the first of the two may still lie in the tray.
  if (state === 'unknown') batch.mayComeTwice = true;
  return false;
}
