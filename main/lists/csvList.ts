import { Worker } from 'node:worker_threads';
import { UnusableFile, type List, type ListEvent } from '../domain/list';
import type { ParseRequest, ReaderMessage, WorkerMessage } from './workerMessages';

export interface CsvListOptions {
  /** The bundled worker, `workers/parseList.cjs`. */
  workerPath: string;
  /** How long a freshly written file must have been left alone, in milliseconds; 1,000 unless told otherwise. */
  quietMilliseconds?: number;
}

/** Events the worker may prepare ahead of its reader: enough that neither waits for the other, too few to matter in memory. */
const ahead = 3;

/** The CSV adapter of the `List` port. Parsing runs in a thread of its own, so a check-in never waits for an import. */
export function createCsvList(options: CsvListOptions): List {
  return {
    read: (path, name, day, statusWords, mappings = []) =>
      readInWorker(options, {
        path,
        name,
        day,
        statusWords,
        mappings,
        quietMilliseconds: options.quietMilliseconds ?? null,
      }),
  };
}

async function* readInWorker({ workerPath }: CsvListOptions, request: ParseRequest): AsyncGenerator<ListEvent> {
  const worker = new Worker(workerPath, { workerData: request, name: 'parseList' });
  const inbox = new Inbox();
  worker.on('message', (message: WorkerMessage) => inbox.put(message));
  worker.on('error', (error) => inbox.fail(error));
  worker.on('exit', () => inbox.fail(new Error('The list worker ended before it had finished')));
  const more: ReaderMessage = 'more';
  try {
    for (let credit = 0; credit < ahead; credit += 1) worker.postMessage(more);
    for (;;) {
      const message = await inbox.take();
      if (message.kind === 'done') return;
      if (message.kind === 'refused') throw new UnusableFile(message.file, message.message, message.why);
      worker.postMessage(more);
      yield message.event;
    }
  } finally {
    await worker.terminate();
  }
}

/** Messages in the order they came, for one taker. A failure is told once everything before it has been taken. */
class Inbox {
  private readonly messages: WorkerMessage[] = [];
  private failure: unknown = null;
  private wake: (() => void) | null = null;

  put(message: WorkerMessage): void {
    this.messages.push(message);
    this.wake?.();
  }

  fail(error: unknown): void {
    this.failure ??= error;
    this.wake?.();
  }

  async take(): Promise<WorkerMessage> {
    for (;;) {
      const message = this.messages.shift();
      if (message !== undefined) return message;
      if (this.failure !== null) throw this.failure;
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }
}
