import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { app } from 'electron';
import { openFolder, type FolderOptions } from './open';
import { importAndReport, notImported, type ImportOutcome } from './services/importReport';
import { traceOf } from './services/trace';
import { FolderFault } from './shell/dataFolder';
import { faultSentence } from './shell/faultWords';
import { askOwner } from './shell/handOver';
import { StoreFault } from './store/storeFault';

/** `isOwner`: this process holds the folder's single-instance lock. */
type ImportCommand = FolderOptions & { isOwner: boolean };

/** The command `import`: imports, says what came of it, and ends the program. */
export async function importAndEnd(options: ImportCommand): Promise<void> {
  const { commandLine, folder, log } = options;
  const { exitCode, lines } = await runImport(options).catch((error: unknown) => {
    const isFault = error instanceof FolderFault || error instanceof StoreFault;
    if (!isFault) log.error('app.failed', traceOf(error));
    return notImported(faultSentence(isFault ? error.kind : 'internal', folder), commandLine.isJson);
  });
  const stream = exitCode === 0 || commandLine.isJson ? process.stdout : process.stderr;
  stream.write(lines.map((line) => `${line}\n`).join(''), () => {
    app.exit(exitCode);
  });
}

/** How long `import` waits for a folder whose owner does not answer: it is starting, ending, or importing itself. */
const longestWaitMilliseconds = 60_000;
const askAgainMilliseconds = 250;

/**
 * Runs the command `import`. Exactly one process owns a data folder: when it is not this one, the owner is asked to import.
 */
async function runImport(options: ImportCommand): Promise<ImportOutcome> {
  const { commandLine, folder, isOwner } = options;
  const { isDemonstration, isJson } = commandLine;
  const paths = commandLine.files.map((file) => resolve(file));
  const progress = (text: string): void => {
    process.stderr.write(`${text}\n`);
  };
  const waitsUntil = performance.now() + longestWaitMilliseconds;
  while (!isOwner && !app.requestSingleInstanceLock()) {
    const answer = await askOwner(folder, { command: 'import', isDemonstration, isJson, files: paths }, progress);
    if (answer !== null) return answer;
    if (performance.now() > waitsUntil) {
      return notImported(
        `The program that uses the data folder ${folder} does not answer: end it and try again.`,
        isJson,
      );
    }
    await sleep(askAgainMilliseconds);
  }
  const practice = await openFolder(options);
  try {
    return await importAndReport(practice.importLists, paths, isJson, progress);
  } finally {
    await practice.close();
  }
}
