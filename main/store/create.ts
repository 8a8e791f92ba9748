import { chmodSync, existsSync, renameSync, unlinkSync } from 'node:fs';
import { openConnection, prepareForWriting, type FileAccess } from './connection';
import { syncFolder, type StoreFiles } from './files';
import type { StoreMode } from './keyCheck';
import { migrate } from './migrate';

/**
 * Makes a new, empty database. It gets its name only when it is whole and on disk, so that a power cut in the middle leaves no
 * half of one; such a left-over never held anybody's data and is begun again.
 */
export function createDatabase(
  files: StoreFiles,
  access: Omit<FileAccess, 'file'>,
  mode: StoreMode,
  instant: string,
): void {
  for (const leftOver of [files.unfinished, `${files.unfinished}-wal`, `${files.unfinished}-shm`]) {
    if (existsSync(leftOver)) {
      unlinkSync(leftOver);
    }
  }
  const connection = openConnection({ ...access, file: files.unfinished }, { mayCreate: true });
  try {
    prepareForWriting(connection);
    chmodSync(files.unfinished, 0o600);
    migrate(connection);
    const insert = connection.prepare('insert into meta (key, value) values (?, ?)');
    connection.transaction(() => {
      insert.run('mode', mode);
      insert.run('madeAt', instant);
    })();
    connection.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    connection.close();
  }
  renameSync(files.unfinished, files.database);
  syncFolder(files.folder);
}
