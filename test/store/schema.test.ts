import { join } from 'node:path';
import { sql, type Selectable } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Connection } from '../../main/store/connection';
import { migrate, versionOf } from '../../main/store/migrate';
import { currentVersion, migrations } from '../../main/store/migrations';
import type { Schema } from '../../main/store/schema';
import { openTemporaryStore } from '../support/temporaryStore';
import { fileOfVersion } from './support/fileOfVersion';
import { openRaw, tableNames } from './support/raw';
import { openStore } from '../../main/store/openStore';
import { writeKeyCheck } from '../../main/store/keyCheck';
import { readRules } from '../../main/store/rules';

interface Column {
  name: string;
  type: string;
  notnull: number;
  pk: number;
}

type Kind<Value> = [Value] extends [number] ? 'integer' : 'text';
/** What `schema.ts` says of a column, as the file must say it. */
type Stored<Value> = null extends Value ? `${Kind<NonNullable<Value>>} or null` : Kind<Value>;

const patient = {
  nhsNumber: 'text or null',
  sourcePatientId: 'text or null',
  lastName: 'text',
  firstName: 'text',
  dateOfBirth: 'text',
  postcode: 'text or null',
} as const;

/** Every column of `schema.ts`: the compiler refuses one that is missing, one too many and one of another type. */
const columns: {
  [Table in keyof Schema]: {
    [Name in keyof Selectable<Schema[Table]>]: Stored<Selectable<Schema[Table]>[Name]>;
  };
} = {
  meta: { key: 'text', value: 'text' },
  sites: { id: 'integer', name: 'text' },
  clinicians: { id: 'integer', name: 'text' },
  imports: {
    number: 'integer',
    id: 'text',
    source: 'text',
    day: 'text',
    startedAt: 'text',
    listAsOf: 'text',
    state: 'text',
    switchedInAt: 'text or null',
    replacedAt: 'text or null',
    rowsRead: 'integer',
    rowsBad: 'integer',
    rowsLoaded: 'integer',
  },
  appointments: {
    id: 'integer',
    importNumber: 'integer',
    line: 'integer',
    siteId: 'integer or null',
    clinicianId: 'integer',
    ...patient,
    sourceAppointmentId: 'text or null',
    start: 'text',
    durationMinutes: 'integer or null',
    isNurseLed: 'integer',
    slotType: 'text or null',
    mode: 'text',
    status: 'text',
    marking: 'text',
    patientMarking: 'text',
    hasNeed: 'integer',
    hasOnlineAccount: 'integer or null',
  },
  visits: {
    id: 'text',
    day: 'text',
    subjectId: 'text',
    source: 'text',
    ...patient,
    firstArrivedAt: 'text or null',
    ticket: 'text or null',
    notCheckedIn: 'text or null',
    opensAt: 'text or null',
    hasPrivate: 'integer',
    lastSeenAt: 'text',
    invitedAt: 'text or null',
  },
  arrivals: {
    id: 'text',
    visitId: 'text',
    appointmentId: 'integer or null',
    sourceAppointmentId: 'text or null',
    source: 'text',
    start: 'text',
    clinician: 'text',
    location: 'text or null',
    arrivedAt: 'text',
    state: 'text',
    calledAt: 'text or null',
    isLate: 'integer',
    isToCheck: 'integer',
  },
  answers: { visitId: 'text', question: 'text', answer: 'text', answeredAt: 'text' },
  queueTickets: { id: 'text', day: 'text', queue: 'text', kind: 'text', ticket: 'text', issuedAt: 'text' },
  alerts: {
    id: 'text',
    day: 'text',
    kind: 'text',
    raisedAt: 'text',
    visitId: 'text or null',
    detail: 'text or null',
    acknowledgedAt: 'text or null',
    acknowledgedBy: 'text or null',
  },
  audit: {
    sequence: 'integer',
    at: 'text',
    actor: 'text',
    action: 'text',
    subjectId: 'text or null',
    detail: 'text',
    previousHash: 'text',
    hash: 'text',
  },
  rules: { name: 'text', value: 'text', changedAt: 'text' },
  dailyCounts: { day: 'text', name: 'text', count: 'integer' },
  staff: {
    id: 'text',
    username: 'text',
    displayName: 'text',
    roles: 'text',
    clinician: 'text or null',
    passphrase: 'text or null',
    isActive: 'integer',
    failedSignIns: 'integer',
    lockedUntil: 'text or null',
    lastSignedInAt: 'text or null',
    createdAt: 'text',
  },
  staffCodes: { hash: 'text', staffId: 'text or null', expiresAt: 'text', createdAt: 'text' },
  deskSessions: {
    id: 'text',
    tokenHash: 'text',
    staffId: 'text',
    from: 'text',
    device: 'text',
    createdAt: 'text',
    lastUsedAt: 'text',
    isLocked: 'integer',
    pin: 'text or null',
    wrongPins: 'integer',
  },
  boards: {
    id: 'text',
    tokenHash: 'text',
    name: 'text',
    pairedAt: 'text',
    pairedBy: 'text',
    lastSeenAt: 'text or null',
  },
  vault: { name: 'text', value: 'text' },
  deskVisits: {
    visitId: 'text',
    version: 'integer',
    doneAs: 'text or null',
    doneAt: 'text or null',
    isFlagged: 'integer',
    note: 'text or null',
    lookedAfterAt: 'text or null',
    changedBy: 'text or null',
    changedAt: 'text',
  },
  deskArrivals: {
    arrivalId: 'text',
    checkedInBy: 'text or null',
    takenBy: 'text or null',
    takenAt: 'text or null',
    markedAt: 'text or null',
    markedBy: 'text or null',
    movedTo: 'text or null',
  },
  calls: {
    id: 'text',
    day: 'text',
    visitId: 'text or null',
    queueTicketId: 'text or null',
    kind: 'text',
    ticket: 'text or null',
    clinician: 'text',
    room: 'text or null',
    calledAt: 'text',
    calledBy: 'text',
    lastCalledAt: 'text',
    times: 'integer',
    outcome: 'text',
    endedAt: 'text or null',
    lookedAt: 'text or null',
  },
  listProfiles: { name: 'text', mapping: 'text', savedAt: 'text' },
  applications: {
    id: 'text',
    draftId: 'text',
    reference: 'text',
    subjectId: 'text',
    kind: 'text',
    day: 'text',
    sentAt: 'text',
    dateOfBirth: 'text',
    nhsNumber: 'text or null',
    form: 'text',
    work: 'text',
    version: 'integer',
    changedBy: 'text or null',
    changedAt: 'text',
    ended: 'text or null',
    endedAt: 'text or null',
  },
  proxyReviews: {
    id: 'text',
    applicationId: 'text',
    subjectId: 'text',
    kind: 'text',
    people: 'text',
    dueOn: 'text',
    version: 'integer',
    changedBy: 'text or null',
    changedAt: 'text',
    safeBy: 'text or null',
    safeAt: 'text or null',
    outcome: 'text or null',
    doneBy: 'text or null',
    doneAt: 'text or null',
  },
};

