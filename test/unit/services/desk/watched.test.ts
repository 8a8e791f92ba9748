import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startWatchedFolder } from '../../../../main/services/desk/watchedFolder';
import { currentLists } from '../../../../main/store/lists';
import { emisTable, makeRows, systmOneTable, toBytes, withCells } from '../../../support/listFiles';
import { temporaryFolder } from '../../../support/temporaryStore';
import { openLists, put, today } from './listsSupport';

const lookEvery = 10_000;
const emis = (count: number) => toBytes(emisTable(makeRows(count)));

async function openWatched() {
  const lists = await openLists();
  const { timers, clock, machine, asJo, store, importLists } = lists;
  const watchedFolder = temporaryFolder();
  machine.value = { ...machine.value, watchedFolder };
  let imports = 0;
  const counted: typeof importLists = (...given) => {
    imports += 1;
    return importLists(...given);
  };
  startWatchedFolder({ ...lists, importLists: counted });
  /** Lets the program look once, and waits until it has. */
  const look = async (): Promise<void> => {
    clock.jump(10);
    timers.advance(lookEvery);
    const at = clock.instant();
    await expect.poll(async () => (await asJo.state({})).watched?.lookedAt, { interval: 5 }).toBe(at);
  };
  const drop = (name: string, content: string | Buffer, written = '2026-11-23T09:59:00.000Z'): string => {
    const path = put(watchedFolder, name, content);
    utimesSync(path, new Date(written), new Date(written));
    return path;
  };
  const within = (folder: string): string[] => {
    const path = join(watchedFolder, folder);
    return existsSync(path) ? readdirSync(path).toSorted() : [];
  };
  const results = async () => (await asJo.state({})).watched?.results ?? [];
  const inUse = async () => (await currentLists(store.db, today)).map(({ source, rowsLoaded }) => [source, rowsLoaded]);
  return { ...lists, watchedFolder, look, drop, within, results, inUse, imports: () => imports };
}

describe('a day list in the watched folder', () => {
  test('is taken when it was the same at two looks, as old as its file, and moved away', async () => {
    const { look, drop, within, inUse, results, store } = await openWatched();
    drop('Day List.CSV', emis(6));
    await look();
    expect(await inUse()).toEqual([]);
    await look();
    expect(await inUse()).toEqual([['emis', 6]]);
    expect(await currentLists(store.db, today)).toMatchObject([{ listAsOf: '2026-11-23T09:59:00.000Z' }]);
    expect(within('.')).toEqual(['processed']);
    expect(within('processed')).toEqual(['20261123-100020-Day List.csv']);
    expect(await results()).toMatchObject([{ file: 'Day List.CSV', isUsed: true, reason: null }]);
  });

  test('is left alone while it grows', async () => {
    const { look, drop, inUse } = await openWatched();
    const path = drop('list.csv', emis(3));
    await look();
    appendFileSync(path, emis(6).subarray(emis(3).length));
    await look();
    expect(await inUse()).toEqual([]);
    await look();
    expect(await inUse()).toEqual([['emis', 6]]);
  });

  test('waits for another that is still being written: two halves are one list', async () => {
    const { look, drop, inUse } = await openWatched();
    const rows = makeRows(8);
    drop('one.csv', toBytes(emisTable(rows.slice(0, 5))));
    await look();
    drop('two.csv', toBytes(emisTable(rows.slice(5))));
    await look();
    expect(await inUse()).toEqual([]);
    await look();
    expect(await inUse()).toEqual([['emis', 8]]);
  });

  test('does not wait for ever for one that never comes to rest', async () => {
    const { look, drop, inUse, asJo } = await openWatched();
    drop('one.csv', emis(4));
    const path = drop('log.csv', 'x');
    for (let count = 0; count < 31; count += 1) {
      appendFileSync(path, 'x');
      await look();
    }
    expect(await inUse()).toEqual([['emis', 4]]);
    expect((await asJo.state({})).watched?.problem).toContain('still being written');
  });

  test('is one list of its own system, whatever becomes of another’s', async () => {
    const { look, drop, within, inUse, results } = await openWatched();
    drop('emis.csv', emis(4));
    drop('bad.csv', toBytes(withCells(systmOneTable(makeRows(6)), 'DOB', (cell, row) => (row < 3 ? 'x' : cell))));
    await look();
    await look();
    expect(await inUse()).toEqual([['emis', 4]]);
    expect(within('processed')).toEqual(['20261123-100020-emis.csv']);
    expect(within('failed')).toEqual(['20261123-100020-bad.csv', '20261123-100020-bad.csv.txt']);
    expect((await results()).find(({ file }) => file === 'bad.csv')).toMatchObject({
      isUsed: false,
      reason: expect.stringContaining('3 of its 6 rows are bad') as string,
    });
  });

  test('that failed has its reason beside it, by line, and no patient in it', async () => {
    const { look, drop, watchedFolder, within } = await openWatched();
    drop('bad.csv', toBytes(withCells(emisTable(makeRows(4)), 'Date of Birth', { 1: 'x', 2: 'y' })));
    await look();
    await look();
    const [, note = ''] = within('failed');
    const text = readFileSync(join(watchedFolder, 'failed', note), 'utf8');
    expect(text).toMatch(/^bad\.csv was not used: 2 of its 4 rows are bad.*\n {2}line 3: .*\n {2}line 4: /);
    expect(text).not.toMatch(/khan|smith/i);
  });

  test('is not spoilt by yesterday’s beside it', async () => {
    const { look, drop, within, inUse } = await openWatched();
    drop('yesterday.csv', toBytes(emisTable(makeRows(3, { day: '2026-11-22' }))));
    drop('today.csv', emis(5));
    await look();
    await look();
    expect(await inUse()).toEqual([['emis', 5]]);
    expect(within('failed')).toEqual(['20261123-100020-yesterday.csv', '20261123-100020-yesterday.csv.txt']);
  });

  test('of the same name is a new list when it comes again', async () => {
    const { look, drop, within, inUse } = await openWatched();
    for (const count of [4, 7]) {
      drop('list.csv', emis(count));
      await look();
      await look();
      expect(await inUse()).toEqual([['emis', count]]);
    }
    expect(within('processed')).toHaveLength(2);
  });

  test('is not taken in again when it is the one in use, but is when it was written anew', async () => {
    const { look, drop, within, imports, results, store } = await openWatched();
    const again = async (written: string): Promise<void> => {
      drop('list.csv', emis(4), written);
      await look();
      await look();
    };
    await again('2026-11-23T09:50:00.000Z');
    await again('2026-11-23T09:50:00.000Z');
    expect(imports()).toBe(1);
    expect((await results())[0]?.reason).toContain('same list');
    // The same rows, still true ten minutes later: check-in must not close over a list that seems old.
    await again('2026-11-23T10:00:00.000Z');
    expect(imports()).toBe(2);
    expect(await currentLists(store.db, today)).toMatchObject([{ listAsOf: '2026-11-23T10:00:00.000Z' }]);
    expect(within('processed')).toHaveLength(3);
  });
});

