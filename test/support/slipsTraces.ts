import { execFileSync } from 'node:child_process';
import { chmodSync, createReadStream, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { inMain } from './inMain';
import type { SlipValues } from '../../preload/contract/rules/slipValues';

/* Where a credential could be left behind, and whether it is there. */

/**
 * What is looked for: the details whole, their halves, and their groups of four as a page or a program would hold them, between marks. Four characters
 * without marks may stand anywhere.
 */
export function tracesOf({ accountId, secret }: Pick<SlipValues, 'accountId' | 'secret'>): string[] {
  return [accountId, secret].flatMap((value) => {
    const half = Math.ceil(value.length / 2);
    const groups = value.match(/.{4}/g) ?? [];
    const marked = groups.flatMap((group) => [`>${group}<`, `"${group}"`, `\\"${group}\\"`]);
    return [value, value.slice(0, half), value.slice(half), ...marked];
  });
}

/** The traces that `bytes` hold, as UTF-8 or UTF-16. */
export function tracesIn(bytes: Buffer, traces: readonly string[]): string[] {
  return traces.filter((trace) => bytes.includes(trace) || bytes.includes(Buffer.from(trace, 'utf16le')));
}

/** Every file below `folders` that holds one of `traces`, in its bytes or, of a PDF, in its text; `path: trace`. */
export function tracesInFiles(folders: readonly string[], traces: readonly string[], isLookedAt = anyFile): string[] {
  return folders.flatMap(filesBelow).flatMap((path) => {
    try {
      if (!isLookedAt(path)) return [];
      const bytes = readFileSync(path);
      const text = bytes.subarray(0, 1024).includes('%PDF') ? textOfPdf(bytes) : '';
      return [...tracesIn(bytes, traces), ...traces.filter((trace) => text.includes(trace))].map(
        (trace) => `${path}: ${trace}`,
      );
    } catch {
      // Somebody else's, or gone meanwhile: the temporary folder is everybody's.
      return [];
    }
  });
}

const anyFile = (_path: string): boolean => true;

/** Files that were made or written since. */
export function writtenSince(instant: number): (path: string) => boolean {
  return (path) => {
    const { mtimeMs, ctimeMs, size } = statSync(path);
    return Math.max(mtimeMs, ctimeMs) >= instant && size < 2 ** 27;
  };
}

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path);
      return entry.isFile() ? [path] : [];
    });
  } catch {
    return [];
  }
}

/** As it stands, and without the gaps between groups. */
function textOfPdf(pdf: Buffer): string {
  try {
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8', stdio: 'pipe' });
    return `${text}\n${text.replace(/\s+/g, '')}`;
  } catch {
    return '';
  }
}

/** Arguments and environment of every program of this machine that hold one of `traces`; a number for each that has them. */
export function tracesInPrograms(traces: readonly string[]): string[] {
  const programs = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return programs.flatMap((pid) =>
    ['cmdline', 'environ'].flatMap((part) => {
      try {
        return tracesIn(readFileSync(join('/proc', pid, part)), traces).map((trace) => `${pid} ${part}: ${trace}`);
      } catch {
        return [];
      }
    }),
  );
}

/** What of `traces` the main process of the kiosk can still reach, after its rubbish has been collected. */
export async function tracesInMain(app: ElectronApplication, traces: readonly string[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-heap-'));
  // As root the kiosk is another user.
  chmodSync(folder, 0o777);
  const path = join(folder, 'main.heapsnapshot');
  try {
    await inMain(
      app,
      (_electron, file) => {
        const v8 = process.getBuiltinModule('node:v8');
        // Longer strings would be cut: a page is one of several thousand characters.
        v8.setFlagsFromString('--heap-snapshot-string-limit=100000000');
        v8.writeHeapSnapshot(file);
      },
      path,
    );
    return await tracesInStream(path, traces);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A snapshot is too large to be held as one string. */
async function tracesInStream(path: string, traces: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  const longest = Math.max(...traces.map((trace) => Buffer.byteLength(trace)));
  let before = Buffer.alloc(0);
  for await (const part of createReadStream(path, { highWaterMark: 2 ** 22 }) as AsyncIterable<Buffer>) {
    const bytes = Buffer.concat([before, part]);
    for (const trace of traces) if (bytes.includes(trace)) found.add(trace);
    before = bytes.subarray(-longest);
  }
  return traces.filter((trace) => found.has(trace));
}

/** The same of a page in a browser. */
export async function tracesInPage(page: Page, traces: readonly string[]): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const parts: Buffer[] = [];
    session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => parts.push(Buffer.from(chunk)));
    await session.send('HeapProfiler.collectGarbage');
    await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
    const snapshot = Buffer.concat(parts);
    if (snapshot.length < 100_000) throw new Error('No snapshot');
    return traces.filter((trace) => snapshot.includes(trace));
  } finally {
    await session.detach();
  }
}

/** Pages that the kiosk draws, each a process. */
export function pageProcesses(app: ElectronApplication): Promise<number[]> {
  return inMain(app, (electron) =>
    electron.app
      .getAppMetrics()
      .filter(({ type }) => type === 'Tab')
      .map(({ pid }) => pid),
  );
}
