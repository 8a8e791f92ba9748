import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { call, ORPCError } from '@orpc/server';
import { describe, expect, test } from 'vitest';
import { checkRules, defaultRules } from '../../../../main/domain/rules';
import { actorOf } from '../../../../main/services/desk/caller';
import { deskProcedures } from '../../../../main/services/desk/deskProcedures';
import { settingsProcedures } from '../../../../main/services/desk/settingsProcedures';
import { defaultMachineSettings } from '../../../../main/services/machineDefaults';
import type { MachineSettings, Topic } from '../../../../main/services/ports';
import { openSettings } from '../../../../main/services/settings';
import { createVault } from '../../../../main/services/vault';
import { readAudit } from '../../../../main/store/audit';
import { openPractice, settle } from '../../../support/practice';
import { temporaryFolder } from '../../../support/temporaryStore';
import { createBrowser } from './sessionSupport';
import { addStaff, importRows, row } from './support';

const noPrinters = defaultMachineSettings.slipPrinters;
const interfaces = [{ name: 'eth0', address: '10.0.0.5' }];

/** A manager at the Settings tab, with settings that are really stored. */
async function openTab() {
  const practice = await openPractice();
  const { store, log, changes } = practice;
  const folder = temporaryFolder();
  let machine: MachineSettings = { ...defaultMachineSettings };
  const settings = await openSettings({
    ...practice,
    machine: {
      read: () => machine,
      change: (change) => {
        machine = { ...machine, ...change };
      },
    },
  });
  const told: Topic[] = [];
  for (const topic of ['rules', 'machine'] as const) changes.subscribe([topic], () => told.push(topic));
  const manager = await addStaff(store, 'Max Field', 'manager');
  const os = deskProcedures({ find: () => Promise.resolve(manager) }, log);
  const procedures = settingsProcedures(os, {
    ...practice,
    settings,
    vault: createVault(store),
    folder,
    interfaces: () => interfaces,
  });
  const context = { context: createBrowser() };
  return {
    ...practice,
    settings,
    folder,
    told,
    manager,
    machine: () => machine,
    read: () => call(procedures.read, {}, context),
    change: (rules: Record<string, unknown>) => call(procedures.change, { rules }, context),
    changeMachine: (change: Partial<MachineSettings>) => call(procedures.changeMachine, { machine: change }, context),
    setCertificatePassphrase: (passphrase: string | null) =>
      call(procedures.setCertificatePassphrase, { passphrase }, context),
    export: () => call(procedures.export, {}, context),
    look: (text: string) => call(procedures.look, { text }, context),
    audited: async () =>
      (await readAudit(store.db, 0, 100)).map(({ actor, action, detail }) => ({ actor, action, detail })),
  };
}

/** The sentences with which `work` was refused. Fails the test where it was not. */
async function problemsOf(work: Promise<unknown>): Promise<string[]> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ORPCError) || error.code !== 'INVALID') throw new Error(`Not refused: ${String(error)}`);
  return (error.data as { problems: string[] }).problems;
}

test('reading gives the rules, their defaults, this machine, and the names of today’s lists, each once', async () => {
  const { read, store } = await openTab();
  const listed = [
    row(1, '09:00'),
    row(2, '09:10', { slotType: 'Flu clinic' }),
    row(3, '09:20', { slotType: null, location: null }),
  ];
  await importRows(store, listed, { rules: defaultRules });
  expect(await read()).toEqual({
    rules: defaultRules,
    defaults: defaultRules,
    machine: defaultMachineSettings,
    sites: ['Main Surgery'],
    clinicians: ['Dr Anita Rao'],
    slotTypes: ['Flu clinic', 'Routine'],
    interfaces,
  });
});

describe('changing rules', () => {
  test('is in force at once, and audited rule by rule with who did it, before and after', async () => {
    const { change, settings, audited, manager, told } = await openTab();
    expect(await change({ joinMinutes: 30, waitingArea: 'Blue chairs' })).toEqual({
      changed: ['joinMinutes', 'waitingArea'],
    });
    await change({ joinMinutes: 20 });
    await settle();
    expect(settings.rules()).toMatchObject({ joinMinutes: 20, waitingArea: 'Blue chairs' });
    const actor = actorOf(manager);
    expect(await audited()).toEqual([
      { actor, action: 'rules.changed', detail: { name: 'joinMinutes', before: null, after: 30 } },
      { actor, action: 'rules.changed', detail: { name: 'waitingArea', before: null, after: 'Blue chairs' } },
      { actor, action: 'rules.changed', detail: { name: 'joinMinutes', before: 30, after: 20 } },
    ]);
    expect(told).toEqual(['rules', 'rules']);
  });

  test('leaves alone, and out of the trail, what is given as it is', async () => {
    const { change, audited } = await openTab();
    expect(await change({ ...defaultRules, joinMinutes: 30 })).toEqual({ changed: ['joinMinutes'] });
    expect(await change({ ...defaultRules, joinMinutes: 30 })).toEqual({ changed: [] });
    expect(await audited()).toHaveLength(1);
  });

  test('is refused whole with a sentence for each problem, and nothing is changed', async () => {
    const { change, settings, audited } = await openTab();
    const problems = await problemsOf(
      change({ joinMinutes: -1, deskLockMinutes: 'soon', noSuchRule: 1, waitingArea: 'Fine' }),
    );
    expect(problems).toHaveLength(3);
    expect(settings.rules()).toEqual(defaultRules);
    expect(await audited()).toEqual([]);
  });
});

