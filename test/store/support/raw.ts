import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openConnection, prepareForWriting, type Connection } from '../../../main/store/connection';
import type { StoreOptions } from '../../../main/store/openStore';

/** A second connection to the file of a store, as another process would have; closed after the test. */
export function openRaw(options: Pick<StoreOptions, 'folder' | 'key'>): Connection {
  const connection = openConnection({ file: join(options.folder, 'kiosk.db'), key: options.key });
  prepareForWriting(connection);
  onTestFinished(() => {
    connection.close();
  });
  return connection;
}

/** Every file of a folder with the hash of its bytes. SQLite's `-shm` is left out: scratch memory that holds no data. */
export function bytesOf(folder: string): Record<string, string> {
  const files = readdirSync(folder).filter((name) => !name.endsWith('-shm'));
  return Object.fromEntries(
    files.sort().map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}

/** The names of the product's tables in a file. */
export function tableNames(connection: Connection): string[] {
  return connection
    .prepare<[], { name: string }>(`select name from sqlite_schema where type = 'table' order by name`)
    .all()
    .map((row) => row.name)
    .filter((name) => !name.startsWith('sqlite_'));
}