function columnsOf(connection: Connection, table: string): Column[] {
  return connection.pragma(`table_info("${table}")`) as Column[];
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

  test('a new file has the tables and columns that the queries are written against', async () => {
    const { options } = await openTemporaryStore();
    const raw = openRaw(options);
    const stored = tableNames(raw).map((table) => [
      table,
      Object.fromEntries(
        columnsOf(raw, table).map(({ name, type, notnull, pk }) => [
          name,
          // An integer primary key is never null, though SQLite does not say so.
          notnull === 1 || pk === 1 ? type.toLowerCase() : `${type.toLowerCase()} or null`,
        ]),
      ),
    ]);
    expect(Object.fromEntries(stored)).toEqual(columns);
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
      'answers.visitId -> visits.id',
      'appointments.clinicianId -> clinicians.id',
      'appointments.importNumber -> imports.number',
      'appointments.siteId -> sites.id',
      'arrivals.visitId -> visits.id',
      'calls.visitId -> visits.id',
      'deskArrivals.arrivalId -> arrivals.id',
      'deskSessions.staffId -> staff.id',
      'deskVisits.visitId -> visits.id',
      'staffCodes.staffId -> staff.id',
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
          detail: null,
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

  test('a step that fails half-way leaves nothing of itself', () => {
    const { connection } = fileOfVersion(2);
    connection.exec('create table queueTickets (id integer) strict');
    const before = schemaOf(connection);
    expect(() => migrate(connection)).toThrow('already exists');
    expect(versionOf(connection)).toBe(2);
    expect(schemaOf(connection)).toEqual(before);
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
