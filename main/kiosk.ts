import { app, type BrowserWindow } from 'electron';
import type { FaultKind, FaultSnapshot, KioskSnapshot } from '../preload/contract/kiosk';
import { startServing, whatItIs, type ServingOptions } from './serving';
import { createPortServer } from './services/kioskPort';
import { createKioskRouter } from './services/kioskRouter';
import type { Log } from './services/ports';
import { handOverPorts } from './shell/bridge';
import { createTimers } from './shell/timers';
import { FolderFault } from './shell/dataFolder';
import { traceOf } from './services/trace';
import { keepPageAlive } from './shell/pageRecovery';
import { StartRefused } from './startWith';
import { StoreFault } from './store/storeFault';

type KioskOptions = Omit<ServingOptions, 'timers' | 'nextRevision' | 'onDamaged'> & { window: BrowserWindow };

/** Opens the data folder while the window's page starts; the page shows what is true as soon as it is known. */
export function startKiosk(options: KioskOptions): void {
  const { folder, log, window } = options;
  const timers = createTimers();
  let revision = 0;
  const nextRevision = (): number => (revision += 1);
  let isReadyTold = false;
  let lastStream = new AbortController();
  const onDamaged = (): void => {
    app.relaunch();
    app.exit(1);
  };
  const serving = startServing({ ...options, timers, nextRevision, onDamaged });
  const fault = serving.then(
    () => null,
    (error: unknown) => faultOf(error, log),
  );
  const recovery = keepPageAlive(window, timers, log, () => {
    void serving.then(({ session }) => {
      session.end(true);
    });
  });
  const page = {
    async *live(signal: AbortSignal | undefined): AsyncGenerator<KioskSnapshot, void, void> {
      // One stream per page: a newer one ends the one before (design §4).
      lastStream.abort();
      lastStream = new AbortController();
      const ends = AbortSignal.any([lastStream.signal, ...(signal === undefined ? [] : [signal])]);
      const kind = await fault;
      if (kind === null) yield* (await serving).live(ends);
      else
        yield* showFault({ kind: 'fault', revision: nextRevision(), fault: kind, folder, ...whatItIs(options) }, ends);
    },
    painted() {
      if (!isReadyTold) log.info('app.ready', { milliseconds: Math.round(performance.now()) });
      isReadyTold = true;
    },
    alive() {
      recovery.alive();
    },
  };
  handOverPorts(window, createPortServer(createKioskRouter(page, serving, log), log), log);
  endCleanly(async () => {
    await serving.then(
      (open) => open.close(),
      () => undefined,
    );
  }, log);
  app.on('second-instance', () => {
    window.focus();
  });
}

/** However the program is asked to end, the store is closed first. */
function endCleanly(close: () => Promise<void>, log: Log): void {
  let isEnding = false;
  const end = (): void => {
    // Asked twice: whoever asks will not wait for an import to finish. What is on disk is whole all the same.
    if (isEnding) app.exit(1);
    isEnding = true;
    log.info('app.stopping');
    void close().finally(() => {
      app.exit(0);
    });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (!isEnding) end();
  });
  app.on('window-all-closed', () => {
    if (!isEnding) end();
  });
}

function faultOf(error: unknown, log: Log): FaultKind {
  // Whoever typed --list or --settings stands at the command line and has read why; nothing was changed.
  if (error instanceof StartRefused) app.exit(1);
  const kind = error instanceof FolderFault || error instanceof StoreFault ? error.kind : 'internal';
  log.error('store.fault', { kind, ...(kind === 'internal' ? traceOf(error) : {}) });
  return kind;
}

/** A fault stays until the program is started again: the page shows it and nothing else. */
async function* showFault(fault: FaultSnapshot, signal: AbortSignal): AsyncGenerator<KioskSnapshot, void, void> {
  if (signal.aborted) return;
  yield fault;
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
}
