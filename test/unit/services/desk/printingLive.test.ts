import { createRouterClient } from '@orpc/server';
import { expect, onTestFinished, test } from 'vitest';
import type { PrintingSnapshot } from '../../../../preload/contract/desk/printing';
import type { Caller, OpenSession } from '../../../../main/services/desk/caller';
import { deskProcedures } from '../../../../main/services/desk/deskProcedures';
import { printingProcedures } from '../../../../main/services/desk/printingProcedures';
import { queue } from '../../../support/fakePrinter';
import { settle } from '../../../support/practice';
import { listOf, openPrinting } from './printingSupport';

const lookEvery = 5000;

/** Pages of staff that watch the printers. */
async function openPages() {
  const practice = await openPrinting();
  const open = new Map<string, OpenSession>();
  const sessions = { find: (token: string | null) => Promise.resolve(open.get(token ?? '') ?? null) };
  const procedures = printingProcedures(deskProcedures(sessions, practice.log), { ...practice, sessions });
  const watch = async (caller: Caller) => {
    open.set(caller.staffId, caller);
    const context = { token: caller.staffId, keepToken: () => undefined, from: 'kiosk', device: 'A test' };
    const gone = new AbortController();
    const leave = async (): Promise<void> => {
      gone.abort();
      await settle();
    };
    onTestFinished(leave);
    const stream = await createRouterClient(procedures, { context }).live(undefined, { signal: gone.signal });
    const next = async (): Promise<PrintingSnapshot> => {
      const { value, done } = await stream.next();
      if (done === true) throw new Error('The stream has ended');
      return value;
    };
    return { next, leave };
  };
  const pass = async (milliseconds: number): Promise<void> => {
    practice.timers.advance(milliseconds);
    await settle();
  };
  const lock = (caller: Caller): void => {
    open.set(caller.staffId, { ...caller, isLocked: true });
    practice.changes.publish('staff');
  };
  return { ...practice, watch, pass, lock };
}

test('whoever begins to watch sees printers as they stand at that moment, and what the settings say', async () => {
  const { watch, team, machine, settings, printer } = await openPages();
  machine.slipPrinters = { a4: 'Reception', a5: null, roll80: 'Roll', roll58: null };
  machine.kioskPrinter = 'Tickets';
  await settings.setRules(
    { odsCode: 'A12345', helpPhone: '0113 496 0000', startLink: 'https://example.org/s' },
    'test',
  );
  const { next } = await watch(team.verifier);
  expect(await next()).toEqual({
    revision: 1,
    printers: printer.printers,
    chosen: { a4: 'Reception', a5: null, roll80: 'Roll', roll58: null },
    kioskPrinter: { printer: 'Tickets', size: 'roll80' },
    isKeeping: null,
    links: {
      emis: 'https://www.nhs.uk/nhs-app/',
      systmOne: 'https://www.nhs.uk/nhs-app/',
      nhsApp: 'https://www.nhs.uk/nhs-app/',
      start: 'https://example.org/s',
    },
    odsCode: 'A12345',
    helpPhone: '0113 496 0000',
    batch: null,
  });
});

test('printers are looked at while somebody watches and not otherwise', async () => {
  const { watch, team, pass, printer } = await openPages();
  await pass(lookEvery * 3);
  expect(printer.looks).toBe(0);
  const first = await watch(team.receptionist);
  await first.next();
  const second = await watch(team.manager);
  await second.next();
  expect(printer.looks).toBe(1);
  await pass(lookEvery);
  expect(printer.looks).toBe(2);
  await first.leave();
  await pass(lookEvery);
  expect(printer.looks).toBe(3);
  await second.leave();
  await pass(lookEvery * 3);
  expect(printer.looks).toBe(3);
  printer.printers = [queue('New')];
  expect((await (await watch(team.manager)).next()).printers).toMatchObject([{ name: 'New' }]);
});

test('a snapshot comes when a printer has changed, and only then', async () => {
  const { watch, team, pass, printer } = await openPages();
  const { next } = await watch(team.receptionist);
  await next();
  const coming = next();
  let has = false;
  void coming.then(() => (has = true));
  await pass(lookEvery * 2);
  expect(has).toBe(false);
  printer.printers = [queue('Reception', { state: 'stopped', reasons: ['outOfPaper'] })];
  await pass(lookEvery);
  expect(await coming).toMatchObject({ revision: 2, printers: [{ state: 'stopped', reasons: ['outOfPaper'] }] });
  const after = next();
  printer.printers = null;
  await pass(lookEvery);
  expect((await after).printers).toBeNull();
});

test('a printing system that is slow to answer is asked once, not again and again', async () => {
  const { watch, team, pass, printer } = await openPages();
  const { next } = await watch(team.receptionist);
  await next();
  let answer: () => void = () => undefined;
  printer.list = () => {
    printer.looks += 1;
    return new Promise((resolve) => (answer = () => resolve([queue('Late')])));
  };
  await pass(lookEvery);
  await pass(lookEvery * 4);
  expect(printer.looks).toBe(2);
  const coming = next();
  answer();
  expect((await coming).printers).toMatchObject([{ name: 'Late' }]);
});

test('a printing system that does not answer keeps no desk waiting, and nobody is shown how printers stood before', async () => {
  const { watch, team, pass, printer } = await openPages();
  const before = await watch(team.receptionist);
  expect((await before.next()).printers).toMatchObject([{ name: 'Reception' }]);
  await before.leave();
  let answer: () => void = () => undefined;
  printer.list = () => new Promise((resolve) => (answer = () => resolve([queue('Late')])));
  const { next } = await watch(team.manager);
  const first = next();
  await settle();
  await pass(3000);
  expect((await first).printers).toBeNull();
  const coming = next();
  answer();
  expect((await coming).printers).toMatchObject([{ name: 'Late' }]);
});

test('what was kept, a batch, and new settings are told as they come', async () => {
  const { watch, team, printMemory, invitations, machine, changes } = await openPages();
  const { next } = await watch(team.receptionist);
  await next();
  printMemory.noteEnd({ isKeeping: true });
  expect(await next()).toMatchObject({ isKeeping: true });
  const begun = await invitations.begin(team.receptionist, { file: listOf('Name', 'Jon Smith'), size: 'a5' });
  expect(begun.kind).toBe('begun');
  const told = await next();
  expect(told).toMatchObject({ batch: { state: 'ready', total: 1, by: 'Rita Desk' } });
  expect(JSON.stringify(told)).not.toMatch(/Jon|Smith/);
  machine.kioskPrinter = 'Tickets';
  changes.publish('machine');
  expect(await next()).toMatchObject({ kioskPrinter: { printer: 'Tickets' } });
});

test('what is not told takes no warning away, and a queue that was put right does', async () => {
  const { printMemory } = await openPages();
  expect(printMemory.isKeeping()).toBeNull();
  printMemory.noteEnd({ isKeeping: true });
  printMemory.noteEnd({ isKeeping: null });
  expect(printMemory.isKeeping()).toBe(true);
  printMemory.noteEnd({ isKeeping: false });
  expect(printMemory.isKeeping()).toBe(false);
});

test('a desk that is locked hears nothing more', async () => {
  const { watch, team, lock } = await openPages();
  const { next } = await watch(team.receptionist);
  await next();
  const coming = next();
  lock(team.receptionist);
  await expect(coming).rejects.toMatchObject({ code: 'LOCKED', defined: true });
});
