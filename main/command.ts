import { setTimeout as sleep } from 'node:timers/promises';
import { app } from 'electron';
import { openFolder, type FolderOptions, type OpenFolder } from './open';
import type { Outcome } from './services/outcome';
import { traceOf } from './services/trace';
import { FolderFault } from './shell/dataFolder';
import { faultSentence } from './shell/faultWords';
import { askOwner, type HandOverRequest } from './shell/handOver';
import { StoreFault } from './store/storeFault';

/** What a command without a window is started with. `isOwner`: this process holds the folder's single-instance lock. */
export type CommandOptions = FolderOptions & { isOwner: boolean };

/** A command that works on a data folder without a window. */
export interface Command {
  /** What the owner of the folder is asked where that is another process. */
  request: HandOverRequest;
  /** Does the same here, on the open folder. */
  work(practice: OpenFolder, progress: (text: string) => void): Promise<Outcome>;
}

/** How long a command waits for a folder whose owner does not answer: it is starting, ending, or at a command itself. */
const longestWaitMilliseconds = 60_000;
const askAgainMilliseconds = 250;

/**
 * Runs a command, says what came of it, and ends the program.
 * @param refuse puts into words why nothing was done.
 * @param prepare reads what the command was given; its failure is an outcome, too.
 */
export async function runAndEnd(
  options: CommandOptions,
  refuse: (sentence: string) => Outcome,
  prepare: () => Promise<Command | Outcome>,
): Promise<void> {
  const { commandLine, folder, log } = options;
  const { exitCode, lines } = await prepare()
    .then((ready) => ('work' in ready ? runWhereItMay(options, refuse, ready) : ready))
    .catch((error: unknown) => {
      const isFault = error instanceof FolderFault || error instanceof StoreFault;
      if (!isFault) log.error('app.failed', traceOf(error));
      return refuse(faultSentence(isFault ? error.kind : 'internal', folder));
    });
  const stream = exitCode === 0 || commandLine.isJson ? process.stdout : process.stderr;
  stream.write(lines.map((line) => `${line}\n`).join(''), () => {
    app.exit(exitCode);
  });
}

/** Exactly one process owns a data folder: when it is not this one, the owner is asked. */
async function runWhereItMay(
  options: CommandOptions,
  refuse: (sentence: string) => Outcome,
  { request, work }: Command,
): Promise<Outcome> {
  const { folder, isOwner } = options;
  const progress = (text: string): void => {
    process.stderr.write(`${text}\n`);
  };
  const waitsUntil = performance.now() + longestWaitMilliseconds;
  while (!isOwner && !app.requestSingleInstanceLock()) {
    const answer = await askOwner(folder, request, progress);
    if (answer !== null) return answer;
    if (performance.now() > waitsUntil) {
      return refuse(`The program that uses the data folder ${folder} does not answer: end it and try again.`);
    }
    await sleep(askAgainMilliseconds);
  }
  const practice = await openFolder(options);
  try {
    return await work(practice, progress);
  } finally {
    await practice.close();
  }
}
