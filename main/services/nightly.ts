import type { Clock, Log, Timers } from './ports';
import { traceOf } from './trace';

const lookEveryMilliseconds = 10 * 60 * 1000;
/** London time from which the night's work may be done: nobody checks in, and it is past the hour of both clock changes. */
const earliest = '03:00';

export interface NightlyWork {
  /** Deletes what is kept no longer. */
  purge(): Promise<void>;
  /** Writes the end of the audit chain down outside the database. */
  anchor(): Promise<void>;
  /** Looks the whole database through; the number of problems. */
  check(): Promise<number>;
  /** The database is damaged: start anew without a clean end, so that the start finds it and says so to staff. */
  onDamaged(): void;
}

/** Does the work of the night once a day, after three in the morning; a machine that is off by night does it soon after its start. */
export function startNightly(options: { clock: Clock; timers: Timers; log: Log; work: NightlyWork }): () => void {
  const { clock, timers, log, work } = options;
  let doneFor = '';
  return timers.every(lookEveryMilliseconds, () => {
    const { day, time } = clock.now();
    if (time < earliest || day === doneFor) return;
    doneFor = day;
    void doWork(work, log);
  });
}

async function doWork(work: NightlyWork, log: Log): Promise<void> {
  try {
    await work.purge();
    await work.anchor();
    const count = await work.check();
    if (count === 0) {
      log.info('store.nightlyCheck', { kind: 'sound' });
      return;
    }
    log.error('store.nightlyCheck', { kind: 'damaged', count });
    work.onDamaged();
  } catch (error) {
    log.error('procedure.failed', { procedure: 'nightly', ...traceOf(error) });
  }
}
