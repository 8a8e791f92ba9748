import { describe, expect, test } from 'vitest';
import type { Day } from '../../../preload/contract/rules/dates';
import { ImportRefused } from '../../../main/services/importLists';
import { stageDemonstration } from '../../../main/services/stageDemonstration';
import { currentLists, locations } from '../../../main/store/lists';
import { createDemonstration } from '../../../main/demonstration/demonstration';
import { emisTable, makeRows, systmOneTable, toBytes, withCells } from '../../support/listFiles';
import { openPractice, writeListAt } from '../../support/practice';

const day = '2026-11-23' as Day;
const quiet = (): void => undefined;
const emisFile = (count: number, name = 'today.csv'): string => writeListAt(name, toBytes(emisTable(makeRows(count))));
/** A list with `bad` rows of `count` that have no date of birth. */
const badFile = (count: number, bad: number): string => {
  const blanks = Object.fromEntries(Array.from({ length: bad }, (_, index) => [index, '']));
  return writeListAt('bad.csv', toBytes(withCells(emisTable(makeRows(count)), 'Date of Birth', blanks)));
};

describe('taking in day lists', () => {
  test('puts the list into use, tells whoever shows it, and writes it into the audit trail', async () => {
    const { importLists, store, published } = await openPractice();
    const [file] = await importLists([emisFile(30)], quiet);
    expect(file).toEqual({ file: 'today.csv', profile: 'emis', day, rows: 30, loaded: 30, skipped: 0, problems: [] });
    expect(await currentLists(store.db, day)).toMatchObject([
      { source: file?.profile, rowsRead: 30, rowsBad: 0, rowsLoaded: 30 },
    ]);
    expect(published).toEqual(['list', 'visits', 'alerts']);
    const audit = await store.db.selectFrom('audit').select(['action', 'actor']).execute();
    expect(audit).toEqual([{ action: 'list.imported', actor: 'system' }]);
  });

  test('changes nothing when more than 10 % of the rows are bad, and names them', async () => {
    const { importLists, store, published, log } = await openPractice();
    await importLists([emisFile(5)], quiet);
    const before = await currentLists(store.db, day);
    const refusal = await importLists([badFile(20, 3)], quiet).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ImportRefused);
    expect(refusal).toMatchObject({ file: 'bad.csv', problems: [{ line: 2 }, { line: 3 }, { line: 4 }] });
    expect(await currentLists(store.db, day)).toEqual(before);
    expect(published).toEqual(['list', 'visits', 'alerts']);
    expect(log.events).toContain('list.refused');
  });

  test('takes a list of which exactly 10 % are bad, without those rows', async () => {
    const { importLists } = await openPractice();
    const [file] = await importLists([badFile(20, 2)], quiet);
    expect(file).toMatchObject({ rows: 20, loaded: 18, skipped: 2, problems: [{ line: 2 }, { line: 3 }] });
  });

  test('makes one list of the files of one system, and one for each system', async () => {
    const { importLists, store } = await openPractice();
    const rows = makeRows(30);
    const files = [
      writeListAt('morning.csv', toBytes(emisTable(rows.slice(0, 10)))),
      writeListAt('afternoon.csv', toBytes(emisTable(rows.slice(10, 20)))),
      writeListAt('other.csv', toBytes(systmOneTable(rows.slice(20)))),
    ];
    await importLists(files, quiet);
    const lists = await currentLists(store.db, day);
    expect(lists.map(({ rowsLoaded }) => rowsLoaded).sort()).toEqual([10, 20]);
  });

  test('a system given again replaces its own list only', async () => {
    const { importLists, store } = await openPractice();
    await importLists([emisFile(10), writeListAt('other.csv', toBytes(systmOneTable(makeRows(7))))], quiet);
    await importLists([emisFile(12)], quiet);
    const lists = await currentLists(store.db, day);
    expect(lists.map(({ rowsLoaded }) => rowsLoaded).sort()).toEqual([12, 7]);
  });

  test('one unusable file keeps out those given with it', async () => {
    const { importLists, store, published } = await openPractice();
    const given = [emisFile(10), writeListAt('empty.csv', '')];
    await expect(importLists(given, quiet)).rejects.toMatchObject({ name: 'ImportRefused', file: 'empty.csv' });
    expect(await currentLists(store.db, day)).toEqual([]);
    expect(await locations(store.db, day)).toEqual([]);
    expect(published).toEqual([]);
  });

  test('runs one import after the other, and one that fails does not stop the next', async () => {
    const { importLists, store } = await openPractice();
    const results = await Promise.allSettled([
      importLists([emisFile(300)], quiet),
      importLists([writeListAt('empty.csv', '')], quiet),
      importLists([emisFile(4)], quiet),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await currentLists(store.db, day)).toMatchObject([{ rowsLoaded: 4 }]);
  });

  test('a real list was true when its file was written, but never in the future', async () => {
    const { importLists, store } = await openPractice();
    const listAsOf = async (written: string): Promise<string | undefined> => {
      await importLists([writeListAt('today.csv', toBytes(emisTable(makeRows(3))), written)], quiet);
      return (await currentLists(store.db, day))[0]?.listAsOf;
    };
    expect(await listAsOf('2026-11-23T08:30:00.000Z')).toBe('2026-11-23T08:30:00.000Z');
    expect(await listAsOf('2026-11-23T11:30:00.000Z')).toBe('2026-11-23T10:00:00.000Z');
  });

  test.each([
    ['of now', '2026-11-23T10:00:00.000Z', true],
    ['of this morning', '2026-11-23T07:00:00.000Z', true],
    ['two minutes ahead, as clocks differ', '2026-11-23T10:02:00.000Z', true],
    ['further ahead, which says that this clock is behind', '2026-11-23T10:02:00.001Z', false],
  ])('a file %s proves the clock: %#', async (_which, written, isProved) => {
    const { importLists, lastInstant, store } = await openPractice();
    await store.setLastInstant('2026-11-23T12:00:00.000Z');
    const said: string[] = [];
    await importLists([writeListAt('today.csv', toBytes(emisTable(makeRows(3))), written)], (text) => said.push(text));
    expect(lastInstant.read()).toBe(isProved ? '2026-11-23T10:00:00.000Z' : null);
    expect(await store.lastInstant()).toBe(isProved ? '2026-11-23T10:00:00.000Z' : '2026-11-23T12:00:00.000Z');
    expect(said.some((text) => text.includes('put the clock right'))).toBe(!isProved);
  });

  test('a list always proves the clock of a demonstration, which may be set', async () => {
    const { importLists, lastInstant } = await openPractice({ isDemonstration: true });
    await importLists([writeListAt('today.csv', toBytes(emisTable(makeRows(3))), '2027-01-01T00:00:00.000Z')], quiet);
    expect(lastInstant.read()).toBe('2026-11-23T10:00:00.000Z');
  });

  test('reads the practice’s own status words as it has said they mean', async () => {
    const { importLists, store } = await openPractice({ rules: { statusWords: { 'In the garden': 'arrived' } } });
    const rows = makeRows(3, { status: 'in the Garden' });
    await importLists([writeListAt('today.csv', toBytes(emisTable(rows)))], quiet);
    const statuses = await store.db.selectFrom('appointments').select('status').execute();
    expect(statuses).toEqual([{ status: 'arrived' }, { status: 'arrived' }, { status: 'arrived' }]);
  });

  test('a demonstration that is given a list shows that list instead of its made-up day', async () => {
    const practice = await openPractice({ isDemonstration: true });
    const { store, clock, importLists } = practice;
    const makeDay = () => createDemonstration(clock.now()).appointments;
    await stageDemonstration(practice, makeDay);
    expect(await currentLists(store.db, day)).toMatchObject([{ source: 'demonstration', rowsLoaded: 200 }]);
    await importLists([emisFile(6)], quiet);
    expect(await currentLists(store.db, day)).toMatchObject([{ source: 'emis', rowsLoaded: 6 }]);
    await stageDemonstration(practice, makeDay);
    expect(await currentLists(store.db, day)).toMatchObject([{ source: 'emis', rowsLoaded: 6 }]);
  });

  test('a made-up day that is being renewed while a list is given does not come back beside it', async () => {
    const practice = await openPractice({ isDemonstration: true });
    const { store, clock, importLists } = practice;
    const renewing = stageDemonstration(practice, () => createDemonstration(clock.now()).appointments);
    await importLists([emisFile(6)], quiet);
    await renewing;
    expect(await currentLists(store.db, day)).toMatchObject([{ source: 'emis', rowsLoaded: 6 }]);
  });
});
