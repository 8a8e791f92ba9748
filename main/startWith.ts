import { resolve } from 'node:path';
import type { OpenFolder } from './open';
import { importAndReport } from './services/importReport';
import { readRulesFile, UnusableRulesFile } from './services/rulesFile';
import { InvalidRules } from './services/settings';
import type { CommandLine } from './shell/commandLine';

/** A list or the settings of the command line were refused; why has been said. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}

/**
 * Takes in what the command line brings along: first practice rules, which say how lists are read, then day lists.
 * @throws StartRefused; what was refused has changed nothing.
 */
export async function startWith({ settings, importLists }: OpenFolder, commandLine: CommandLine): Promise<void> {
  const { settingsFile, files } = commandLine;
  if (settingsFile !== null) {
    try {
      await settings.setRules(await readRulesFile(resolve(settingsFile)), 'commandLine');
    } catch (error) {
      if (error instanceof InvalidRules) refuse(error.problems);
      if (error instanceof UnusableRulesFile) refuse([error.message]);
      throw error;
    }
  }
  if (files.length === 0) return;
  const { exitCode, lines } = await importAndReport(importLists, files, false, say);
  if (exitCode !== 0) refuse(lines);
  lines.forEach(say);
}

function refuse(sentences: readonly string[]): never {
  sentences.forEach(say);
  throw new StartRefused();
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
