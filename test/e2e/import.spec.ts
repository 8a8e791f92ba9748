import { appendFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { expect, test } from '@playwright/test';
import {
  finished,
  importJson,
  npmImport,
  refusedImport,
  startImport,
  startProgram,
  type ImportReport,
} from '../support/commands';
import { appointment, appointments, claimOf, listFolder, writeDayList, writeFileFor } from '../support/dayLists';
import { freshFolder, startKiosk, type Kiosk } from '../support/kioskApp';
import { emisTable, toBytes, withCells, withColumn, type MadeRow } from '../support/listFiles';
import { heading, headings } from '../support/patient';
import { swiftCheckIn } from '../support/swiftCheckIn';

const day = '2026-11-23';
const demo = ['--demo', '--now', `${day}T10:00`];
const at = { day, time: '10:10' };
const folder = listFolder();

const first = appointments(20, at);
const second = appointments(20, at, 20);
const firstList = writeDayList(folder, 'first.csv', 'emis', first);
const secondList = writeDayList(folder, 'second.csv', 'emis', second);

async function ending(kiosk: Kiosk, row: MadeRow | undefined): Promise<string> {
  if (row === undefined) throw new Error('No patient');
  return (await swiftCheckIn(kiosk.page, claimOf(row))).heading;
}

test.describe('import while the kiosk runs on the folder', () => {
  test.describe.configure({ mode: 'serial' });
  let kiosk: Kiosk;
  /** Patients of the list in use who have not come yet: each shows once that it is still in use. */
  let waiting: MadeRow[] = [];
  const nextEnding = (): Promise<string> => ending(kiosk, waiting.shift());

  test.beforeAll(async () => {
    kiosk = await startKiosk({ args: [...demo, '--list', firstList] });
    await expect(heading(kiosk.page, headings.welcome)).toBeVisible();
  });
  test.afterAll(() => kiosk.close());

  test('npm run import hands the file to the kiosk, which uses the new list at once', async () => {
    expect(await ending(kiosk, second[0])).toBe('Please speak to reception');
    const { exitCode, stdout } = await npmImport({
      dataFolder: kiosk.dataFolder,
      files: [secondList],
      args: [...demo, '--json'],
    });
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      file: 'second.csv',
      profile: 'emis',
      day,
      rows: 20,
      loaded: 20,
      skipped: 0,
      problems: [],
    } satisfies ImportReport);
    expect(await ending(kiosk, second[0])).toBe('You are checked in');
    // Replaced whole: whoever was only on the first list is not known any more.
    expect(await ending(kiosk, first[0])).toBe('Please speak to reception');
    waiting = second.slice(1);
  });

  test('without --json a person reads what was loaded', async () => {
    const { exitCode, stdout } = await finished(
      startImport({ dataFolder: kiosk.dataFolder, files: [secondList], args: demo }),
    );
    expect(exitCode).toBe(0);
    expect(stdout).toBe('second.csv: 20 of 20 appointments for 2026-11-23 loaded (emis), 0 left out.\n');
  });

  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const unusable: { what: string; name: string; content: () => string | Buffer; says: RegExp }[] = [
    {
      what: 'a letter that is not CSV',
      name: 'letter.csv',
      content: () => 'Dear doctor\nthank you\n',
      says: /headings|not a CSV file/,
    },
    {
      what: 'an image',
      name: 'photo.csv',
      content: () => Buffer.concat([png, Buffer.alloc(4000, 7)]),
      says: /is a PNG picture/,
    },
    {
      what: 'a workbook',
      name: 'book.csv',
      content: () => Buffer.from('504b030414000600', 'hex'),
      says: /spreadsheet workbook/,
    },
    { what: 'an empty file', name: 'empty.csv', content: () => '', says: /is empty/ },
    {
      what: 'unknown headings',
      name: 'stock.csv',
      content: () => 'Item,Price,Place\r\nChair,10,Hall\r\n',
      says: /headings/,
    },
    {
      what: 'a list of another day',
      name: 'tomorrow.csv',
      content: () => toBytes(emisTable(appointments(5, { day: '2026-11-24', time: '10:10' }))),
      says: /has no appointments for .*23 November 2026/,
    },
    {
      what: 'more than 10 % bad rows',
      name: 'bad.csv',
      content: () => toBytes(withCells(emisTable(first), 'Date of Birth', { 3: '', 7: 'soon', 11: '' })),
      says: /3 of its 20 rows are bad, more than 10 %/,
    },
  ];
  for (const { what, name, content, says } of unusable) {
    test(`${what} is refused in one sentence, and the list stays in use`, async () => {
      const file = writeFileFor(folder, name, content());
      const { error, file: named } = await refusedImport({ dataFolder: kiosk.dataFolder, files: [file], args: demo });
      expectOneSentence(error, name);
      expect(error).toMatch(says);
      expect(named).toBe(name);
      expect(await nextEnding()).toBe('You are checked in');
    });
  }

  test('a file of 200 MB is refused at once, and the list stays in use', async () => {
    const file = writeFileFor(folder, 'huge.csv', toBytes(emisTable(first)));
    truncateSync(file, 200 * 1024 * 1024);
    const { error } = await refusedImport({ dataFolder: kiosk.dataFolder, files: [file], args: demo });
    expectOneSentence(error, 'huge.csv');
    expect(error).toMatch(/too big for a day list \(200 MB/);
    expect(await nextEnding()).toBe('You are checked in');
  });

  test('a file that grows while it is read is refused, and the list stays in use', async () => {
    const file = writeFileFor(folder, 'growing.csv', toBytes(emisTable(first)));
    const [line = ''] = toBytes(emisTable(appointments(1, at, 60)))
      .toString()
      .split('\r\n')
      .slice(1);
    const export_ = setInterval(() => appendFileSync(file, `${line}\r\n`), 50);
    const { error } = await refusedImport({ dataFolder: kiosk.dataFolder, files: [file], args: demo }).finally(() => {
      clearInterval(export_);
    });
    expectOneSentence(error, 'growing.csv');
    expect(error).toMatch(/still being written/);
    expect(await nextEnding()).toBe('You are checked in');
  });

  test('of several files given together, one that cannot be used keeps all out', async () => {
    const good = writeDayList(folder, 'good.csv', 'emis', first);
    const files = [good, join(folder, 'empty.csv')];
    const { error } = await refusedImport({ dataFolder: kiosk.dataFolder, files, args: demo });
    expectOneSentence(error, 'empty.csv');
    expect(await ending(kiosk, first[1])).toBe('Please speak to reception');
    expect(await nextEnding()).toBe('You are checked in');
  });

  test('a missing file is named', async () => {
    const missing = join(folder, 'nowhere.csv');
    const { error } = await refusedImport({ dataFolder: kiosk.dataFolder, files: [missing], args: demo });
    expectOneSentence(error, 'nowhere.csv');
  });

  test('a few bad rows are reported with their lines, and the others are loaded', async () => {
    const rows = appointments(50, at, 100);
    let table = withColumn(emisTable(rows), 'End Time', () => '10:20');
    table = withCells(table, 'End Time', { 4: '09:00' });
    table = withCells(table, 'NHS Number', { 1: '9.99E+09' });
    table = withCells(table, 'Date of Birth', { 2: '' });
    table = withCells(table, 'Current Slot Status', { 3: 'Gone fishing' });
    const file = writeFileFor(folder, 'few.csv', toBytes(table));
    const { exitCode, reports } = await importJson({ dataFolder: kiosk.dataFolder, files: [file], args: demo });
    expect(exitCode).toBe(0);
    expect(reports[0]).toMatchObject({ rows: 50, loaded: 46, skipped: 4 });
    expect(reports[0]?.problems).toEqual([
      { line: 3, reason: expect.stringContaining('9.99E+09') as unknown },
      { line: 4, reason: '“Date of Birth” is blank' },
      { line: 5, reason: '“Current Slot Status” is not a status we know' },
      { line: 6, reason: 'the appointment ends before it starts' },
    ]);
    expect(await ending(kiosk, rows[0])).toBe('You are checked in');
    expect(await ending(kiosk, rows[3])).toBe('Please speak to reception');
    expect(await ending(kiosk, rows[49])).toBe('You are checked in');
  });

  test('several files given together make one list', async () => {
    const [one, other] = [appointments(10, at, 200), appointments(10, at, 210)];
    const files = [
      writeDayList(folder, 'morning.csv', 'emis', one),
      writeDayList(folder, 'afternoon.csv', 'emis', other),
    ];
    const { exitCode, reports } = await importJson({ dataFolder: kiosk.dataFolder, files, args: demo });
    expect(exitCode).toBe(0);
    expect(reports.map(({ file, loaded }) => [file, loaded])).toEqual([
      ['morning.csv', 10],
      ['afternoon.csv', 10],
    ]);
    expect(await ending(kiosk, one[0])).toBe('You are checked in');
    expect(await ending(kiosk, other[0])).toBe('You are checked in');
  });

  test('two imports at once are both answered, one after the other', async () => {
    const files = ['a.csv', 'b.csv'].map((name, index) =>
      writeDayList(folder, name, 'emis', appointments(10, at, 220 + 10 * index)),
    );
    const both = await Promise.all(
      files.map((file) => importJson({ dataFolder: kiosk.dataFolder, files: [file], args: demo })),
    );
    expect(both.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    // One of the two lists is in use, whole, and not the other.
    const answers = [await ending(kiosk, appointment(220, at)), await ending(kiosk, appointment(230, at))];
    expect(answers.sort()).toEqual(['Please speak to reception', 'You are checked in']);
  });

  test('an import that says it is of a real practice is refused', async () => {
    const { exitCode, stdout, stderr } = await finished(
      startImport({ dataFolder: kiosk.dataFolder, files: [firstList] }),
    );
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expectOneSentence(lastLine(stderr), kiosk.dataFolder);
  });

  test('a second kiosk on the same folder is refused in one sentence', async () => {
    const { exitCode, stderr } = await finished(startProgram(['--data-dir', kiosk.dataFolder, ...demo]));
    expect(exitCode).toBe(1);
    expect(lastLine(stderr)).toBe(`The kiosk is already running on the data folder ${kiosk.dataFolder}.`);
    await expect(heading(kiosk.page, headings.welcome).or(kiosk.page.getByText('Finish'))).toBeVisible();
  });
});

test('import with no kiosk running: the next start uses the list, and the folder stays a demonstration', async () => {
  const dataFolder = freshFolder();
  const { exitCode, reports } = await importJson({ dataFolder, files: [firstList], args: demo });
  expect({ exitCode, loaded: reports[0]?.loaded }).toEqual({ exitCode: 0, loaded: 20 });
  const refused = await finished(startImport({ dataFolder, files: [firstList] }));
  expect(refused.exitCode).toBe(1);
  expectOneSentence(lastLine(refused.stderr), dataFolder);
  const { error } = await refusedImport({ dataFolder, files: [writeFileFor(folder, 'none.csv', '')], args: demo });
  expectOneSentence(error, 'none.csv');

  const kiosk = await startKiosk({ dataFolder, args: demo });
  expect(await ending(kiosk, first[0])).toBe('You are checked in');

  // Killed, it leaves its lock and its socket behind; neither stands in the way.
  const isGone = once(kiosk.app.process(), 'exit');
  process.kill(-(kiosk.app.process().pid ?? 0), 'SIGKILL');
  await isGone;
  const both = await Promise.all(
    [firstList, secondList].map((file) => importJson({ dataFolder, files: [file], args: demo })),
  );
  expect(both.map((one) => one.exitCode)).toEqual([0, 0]);
  const again = await startKiosk({ dataFolder, args: demo });
  expect(await ending(again, first[0])).toBe('You are already checked in');
  await again.app.close();
});

test('import creates a real practice folder that a demonstration never opens', async () => {
  const dataFolder = freshFolder();
  const today = writeFileFor(folder, 'nothing.csv', '');
  await refusedImport({ dataFolder, files: [today] });
  const { exitCode, stderr } = await finished(startImport({ dataFolder, files: [firstList], args: demo }));
  expect(exitCode).toBe(1);
  expectOneSentence(lastLine(stderr), dataFolder);
});

/** One sentence that names what it is about. */
function expectOneSentence(text: string, names: string): void {
  expect(text).toContain(names);
  expect(text.replaceAll(names, '')).toMatch(/^[^\n.]+(\.\d[^\n.]*)*\.$/);
}

/** The last line of ours: Chromium says things of its own about missing graphics hardware. */
function lastLine(text: string): string {
  return text.split('\n').findLast((line) => line !== '' && !line.startsWith('[')) ?? '';
}
