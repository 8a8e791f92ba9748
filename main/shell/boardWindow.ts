import { screen, type Display } from 'electron';
import type { Log, Timers } from '../services/ports';
import { keepBoard, type BoardKeeper, type BoardWindowHandle } from './boardWindowKeeper';
import { handOverPorts, type ServePort } from './bridge';
import { originOf } from './pagePath';
import { openPageWindow } from './pageWindow';

export interface BoardWindowOptions {
  appFolder: string;
  title: string;
  /** `second`: beside the kiosk, on a screen of its own; `primary`: the machine is a board (`--role board`). */
  place: 'second' | 'primary';
  isFullScreen: boolean;
  /** `settings.machine().isBoardOnSecondScreen`, or always for `--role board`. */
  isWanted: () => boolean;
  /** Serves the board's contract, and no other. */
  serve: ServePort;
  timers: Timers;
  log: Log;
}

/** Keeps the board of this machine on its screen until it is stopped; `look` after the machine's settings have changed. */
export function keepBoardWindow(options: BoardWindowOptions): BoardKeeper {
  const { place, isWanted, timers, log } = options;
  const keeper = keepBoard<Display>({
    displays: () => ({ all: screen.getAllDisplays(), primary: screen.getPrimaryDisplay().id }),
    place,
    isWanted,
    open: (display, onGone) => openBoard(options, display, onGone),
    timers,
    log,
  });
  const look = (): void => {
    keeper.look();
  };
  screen.on('display-added', look);
  screen.on('display-removed', look);
  return {
    look,
    stop() {
      screen.off('display-added', look);
      screen.off('display-removed', look);
      keeper.stop();
    },
  };
}

function openBoard(
  { appFolder, title, place, isFullScreen, serve, log }: BoardWindowOptions,
  display: Display,
  onGone: (how: 'crashed' | 'closed') => void,
): BoardWindowHandle {
  const isBeside = place === 'second';
  const window = openPageWindow({ page: 'board', appFolder, title, display, isFullScreen, isBeside, log });
  const contents = window.webContents;
  handOverPorts(window, originOf('board'), serve, log);
  let isOver = false;
  const gone = (how: 'crashed' | 'closed'): void => {
    if (isOver) return;
    isOver = true;
    onGone(how);
  };
  contents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return;
    log.error('page.crashed', { kind: `board:${details.reason}` });
    // Its window is taken away by whoever is told, and not while Electron still speaks of it.
    setImmediate(() => {
      gone('crashed');
    });
  });
  window.on('closed', () => {
    gone('closed');
  });
  return {
    async answers() {
      await contents.executeJavaScript('true');
    },
    close() {
      isOver = true;
      // Not `close`: a full-screen window refuses that, and a page that hangs is not asked.
      if (!window.isDestroyed()) window.destroy();
    },
  };
}
