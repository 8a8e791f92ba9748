import type { BrowserWindow } from 'electron';
import type { Log, Timers } from './services/ports';
import { handOverPorts, type ServePort } from './shell/bridge';
import { originOf } from './shell/pagePath';
import { openPageWindow } from './shell/pageWindow';

/** The desk in a window of this machine: opened by holding the logo, one at a time. */
export interface DeskWindow {
  open(): void;
  close(): void;
}

/** The window lies before the kiosk, so it goes by itself when nobody has signed in, or nobody is any more, for so long. */
const leftMilliseconds = 120_000;
const lookEveryMilliseconds = 10_000;

/**
 * @param serve serves the desk's contract to the window's page, which signs in as a browser does.
 * @param isSignedIn somebody is, in that window.
 */
export function createDeskWindow(options: {
  appFolder: string;
  title: string;
  serve: ServePort;
  isSignedIn: () => boolean;
  timers: Pick<Timers, 'monotonic' | 'every'>;
  log: Log;
}): DeskWindow {
  const { appFolder, title, serve, isSignedIn, timers, log } = options;
  let window: BrowserWindow | null = null;
  let usedAt = 0;
  const stop = timers.every(lookEveryMilliseconds, () => {
    if (isSignedIn()) usedAt = timers.monotonic();
    else if (window !== null && timers.monotonic() - usedAt >= leftMilliseconds) window.destroy();
  });
  return {
    open() {
      if (window !== null) {
        window.focus();
        return;
      }
      const opened = openPageWindow({ page: 'desk', appFolder, title, isFullScreen: false, log });
      window = opened;
      usedAt = timers.monotonic();
      // Before a kiosk that fills the screen it would lie unseen.
      opened.setAlwaysOnTop(true);
      handOverPorts(opened, originOf('desk'), serve, log);
      opened.on('closed', () => {
        window = null;
      });
      log.info('desk.windowOpened');
    },
    close() {
      stop();
      window?.destroy();
    },
  };
}
