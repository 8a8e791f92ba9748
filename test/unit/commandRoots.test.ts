import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { answerHandedOver } from '../../main/handedOver';
import type { OpenFolder } from '../../main/open';
import { defaultMachineSettings } from '../../main/services/machineDefaults';
import { createChanges } from '../../main/services/changes';
import { createControl } from '../../main/services/control';
import { openSettings } from '../../main/services/settings';
import { readCommandLine } from '../../main/shell/commandLine';
import { StartRefused, startWith } from '../../main/startWith';
import { currentLists } from '../../main/store/lists';
import { emisTable, makeRows, toBytes } from '../support/listFiles';
import { openPractice, writeListAt } from '../support/practice';
import { temporaryFolder } from '../support/temporaryStore';
import { dateSchema } from '../../preload/contract/rules/dates';

const day = dateSchema.parse('2026-11-23');

/** An open folder with real settings, and what the program says on standard error meanwhile. */
async function openForCommands() {
  const practice = await openPractice();
  const machine = { read: () => ({ ...defaultMachineSettings }), change: () => undefined };
  const settings = await openSettings({ ...practice, changes: createChanges(), machine });
  const said: string[] = [];
  const write = vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  onTestFinished(() => write.mockRestore());
  // Only what these two roots use of it.
  const folder = { ...practice, settings } as unknown as OpenFolder;
  return { ...practice, settings, folder, said };
}

function fileOf(rules: unknown): string {
  const path = join(temporaryFolder(), 'rules.json');
  writeFileSync(path, JSON.stringify(rules));
  return path;
}

describe('what the command line of the kiosk brings along', () => {
  const list = (status = 'Booked'): string => writeListAt('today.csv', toBytes(emisTable(makeRows(3, { status }))));

  test('settings come before lists, which are read by them', async () => {
    const practice = await openPractice();
    const { store } = practice;
    const rules = fileOf({ statusWords: { 'In the garden': 'arrived' } });
    await startWith(
      practice as unknown as OpenFolder,
      readCommandLine(['--settings', rules, '--list', list('In the garden')], false),
    );
    const rows = await store.db.selectFrom('appointments').select('status').distinct().execute();
    expect(rows).toEqual([{ status: 'arrived' }]);
  });

  test('settings that are refused end the start with their sentences, and nothing has changed', async () => {
    const { folder, settings, store, said } = await openForCommands();
    const before = settings.rules();
    const line = readCommandLine(['--settings', fileOf({ joinMinutes: -1, colour: 1 }), '--list', list()], false);
    await expect(startWith(folder, line)).rejects.toBeInstanceOf(StartRefused);
    expect(said).toHaveLength(2);
    expect(settings.rules()).toEqual(before);
    expect(await currentLists(store.db, day)).toEqual([]);
  });

  test('a settings file that cannot be read ends the start with one sentence', async () => {
    const { folder, said } = await openForCommands();
    const line = readCommandLine(['--settings', join(temporaryFolder(), 'none.json')], false);
    await expect(startWith(folder, line)).rejects.toBeInstanceOf(StartRefused);
    expect(said).toEqual([expect.stringMatching(/^none\.json was not used: .+\.\n$/)]);
  });
});

describe('a command handed over to the owner of the folder', () => {
  const owner = async () => {
    const opened = await openForCommands();
    const control = createControl({ ...opened, kioskMode: null, web: null });
    const options = { practice: opened.folder, control, folder: 'here', isDemonstration: false };
    return { ...opened, options: { ...options, progress: () => undefined } };
  };
  const base = { isDemonstration: false, isJson: false };

  test('is done as it would be without one', async () => {
    const { options, settings, store } = await owner();
    const files = [writeListAt('today.csv', toBytes(emisTable(makeRows(3))))];
    expect(await answerHandedOver({ command: 'import', ...base, files }, options)).toMatchObject({ exitCode: 0 });
    expect(await currentLists(store.db, day)).toHaveLength(1);
    const action = { kind: 'outOfService' } as const;
    expect(await answerHandedOver({ command: 'control', ...base, action }, options)).toMatchObject({ exitCode: 0 });
    expect(settings.rules().isOutOfService).toBe(true);
  });

  test('is refused where one means a demonstration and the other a practice', async () => {
    const { options, settings } = await owner();
    const action = { kind: 'outOfService' } as const;
    const asked = { command: 'control', ...base, isDemonstration: true, action } as const;
    const sentence = 'The data folder here holds a real practice: leave out --demo.';
    expect(await answerHandedOver(asked, options)).toEqual({ exitCode: 1, lines: [sentence] });
    const list = { command: 'import' as const, ...base, isDemonstration: true, isJson: true, files: ['x.csv'] };
    expect((await answerHandedOver(list, options)).lines).toEqual([
      JSON.stringify({ file: null, error: sentence, problems: [] }),
    ]);
    expect(settings.rules().isOutOfService).toBe(false);
  });
});
