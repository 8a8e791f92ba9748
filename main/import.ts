import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OpenFolder } from './open';
import { ImportRefused, type ImportedFile, type ImportLists } from './services/importLists';
import type { CommandLine } from './shell/commandLine';
import { askOwner } from './shell/handOver';

/** What `import` prints on standard output, and how it ends. */
export interface ImportOutcome {
  exitCode: number;
  lines: string[];
}

/** Imports day lists and puts the outcome into words: JSON, one object a file, or a few lines for a person. */
export async function importAndReport(
  importLists: ImportLists,
  paths: readonly string[],
  isJson: boolean,
  progress: (text: string) => void,
): Promise<ImportOutcome> {
  try {
    const files = await importLists(paths, progress);
    return { exitCode: 0, lines: files.flatMap((file) => (isJson ? [JSON.stringify(file)] : describe(file))) };
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    const { file, message, problems } = error;
    if (isJson) return { exitCode: 1, lines: [JSON.stringify({ file, error: message, problems })] };
    return {
      exitCode: 1,
      lines: [message, ...problems.map(({ line, reason }) => `  line ${String(line)}: ${reason}`)],
    };
  }
}

/** How long `import` waits for a folder whose owner does not answer: it is starting, ending, or importing itself. */
const longestWaitMilliseconds = 60_000;
const askAgainMilliseconds = 250;

/**
 * Runs the command `import`. Exactly one process owns a data folder: when it is not this one, the owner is asked to import.
 * @param own takes the folder for this process if nobody else has it, and says whether it is ours.
 * @param open opens the folder once it is ours.
 */
export async function runImport(
  commandLine: CommandLine,
  folder: string,
  own: () => boolean,
  open: () => Promise<OpenFolder>,
): Promise<ImportOutcome> {
  const { isDemonstration, isJson } = commandLine;
  const paths = commandLine.files.map((file) => resolve(file));
  const progress = (text: string): void => {
    process.stderr.write(`${text}\n`);
  };
  const waitsUntil = performance.now() + longestWaitMilliseconds;
  while (!own()) {
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
  const practice = await open();
  try {
    return await importAndReport(practice.importLists, paths, isJson, progress);
  } finally {
    await practice.close();
  }
}

/** The outcome where no file was even looked at. */
export function notImported(sentence: string, isJson: boolean): ImportOutcome {
  return { exitCode: 1, lines: [isJson ? JSON.stringify({ file: null, error: sentence, problems: [] }) : sentence] };
}

function describe({ file, profile, day, rows, loaded, skipped, problems }: ImportedFile): string[] {
  return [
    `${file}: ${String(loaded)} of ${String(rows)} appointments for ${day} loaded (${profile}), ${String(skipped)} left out.`,
    ...problems.map(({ line, reason }) => `  line ${String(line)}: ${reason}`),
  ];
}
