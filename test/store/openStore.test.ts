import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openStore, type StoreOptions } from '../../main/store/openStore';
import { StoreFault, type StoreFaultKind } from '../../main/store/storeFault';
import { faultKindSchema } from '../../preload/contract/kiosk';
import { openTemporaryStore, temporaryFolder, temporaryStoreOptions } from '../support/temporaryStore';
import { bytesOf, openRaw } from './support/raw';
import { loadList, sampleAppointments, samplePatient, today } from './support/samples';
import { candidates } from '../../main/store/checkIn';
import { currentLists } from '../../main/store/lists';
import { runUntilKilled } from './support/child';

async function faultOf(options: StoreOptions): Promise<StoreFaultKind | 'none'> {
  try {
    const { store } = await openStore(options);
    await store.close();
    return 'none';
  } catch (error) {
    if (error instanceof StoreFault) {
      return error.kind;
    }
    throw error;
  }
}

/** A closed store that holds a list. */
async function closedStore(change: Partial<StoreOptions> = {}): Promise<StoreOptions> {
  const { store, options } = await openTemporaryStore(change);
  await loadList(store, sampleAppointments(2000));
  await store.close();
  return options;
}

/** Flips one byte in the middle of several pages. */
function damage(file: string, pages: readonly number[]): void {
  const bytes = readFileSync(file);
  for (const page of pages) {
    const at = page * 4096 + 2000;
    bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at);
  }
  writeFileSync(file, bytes);
}

test('a store keeps what was written over a restart', async () => {
  const options = await closedStore();
  const { store, isNew, endedCleanly } = await openTemporaryStore(options);
  expect({ isNew, endedCleanly }).toEqual({ isNew: false, endedCleanly: true });
  const found = await candidates(store.db, today, samplePatient(5).dateOfBirth);
  expect(found.appointments.map((row) => row.patient.lastName)).toEqual(['Sample5']);
});

test('a new store is new and holds no list', async () => {
  const { store, isNew } = await openTemporaryStore();
  expect(isNew).toBe(true);
  expect(await currentLists(store.db, today)).toEqual([]);
});

test('the files of the store hold nothing that can be read without the key', async () => {
  const { store, options } = await openTemporaryStore();
  await loadList(store, sampleAppointments(300));
  const read = () =>
    readdirSync(options.folder)
      .map((name) => readFileSync(join(options.folder, name)).toString('latin1'))
      .join('');
  expect(read()).not.toMatch(/Sample|LS65RT|Surgery|create table|SQLite format/i);
  await store.close();
  expect(read()).not.toMatch(/Sample|LS65RT|Surgery|create table|SQLite format/i);
});

test('the folder and its files are for their owner only', async () => {
  const folder = join(temporaryFolder(), 'made', 'here');
  const { store } = await openTemporaryStore({ folder });
  await loadList(store, sampleAppointments(3));
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  for (const name of readdirSync(folder)) {
    expect([name, statSync(join(folder, name)).mode & 0o777]).toEqual([name, 0o600]);
  }
});

