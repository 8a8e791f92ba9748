import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';

/** The files of a data folder that belong to the store. */
export interface StoreFiles {
  folder: string;
  database: string;
  /** SQLite's write-ahead log. One that is there before opening means that the last run did not end cleanly. */
  log: string;
  /** A new database until it is whole. */
  unfinished: string;
  keyCheck: string;
  cleanMark: string;
}

/** Names the files of the store in `folder`. */
export function storeFiles(folder: string): StoreFiles {
  const database = join(folder, 'kiosk.db');
  return {
    folder,
    database,
    log: `${database}-wal`,
    unfinished: join(folder, 'kiosk.db.new'),
    keyCheck: join(folder, 'kiosk.key-check'),
    cleanMark: join(folder, 'kiosk.clean'),
  };
}

/** Makes `folder` if need be (for its owner only) and proves by writing that files can be made in it. Leaves nothing behind. */
export function proveWritable(folder: string): void {
  makeFolder(folder);
  const probe = join(folder, `.probe-${randomUUID()}`);
  closeSync(openSync(probe, 'wx', 0o600));
  unlinkSync(probe);
}

/** Step by step: Node's own `recursive` never returns where a folder can be neither found nor made (`/proc`). */
function makeFolder(folder: string): void {
  if (!existsSync(folder)) {
    if (dirname(folder) !== folder) {
      makeFolder(dirname(folder));
    }
    mkdirSync(folder, { mode: 0o700 });
  }
}

/** Removes a log that opening has left empty: SQLite keeps it when the file turns out to be damaged. A log with content is never touched. */
export function removeEmptyLog(files: StoreFiles): void {
  if (existsSync(files.log) && !hasContent(files.log)) {
    rmSync(files.log);
    rmSync(`${files.database}-shm`, { force: true });
  }
}

/** Writes a small file so that after a power cut it is there whole or not at all. */
export function writeDurably(file: string, text: string): void {
  const unfinished = `${file}.new`;
  const handle = openSync(unfinished, 'w', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(unfinished, file);
  syncFolder(dirname(file));
}

/** Makes renamed, made and removed files of `folder` outlive a power cut. Windows does so by itself and cannot open folders. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') {
    return;
  }
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** True for a file that is there and is not empty. */
export function hasContent(file: string): boolean {
  return existsSync(file) && statSync(file).size > 0;
}
