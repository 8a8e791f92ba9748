import { isSame } from '../../domain/desk/settings';
import type { Changes, Printer, PrinterFacts, Timers } from '../ports';

/** A tray that was filled is seen as filled about as soon as whoever filled it is back at the desk. */
const lookEveryMilliseconds = 5000;
/** The desk has more to show than printers: a printing system that has not answered by then is shown as silent until it does. */
const firstMilliseconds = 3000;

/** Printers as they stand, looked at only while somebody watches: each look wakes the printing system. */
export interface PrintersWatch {
  /** As they were last found; null: no printing system answers. */
  printers(): PrinterFacts[] | null;
  /** Resolves once they have been looked at since somebody began to watch, or after three seconds; call what it returns when the watching ends. */
  join(): Promise<() => void>;
}

export function createPrintersWatch({
  printer,
  timers,
  changes,
}: {
  printer: Pick<Printer, 'list'>;
  timers: Pick<Timers, 'every' | 'sleep'>;
  changes: Pick<Changes, 'publish'>;
}): PrintersWatch {
  let found: PrinterFacts[] | null = null;
  let watchers = 0;
  let stop = (): void => undefined;
  let looking: Promise<void> | null = null;
  /** The first look since somebody watches. */
  let first: Promise<void> = Promise.resolve();
  // A printing system that is slow to answer is asked again only when it has answered.
  const look = (): Promise<void> => {
    looking ??= printer.list().then((now) => {
      looking = null;
      if (isSame(found, now)) return;
      found = now;
      changes.publish('printing');
    });
    return looking;
  };
  return {
    printers: () => found,
    async join() {
      watchers += 1;
      if (watchers === 1) {
        first = look();
        stop = timers.every(lookEveryMilliseconds, () => void look());
      }
      let isThere = true;
      const leave = (): void => {
        if (!isThere) return;
        isThere = false;
        watchers -= 1;
        if (watchers > 0) return;
        stop();
        // As they stood then is nothing to show to whoever comes next.
        found = null;
      };
      await Promise.race([first, timers.sleep(firstMilliseconds)]);
      return leave;
    },
  };
}
