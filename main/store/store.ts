import { AsyncLocalStorage } from 'node:async_hooks';
import { Kysely } from 'kysely';
import type { Connection } from './connection';
import type { Hmac } from '../domain/audit';
import { StoreDialect } from './dialect';
import { readLastInstant, saveLastInstant, setLastInstant } from './meta';
import type { Reader, Schema, Writer } from './schema';
import { bindSeal } from './seal';

/** The open store. Queries are functions beside it, one file per area; they take `db` or the transaction `write` hands out. */
export interface Store {
  /** For reading. Not inside `write`: one connection serves both, so it would wait for ever; it throws instead. */
  readonly db: Reader;
  /** Seals audit rows; for `verifyAudit`. `appendAudit` finds it by itself. */
  readonly auditSeal: Hmac;
  /**
   * Runs `work` in one `BEGIN IMMEDIATE` transaction and returns when it is on disk (`synchronous = FULL`). Nothing but the
   * queries of the transaction may be awaited inside. If `work` or the commit fails nothing has changed and the error is thrown.
   */
  write<T>(work: (db: Writer) => Promise<T>): Promise<T>;
  /** The last wall-clock instant saved, or null: a demonstration's clock never runs backwards over a restart (design §12). */
  lastInstant(): Promise<string | null>;
  /** Saves `instant` (UTC, ISO 8601 with milliseconds) unless a later one is saved already. */
  saveLastInstant(instant: string): Promise<void>;
  /** Sets the last instant (UTC, ISO 8601 with milliseconds), even to an earlier one: a list that is imported now proves the clock. */
  setLastInstant(instant: string): Promise<void>;
  /**
   * Moves the write-ahead log into the file and empties it: until then what was deleted stands in it, encrypted as everything is. Nobody else may be
   * reading the file: it would be waited for.
   */
  emptyLog(): Promise<void>;
  /** Ends the store cleanly: the log is moved into the file. Waits for a running `write`. May be called twice. */
  close(): Promise<void>;
}

/**
 * Wraps an opened, checked and migrated connection.
 * @param auditSeal seals audit rows.
 * @param afterClose called once, when the file is closed.
 */
export function makeStore(connection: Connection, auditSeal: Hmac, afterClose: () => void): Store {
  const kysely = new Kysely<Schema>({ dialect: new StoreDialect(connection) });
  const writing = new AsyncLocalStorage<{ isOpen: boolean }>();
  let closing: Promise<void> | undefined;

  function refuseInsideWrite(): void {
    if (writing.getStore()?.isOpen === true) {
      throw new Error('Inside a write only its own transaction may be used');
    }
  }

  async function write<T>(work: (db: Writer) => Promise<T>): Promise<T> {
    refuseInsideWrite();
    const running = { isOpen: true };
    try {
      return await writing.run(running, () =>
        kysely.transaction().execute((db) => {
          bindSeal(db, auditSeal);
          return work(db);
        }),
      );
    } finally {
      running.isOpen = false;
    }
  }

  async function emptyLog(): Promise<void> {
    refuseInsideWrite();
    // Taking the connection once waits for whatever runs on it.
    await kysely.connection().execute(() => Promise.resolve(connection.pragma('wal_checkpoint(TRUNCATE)')));
  }

  async function close(): Promise<void> {
    try {
      await emptyLog();
    } finally {
      await kysely.destroy();
    }
    afterClose();
  }

  return {
    get db() {
      refuseInsideWrite();
      return kysely;
    },
    auditSeal,
    write,
    lastInstant: () => readLastInstant(kysely),
    saveLastInstant: (instant) => write((db) => saveLastInstant(db, instant)),
    setLastInstant: (instant) => write((db) => setLastInstant(db, instant)),
    emptyLog,
    close: () => (closing ??= close()),
  };
}
