import { spawn, type ChildProcess } from 'node:child_process';
import type { RowProblem } from '../../main/domain/list';
import { appPath } from './kioskApp';

export interface CommandResult {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/** What `import --json` prints for each file that was taken in (design §12). */
export interface ImportReport {
  file: string;
  profile: string;
  day: string;
  rows: number;
  loaded: number;
  skipped: number;
  problems: RowProblem[];
}

/** What it prints instead when nothing was changed. */
export interface ImportRefusal {
  file: string;
  error: string;
  problems: RowProblem[];
}

export interface ImportCommand {
  dataFolder: string;
  files: readonly string[];
  /** Further options, such as `--demo`. */
  args?: readonly string[];
}

/** Runs `npm run import` as a practice does, set-up and all. */
export function npmImport({ dataFolder, files, args = [] }: ImportCommand): Promise<CommandResult> {
  return finished(
    spawn('npm', ['run', '--silent', 'import', '--', '--data-dir', dataFolder, ...args, ...files], {
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
}

/** The command behind `npm run import` without set-up, with `--json`. */
export async function importJson(command: ImportCommand): Promise<{
  exitCode: number | null;
  stderr: string;
  reports: ImportReport[];
}> {
  const { exitCode, stdout, stderr } = await finished(
    startImport({ ...command, args: [...(command.args ?? []), '--json'] }),
  );
  return {
    exitCode,
    stderr,
    reports: stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as ImportReport),
  };
}

/** The same where it must fail: what it says, and that it says nothing else. */
export async function refusedImport(command: ImportCommand): Promise<ImportRefusal> {
  const { exitCode, reports, stderr } = await importJson(command);
  const [refusal] = reports as unknown as ImportRefusal[];
  if (exitCode !== 1 || reports.length !== 1 || refusal?.error === undefined) {
    throw new Error(`import did not refuse: exit ${String(exitCode)}, ${JSON.stringify(reports)} ${stderr}`);
  }
  return refusal;
}

/** Starts the command behind `npm run import` without set-up. */
export function startImport({ dataFolder, files, args = [] }: ImportCommand): ChildProcess {
  return startProgram(['import', '--data-dir', dataFolder, ...args, ...files]);
}

/** The command behind `npm run control`, with `--json`. */
export function controlJson({
  dataFolder,
  action,
  args = [],
}: {
  dataFolder: string;
  action: readonly string[];
  args?: readonly string[];
}): Promise<CommandResult> {
  return finished(startProgram(['control', '--data-dir', dataFolder, ...args, '--json', ...action]));
}

/** Starts the program as any other would, not driven by a test. */
export function startProgram(args: readonly string[]): ChildProcess {
  const { executable, args: first, env } = appPath();
  return spawn(executable, [...first, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** What a program said, and how it ended. */
export function finished(child: ChildProcess): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    let stdout = '';
    let stderr = '';
    child.stdout?.on('data', (part: Buffer) => (stdout += part.toString()));
    child.stderr?.on('data', (part: Buffer) => (stderr += part.toString()));
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
}
