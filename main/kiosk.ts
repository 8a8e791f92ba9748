import { app, type BrowserWindow } from 'electron';
import type { FaultKind, FaultSnapshot, KioskSnapshot } from '../preload/contract/kiosk';
import type { Desk } from './desk';
import { startServing, whatItIs, type Serving, type ServingOptions } from './serving';
import { createPortServer } from './services/kioskPort';
import { createKioskRouter } from './services/kioskRouter';
import type { Log, Timers } from './services/ports';
import { handOverPorts } from './shell/bridge';
import { faultSentence } from './shell/faultWords';
import { kioskOrigin } from './shell/pagePath';
import { createTimers } from './shell/timers';
import { FolderFault } from './shell/dataFolder';
import { traceOf } from './services/trace';
import { keepPageAlive } from './shell/pageRecovery';
import { StartRefused } from './startWith';
import { StoreFault } from './store/storeFault';

type KioskOptions = Omit<ServingOptions, 'timers' | 'nextRevision' | 'onDamaged'> & {
  /** The patients' window; null on a machine that only serves desks and boards. */
  window: BrowserWindow | null;
  /** Of every window of the program. */
  title: string;
};

/** Opens the data folder while the window's page starts; the page shows what is true as soon as it is known. */
export function startKiosk(options: KioskOptions): void {
  const { log, window } = options;
  const timers = createTimers();
  let revision = 0;
  const nextRevision = (): number => (revision += 1);
  const onDamaged = (): void => {
    app.relaunch();
    app.exit(1);
  };
  const serving = startServing({ ...options, timers, nextRevision, onDamaged });
  const end = endCleanly(async () => {
    const open = await serving.catch(() => null);
    await running?.close();
    await open?.close();
  }, log);
  let running: Desk | null = null;
  const { isPainted, letPaint } = painting(window !== null);
  // Desk and board wait for the patients' window: nothing of theirs may make it start later.
  const desk = isPainted.then(async () => {
    const open = await serving;
    const { startDesk } = await import('./desk');
    running = await startDesk({ ...options, serving: open, timers, nextRevision, end });
    return running;
  });
  desk.catch((error: unknown) => {
    // That the folder cannot be opened is told by the page, or below.
    if (!(error instanceof FolderFault || error instanceof StoreFault || error instanceof StartRefused))
      log.error('app.failed', traceOf(error));
  });
  if (window === null) {
    serving.catch((error: unknown) => {
      const kind = faultOf(error, log);
      process.stderr.write(`${faultSentence(kind, options.folder)}\n`);
      app.exit(1);
    });
    // Electron would end a program whose last window has gone. A hub has one only while a paper is made; a board's is the board.
    app.on('window-all-closed', () => {
      if (options.commandLine.role === 'board') end(false);
    });
    return;
  }
  serveKioskPage({ ...options, window, timers, serving, nextRevision, letPaint, openDesk });
  app.on('second-instance', () => {
    window.focus();
  });
  app.on('window-all-closed', () => {
    end(false);
  });

  function openDesk(): void {
    void serving.then(({ session }) => {
      session.endByMain();
    });
    void desk.then(({ openWindow }) => {
      openWindow();
    });
  }
}

/** Resolves once the patients' first screen stands; at once where there is no such window. */
function painting(hasWindow: boolean): { isPainted: Promise<void>; letPaint: () => void } {
  if (!hasWindow) return { isPainted: Promise.resolve(), letPaint: () => undefined };
  let letPaint: () => void = () => undefined;
  const isPainted = new Promise<void>((resolve) => {
    letPaint = resolve;
  });
  return { isPainted, letPaint: () => letPaint() };
}

/** Hands the patients' page its contract, and brings it back when it dies. */
function serveKioskPage(
  options: Omit<KioskOptions, 'window'> & {
    window: BrowserWindow;
    timers: Timers;
    serving: Promise<Serving>;
    nextRevision: () => number;
    letPaint: () => void;
    openDesk: () => void;
  },
): void {
  const { folder, log, window, timers, serving, nextRevision, letPaint, openDesk } = options;
  let isReadyTold = false;
  let lastStream = new AbortController();
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
      letPaint();
    },
    alive() {
      recovery.alive();
    },
    openDesk,
  };
  const router = createKioskRouter(page, serving, log);
  handOverPorts(
    window,
    kioskOrigin,
    createPortServer(router, log, () => ({})),
    log,
  );
}

/** Signals so soon after each other are one asking. */
const sameAskingMilliseconds = 500;

/**
 * However the program is asked to end, the store is closed first.
 * @returns ends it; `isToStartAgain`: and starts it anew.
 */
function endCleanly(close: () => Promise<void>, log: Log): (isToStartAgain: boolean) => void {
  let isEnding = false;
  const end = (isToStartAgain: boolean): void => {
    if (isEnding) return;
    isEnding = true;
    log.info('app.stopping');
    if (isToStartAgain) app.relaunch();
    void close().finally(() => {
      app.exit(0);
    });
  };
  let askedAt: number | null = null;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      askedAt ??= performance.now();
      // Asked twice: whoever asks will not wait for an import to finish. What is on disk is whole all the same. One Ctrl+C can come twice,
      // by the terminal and by whatever started the program.
      if (performance.now() - askedAt > sameAskingMilliseconds) app.exit(1);
      end(false);
    });
  app.on('before-quit', (event) => {
    event.preventDefault();
    end(false);
  });
  return end;
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
