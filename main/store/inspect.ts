import type { Connection } from './connection';
import type { StoreMode } from './keyCheck';
import { versionOf } from './migrate';
import { currentVersion } from './migrations';
import { codeOf, faultFrom, StoreFault } from './storeFault';

/** How thoroughly a file is looked through: `quick` reads every page (and its seal), `full` compares the indexes with the tables too. */
export type CheckDepth = 'quick' | 'full';

/** Looks the whole file through; changes nothing. Returns the number of problems: 0 for a sound file. */
export function countProblems(connection: Connection, depth: CheckDepth): number {
  try {
    const found = connection.pragma(depth === 'full' ? 'integrity_check' : 'quick_check') as Record<string, unknown>[];
    const problems = found.filter((row) => Object.values(row)[0] !== 'ok').length;
    const orphans = depth === 'full' ? (connection.pragma('foreign_key_check') as unknown[]).length : 0;
    return problems + orphans;
  } catch (error) {
    // A page whose seal does not hold ends the check with an error instead of a row. A busy disk is no damage.
    if (!/^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error))) throw error;
    return 1;
  }
}

/**
 * Looks at a file before anything is written to it: that the key opens it, that its version is not newer than the program, that its mode is
 * the one asked for and that its schema and newest rows can be read (canary); the whole file if `isWholeFile`.
 * @throws StoreFault `wrongKey`, `damagedFile`, `newerVersion` or `modeMismatch`.
 */
export function inspect(
  connection: Connection,
  expected: { mode: StoreMode; isKeyProven: boolean; isWholeFile: boolean },
): void {
  const version = readVersion(connection, expected.isKeyProven);
  if (version > currentVersion) {
    throw new StoreFault('newerVersion');
  }
  // An empty file is never ours: a new one gets its name only when it is whole.
  if (version === 0) {
    throw new StoreFault('damagedFile');
  }
  const mode = readCanary(connection);
  if (mode !== expected.mode) {
    throw new StoreFault('modeMismatch');
  }
  if (expected.isWholeFile && countProblems(connection, 'full') > 0) {
    throw new StoreFault('damagedFile');
  }
}

/** The first read: SQLite says "not a database" to a wrong key and to a damaged first page alike. */
function readVersion(connection: Connection, isKeyProven: boolean): number {
  try {
    return versionOf(connection);
  } catch (error) {
    throw codeOf(error) === 'SQLITE_NOTADB' && !isKeyProven
      ? new StoreFault('wrongKey', { cause: error })
      : faultFrom(error);
  }
}

/** Reads the schema and the newest row of every table, cheap whatever the size of the file. Returns the mode the file was made with. */
function readCanary(connection: Connection): string {
  try {
    const tables = connection
      .prepare<[], { name: string }>(
        `select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\'`,
      )
      .all();
    for (const { name } of tables) {
      connection.prepare(`select * from "${name}" order by rowid desc limit 1`).get();
    }
    const mode = connection.prepare<[], { value: string }>(`select value from meta where key = 'mode'`).get()?.value;
    if (mode !== undefined) {
      return mode;
    }
  } catch (error) {
    throw new StoreFault('damagedFile', { cause: error });
  }
  throw new StoreFault('damagedFile');
}