describe('a file of settings', () => {
  test('sets up the next kiosk with every rule, and holds nothing else', async () => {
    const [here, next] = [await openTab(), await openTab()];
    await here.change({
      practiceName: 'Elm Tree Surgery',
      statusWords: { 'In corridor': 'arrived' },
      hygieneLine: null,
    });
    await here.changeMachine({ site: 'Branch Surgery' });
    const file = await here.export();
    expect(file.fileName).toBe('reception-kiosk-settings-2026-11-23.json');
    expect(Object.keys(JSON.parse(file.text) as object).toSorted()).toEqual(Object.keys(defaultRules).toSorted());
    expect(file.text).not.toContain('Branch Surgery');
    const { changes, problems } = await next.look(file.text);
    expect(problems).toEqual([]);
    expect(changes).toEqual([
      { name: 'practiceName', before: 'your GP practice', after: 'Elm Tree Surgery' },
      { name: 'statusWords', before: {}, after: { 'In corridor': 'arrived' } },
      { name: 'hygieneLine', before: defaultRules.hygieneLine, after: null },
    ]);
    await next.change(Object.fromEntries(changes.map(({ name, after }) => [name, after])));
    expect(next.settings.rules()).toEqual(here.settings.rules());
    expect((await here.audited()).at(-1)).toMatchObject({ action: 'rules.exported' });
  });

  test('is only looked at until somebody wants it', async () => {
    const { look, settings, audited } = await openTab();
    const { changes, problems } = await look('{"joinMinutes": -1, "noSuchRule": 1}');
    expect(changes.map(({ name }) => name)).toEqual(['joinMinutes', 'noSuchRule']);
    expect(problems).toHaveLength(2);
    expect(settings.rules()).toEqual(defaultRules);
    expect(await audited()).toEqual([]);
  });

  test('that is none is said to be', async () => {
    const { look } = await openTab();
    expect(await look('name,value')).toEqual({ changes: [], problems: [expect.stringMatching(/not JSON/)] });
  });
});

