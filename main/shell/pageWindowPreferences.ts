import { join } from 'node:path';
import type { BrowserWindow, Session, WebPreferences } from 'electron';
import { addressOf, originOf, type OwnPage } from './pagePath';

/** What every window of ours with a page of its own is shut with, whoever uses it (design §9). */
export function hardenedPreferences(session: Session, appFolder: string): WebPreferences {
  return { ...shutPreferences(session), preload: join(appFolder, 'preload', 'index.cjs') };
}

/** What every window at all is shut with, also one that nobody sees. */
export function shutPreferences(session: Session): WebPreferences {
  return {
    session,
    sandbox: true,
    contextIsolation: true,
    webSecurity: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    spellcheck: false,
    devTools: false,
    allowRunningInsecureContent: false,
    enableWebSQL: false,
    navigateOnDragDrop: false,
    disableDialogs: true,
    backgroundThrottling: false,
  };
}

/** Keeps `window` on its one page: no menu, a title of our own, no zoom, and from wherever Chromium goes without asking straight back. */
export function holdToPage(window: BrowserWindow, page: OwnPage): void {
  const contents = window.webContents;
  window.setMenu(null);
  contents.on('page-title-updated', (event) => {
    event.preventDefault();
  });
  void contents.setVisualZoomLevelLimits(1, 1);
  contents.on('zoom-changed', (event) => {
    event.preventDefault();
  });
  // Chromium asks nobody before it goes to an empty page.
  contents.on('did-navigate', (_event, address) => {
    if (!address.startsWith(`${originOf(page)}/`)) void window.loadURL(addressOf(page));
  });
}

/** Keys that do something in Chromium or the window, and nothing for a patient (design §9). */
const isHarmless = (input: Electron.Input): boolean => {
  if (input.control || input.meta || input.alt) return false;
  return !/^(F\d+|Browser.*|Launch.*|Print|PrintScreen|ContextMenu|Help|Zoom.*)$/.test(input.key);
};

/** Keys that close a windowed demonstration the normal way. */
const closesWindow = (input: Electron.Input): boolean =>
  (input.alt && input.key === 'F4') || ((input.control || input.meta) && /^[qw]$/i.test(input.key));

/** For a window that stands in the waiting room: no key leads out of its page; a full-screen one closes only by the operating system or by main. */
export function lockForWaitingRoom(window: BrowserWindow, isFullScreen: boolean): void {
  window.webContents.on('before-input-event', (event, input) => {
    if (!isHarmless(input) && (isFullScreen || !closesWindow(input))) event.preventDefault();
  });
  if (isFullScreen) {
    window.on('close', (event) => {
      event.preventDefault();
    });
  }
}
