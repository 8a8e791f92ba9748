import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultRules } from '../../../main/domain/rules';
import { defaultMachineSettings } from '../../../main/services/machineDefaults';
import { createChanges } from '../../../main/services/changes';
import { InvalidRules, openSettings } from '../../../main/services/settings';
import { writeRules } from '../../../main/store/rules';
import type { Store } from '../../../main/store/store';
import type { PracticeRules } from '../../../main/domain/types';
import { createFakeClock, createSilentLog } from '../../support/fakePorts';
import { settle } from '../../support/practice';
import { openTemporaryStore } from '../../support/temporaryStore';

async function open(store: Store) {
  const changes = createChanges();
  const log = createSilentLog();
  let told = 0;
  changes.subscribe(['rules'], () => (told += 1));
  const machine = { read: () => ({ ...defaultMachineSettings }), change: () => undefined };
  const settings = await openSettings({ store, machine, clock: createFakeClock('2026-11-23T10:00'), changes, log });
  return { settings, log, told: () => told };
}

const storedWith = async (rules: Record<string, unknown>): Promise<Store> => {
  const { store } = await openTemporaryStore();
  await store.write((db) => writeRules(db, rules, '2026-11-23T10:00:00.000Z'));
  return store;
};

const auditOf = (store: Store) =>
  store.db.selectFrom('audit').select(['actor', 'action', 'detail']).orderBy('sequence').execute();

describe('changing practice rules', () => {
  test('is in force at once, told, audited with before and after, and there after a restart', async () => {
    const { store } = await openTemporaryStore();
    const { settings, told } = await open(store);
    await settings.setRules({ joinMinutes: 45 }, 'commandLine');
    await settings.setRules({ joinMinutes: 30, hygieneLine: null }, 'commandLine');
    await settle();
    expect(settings.rules()).toEqual({ ...defaultRules, joinMinutes: 30, hygieneLine: null });
    expect(told()).toBe(2);
    expect((await auditOf(store)).map(({ detail }) => JSON.parse(detail) as unknown)).toEqual([
      { name: 'joinMinutes', before: null, after: 45 },
      { name: 'joinMinutes', before: 45, after: 30 },
      { name: 'hygieneLine', before: null, after: null },
    ]);
    const again = await open(store);
    expect(again.settings.rules()).toEqual({ ...defaultRules, joinMinutes: 30, hygieneLine: null });
  });

  test('is refused whole, with a sentence for each thing that is wrong', async () => {
    const { store } = await openTemporaryStore();
    const { settings, told } = await open(store);
    const change = { joinMinutes: -1, visitsKeptDays: 'long', practiceName: 'Fine', noSuchRule: 1 };
    const refusal = await settings
      .setRules(change as unknown as Partial<PracticeRules>, 'commandLine')
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(InvalidRules);
    const { problems } = refusal as InvalidRules;
    expect(problems.length).toBeGreaterThanOrEqual(3);
    expect(problems.every((sentence) => /^[^\n]+\.$/.test(sentence))).toBe(true);
    expect(settings.rules()).toEqual(defaultRules);
    expect(told()).toBe(0);
    expect(await auditOf(store)).toEqual([]);
  });

  test('checks a second change against what the first has made, though both come at once', async () => {
    const { store } = await openTemporaryStore();
    const { settings } = await open(store);
    const results = await Promise.allSettled([
      settings.setRules({ stampListAfterMinutes: 100 }, 'commandLine'),
      settings.setRules({ closeListAfterMinutes: 60 }, 'commandLine'),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(settings.rules()).toMatchObject({ stampListAfterMinutes: 100, closeListAfterMinutes: 120 });
  });
});

test('the example of the README is a file that the kiosk takes', async () => {
  const readme = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8');
  const example = /```json\n([\s\S]+?)\n```/.exec(readme)?.[1] ?? '';
  const rules = JSON.parse(example) as Partial<PracticeRules>;
  const { store } = await openTemporaryStore();
  const { settings } = await open(store);
  await settings.setRules(rules, 'commandLine');
  expect(settings.rules()).toEqual({ ...defaultRules, ...rules });
});

test('every rule that the README names exists', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8');
  const table = /\| rule \| meaning \|\n([\s\S]+?)\n\n/.exec(readme)?.[1] ?? '';
  const named = table.split('\n').flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)]);
  expect(named.length).toBeGreaterThan(20);
  for (const [, name = ''] of named) expect(defaultRules).toHaveProperty(name);
});

describe('stored rules that do not hold together', () => {
  test('are left aside one by one: a bad value does not lose the practice the rest', async () => {
    const store = await storedWith({ joinMinutes: 'soon', practiceName: 'Quay Lane Surgery', closedDays: 'never' });
    const { settings, log } = await open(store);
    expect(settings.rules()).toEqual({ ...defaultRules, practiceName: 'Quay Lane Surgery' });
    expect(log.entries.map(({ fields }) => fields.kind).toSorted()).toEqual(['closedDays', 'joinMinutes']);
    expect(new Set(log.events)).toEqual(new Set(['settings.setAside']));
  });

  test('are kept where they hold only together', async () => {
    const store = await storedWith({ stampListAfterMinutes: 5, closeListAfterMinutes: 10, joinMinutes: -1 });
    const { settings } = await open(store);
    expect(settings.rules()).toEqual({ ...defaultRules, stampListAfterMinutes: 5, closeListAfterMinutes: 10 });
  });

  test('of a later program are not looked at', async () => {
    const store = await storedWith({ ruleOfTomorrow: 7, toString: 'x', joinMinutes: 20 });
    const { settings, log } = await open(store);
    expect(settings.rules()).toEqual({ ...defaultRules, joinMinutes: 20 });
    expect(log.events).toEqual([]);
  });
});
