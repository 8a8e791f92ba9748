import Database from 'better-sqlite3';

export type Connection = Database.Database;

/** Where an encrypted file is and what opens it. */
export interface FileAccess {
  file: string;
  /** 32 random bytes, used as they are: no key derivation, which would cost 120 ms at every start. */
  key: Buffer;
  /** Path of the native SQLite binding; absent where the package finds its own. */
  nativeBinding?: string;
}

/** How long a writer waits for another one, milliseconds. Our own transactions hold the lock for less than 10. */
const busyTimeout = 5000;

/** Pages kept in memory, KiB: a day list and its indexes fit. */
const cacheKibibytes = 16_384;

/**
 * Opens a connection to an encrypted file and hands it the key. Nothing is read yet, so a wrong key shows at the first query
 * (`SQLITE_NOTADB`).
 * @throws the errors of better-sqlite3; `SQLITE_CANTOPEN` where there is no such file.
 */
export function openConnection(
  access: FileAccess,
  options: { isReadOnly?: boolean; mayCreate?: boolean } = {},
): Connection {
  if (access.key.length !== 32) {
    throw new RangeError('The key of the store is 32 bytes');
  }
  const connection = new Database(access.file, {
    readonly: options.isReadOnly ?? false,
    fileMustExist: !(options.mayCreate ?? false),
    timeout: busyTimeout,
    ...(access.nativeBinding === undefined ? {} : { nativeBinding: access.nativeBinding }),
  });
  connection.pragma(`cipher = 'sqlcipher'`);
  connection.pragma(`key = "x'${access.key.toString('hex')}'"`);
  // Sorting and VACUUM must never spill patient data into an unencrypted temporary file.
  connection.pragma('temp_store = MEMORY');
  return connection;
}

/**
 * The settings of a connection that writes (design §5). Writes the journal mode into a new file.
 * @throws Error if the file refuses the write-ahead log: without it a reader would hold up a check-in.
 */
export function prepareForWriting(connection: Connection): void {
  const journal = connection.pragma('journal_mode = WAL', { simple: true });
  if (journal !== 'wal') {
    throw new Error('The store needs the write-ahead log');
  }
  // FULL: a commit returns only when the log is on disk, so "You are checked in" outlives a power cut.
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('secure_delete = ON');
  connection.pragma('trusted_schema = OFF');
  connection.pragma(`cache_size = -${cacheKibibytes}`);
}
