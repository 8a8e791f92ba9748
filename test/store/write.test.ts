import { expect, test } from 'vitest';
import { openStore } from '../../main/store/openStore';
import { readRules, writeRules } from '../../main/store/rules';
import { visitsOfDay } from '../../main/store/visits';
import { openTemporaryStore, temporaryStoreOptions } from '../support/temporaryStore';
import { runToEnd, runUntilKilled } from './support/child';
import { instant, today } from './support/samples';

test('a write that fails changes nothing and leaves the store usable', async () => {
  const { store } = await openTemporaryStore();
  const failing = store.write(async (db) => {
    await writeRules(db, { joinMinutes: 5 }, instant);
    throw new Error('on purpose');
  });
  await expect(failing).rejects.toThrow('on purpose');
  expect(await readRules(store.db)).toEqual({});
  await store.write((db) => writeRules(db, { joinMinutes: 6 }, instant));
  expect(await readRules(store.db)).toEqual({ joinMinutes: 6 });
});

test('writes of one process go one after the other', async () => {
  const { store } = await openTemporaryStore();
  const count = async () => {
    await store.write(async (db) => {
      const known = Number((await readRules(db))['count'] ?? 0);
      await Promise.resolve();
      await writeRules(db, { count: known + 1 }, instant);
    });
  };
  await Promise.all(Array.from({ length: 20 }, count));
  expect(await readRules(store.db)).toEqual({ count: 20 });
});

test('using the store inside a write says so instead of waiting for itself for ever', async () => {
  const { store } = await openTemporaryStore();
  await expect(store.write(() => store.write(() => Promise.resolve()))).rejects.toThrow('its own transaction');
  await expect(store.write(() => readRules(store.db))).rejects.toThrow('its own transaction');
  expect(await readRules(store.db)).toEqual({});
});

test('two processes that read and then write in one transaction never fail as busy', async () => {
  const options = temporaryStoreOptions();
  await (await openStore(options)).store.close();
  const printed = await Promise.all([runToEnd('count', options), runToEnd('count', options)]);
  expect(printed.map((lines) => lines.at(-1))).toEqual(['done', 'done']);
  const { store } = await openTemporaryStore(options);
  expect(await readRules(store.db)).toEqual({ count: 400 });
}, 60_000);

test('a killed process loses nothing that it said was written', { timeout: 120_000 }, async () => {
  const options = temporaryStoreOptions();
  const said: string[] = [];
  for (let round = 0; round < 20; round += 1) {
    const lines = await runUntilKilled('visits', options, 1 + ((round * 7) % 30));
    expect(lines.length).toBeGreaterThan(0);
    said.push(...lines);
  }
  const { store, endedCleanly } = await openTemporaryStore(options);
  const kept = new Set((await visitsOfDay(store.db, today)).flatMap((visit) => visit.arrivals).map(({ id }) => id));
  expect(endedCleanly).toBe(false);
  expect(said.filter((id) => !kept.has(id))).toEqual([]);
});
