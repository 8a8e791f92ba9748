import {
  CompiledQuery,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type Driver,
  type SqliteDatabase,
} from 'kysely';
import type { Connection } from './connection';

/** Prepared statements kept for use again. The product has some dozens. */
const keptStatements = 200;

/**
 * Kysely's SQLite dialect with two changes: every transaction begins as a writer (plain `begin` fails with `SQLITE_BUSY`
 * when it becomes one later, whatever the time-out), and statements stay prepared.
 */
export class StoreDialect extends SqliteDialect {
  readonly #database: SqliteDatabase;

  constructor(connection: Connection) {
    const database = withKeptStatements(connection);
    super({ database });
    this.#database = database;
  }

  override createDriver(): Driver {
    return new ImmediateDriver({ database: this.#database });
  }
}

class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

function withKeptStatements(connection: Connection): SqliteDatabase {
  type Statement = ReturnType<SqliteDatabase['prepare']>;
  const statements = new Map<string, Statement>();
  return {
    close: () => {
      statements.clear();
      connection.close();
    },
    prepare: (text) => {
      const kept = statements.get(text);
      if (kept !== undefined) {
        return kept;
      }
      if (statements.size >= keptStatements) {
        statements.clear();
      }
      const statement = connection.prepare(text) as unknown as Statement;
      statements.set(text, statement);
      return statement;
    },
  };
}
