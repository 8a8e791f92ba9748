import { resolve } from 'node:path';
import { runAndEnd, type CommandOptions } from './command';
import { importAndReport, notImported } from './services/importReport';

/** The command `import`: imports, says what came of it, and ends the program. */
export async function importAndEnd(options: CommandOptions): Promise<void> {
  const { isDemonstration, isJson, files } = options.commandLine;
  const paths = files.map((file) => resolve(file));
  await runAndEnd(
    options,
    (sentence) => notImported(sentence, isJson),
    () =>
      Promise.resolve({
        request: { command: 'import', isDemonstration, isJson, files: paths },
        work: ({ importLists }, progress) => importAndReport(importLists, paths, isJson, progress),
      }),
  );
}