describe('what is no day list', () => {
  test('is left where it is', async () => {
    const { look, drop, watchedFolder, within, inUse } = await openWatched();
    drop('.hidden.csv', emis(2));
    drop('~$list.csv', emis(2));
    drop('list.txt', emis(2));
    mkdirSync(join(watchedFolder, 'folder.csv'));
    symlinkSync(put(temporaryFolder(), 'elsewhere.csv', emis(2)), join(watchedFolder, 'link.csv'));
    for (let count = 0; count < 3; count += 1) await look();
    expect(within('.')).toEqual(['.hidden.csv', 'folder.csv', 'link.csv', 'list.txt', '~$list.csv']);
    expect(await inUse()).toEqual([]);
  });

  test('goes to failed with a name that no path is made of, an empty file only after a minute', async () => {
    const { look, drop, within } = await openWatched();
    drop(`${'ü'.repeat(120)}.csv`, 'Item,Price\nTea,1\n');
    drop('a<b>\n.csv', 'Item,Price\nTea,1\n');
    await look();
    await look();
    const names = within('failed').filter((name) => name.endsWith('.csv'));
    expect(names).toEqual(['20261123-100020-a_b__.csv', `20261123-100020-${'ü'.repeat(75)}.csv`]);
    drop('empty.csv', '');
    for (let count = 0; count < 5; count += 1) await look();
    expect(within('.')).toContain('empty.csv');
    await look();
    expect(within('.')).not.toContain('empty.csv');
  });
});

describe('a folder', () => {
  test('that cannot be reached is told, and logged once, until it is there again', async () => {
    const { look, drop, watchedFolder, asJo, log, inUse } = await openWatched();
    const failed = () => log.events.filter((event) => event === 'watch.folderFailed').length;
    rmSync(watchedFolder, { recursive: true });
    await look();
    await look();
    expect((await asJo.state({})).watched?.problem).toContain('cannot be found');
    expect(failed()).toBe(1);
    mkdirSync(watchedFolder);
    drop('list.csv', emis(3));
    await look();
    await look();
    expect((await asJo.state({})).watched?.problem).toBeNull();
    expect(await inUse()).toEqual([['emis', 3]]);
  });

  test('in which nothing can be moved takes each list once', async () => {
    const { look, drop, watchedFolder, imports, asJo } = await openWatched();
    put(watchedFolder, 'processed', 'a file where the sub-folder should be');
    drop('list.csv', emis(3));
    for (let count = 0; count < 5; count += 1) await look();
    expect(imports()).toBe(1);
    expect((await asJo.state({})).watched?.problem).toContain('cannot be moved');
  });

  test('whose sub-folder lies on another disk gets its files there whole, as old as they were', async () => {
    const { look, drop, watchedFolder, within } = await openWatched();
    const elsewhere = mkdtempSync('/dev/shm/kiosk-processed-');
    onTestFinished(() => rmSync(elsewhere, { recursive: true }));
    expect(statSync(elsewhere).dev).not.toBe(statSync(watchedFolder).dev);
    symlinkSync(elsewhere, join(watchedFolder, 'processed'));
    drop('list.csv', emis(3));
    await look();
    await look();
    expect(within('.')).toEqual(['processed']);
    const [name = ''] = readdirSync(elsewhere);
    expect(readFileSync(join(elsewhere, name)).equals(emis(3))).toBe(true);
    expect(statSync(join(elsewhere, name)).mtime.toISOString()).toBe('2026-11-23T09:59:00.000Z');
  });

  test('that is not set is not looked for', async () => {
    const { asJo, timers, machine, clock } = await openWatched();
    machine.value = { ...machine.value, watchedFolder: null };
    clock.jump(10);
    timers.advance(lookEvery);
    expect((await asJo.state({})).watched).toBeNull();
  });
});
