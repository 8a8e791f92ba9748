import { join } from 'node:path';
import { BrowserWindow, screen, session as sessions } from 'electron';
import { kioskOrigin } from './pagePath';
import { servePages } from './scheme';

/** Keys that do something in Chromium or the window, and nothing for a patient (design §9). */
const isHarmless = (input: Electron.Input): boolean => {
  if (input.control || input.meta || input.alt) return false;
  return !/^(F\d+|Browser.*|Launch.*|Print|PrintScreen|ContextMenu|Help|Zoom.*)$/.test(input.key);
};

/** Keys that close a windowed demonstration the normal way. */
const closesWindow = (input: Electron.Input): boolean =>
  (input.alt && input.key === 'F4') || ((input.control || input.meta) && /^[qw]$/i.test(input.key));

/**
 * Opens the patient's window, hidden until its page has painted.
 * @param appFolder where `preload/` and `renderer/` of the built application are.
 * @param dataFolder where the practice may have put a picture of its own.
 */
export function openKioskWindow(options: {
  appFolder: string;
  dataFolder: string;
  isFullScreen: boolean;
  title: string;
}): BrowserWindow {
  // In memory: nothing a patient did is written by Chromium, and there is no HTTP cache.
  const session = sessions.fromPartition('kiosk', { cache: false });
  servePages(session, join(options.appFolder, 'renderer'), options.dataFolder);
  const window = new BrowserWindow({
    title: options.title,
    show: false,
    backgroundColor: '#f0f4f5',
    ...portraitWithin(screen.getPrimaryDisplay().workAreaSize),
    useContentSize: true,
    kiosk: options.isFullScreen,
    fullscreenable: options.isFullScreen,
    autoHideMenuBar: true,
    webPreferences: {
      session,
      preload: join(options.appFolder, 'preload', 'index.cjs'),
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
    },
  });
  window.setMenu(null);
  window.webContents.on('page-title-updated', (event) => {
    event.preventDefault();
  });
  window.webContents.on('before-input-event', (event, input) => {
    if (!isHarmless(input) && (options.isFullScreen || !closesWindow(input))) event.preventDefault();
  });
  void window.webContents.setVisualZoomLevelLimits(1, 1);
  window.webContents.on('zoom-changed', (event) => {
    event.preventDefault();
  });
  if (options.isFullScreen) {
    // A full-screen kiosk closes only by the operating system until staff can sign in.
    window.on('close', (event) => {
      event.preventDefault();
    });
  }
  // Chromium asks nobody before it goes to an empty page: from there the way is straight back.
  window.webContents.on('did-navigate', (_event, address) => {
    if (!address.startsWith(`${kioskOrigin}/`)) void window.loadURL(`${kioskOrigin}/index.html`);
  });
  window.once('ready-to-show', () => {
    window.show();
  });
  void window.loadURL(`${kioskOrigin}/index.html`);
  return window;
}

/** The size of an upright kiosk screen, or as much of it as the display of a demonstration has room for. */
function portraitWithin({ width, height }: { width: number; height: number }): { width: number; height: number } {
  return { width: Math.min(width, 1080), height: Math.min(height, 1920) };
}
