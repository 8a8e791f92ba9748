import { existsSync, openSync, closeSync, fsyncSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { openConnection, type FileAccess } from './connection';
import { syncFolder } from './files';
import { countProblems } from './inspect';
import { versionOf } from './migrate';

/**
 * Writes a whole, compact copy of the store to `target`, encrypted with the same key, and proves it by opening it and reading every page.
 * It has a connection of its own that cannot write, so it may run beside an open store; it takes as long as the file is big, so
 * call it where nobody waits. `target` appears only once it is proven, and is never overwritten.
 * @throws Error if `target` is there already, cannot be written, or does not read back.
 */
export function backUp(access: FileAccess, target: string): void {
  if (existsSync(target)) {
    throw new Error('A backup of that name is there already');
  }
  const unproven = `${target}.unproven`;
  rmSync(unproven, { force: true });
  try {
    const version = copyInto(access, unproven);
    prove({ ...access, file: unproven }, version);
    syncFile(unproven);
    renameSync(unproven, target);
    syncFolder(dirname(target));
  } catch (error) {
    rmSync(unproven, { force: true });
    throw error;
  }
}

/** `VACUUM INTO`: the online backup of SQLite refuses encrypted files. Returns the version of what was copied. */
function copyInto(access: FileAccess, target: string): number {
  const connection = openConnection(access, { isReadOnly: true });
  try {
    connection.prepare('vacuum into ?').run(target);
    return versionOf(connection);
  } finally {
    connection.close();
  }
}

function prove(access: FileAccess, version: number): void {
  const connection = openConnection(access, { isReadOnly: true });
  try {
    if (versionOf(connection) !== version || countProblems(connection, 'full') > 0) {
      throw new Error('The backup does not read back');
    }
  } finally {
    connection.close();
  }
}

function syncFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
