import { join } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Day } from '../../../preload/contract/rules/dates';
import { UnusableFile, type List } from '../../../main/domain/list';
import { createCsvList } from '../../../main/lists/csvList';
import { emisTable, exampleDay, makeFolder, makeRows, toBytes, writeListFile } from '../../support/listFiles';
import { collect, readPath } from './readWhole';

let list: List;

beforeAll(async () => {
  // The real worker, bundled as the build does.
  const workerPath = join(makeFolder(), 'parseList.cjs');
  await build({
    entryPoints: [join(import.meta.dirname, '../../../main/workers/parseList.ts')],
    outfile: workerPath,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'error',
  });
  list = createCsvList({ workerPath, quietMilliseconds: 0 });
});

const today = exampleDay as Day;

describe('A list parsed in a thread of its own', { timeout: 60_000 }, () => {
  test('gives what the same list gives in this thread', async () => {
    const path = writeListFile('list.csv', toBytes(emisTable(makeRows(3000))));
    expect((await collect(list.read(path, 'list.csv', today, {}))).events).toEqual((await readPath(path)).events);
  });

  test("knows the practice's own status words there too", async () => {
    const path = writeListFile('list.csv', toBytes(emisTable(makeRows(3, { status: 'Sat in the garden' }))));
    expect((await collect(list.read(path, 'list.csv', today, {}))).finished).toMatchObject({ rows: 3, bad: 3 });
    const read = await collect(list.read(path, 'list.csv', today, { 'sat in the GARDEN': 'arrived' }));
    expect(read.appointments.map(({ status }) => status)).toEqual(['arrived', 'arrived', 'arrived']);
  });

  test('knows headings named by staff there too, and says what it saw of others', async () => {
    const text = 'When;Who with;State;Birthday;Who\n23/11/2026 09:10;Dr Rao;Booked;02/03/1950;QUILL, Ann\n';
    const path = writeListFile('list.csv', text);
    const error: unknown = await collect(list.read(path, 'list.csv', today, {})).catch((reason: unknown) => reason);
    expect(error instanceof UnusableFile && error.why.seen?.headings).toEqual(text.split('\n')[0]?.split(';'));
    const mapping = {
      start: 'When',
      clinician: 'Who with',
      status: 'State',
      dateOfBirth: 'Birthday',
      patientName: 'Who',
    };
    const read = await collect(list.read(path, 'list.csv', today, {}, [{ name: 'Sheet', mapping }]));
    expect(read.opened.source).toBe('mapped:Sheet');
    expect(read.appointments).toHaveLength(1);
  });

  test('is refused as an UnusableFile with the same sentence', async () => {
    const path = writeListFile('list.csv', 'Item,Price\nTea,1\n');
    const error: unknown = await collect(list.read(path, 'list.csv', today, {})).catch((reason: unknown) => reason);
    const same: unknown = await readPath(path).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UnusableFile);
    expect(error).toEqual(same);
  });

  test('leaves most of the work to that thread', async () => {
    const path = writeListFile('list.csv', toBytes(emisTable(makeRows(10_000))));
    const before = process.threadCpuUsage();
    await readPath(path);
    const here = process.threadCpuUsage(before);
    const between = process.threadCpuUsage();
    const whole = await collect(list.read(path, 'list.csv', today, {}));
    const there = process.threadCpuUsage(between);
    expect(whole.finished).toMatchObject({ rows: 10_000, bad: 0 });
    expect(there.user + there.system).toBeLessThan((here.user + here.system) / 2);
  });

  test('waits for a slow reader and ends when its reader leaves early', async () => {
    const path = writeListFile('list.csv', toBytes(emisTable(makeRows(10_000))));
    const reading = list.read(path, 'list.csv', today, {})[Symbol.asyncIterator]();
    const first = await reading.next();
    const second = await reading.next();
    expect([first.value?.kind, second.value?.kind]).toEqual(['opened', 'rows']);
    await reading.return?.();
    expect(await reading.next()).toEqual({ done: true, value: undefined });
  });

  test('tells a bug in the worker as an error that is no refusal', async () => {
    const broken = createCsvList({ workerPath: writeListFile('broken.cjs', 'throw new TypeError("broken");') });
    await expect(collect(broken.read('list.csv', 'list.csv', today, {}))).rejects.toThrow('broken');
    const silent = createCsvList({ workerPath: writeListFile('silent.cjs', '') });
    await expect(collect(silent.read('list.csv', 'list.csv', today, {}))).rejects.toThrow(
      'ended before it had finished',
    );
  });
});
