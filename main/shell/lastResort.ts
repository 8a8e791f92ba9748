import { app } from 'electron';
import type { Log } from '../services/ports';
import { traceOf } from '../services/trace';

/** A program that dies sooner than this would die again at once: starting it anew would only flicker. */
const worthRelaunchMilliseconds = 60_000;

/**
 * What happens to an error that nobody expected. Electron's own answer would be a dialog on the patient's screen.
 * A thrown one leaves main in an unknown state: the program starts anew, without a clean end, so that the store is looked through.
 * A rejected promise that nobody waits for is logged, and main goes on.
 */
export function catchTheUnexpected(log: Log): void {
  process.on('uncaughtException', (error) => {
    log.error('app.failed', traceOf(error));
    if (performance.now() > worthRelaunchMilliseconds) app.relaunch();
    app.exit(1);
  });
  process.on('unhandledRejection', (reason) => {
    log.error('app.failed', { kind: 'rejection', ...traceOf(reason) });
  });
}