describe('a store that cannot be opened says why and nothing in its folder changes', () => {
  async function expectFault(options: StoreOptions, kind: StoreFaultKind): Promise<void> {
    const before = bytesOf(options.folder);
    expect(await faultOf(options)).toBe(kind);
    expect(bytesOf(options.folder)).toEqual(before);
    // The kiosk shows this kind in words of its own.
    expect(faultKindSchema.parse(kind)).toBe(kind);
  }

  test('another key', async () => {
    await expectFault({ ...(await closedStore()), key: randomBytes(32) }, 'wrongKey');
  });

  test('another key, and the proof of the key is lost', async () => {
    const options = await closedStore();
    rmSync(join(options.folder, 'kiosk.key-check'));
    await expectFault({ ...options, key: randomBytes(32) }, 'wrongKey');
  });

  test('another audit key', async () => {
    await expectFault({ ...(await closedStore()), auditKey: randomBytes(32) }, 'wrongKey');
  });

  test('a version newer than this program', async () => {
    const options = await closedStore();
    const raw = openRaw(options);
    raw.pragma('user_version = 99');
    raw.close();
    await expectFault(options, 'newerVersion');
  });

  test('a newer version that stands in the log only', async () => {
    const options = temporaryStoreOptions();
    await runUntilKilled('newerVersion', options);
    expect(statSync(join(options.folder, 'kiosk.db-wal')).size).toBeGreaterThan(0);
    await expectFault(options, 'newerVersion');
  });

  test('flipped bytes in the middle of several pages', async () => {
    const options = await closedStore();
    damage(join(options.folder, 'kiosk.db'), [20, 40, 60]);
    await expectFault(options, 'damagedFile');
  });

  test('flipped bytes after a crash, with a log that holds more', async () => {
    const options = await closedStore();
    await runUntilKilled('visits', options);
    damage(join(options.folder, 'kiosk.db'), [20, 40, 60]);
    await expectFault(options, 'damagedFile');
  });

  test('a damaged first page', async () => {
    const options = await closedStore();
    damage(join(options.folder, 'kiosk.db'), [0]);
    await expectFault(options, 'damagedFile');
  });

  test('a file cut short', async () => {
    const options = await closedStore();
    truncateSync(join(options.folder, 'kiosk.db'), 4096 * 30);
    await expectFault(options, 'damagedFile');
  });

  test('an empty file', async () => {
    const options = await closedStore();
    truncateSync(join(options.folder, 'kiosk.db'), 0);
    await expectFault(options, 'damagedFile');
  });

  test('a database that was taken away is not made anew', async () => {
    const options = await closedStore();
    rmSync(join(options.folder, 'kiosk.db'));
    await expectFault(options, 'damagedFile');
    expect(existsSync(join(options.folder, 'kiosk.db'))).toBe(false);
  });

  test('a demonstration opened as a real practice, and the reverse', async () => {
    await expectFault({ ...(await closedStore({ mode: 'demonstration' })), mode: 'real' }, 'modeMismatch');
    await expectFault({ ...(await closedStore()), mode: 'demonstration' }, 'modeMismatch');
  });

  test('the other mode, and the proof of the key is lost', async () => {
    const options = await closedStore();
    rmSync(join(options.folder, 'kiosk.key-check'));
    await expectFault({ ...options, mode: 'demonstration' }, 'modeMismatch');
  });

  test('a folder that is a file, or where none can be made', async () => {
    const parent = temporaryFolder();
    writeFileSync(join(parent, 'file'), 'a file');
    const before = bytesOf(parent);
    expect(await faultOf(temporaryStoreOptions({ folder: join(parent, 'file') }))).toBe('folderNotWritable');
    expect(await faultOf(temporaryStoreOptions({ folder: join(parent, 'file', 'below') }))).toBe('folderNotWritable');
    expect(bytesOf(parent)).toEqual(before);
  });

  test.skipIf(process.platform !== 'linux')('a file system that cannot be written', async () => {
    expect(await faultOf(temporaryStoreOptions({ folder: '/proc/kiosk' }))).toBe('folderNotWritable');
  });
});

describe('how the last run ended', () => {
  test('a killed one is noticed, the file looked through and nothing lost', async () => {
    const options = temporaryStoreOptions();
    await runUntilKilled('visits', options);
    const { endedCleanly } = await openTemporaryStore(options);
    expect(endedCleanly).toBe(false);
  });

  test('a file changed from outside after a clean end counts as unclean', async () => {
    const options = await closedStore();
    const file = join(options.folder, 'kiosk.db');
    writeFileSync(file, readFileSync(file));
    const { endedCleanly } = await openTemporaryStore(options);
    expect(endedCleanly).toBe(false);
  });

  test('an earlier half of a new database is begun again', async () => {
    const options = temporaryStoreOptions();
    writeFileSync(join(options.folder, 'kiosk.db.new'), randomBytes(8192));
    const { isNew } = await openTemporaryStore(options);
    expect(isNew).toBe(true);
    expect(existsSync(join(options.folder, 'kiosk.db.new'))).toBe(false);
  });
});

test('a lost proof of the key is written again once the key has opened the file', async () => {
  const options = await closedStore();
  rmSync(join(options.folder, 'kiosk.key-check'));
  expect(await faultOf(options)).toBe('none');
  expect(await faultOf({ ...options, key: randomBytes(32) })).toBe('wrongKey');
});

test('a demonstration clock never runs backwards over a restart', async () => {
  const { store, options } = await openTemporaryStore();
  expect(await store.lastInstant()).toBeNull();
  await store.saveLastInstant('2026-11-23T10:05:00.000Z');
  await store.saveLastInstant('2026-11-23T10:01:00.000Z');
  await store.close();
  const again = await openTemporaryStore(options);
  expect(await again.store.lastInstant()).toBe('2026-11-23T10:05:00.000Z');
});

test('a clock that was put right may be set back on purpose', async () => {
  const { store } = await openTemporaryStore();
  await store.saveLastInstant('2027-11-23T10:05:00.000Z');
  await store.setLastInstant('2026-11-23T10:01:00.000Z');
  expect(await store.lastInstant()).toBe('2026-11-23T10:01:00.000Z');
  await store.saveLastInstant('2026-11-23T10:02:00.000Z');
  expect(await store.lastInstant()).toBe('2026-11-23T10:02:00.000Z');
});
