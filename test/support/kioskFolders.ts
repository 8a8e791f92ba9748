import { createHash, randomUUID } from 'node:crypto';
import { chmodSync, cpSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What Chromium keeps beside our own files, the lock of the single instance, and the log. */
const notOurs = /^(browser|logs|Singleton.*|.*\.sock|lockfile)$/;

/** A copy of a data folder with owners and times of change, so that the kiosk takes it for the folder itself. */
export function copyFolder(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'kiosk-test-'));
  chmodSync(copy, 0o711);
  cpSync(folder, join(copy, 'data'), {
    recursive: true,
    preserveTimestamps: true,
    filter: (path) => path === folder || !notOurs.test(path.slice(folder.length + 1).split('/')[0] ?? ''),
  });
  return join(copy, 'data');
}

/** Removes what `copyFolder` made. */
export function removeCopy(folder: string): void {
  chmodSync(folder, 0o700);
  rmSync(join(folder, '..'), { recursive: true });
}

/** Our own files of a data folder with the hash of their bytes. SQLite's `-shm` is scratch memory and holds no data. */
export function hashesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => !notOurs.test(name) && !name.endsWith('-shm'));
  return Object.fromEntries(
    names.sort().map((name) => {
      const path = join(folder, name);
      if (!lstatSync(path).isFile()) return [name, 'not a file'];
      return [name, createHash('sha256').update(readFileSync(path)).digest('hex')];
    }),
  );
}

/** The id under which the keys of a data folder are kept. */
export function identityOf(folder: string): string {
  return (JSON.parse(readFileSync(join(folder, 'folder.json'), 'utf8')) as { id: string }).id;
}

/** Gives a folder another identity, one that no keys are kept for. Returns it. */
export function changeIdentity(folder: string): string {
  const path = join(folder, 'folder.json');
  const id = randomUUID();
  writeFileSync(path, JSON.stringify({ ...(JSON.parse(readFileSync(path, 'utf8')) as object), id }));
  return id;
}
