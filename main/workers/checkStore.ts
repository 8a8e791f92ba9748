import { parentPort, workerData } from 'node:worker_threads';
import { checkFile, type CheckOrder } from '../store/check';

/** Composition root of the worker that looks the whole store through at night (design §5). Answers with one `CheckResult`. */
const { depth, key, ...access } = workerData as CheckOrder;
parentPort?.postMessage(checkFile({ ...access, key: Buffer.from(key) }, depth, () => performance.now()));
