import type { Changes, PrintEnd } from '../ports';

/** What the printing system was last found to do with pages that are done; one for everything that prints. */
export interface PrintMemory {
  noteEnd(end: Pick<PrintEnd, 'isKeeping'>): void;
  /** It would have kept the last page that it told of; null: it has told of none since the start of the program. */
  isKeeping(): boolean | null;
}

/** Live views are told when it becomes known, or other than it was. */
export function createPrintMemory({ changes }: { changes: Pick<Changes, 'publish'> }): PrintMemory {
  let isKeeping: boolean | null = null;
  return {
    noteEnd(end) {
      // A print that came to nothing tells nothing of the queue, and takes no warning away.
      if (end.isKeeping === null || end.isKeeping === isKeeping) return;
      isKeeping = end.isKeeping;
      changes.publish('printing');
    },
    isKeeping: () => isKeeping,
  };
}
