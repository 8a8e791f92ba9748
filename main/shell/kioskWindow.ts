import { join } from 'node:path';
import { BrowserWindow, screen, session as sessions } from 'electron';
import { addressOf } from './pagePath';
import { hardenedPreferences, holdToPage, lockForWaitingRoom } from './pageWindowPreferences';
import { servePages } from './scheme';

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
  servePages(session, 'kiosk', { folder: join(options.appFolder, 'renderer'), dataFolder: options.dataFolder });
  const window = new BrowserWindow({
    title: options.title,
    show: false,
    backgroundColor: '#f0f4f5',
    ...portraitWithin(screen.getPrimaryDisplay().workAreaSize),
    useContentSize: true,
    kiosk: options.isFullScreen,
    fullscreenable: options.isFullScreen,
    autoHideMenuBar: true,
    webPreferences: hardenedPreferences(session, options.appFolder),
  });
  holdToPage(window, 'kiosk');
  // A full-screen kiosk closes only by the operating system: staff end the program from the desk.
  lockForWaitingRoom(window, options.isFullScreen);
  window.once('ready-to-show', () => {
    window.show();
  });
  void window.loadURL(addressOf('kiosk'));
  return window;
}

/** The size of an upright kiosk screen, or as much of it as the display of a demonstration has room for. */
function portraitWithin({ width, height }: { width: number; height: number }): { width: number; height: number } {
  return { width: Math.min(width, 1080), height: Math.min(height, 1920) };
}
