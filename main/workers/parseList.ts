import { parentPort, workerData } from 'node:worker_threads';
import { UnusableFile } from '../domain/list';
import { readList } from '../lists/readList';
import type { ParseRequest, ReaderMessage, WorkerMessage } from '../lists/workerMessages';

/** Composition root of the thread that parses a day list: one file, one event for each `more`, then it ends. */
async function run(request: ParseRequest): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('parseList runs as a worker only');
  let credits = 0;
  let wake: (() => void) | null = null;
  port.on('message', (message: ReaderMessage) => {
    if (message !== 'more') return;
    credits += 1;
    wake?.();
  });
  const send = (message: WorkerMessage): void => port.postMessage(message);
  const { path, name, day, statusWords, mappings, quietMilliseconds } = request;
  const options = { statusWords, mappings, ...(quietMilliseconds === null ? {} : { quietMilliseconds }) };
  try {
    for await (const event of readList(path, name, day, options)) {
      while (credits === 0) await new Promise<void>((resolve) => (wake = resolve));
      credits -= 1;
      send({ kind: 'event', event });
    }
    send({ kind: 'done' });
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error;
    send({ kind: 'refused', file: error.file, message: error.message, why: error.why });
  } finally {
    port.close();
  }
}

void run(workerData as ParseRequest);
