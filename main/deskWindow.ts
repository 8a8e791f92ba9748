import type { BrowserWindow } from 'electron';
import type { Log } from './services/ports';
import { handOverPorts, type ServePort } from './shell/bridge';
import { originOf } from './shell/pagePath';
import { openPageWindow } from './shell/pageWindow';

/** The desk in a window of this machine: opened by holding the logo, one at a time. */
export interface DeskWindow {
  open(): void;
  close(): void;
}

/** @param serve serves the desk's contract to the window's page, which signs in as a browser does. */
export function createDeskWindow(options: {
  appFolder: string;
  title: string;
  serve: ServePort;
  log: Log;
}): DeskWindow {
  const { appFolder, title, serve, log } = options;
  let window: BrowserWindow | null = null;
  return {
    open() {
      if (window !== null) {
        window.focus();
        return;
      }
      const opened = openPageWindow({ page: 'desk', appFolder, title, isFullScreen: false, log });
      window = opened;
      // Before a kiosk that fills the screen it would lie unseen.
      opened.setAlwaysOnTop(true);
      handOverPorts(opened, originOf('desk'), serve, log);
      opened.on('closed', () => {
        window = null;
      });
      log.info('desk.windowOpened');
    },
    close() {
      window?.destroy();
    },
  };
}
