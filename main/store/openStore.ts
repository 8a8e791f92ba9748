import { existsSync } from 'node:fs';
import { leaveCleanMark, endedCleanly, takeCleanMark } from './cleanMark';
import { openConnection, prepareForWriting, type Connection, type FileAccess } from './connection';
import { createDatabase } from './create';
import { hasContent, proveWritable, removeEmptyLog, storeFiles, type StoreFiles } from './files';
import { inspect } from './inspect';
import { checkKeys, writeKeyCheck, type StoreMode } from './keyCheck';
import { abandonStaging } from './lists';
import { writeMeta } from './meta';
import { migrate } from './migrate';
import { hmacWith } from './seal';
import { makeStore, type Store } from './store';
import { faultFrom, StoreFault } from './storeFault';

export interface StoreOptions {
  /** The data folder. Made if it is not there. Only one process may have it open: whoever calls has seen to that. */
  folder: string;
  /** 32 random bytes that open the file. */
  key: Buffer;
  /** 32 other random bytes that seal the audit trail: who can open the file cannot for that reason rewrite it unseen. */
  auditKey: Buffer;
  /** A folder keeps the mode it was made with for ever (design §12). */
  mode: StoreMode;
  /** Path of the native SQLite binding; absent where the package finds its own. */
  nativeBinding?: string;
  /** UTC instant now, ISO 8601 with milliseconds. */
  instant: () => string;
}

export interface OpenedStore {
  store: Store;
  /** False after a power cut, a crash or a change of the file from outside; the whole file has been looked through then. */
  endedCleanly: boolean;
  /** True when the folder held no store before. */
  isNew: boolean;
}

/**
 * Opens the store of a data folder, or makes one where there is none. Checks the keys, the mode, the version and a canary; after an unclean
 * end every page of the file. Older files are migrated.
 * @throws StoreFault; nothing in the folder has been changed then.
 */
export async function openStore(options: StoreOptions): Promise<OpenedStore> {
  const files = storeFiles(options.folder);
  const opened = openChecked(files, options);
  const store = makeStore(opened.connection, hmacWith(options.auditKey), () => leaveCleanMark(files));
  try {
    // The first write proves that the disk takes one, before the first patient does.
    await store.write(async (db) => {
      await writeMeta(db, 'openedAt', options.instant());
      await abandonStaging(db);
    });
  } catch (error) {
    opened.connection.close();
    throw faultFrom(error);
  }
  return { store, endedCleanly: opened.endedCleanly, isNew: opened.isNew };
}

function openChecked(
  files: StoreFiles,
  options: StoreOptions,
): { connection: Connection; endedCleanly: boolean; isNew: boolean } {
  const access = accessTo(files, options);
  let connection: Connection | undefined;
  try {
    proveWritable(files.folder);
    const isKeyProven = checkKeys(files.keyCheck, options, options.mode) === 'right';
    const isNew = !existsSync(files.database);
    if (isNew) {
      // Proofs of a key or a log without their database: somebody took it away. Never make an empty one in its place.
      if (existsSync(files.keyCheck) || hasContent(files.log)) {
        throw new StoreFault('damagedFile');
      }
      createDatabase(files, access, options.mode, options.instant());
    }
    const wasClean = isNew || endedCleanly(files);
    const expected = { mode: options.mode, isKeyProven, isWholeFile: !wasClean };
    if (hasContent(files.log)) {
      inspectWithLog(access, expected);
      connection = openConnection(access);
    } else {
      connection = openConnection(access);
      inspect(connection, expected);
    }
    if (!isKeyProven) {
      writeKeyCheck(files.keyCheck, options, options.mode);
    }
    takeCleanMark(files);
    prepareForWriting(connection);
    migrate(connection);
    return { connection, endedCleanly: wasClean, isNew };
  } catch (error) {
    if (connection !== undefined) {
      connection.close();
      removeEmptyLog(files);
    }
    throw faultFrom(error);
  }
}

/** A connection that may write would move the log into the file when it closes, even if the file turns out to be damaged. */
function inspectWithLog(access: FileAccess, expected: Parameters<typeof inspect>[1]): void {
  const connection = openConnection(access, { isReadOnly: true });
  try {
    inspect(connection, expected);
  } finally {
    connection.close();
  }
}

function accessTo(files: StoreFiles, options: StoreOptions): FileAccess {
  return {
    file: files.database,
    key: options.key,
    ...(options.nativeBinding === undefined ? {} : { nativeBinding: options.nativeBinding }),
  };
}
