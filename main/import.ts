import { resolve } from 'node:path';
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

/**
 * Runs the command `import`. Exactly one process owns a data folder: when it is not this one, the owner is asked to import.
 * @param open opens the folder, which this process owns; null when another does.
 */
export async function runImport(
  commandLine: CommandLine,
  folder: string,
  open: (() => Promise<OpenFolder>) | null,
): Promise<ImportOutcome> {
  const paths = commandLine.files.map((file) => resolve(file));
  const progress = (text: string): void => {
    process.stderr.write(`${text}\n`);
  };
  if (open !== null) {
    const practice = await open();
    try {
      return await importAndReport(practice.importLists, paths, commandLine.isJson, progress);
    } finally {
      await practice.close();
    }
  }
  const { isDemonstration, isJson } = commandLine;
  const answer = await askOwner(folder, { command: 'import', isDemonstration, isJson, files: paths }, progress);
  const silence = 'The program that uses this data folder does not answer; try again in a moment.';
  return answer ?? { exitCode: 1, lines: [silence] };
}

function describe({ file, profile, day, rows, loaded, skipped, problems }: ImportedFile): string[] {
  return [
    `${file}: ${String(loaded)} of ${String(rows)} appointments for ${day} loaded (${profile}), ${String(skipped)} left out.`,
    ...problems.map(({ line, reason }) => `  line ${String(line)}: ${reason}`),
  ];
}
