import { ImportRefused, type ImportedFile, type ImportLists } from './importLists';
import type { Outcome } from './outcome';

/** Imports day lists and puts the outcome into words: JSON, one object a file, or a few lines for a person. */
export async function importAndReport(
  importLists: ImportLists,
  paths: readonly string[],
  isJson: boolean,
  progress: (text: string) => void,
): Promise<Outcome> {
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

/** The outcome where no file was even looked at. */
export function notImported(sentence: string, isJson: boolean): Outcome {
  return { exitCode: 1, lines: [isJson ? JSON.stringify({ file: null, error: sentence, problems: [] }) : sentence] };
}

function describe({ file, profile, day, rows, loaded, skipped, problems }: ImportedFile): string[] {
  return [
    `${file}: ${String(loaded)} of ${String(rows)} appointments for ${day} loaded (${profile}), ${String(skipped)} left out.`,
    ...problems.map(({ line, reason }) => `  line ${String(line)}: ${reason}`),
  ];
}
