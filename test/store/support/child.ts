import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { onTestFinished } from 'vitest';
import type { StoreOptions } from '../../../main/store/openStore';

const require = createRequire(import.meta.url);
const bundles = new Map<string, Promise<string>>();

/** Bundles a TypeScript file of the project as the product is bundled; the database library stays outside. Returns the file made. */
export function bundle(entry: string): Promise<string> {
  const known = bundles.get(entry);
  if (known !== undefined) {
    return known;
  }
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-bundle-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const outfile = join(folder, 'bundle.cjs');
  const made = build({
    entryPoints: [resolve(import.meta.dirname, '../../..', entry)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    alias: { 'better-sqlite3': require.resolve('better-sqlite3') },
    external: [require.resolve('better-sqlite3')],
  }).then(() => outfile);
  bundles.set(entry, made);
  return made;
}

/** What `test/store/support/writer.ts` can be told to do. */
export type WriterTask = 'visits' | 'newerVersion' | 'count';

/**
 * Starts a process that opens the store and writes, and kills it (SIGKILL) once it has printed `lines` lines.
 * @returns every line it printed before it died.
 */
export async function runUntilKilled(
  task: Exclude<WriterTask, 'count'>,
  options: StoreOptions,
  lines = 3,
): Promise<string[]> {
  return run(task, options, lines);
}

/** Starts a process that writes and ends by itself. Returns the lines it printed. */
export async function runToEnd(task: 'count', options: StoreOptions): Promise<string[]> {
  return run(task, options, Number.POSITIVE_INFINITY);
}

async function run(task: WriterTask, options: StoreOptions, lines: number): Promise<string[]> {
  const file = await bundle('test/store/support/writer.ts');
  const child = spawn(process.execPath, [file], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      WRITER_TASK: task,
      WRITER_FOLDER: options.folder,
      WRITER_KEY: options.key.toString('hex'),
      WRITER_AUDIT_KEY: options.auditKey.toString('hex'),
    },
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const printed: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    printed.push(line);
    if (printed.length === lines) {
      child.kill('SIGKILL');
    }
  }
  return printed;
}
