import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../preload/contract/rules/dates';
import { UnusableFile } from '../../../main/domain/list';
import { readList } from '../../../main/lists/readList';
import {
  emisTable,
  exampleDay,
  makeFolder,
  makeRow,
  makeRows,
  systmOneTable,
  toBytes,
  toText,
  withCells,
  withoutColumn,
  writeListFile,
} from '../../support/listFiles';
import { readContent, readPath } from './readWhole';

const good = toText(emisTable(makeRows(12)));

/** The one sentence a file is refused with. */
async function refusal(reading: Promise<unknown>): Promise<string> {
  const error = await reading.then(
    () => {
      throw new Error('The file was taken');
    },
    (reason: unknown) => reason,
  );
  if (!(error instanceof UnusableFile)) throw error;
  expect(error.file).toBe('list.csv');
  expect(error.message).toMatch(/^list\.csv [^\n]+\.$/);
  return error.message;
}

describe('A file that cannot be used is refused with one sentence that names it and why', () => {
  test.each([
    ['a PNG picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'is a PNG picture, not a CSV file'],
    ['a JPEG picture', Buffer.from('ffd8ffe000104a464946000101', 'hex'), 'is a JPEG picture, not a CSV file'],
    ['a GIF picture', Buffer.from('GIF89a\u0001\u0000'), 'is a GIF picture'],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'is a PDF document'],
    [
      'an .xlsx workbook',
      Buffer.concat([Buffer.from('504b030414000600', 'hex'), deflateRawSync(good)]),
      'is a spreadsheet workbook, not a CSV file: save it as CSV',
    ],
    ['an .xls workbook', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'save it as CSV'],
    ['a web page', Buffer.from('<html><body><table><tr><td>Appointment Date</td></tr></table>'), 'is a web page'],
    ['XML', Buffer.from('\uFEFF<?xml version="1.0"?><a/>'), 'is an XML file'],
    ['a compressed file', Buffer.from('1f8b0800000000000003', 'hex'), 'is a compressed file'],
    [
      'bytes of no text',
      Buffer.concat([Buffer.from(good), Buffer.alloc(50), Buffer.from([1, 2, 3])]),
      'is not a text file',
    ],
    [
      'NULs after 300 KB of text',
      Buffer.concat([Buffer.from('a,b,c\n'.repeat(60_000)), Buffer.alloc(9)]),
      'is not a text file',
    ],
    ['nothing', Buffer.alloc(0), 'is empty'],
    ['blank lines only', Buffer.from('\uFEFF\r\n \r\n'), 'is empty'],
    ['prose', Buffer.from('Dear colleague\nplease find the list attached\n'), 'is not a CSV file, it has no columns'],
    [
      'another table',
      Buffer.from('Item,Price\nTea,1\nMilk,2\n'),
      'has no row of headings as EMIS Web or SystmOne write them',
    ],
    ['headings alone', Buffer.from(toText(emisTable([]))), 'has headings but no appointments'],
    [
      'headings and totals',
      Buffer.from(toText(emisTable([]), { footer: ['Total,0'] })),
      'has headings but no appointments',
    ],
  ])('%s', async (_, content, reason) => {
    expect(await refusal(readContent(content))).toContain(reason);
  });

  test('a list without a column that is needed, naming it', async () => {
    const noBirth = withoutColumn(emisTable(makeRows(3)), 'Date of Birth');
    expect(await refusal(readContent(toText(noBirth)))).toContain(
      'has no column for “Date of Birth”: add it to the report',
    );
    const less = withoutColumn(withoutColumn(systmOneTable(makeRows(3)), 'Appointment Status'), 'Patient name');
    expect(await refusal(readContent(toText(less)))).toContain(
      'has no column for “Appointment Status” and “Family Name”: add them',
    );
  });

  test('a list of other days, naming both', async () => {
    const other = emisTable(makeRows(3, { day: '2026-11-22' }));
    expect(await refusal(readContent(toText(other)))).toBe(
      'list.csv has no appointments for Monday 23 November 2026 (it holds 22 November 2026).',
    );
    const two = emisTable([makeRow(0, { day: '2026-11-24' }), makeRow(1, { day: '2026-11-22' })]);
    expect(await refusal(readContent(toText(two)))).toContain('(it holds 22 November 2026 and 24 November 2026).');
    const week = emisTable([1, 2, 3, 4, 5].map((day) => makeRow(day, { day: `2026-11-0${day}` })));
    expect(await refusal(readContent(toText(week)))).toContain(
      '(it holds 5 days from 1 November 2026 to 5 November 2026).',
    );
  });

  test('a list of another day stays one when a row of it has no date that can be read', async () => {
    const other = emisTable([...makeRows(3, { day: '2026-11-22' }), makeRow(3, { day: 'x' })]);
    expect(await refusal(readContent(toText(other)))).toContain('has no appointments for Monday');
  });

  test('at midnight, when the list of the day that has just ended is the last one exported', async () => {
    const lateAndEarly = emisTable([makeRow(0, { time: '00:00' }), makeRow(1, { time: '23:59' })]);
    expect((await readContent(toText(lateAndEarly), exampleDay)).appointments).toHaveLength(2);
    expect(await refusal(readContent(toText(lateAndEarly), '2026-11-24'))).toBe(
      'list.csv has no appointments for Tuesday 24 November 2026 (it holds 23 November 2026).',
    );
    expect(await refusal(readContent(toText(lateAndEarly), '2026-11-22'))).toBe(
      'list.csv has no appointments for Sunday 22 November 2026 (it holds 23 November 2026).',
    );
  });

  test('by the London day of times that name another zone, in winter and in summer', async () => {
    const asInstants = (...instants: string[]): string => {
      const table = systmOneTable(makeRows(instants.length));
      const dated = withCells(table, 'Appointment Date', (_, row) => instants[row] ?? '');
      return toText(withCells(dated, 'Appointment Time', () => ''));
    };
    const summer = asInstants('2026-06-30T23:00:00Z', '2026-07-01T22:59:00Z');
    const { appointments } = await readContent(summer, '2026-07-01');
    expect(appointments.map(({ start }) => start)).toEqual(['2026-07-01T00:00', '2026-07-01T23:59']);
    expect(await refusal(readContent(summer, '2026-06-30'))).toContain('(it holds 1 July 2026).');
    const winter = asInstants('2026-11-23T00:01:00Z', '2026-11-23T23:59:00Z');
    expect((await readContent(winter, '2026-11-23')).appointments).toHaveLength(2);
    expect(await refusal(readContent(winter, '2026-11-24'))).toContain('(it holds 23 November 2026).');
  });

  test('but not a list of a night that holds rows of the day asked for', async () => {
    const night = emisTable([
      makeRow(0, { day: '2026-11-22', time: '23:50' }),
      makeRow(1, { day: '2026-11-23', time: '00:10' }),
    ]);
    for (const [day, start] of [
      ['2026-11-22', '2026-11-22T23:50'],
      ['2026-11-23', '2026-11-23T00:10'],
    ] as const) {
      const { appointments, finished } = await readContent(toText(night), day);
      expect(appointments.map((row) => row.start)).toEqual([start]);
      expect(finished).toMatchObject({ rows: 1, bad: 0, otherDays: 1 });
    }
  });

  test('no such file, a folder, a pipe', async () => {
    const folder = makeFolder();
    mkdirSync(join(folder, 'inner.csv'));
    execFileSync('mkfifo', [join(folder, 'pipe.csv')]);
    expect(await refusal(readPath(join(folder, 'missing.csv')))).toContain('cannot be found');
    expect(await refusal(readPath(join(folder, 'inner.csv')))).toContain('is a folder');
    expect(await refusal(readPath(join(folder, 'pipe.csv')))).toContain('is not an ordinary file');
    expect(await refusal(readPath('bad\u0000name'))).toContain('cannot be found');
  });

  test('200 MB, at once', async () => {
    const path = writeListFile('list.csv', good);
    truncateSync(path, 200 * 1024 * 1024);
    const before = process.cpuUsage();
    expect(await refusal(readPath(path))).toContain('is too big for a day list (200 MB, the limit is 60 MB)');
    const used = process.cpuUsage(before);
    expect(used.user + used.system).toBeLessThan(500_000);
  });

  test('a name of several lines is still one sentence', async () => {
    const error: unknown = await readPath('/nowhere/x.csv', 'a\nb.csv').catch((reason: unknown) => reason);
    expect((error as Error).message).toMatch(/^a b\.csv cannot be found/);
  });
});

