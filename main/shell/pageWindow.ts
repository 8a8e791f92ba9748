import { join } from 'node:path';
import {
  BrowserWindow,
  screen,
  session as sessions,
  type BrowserWindowConstructorOptions,
  type Display,
} from 'electron';
import type { Log } from '../services/ports';
import { addressOf } from './pagePath';
import { hardenedPreferences, holdToPage, lockForWaitingRoom } from './pageWindowPreferences';
import { servePages } from './scheme';
import { allowCopying } from './security';

export interface PageWindowOptions {
  page: 'desk' | 'board';
  /** Where `preload/` and `renderer/` of the built application are. */
  appFolder: string;
  title: string;
  /** Where it stands; without one, on the primary display. */
  display?: Display;
  /** Fills the display and has no frame; a board only, a desk is always a framed window that can be closed. */
  isFullScreen: boolean;
  /** Shows itself without taking the focus: beside the patient's window nothing may take the patient's keys. */
  isBeside?: boolean;
  log: Log;
}

/**
 * Opens one of our own pages in a window of its own, shut as the patient's is and apart from it: own memory, own origin, own files. What it
 * may ask is given to it by `handOverPorts`, which the caller does at once.
 */
export function openPageWindow(options: PageWindowOptions): BrowserWindow {
  const { page, appFolder, title, log } = options;
  const display = options.display ?? screen.getPrimaryDisplay();
  const isFullScreen = options.isFullScreen && page === 'board';
  // In memory: nothing that staff did here is written by Chromium, and there is no HTTP cache.
  const session = sessions.fromPartition(page, { cache: false });
  servePages(session, page, { folder: join(appFolder, 'renderer'), dataFolder: null });
  if (page === 'desk') allowCopying(session, page, log);
  const window = new BrowserWindow({
    title,
    show: false,
    backgroundColor: '#f0f4f5',
    ...placeOf(display, isFullScreen),
    kiosk: isFullScreen,
    fullscreenable: isFullScreen,
    autoHideMenuBar: true,
    webPreferences: {
      ...hardenedPreferences(session, appFolder),
      // Nobody touches a board to let it sound; at a desk somebody has signed in.
      autoplayPolicy: page === 'board' ? 'no-user-gesture-required' : 'document-user-activation-required',
    },
  });
  holdToPage(window, page);
  if (page === 'board') lockForWaitingRoom(window, isFullScreen);
  window.once('ready-to-show', () => {
    if (options.isBeside === true) window.showInactive();
    else window.show();
  });
  void window.loadURL(addressOf(page));
  return window;
}

/** The whole display, or a window in its middle as large as a desk needs (1280 × 800), if there is room for it. */
function placeOf({ bounds, workArea }: Display, isFullScreen: boolean): BrowserWindowConstructorOptions {
  if (isFullScreen) return { x: bounds.x, y: bounds.y, width: bounds.width, height: bounds.height, frame: false };
  const width = Math.min(1280, workArea.width);
  const height = Math.min(800, workArea.height);
  return {
    x: workArea.x + Math.floor((workArea.width - width) / 2),
    y: workArea.y + Math.floor((workArea.height - height) / 2),
    width,
    height,
    minWidth: Math.min(640, width),
    minHeight: Math.min(480, height),
  };
}
