import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { app } from 'electron';
import { readBuild } from './shell/build';
import { BadCommandLine } from './shell/badCommandLine';
import { readCommandLine, type CommandLine } from './shell/commandLine';
import { emptyDemonstrationFolder, FolderFault, prepareFolder } from './shell/dataFolder';
import { openKioskWindow } from './shell/kioskWindow';
import { catchTheUnexpected } from './shell/lastResort';
import { createLog } from './shell/log';
import { registerScheme } from './shell/scheme';
import { denyByDefault } from './shell/security';

/*
 * Composition root of the program. Only what the window needs is loaded before it opens; the rest follows while the page's own
 * process starts (design §13, start-up).
 */
const exitCode = { failed: 1, badCommandLine: 2, unsupportedRuntime: 3 } as const;

app.enableSandbox();
registerScheme();
// Chromium would try its graphics process three times before it draws by itself.
if (process.platform === 'linux' && !existsSync('/dev/dri')) app.disableHardwareAcceleration();
const appFolder = dirname(__dirname);
const build = readBuild(appFolder);
const log = createLog();
catchTheUnexpected(log);

/** Ends the program with one plain sentence for whoever started it. */
function endWith(code: number, sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
}

function readOwnCommandLine(): CommandLine {
  // `electron <folder>` has the folder as a word of its own.
  const words = process.argv
    .slice(1)
    .filter((word) => process.defaultApp !== true || resolve(word) !== app.getAppPath());
  try {
    return readCommandLine(words, build.isPackaged);
  } catch (error) {
    if (!(error instanceof BadCommandLine)) throw error;
    log.warn('app.refusedSwitch');
    endWith(exitCode.badCommandLine, error.message);
  }
}

/** A test driver has started the unpackaged program (a packaged one refuses these switches). */
const isDriven = process.argv.some((word) => word.startsWith('--remote-debugging-port'));

/**
 * A driver that attaches to a window in the moment between its birth and its first page waits for that page for ever, about once in a
 * hundred starts. Nothing tells when it has attached; it does so at once when Electron is ready.
 */
function driverAttached(): Promise<void> {
  return sleep(250);
}

/** A demonstration started without a folder has one of its own for each copy of the program, so that two never meet. */
function folderOf(commandLine: CommandLine): string {
  if (commandLine.dataFolder !== null) return resolve(commandLine.dataFolder);
  const copy = createHash('sha256').update(appFolder).digest('hex').slice(0, 12);
  return join(app.getPath('appData'), 'reception-kiosk', `demonstration-${copy}`);
}

/** Makes the folder and lets Chromium live in it: the single-instance lock is there too. */
function moveInto(folder: string): FolderFault | null {
  let fault: FolderFault | null = null;
  let home = folder;
  try {
    prepareFolder(folder);
  } catch (error) {
    if (!(error instanceof FolderFault)) throw error;
    fault = error;
    // Chromium needs some folder to show the message from.
    home = mkdtempSync(join(tmpdir(), 'reception-kiosk-'));
  }
  app.setPath('userData', home);
  app.setPath('sessionData', join(home, 'browser'));
  app.setPath('crashDumps', join(home, 'browser', 'crashes'));
  return fault;
}

const commandLine = readOwnCommandLine();
const { isDemonstration, isFullScreen } = commandLine;
if (build.isPackaged && build.isFallbackRuntime && !isDemonstration && !commandLine.allowsUnsupportedRuntime) {
  endWith(
    exitCode.unsupportedRuntime,
    'This is a test build on an unsupported Electron: it runs only a demonstration (--demo), or with --unsupported-runtime.',
  );
}
const folder = folderOf(commandLine);
const folderFault = moveInto(folder);
const isOwner = app.requestSingleInstanceLock();
denyByDefault(log);

if (commandLine.command !== 'kiosk') {
  const { command } = commandLine;
  void app.whenReady().then(async () => {
    const options = { commandLine, folder, folderFault, appFolder, isOwner, log };
    if (command === 'import') await (await import('./import')).importAndEnd(options);
    else await (await import('./control')).controlAndEnd(options);
  });
} else {
  if (!isOwner) endWith(exitCode.failed, `The kiosk is already running on the data folder ${folder}.`);
  if (commandLine.dataFolder === null) emptyDemonstrationFolder(folder);
  log.info('app.started');
  void app.whenReady().then(async () => {
    if (isDriven) await driverAttached();
    const title = isDemonstration ? 'Reception Kiosk – demonstration' : 'Reception Kiosk';
    const window =
      commandLine.role === 'kiosk' ? openKioskWindow({ appFolder, dataFolder: folder, isFullScreen, title }) : null;
    const { startKiosk } = await import('./kiosk');
    startKiosk({ appFolder, build, commandLine, folder, folderFault, window, title, log });
  });
}
