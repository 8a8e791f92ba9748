import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { openConnection, prepareForWriting, type Connection } from '../../main/store/connection';
import { migrate, versionOf } from '../../main/store/migrate';
import { currentVersion, migrations } from '../../main/store/migrations';
import { openTemporaryStore, temporaryStoreOptions } from '../support/temporaryStore';
import { openRaw, tableNames } from './support/raw';
import { openStore } from '../../main/store/openStore';
import { writeKeyCheck } from '../../main/store/keyCheck';
import { readRules } from '../../main/store/rules';

interface Column {
  name: string;
  type: string;
}

function columnsOf(connection: Connection, table: string): Column[] {
  return connection.pragma(`table_info("${table}")`) as Column[];
}

/** A file as the program of an earlier version left it. */
function fileOfVersion(version: number) {
  const options = temporaryStoreOptions();
  const connection = openConnection({ file: join(options.folder, 'kiosk.db'), key: options.key }, { mayCreate: true });
  prepareForWriting(connection);
  migrate(connection, version);
  connection.exec(`insert into meta (key, value) values ('mode', 'real')`);
  return { options, connection };
}

describe('tables', () => {
  test('every table is strict', async () => {
    const { options } = await openTemporaryStore();
    const tables = (openRaw(options).pragma('table_list') as { name: string; strict: number; schema: string }[]).filter(
      ({ name, schema }) => schema === 'main' && !name.startsWith('sqlite_'),
    );
    expect(tables.length).toBeGreaterThan(10);
    expect(tables.filter(({ strict }) => strict !== 1)).toEqual([]);
  });

  test('only types that PostgreSQL has too are used', async () => {
    const { options } = await openTemporaryStore();
    const raw = openRaw(options);
    const types = new Set(
      tableNames(raw).flatMap((table) => columnsOf(raw, table).map(({ type }) => type.toLowerCase())),
    );
    expect([...types].sort()).toEqual(['integer', 'text']);
  });

  test('a foreign key has the type of what it points to', async () => {
    const { options } = await openTemporaryStore();
    const raw = openRaw(options);
    const keys = tableNames(raw).flatMap((table) =>
      (raw.pragma(`foreign_key_list("${table}")`) as { table: string; from: string; to: string }[]).map((key) => ({
        ...key,
        child: table,
      })),
    );
    expect(keys.map(({ child, from, table, to }) => `${child}.${from} -> ${table}.${to}`).sort()).toEqual([
      'alerts.visitId -> visits.id',
      'appointments.clinicianId -> clinicians.id',
      'appointments.importNumber -> imports.number',
      'appointments.siteId -> sites.id',
      'arrivals.visitId -> visits.id',
    ]);
    for (const { child, from, table, to } of keys) {
      const typeOf = (of: string, column: string) => columnsOf(raw, of).find(({ name }) => name === column)?.type;
      expect([child, from, typeOf(child, from)]).toEqual([child, from, typeOf(table, to)]);
    }
  });

  test('an arrival without its visit is refused on the live connection', async () => {
    const { store } = await openTemporaryStore();
    const orphan = store.write((db) =>
      db
        .insertInto('alerts')
        .values({
          id: 'a',
          day: '2026-11-23' as never,
          kind: 'disputed',
          raisedAt: '',
          visitId: 'nobody',
          acknowledgedAt: null,
        })
        .execute(),
    );
    await expect(orphan).rejects.toThrow('FOREIGN KEY');
  });

  test('text where a number belongs is refused', async () => {
    const { options } = await openTemporaryStore();
    const raw = openRaw(options);
    expect(() =>
      raw.exec(`insert into dailyCounts (day, name, count) values ('2026-11-23', 'visits', 'many')`),
    ).toThrow('cannot store TEXT value in INTEGER column');
  });
});

test('the live connection has the settings that durability and privacy rest on', async () => {
  const { store } = await openTemporaryStore();
  const names = [
    'journal_mode',
    'synchronous',
    'foreign_keys',
    'secure_delete',
    'temp_store',
    'cipher',
    'trusted_schema',
  ];
  const settings: Record<string, unknown> = {};
  await store.write(async (db) => {
    for (const name of [...names, 'busy_timeout']) {
      const { rows } = await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(db);
      settings[name] = Object.values(rows[0] ?? {})[0];
    }
  });
  expect(settings).toEqual({
    journal_mode: 'wal',
    synchronous: 2,
    foreign_keys: 1,
    busy_timeout: 5000,
    secure_delete: 1,
    temp_store: 2,
    cipher: 'sqlcipher',
    trusted_schema: 0,
  });
});

describe('migrations', () => {
  test('are numbered from 1 without a gap', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
  });

  test.each(migrations.map(({ version }) => version - 1).filter((version) => version > 0))(
    'a file of version %i is brought to the newest and keeps what it held',
    async (version) => {
      const { options, connection } = fileOfVersion(version);
      connection.exec(
        `insert into rules (name, value, changedAt) values ('joinMinutes', '45', '2026-11-01T08:00:00.000Z')`,
      );
      connection.close();
      const { store } = await openTemporaryStore(options);
      expect(await readRules(store.db)).toEqual({ joinMinutes: 45 });
      const raw = openRaw(options);
      expect(versionOf(raw)).toBe(currentVersion);
      const { options: newOptions } = await openTemporaryStore();
      expect(schemaOf(raw)).toEqual(schemaOf(openRaw(newOptions)));
    },
  );

  test('a step that fails leaves the version before it', () => {
    const { connection } = fileOfVersion(1);
    connection.exec('create table alerts (id integer) strict');
    expect(() => migrate(connection)).toThrow('already exists');
    expect(versionOf(connection)).toBe(1);
    expect(tableNames(connection)).not.toContain('visits');
    connection.close();
  });

  test('a newer file is refused', async () => {
    const { options, connection } = fileOfVersion(currentVersion);
    connection.pragma(`user_version = ${currentVersion + 1}`);
    expect(() => migrate(connection)).toThrow(RangeError);
    connection.close();
    writeKeyCheck(join(options.folder, 'kiosk.key-check'), options, 'real');
    await expect(openStore(options)).rejects.toMatchObject({ kind: 'newerVersion' });
  });
});

function schemaOf(connection: Connection): unknown[] {
  return connection.prepare(`select type, name, sql from sqlite_schema order by type, name`).all();
}
