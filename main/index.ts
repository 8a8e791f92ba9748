import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createHash } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { app } from 'electron';
import { notImported, runImport } from './import';
import { startKiosk } from './kiosk';
import { openFolder } from './open';
import { readBuild } from './shell/build';
import { BadCommandLine, readCommandLine, type CommandLine } from './shell/commandLine';
import { emptyDemonstrationFolder, FolderFault, prepareFolder } from './shell/dataFolder';
import { traceOf } from './services/trace';
import { catchTheUnexpected } from './shell/lastResort';
import { createLog } from './shell/log';
import { registerScheme } from './shell/scheme';
import { denyByDefault } from './shell/security';
import { StoreFault } from './store/storeFault';
import { faultSentence } from './shell/faultWords';

const exitCode = { failed: 1, badCommandLine: 2, unsupportedRuntime: 3 } as const;

app.enableSandbox();
registerScheme();
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

/** A demonstration started without a folder has one of its own for each copy of the program, so that two never meet. */
function folderOf(commandLine: CommandLine): string {
  if (commandLine.dataFolder !== null) return resolve(commandLine.dataFolder);
  const copy = createHash('sha256').update(appFolder).digest('hex').slice(0, 12);
  return join(app.getPath('appData'), 'reception-kiosk', `demonstration-${copy}`);
}

const commandLine = readOwnCommandLine();
if (
  build.isPackaged &&
  build.isFallbackRuntime &&
  !commandLine.isDemonstration &&
  !commandLine.allowsUnsupportedRuntime
) {
  endWith(
    exitCode.unsupportedRuntime,
    'This is a test build on an unsupported Electron: it runs only a demonstration (--demo), or with --unsupported-runtime.',
  );
}
const folder = folderOf(commandLine);
let folderFault: FolderFault | null = null;
try {
  prepareFolder(folder);
  app.setPath('userData', folder);
} catch (error) {
  if (!(error instanceof FolderFault)) throw error;
  folderFault = error;
  // Chromium needs some folder to show the message from.
  app.setPath('userData', mkdtempSync(join(tmpdir(), 'reception-kiosk-')));
}
app.setPath('sessionData', join(app.getPath('userData'), 'browser'));
app.setPath('crashDumps', join(app.getPath('userData'), 'browser', 'crashes'));
const isOwner = app.requestSingleInstanceLock();
denyByDefault(log);

const open = () => {
  if (folderFault !== null) throw folderFault;
  return openFolder(folder, commandLine, appFolder, log);
};

if (commandLine.command === 'import') {
  void app
    .whenReady()
    .then(() => runImport(commandLine, folder, () => isOwner || app.requestSingleInstanceLock(), open))
    .catch((error: unknown) => {
      const isFault = error instanceof FolderFault || error instanceof StoreFault;
      if (!isFault) log.error('app.failed', traceOf(error));
      return notImported(faultSentence(isFault ? error.kind : 'internal', folder), commandLine.isJson);
    })
    .then(({ exitCode: code, lines }) => {
      const stream = code === 0 || commandLine.isJson ? process.stdout : process.stderr;
      stream.write(lines.map((line) => `${line}\n`).join(''), () => {
        app.exit(code);
      });
    });
} else {
  if (!isOwner) endWith(exitCode.failed, `The kiosk is already running on the data folder ${folder}.`);
  if (commandLine.dataFolder === null) emptyDemonstrationFolder(folder);
  log.info('app.started');
  startKiosk({ appFolder, build, commandLine, folder, open, log });
}
