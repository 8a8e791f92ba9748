import { app, type BrowserWindow } from 'electron';
import type { Log, Timers } from '../services/ports';
import { createRecoveryBudget } from './recovery';
import { kioskOrigin } from './pagePath';

/** A page says that it is alive every few seconds; silent this long, it hangs, even if nobody touches it. */
const silenceMilliseconds = 30_000;
const lookEveryMilliseconds = 5_000;

/** Brings a crashed or hung page back (design §9): three reloads, restored after a healthy minute, then the whole program anew. */
export interface PageRecovery {
  /** The page has just said that it is alive. */
  alive(): void;
  stop(): void;
}

/** @param onCrash told before the page comes back: the visit is over. */
export function keepPageAlive(window: BrowserWindow, timers: Timers, log: Log, onCrash: () => void): PageRecovery {
  const budget = createRecoveryBudget();
  // Counted from the start: a page that never loads is as silent as one that hangs.
  let heardAt = timers.monotonic();
  let lookedAt = heardAt;
  const crash = (): void => {
    heardAt = timers.monotonic();
    log.error('page.hung');
    window.webContents.forcefullyCrashRenderer();
  };
  window.webContents.on('unresponsive', crash);
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return;
    heardAt = timers.monotonic();
    log.error('page.crashed', { kind: details.reason });
    onCrash();
    if (budget.spend(timers.monotonic()) === 'reload') {
      void window.loadURL(`${kioskOrigin}/index.html`).then(() => {
        log.info('page.recovered');
      });
      return;
    }
    log.error('page.relaunch');
    app.relaunch();
    app.exit(1);
  });
  const stop = timers.every(lookEveryMilliseconds, () => {
    const now = timers.monotonic();
    // This look itself came late: main stood still, and what the page has said meanwhile is not read yet.
    if (now - lookedAt > 2 * lookEveryMilliseconds) heardAt = now;
    lookedAt = now;
    if (now - heardAt > silenceMilliseconds) crash();
  });
  return {
    alive() {
      heardAt = timers.monotonic();
    },
    stop,
  };
}