describe('changing this machine', () => {
  test('is told and audited by the names of the settings, without what they say', async () => {
    const { changeMachine, machine, audited, told, manager, folder } = await openTab();
    const lists = temporaryFolder();
    await changeMachine({ site: 'Branch Surgery', deskHost: '10.0.0.5', deskPort: 0, watchedFolder: lists });
    await settle();
    expect(machine()).toMatchObject({
      site: 'Branch Surgery',
      deskHost: '10.0.0.5',
      deskPort: 0,
      watchedFolder: lists,
    });
    const names = ['site', 'deskHost', 'deskPort', 'watchedFolder'];
    expect(await audited()).toEqual([
      { actor: actorOf(manager), action: 'machine.changed', detail: { names, role: 'manager' } },
    ]);
    expect(JSON.stringify(await audited())).not.toContain(folder);
    expect(told).toContain('machine');
  });

  test('takes certificates with their keys, or a PFX alone', async () => {
    const { changeMachine, machine } = await openTab();
    const folder = temporaryFolder();
    for (const name of ['desk.pem', 'desk.key', 'desk.PFX']) writeFileSync(join(folder, name), 'x');
    await changeMachine({ deskCertificateFile: join(folder, 'desk.pem'), deskKeyFile: join(folder, 'desk.key') });
    await changeMachine({ deskCertificateFile: join(folder, 'desk.PFX'), deskKeyFile: null });
    expect(machine()).toMatchObject({ deskCertificateFile: join(folder, 'desk.PFX'), deskKeyFile: null });
  });

  test.each<[string, (folder: string) => Partial<MachineSettings>, RegExp]>([
    ['a blank site', () => ({ site: '  ' }), /site must be one line/],
    ['a network of another machine', () => ({ deskHost: '10.9.9.9' }), /none of this machine/],
    [
      'a certificate without its key',
      (folder) => ({ deskCertificateFile: join(folder, 'a.pem') }),
      /needs its key file/,
    ],
    ['a key alone', (folder) => ({ deskKeyFile: join(folder, 'a.pem') }), /needs its certificate file/],
    ['a certificate that is not there', (folder) => ({ deskCertificateFile: join(folder, 'no.pfx') }), /is not there/],
    ['a folder as certificate', (folder) => ({ deskCertificateFile: `${folder}/x.pfx/..` }), /is not there/],
    ['a certificate by half a path', () => ({ deskCertificateFile: 'desk.pfx' }), /whole path/],
    ['a watched folder by half a path', () => ({ watchedFolder: 'lists' }), /whole path/],
    ['a watched folder that is not there', (folder) => ({ watchedFolder: join(folder, 'no') }), /is not there/],
    ['a file as watched folder', (folder) => ({ watchedFolder: join(folder, 'a.pem') }), /is not there/],
    ['the data folder itself', (folder) => ({ watchedFolder: folder }), /own data folder/],
    ['a folder inside the data folder', (folder) => ({ watchedFolder: join(folder, 'in') }), /own data folder/],
    ['a printer that is two lines', () => ({ kioskPrinter: 'Tickets\nOffice' }), /printer must be one line/],
    ['a blank printer', () => ({ slipPrinters: { ...noPrinters, a5: ' ' } }), /printer must be one line/],
    [
      'the printer of slips at the kiosk',
      () => ({ slipPrinters: { ...noPrinters, roll80: 'Roll' }, kioskPrinter: 'roll' }),
      /in the waiting room/,
    ],
    ['a way round to it', (folder) => ({ watchedFolder: join(folder, '..', 'link') }), /own data folder/],
  ])('%s is refused, and nothing is changed', async (_, change, words) => {
    const { changeMachine, machine, audited, folder: data } = await openTab();
    writeFileSync(join(data, 'a.pem'), 'x');
    mkdirSync(join(data, 'in'));
    let wanted = change(data);
    if (wanted.watchedFolder?.endsWith('link') === true) {
      const link = join(temporaryFolder(), 'link');
      symlinkSync(join(data, 'in'), link);
      wanted = { watchedFolder: link };
    }
    const problems = await problemsOf(changeMachine({ ...wanted, isBoardOnSecondScreen: true }));
    expect(problems.join(' ')).toMatch(words);
    expect(machine()).toEqual(defaultMachineSettings);
    expect(await audited()).toEqual([]);
  });

  test('looks only at what is changed: a certificate that has gone missing keeps nobody from setting the site', async () => {
    const { changeMachine, settings, machine } = await openTab();
    settings.setMachine({ deskCertificateFile: '/no/such.pfx', deskHost: '10.9.9.9' });
    await changeMachine({ site: 'Branch Surgery', deskHost: '10.9.9.9' });
    expect(machine().site).toBe('Branch Surgery');
  });

  test('sets the printers of each paper and of the kiosk, whether or not they are switched on', async () => {
    const { changeMachine, machine, audited } = await openTab();
    const printers = { slipPrinters: { ...noPrinters, a4: 'Reception', a5: 'Reception' }, kioskPrinter: 'Tickets' };
    await changeMachine({ ...printers, kioskPaper: 'roll58' });
    expect(machine()).toMatchObject({ ...printers, kioskPaper: 'roll58' });
    expect(await audited()).toMatchObject([{ detail: { names: ['slipPrinters', 'kioskPrinter', 'kioskPaper'] } }]);
    expect(await problemsOf(changeMachine({ kioskPrinter: 'Reception' }))).toHaveLength(1);
    await changeMachine({ slipPrinters: noPrinters });
    await changeMachine({ kioskPrinter: 'Reception' });
    expect(machine().kioskPrinter).toBe('Reception');
  });

  test('is no change, and not in the trail, where it says what is set', async () => {
    const { changeMachine, audited } = await openTab();
    await changeMachine({ ...defaultMachineSettings });
    expect(await audited()).toEqual([]);
  });
});

test('the defaults that are shown are rules that hold together', async () => {
  const { read } = await openTab();
  expect(checkRules((await read()).defaults)).toEqual([]);
});

test('the passphrase of a certificate is kept where the web server finds it, and nowhere that can be read', async () => {
  const { setCertificatePassphrase, store, told, audited, read, export: exported } = await openTab();
  await setCertificatePassphrase('harbour copper seven');
  await settle();
  expect(await createVault(store).read('pfxPassphrase')).toBe('harbour copper seven');
  expect(told).toContain('rules');
  expect(JSON.stringify([await audited(), await read(), await exported()])).not.toContain('harbour copper');
  expect(await audited()).toContainEqual(
    expect.objectContaining({
      action: 'machine.changed',
      detail: { names: ['certificatePassphrase'], role: 'manager' },
    }),
  );
  await setCertificatePassphrase(null);
  expect(await createVault(store).read('pfxPassphrase')).toBeNull();
});