describe('A half-written file is refused', () => {
  /** Reads until the file is open, lets `change` happen to it, and reads on. */
  async function readWhileChanging(change: (path: string) => void, content: string | Buffer = good): Promise<unknown> {
    const path = writeListFile('list.csv', content);
    const reading = readList(path, 'list.csv', exampleDay as Day, { quietMilliseconds: 0 });
    expect((await reading.next()).value).toMatchObject({ kind: 'opened' });
    change(path);
    for await (const _ of reading);
    return null;
  }

  test('when it grows while it is read', async () => {
    const reading = readWhileChanging((path) =>
      appendFileSync(path, toText(emisTable([makeRow(12)])).split('\r\n')[1] ?? ''),
    );
    expect(await refusal(reading)).toContain('was still being written while it was read');
  });

  test('when it is written anew, same size, while it is read', async () => {
    const reading = readWhileChanging((path) => {
      writeFileSync(path, readFileSync(path));
      utimesSync(path, new Date(), new Date(Date.now() + 5000));
    });
    expect(await refusal(reading)).toContain('was still being written while it was read');
  });

  test('when it shrinks while it is read', async () => {
    const big = toBytes(emisTable(makeRows(5000)));
    expect(await refusal(readWhileChanging((path) => truncateSync(path, 1000), big))).toContain(
      'was still being written',
    );
  });

  test('when it is fresh and somebody writes to it in the moment after', async () => {
    const path = writeListFile('list.csv', good);
    // A share whose clock is ahead: the file counts as just written, however long this test takes to get here.
    utimesSync(path, new Date(), new Date(Date.now() + 600_000));
    const reading = readList(path, 'list.csv', exampleDay as Day, { quietMilliseconds: 300 });
    expect((await reading.next()).value).toMatchObject({ kind: 'opened' });
    expect((await reading.next()).value).toMatchObject({ kind: 'rows' });
    const last = reading.next();
    appendFileSync(path, 'x');
    expect(await refusal(last)).toContain('was still being written while it was read');
  });

  test('when it ends inside a quoted cell', async () => {
    const text = toText(systmOneTable(makeRows(12)), { isEveryCellQuoted: true });
    expect(await refusal(readContent(text.slice(0, -20)))).toContain(
      'quotation mark on or after line 13 that is never closed',
    );
  });

  test('when it ends in the middle of a row', async () => {
    expect(await refusal(readContent(good.slice(0, -30)))).toContain('ends in the middle of a row');
  });

  test('but not when every row leaves out its last empty cells', async () => {
    const lines = good.split('\r\n').map((line, index) => (index === 0 ? line : line.replace(/,[^,]*$/, '')));
    const { finished } = await readContent(lines.join('\r\n').trimEnd());
    expect(finished).toMatchObject({ rows: 12, bad: 0 });
  });

  test('and not because of a short totals row without a line break', async () => {
    const { finished } = await readContent(`${good}Total,12`);
    expect(finished).toMatchObject({ rows: 12, bad: 0 });
  });
});
