import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where the downtime file of a data folder is: in a folder of its own, so that a copying job needs to see nothing else. */
export function downtimePath(folder: string): string {
  return join(folder, 'downtime', 'downtime.html');
}

/** Puts `text` in place of the file, readable by the program's own account alone: what was there stays until the new one is whole on the disk. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const unfinished = `${path}.new`;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  // One that a cut has left may have other rights.
  await rm(unfinished, { force: true });
  try {
    const handle = await open(unfinished, 'wx', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    // Half of it would take the last room of a full disk.
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Takes the file away, and what a cut may have left of the next. */
export async function removeFile(path: string): Promise<void> {
  await rm(path, { force: true });
  await rm(`${path}.new`, { force: true });
}

/** UTC instant at which the file was written last, by the disk; null: there is none. */
export async function writtenAtOf(path: string): Promise<string | null> {
  try {
    return (await stat(path)).mtime.toISOString();
  } catch {
    return null;
  }
}

/** Why the file cannot be written or deleted, in one sentence for staff. */
export function sentenceFor(error: unknown, deed: 'written' | 'deleted'): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const what = `The downtime file could not be ${deed}`;
  if (code === 'ENOSPC' || code === 'EDQUOT') return `${what}: the disk is full.`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return `${what}: this program may not write in its folder, or another program holds the file open.`;
  }
  return `${what}. Tell whoever looks after the kiosk machine.`;
}
