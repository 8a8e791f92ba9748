import { Worker } from 'node:worker_threads';
import { openConnection, type FileAccess } from './connection';
import { countProblems, type CheckDepth } from './inspect';

/** What a check of the whole file came to. */
export interface CheckResult {
  problems: number;
  milliseconds: number;
}

/** What the worker `workers/checkStore` is handed; plain data only. */
export interface CheckOrder {
  file: string;
  key: Uint8Array;
  nativeBinding?: string;
  depth: CheckDepth;
}

/**
 * Looks the file of an open store through on a connection of its own that cannot write. A file that cannot even be read has one problem.
 * @param now monotonic milliseconds.
 */
export function checkFile(access: FileAccess, depth: CheckDepth, now: () => number): CheckResult {
  const from = now();
  const connection = openConnection(access, { isReadOnly: true });
  try {
    return { problems: countProblems(connection, depth), milliseconds: now() - from };
  } finally {
    connection.close();
  }
}

/**
 * The same in a worker thread: check-ins go on meanwhile. For the nightly full check.
 * @param workerFile the bundled `workers/checkStore`.
 * @throws Error if the worker cannot be started or dies.
 */
export function checkInWorker(workerFile: string, access: FileAccess, depth: CheckDepth): Promise<CheckResult> {
  const order: CheckOrder = { ...access, depth };
  const worker = new Worker(workerFile, { workerData: order });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The check ended without a result (${code})`)));
  });
}
