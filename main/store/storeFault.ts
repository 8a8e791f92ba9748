/** What can keep a store from opening. Each is one of the contract's fault kinds, and each has its own words for staff. */
export type StoreFaultKind = 'folderNotWritable' | 'newerVersion' | 'wrongKey' | 'damagedFile' | 'modeMismatch';

/**
 * The store cannot be opened. Whoever throws it has changed nothing in the data folder: what is there may be all the practice
 * has, and only a person may decide what becomes of it.
 */
export class StoreFault extends Error {
  override readonly name = 'StoreFault';
  constructor(
    readonly kind: StoreFaultKind,
    options?: ErrorOptions,
  ) {
    super(`The store cannot be opened: ${kind}`, options);
  }
}

/** Codes with which the file system, the disk or SQLite say that nothing can be written here. */
const unwritableCodes = (
  'EACCES EPERM EROFS ENOSPC EDQUOT ENOTDIR ENOENT EEXIST EISDIR EIO ' +
  'SQLITE_READONLY SQLITE_CANTOPEN SQLITE_PERM SQLITE_FULL SQLITE_IOERR_WRITE SQLITE_IOERR_FSYNC'
).split(' ');

/** Codes with which SQLite says that what it read is not what it wrote. */
const damageCodes = ['SQLITE_NOTADB', 'SQLITE_CORRUPT', 'SQLITE_FORMAT', 'SQLITE_IOERR'];

/** Turns an error of the file system or of SQLite into the fault it means; any other error (a bug) is returned as it is. */
export function faultFrom(error: unknown): unknown {
  const code = codeOf(error);
  if (unwritableCodes.some((known) => code.startsWith(known))) {
    return new StoreFault('folderNotWritable', { cause: error });
  }
  if (damageCodes.some((known) => code.startsWith(known))) {
    return new StoreFault('damagedFile', { cause: error });
  }
  return error;
}

/** The `code` of a Node or SQLite error (`EACCES`, `SQLITE_CORRUPT`), or an empty text. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
