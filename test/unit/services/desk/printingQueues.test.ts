import { describe, expect, test, vi } from 'vitest';
import { mostDrawings } from '../../../../main/services/desk/printingDrawing';
import { mostTurns } from '../../../../main/services/desk/printingTurn';
import { queue } from '../../../support/fakePrinter';
import { settle } from '../../../support/practice';
import { listOf, openPrinting } from './printingSupport';

const page = { kind: 'calibration', size: 'a5' } as const;
const calledNothing = ['', 'reception', 'Reception ', 'Amelia Okoye', '\u202enoitpeceR', 'x'.repeat(200)];

test.each(calledNothing)('a page for a queue that is not there is not in the trail: %j', async (name) => {
  const { printing, team, printer, trail } = await openPrinting();
  const gone = { state: 'failed', reason: 'printerGone', isKept: null };
  expect(await printing.printCheck(team.manager, { page, printer: name })).toEqual(gone);
  expect(await printing.printBring(team.receptionist, { missing: ['photo'], size: 'a5', printer: name })).toEqual(gone);
  printer.printers = null;
  const silent = { ...gone, reason: 'noPrintingSystem' };
  expect(await printing.printCheck(team.manager, { page, printer: 'Reception' })).toEqual(silent);
  expect([await trail(), printer.prints]).toEqual([[], []]);
});

test('somebody who sends page after page fills neither the queue nor the trail', async () => {
  const { printing, team, printer, trail } = await openPrinting();
  printer.becomes = () => null;
  const asked = Array.from({ length: mostTurns + 30 }, () =>
    printing.printCheck(team.manager, { page, printer: 'Reception' }),
  );
  expect(await Promise.all(asked.slice(mostTurns))).toEqual(
    Array.from({ length: 30 }, () => ({ state: 'failed', reason: 'queueFull', isKept: null })),
  );
  await expect.poll(() => printer.prints.length).toBe(mostTurns);
  expect(await trail()).toHaveLength(mostTurns);
  for (const print of printer.prints) print.end();
  await Promise.all(asked.slice(0, mostTurns));
  printer.becomes = () => ({});
  expect(await printing.printCheck(team.manager, { page, printer: 'Reception' })).toMatchObject({ state: 'printed' });
});

test('pages that are looked at take turns, and one that cannot be made gives its turn on', async () => {
  const { printing, printer } = await openPrinting();
  const { picture } = printer;
  let open = 0;
  let most = 0;
  printer.picture = async (sheet) => {
    open += 1;
    most = Math.max(most, open);
    await settle();
    open -= 1;
    return picture(sheet);
  };
  printer.fault = 'doesNotFit';
  const refused = await Promise.allSettled(Array.from({ length: 20 }, () => printing.look(page)));
  expect(new Set(refused.map(({ status }) => status))).toEqual(new Set(['rejected']));
  printer.fault = null;
  expect(await Promise.all(Array.from({ length: 20 }, () => printing.look(page)))).toHaveLength(20);
  expect(most).toBe(mostDrawings);
});

describe('a batch of invitations', () => {
  async function openBatch() {
    const practice = await openPrinting();
    const { invitations, team } = practice;
    const begun = await invitations.begin(team.manager, {
      file: listOf('Name', 'Amelia Okoye', 'Jon Smith'),
      size: 'a5',
    });
    if (begun.kind !== 'begun') throw new Error('The batch was not begun');
    const { batchId } = begun;
    return {
      ...practice,
      batchId,
      print: (printer = 'Reception', person = team.manager) => invitations.print(person, { batchId, printer }),
    };
  }

  test.each(calledNothing)(
    'for a queue that is not there stops with the reason, and nobody reads the name: %j',
    async (name) => {
      const { print, invitations, printer, trail } = await openBatch();
      expect(await print(name)).toBe('begun');
      expect(invitations.batch()).toMatchObject({ state: 'stopped', reason: 'printerGone', printer: null, printed: 0 });
      expect((await trail()).map(({ action }) => action)).toEqual(['invitations.begun']);
      expect(printer.prints).toEqual([]);
      await print();
      await expect.poll(() => invitations.batch()?.state).toBe('finished');
      expect(printer.prints).toHaveLength(2);
    },
  );

  test('that is forgotten while the printing system is asked is not printed', async () => {
    const { print, invitations, printer, batchId, team, trail } = await openBatch();
    const { list } = printer;
    printer.list = async () => {
      await invitations.forget(team.receptionist, batchId);
      return list();
    };
    expect(await print()).toBe('gone');
    expect(printer.prints).toEqual([]);
    expect((await trail()).map(({ action }) => action)).toEqual(['invitations.begun', 'invitations.forgotten']);
  });

  test('of which a page waits says so and why, until it goes on', async () => {
    const { print, invitations, printer, changes } = await openBatch();
    printer.becomes = () => null;
    await print();
    await expect.poll(() => printer.prints.length).toBe(1);
    const [first] = printer.prints;
    const publish = vi.spyOn(changes, 'publish');
    const told = (): number => publish.mock.calls.length;
    const waiting = () => [invitations.batch()?.state, invitations.batch()?.waiting];
    first?.tell({ state: 'sent', reason: null });
    expect([waiting(), told()]).toEqual([['printing', null], 0]);
    first?.tell({ state: 'waiting', reason: 'outOfPaper' });
    first?.tell({ state: 'waiting', reason: 'outOfPaper' });
    expect([waiting(), told()]).toEqual([['printing', { reason: 'outOfPaper' }], 1]);
    first?.tell({ state: 'waiting', reason: null });
    expect([waiting(), told()]).toEqual([['printing', { reason: null }], 2]);
    first?.tell({ state: 'printing', reason: null });
    expect([waiting(), told()]).toEqual([['printing', null], 3]);
    first?.tell({ state: 'waiting', reason: 'jammed' });
    first?.end({ state: 'failed', reason: 'tookTooLong' });
    await expect.poll(waiting).toEqual(['stopped', null]);
  });

  test('that stops because the trail could not be written does not blame who asked for a stop then', async () => {
    const { print, invitations, printer, batchId, team, store, trail } = await openBatch();
    const { write } = store;
    store.write = () => {
      invitations.stop(team.receptionist, batchId);
      return Promise.reject(new Error('disk'));
    };
    await expect(print()).rejects.toThrow('disk');
    store.write = write;
    printer.becomes = () => ({ state: 'failed', reason: 'jammed' });
    await print();
    await expect.poll(async () => (await trail()).at(-1)?.action).toBe('invitations.stopped');
    expect((await trail()).at(-1)).toMatchObject({ actor: `staff:${team.manager.staffId}` });
  });

  test('leaves no page in memory, whatever was thrown', async () => {
    const { print, printer, invitations } = await openBatch();
    const pages: Uint8Array[] = [];
    printer.print = ({ html }) => {
      pages.push(html);
      return Promise.reject(new Error('nobody expects this'));
    };
    await print();
    await expect.poll(() => invitations.batch()?.state).toBe('stopped');
    expect(pages.map((bytes) => bytes.every((byte) => byte === 0))).toEqual([true]);
  });
});

test('a page that nobody could print is wiped all the same', async () => {
  const { printing, team, printer, store } = await openPrinting();
  printer.printers = [queue('Reception')];
  const pages: Uint8Array[] = [];
  printer.print = ({ html }) => {
    pages.push(html);
    return Promise.reject(new Error('nobody expects this'));
  };
  await expect(printing.printCheck(team.manager, { page, printer: 'Reception' })).rejects.toThrow();
  expect(pages.map((bytes) => bytes.every((byte) => byte === 0))).toEqual([true]);
  await store.close();
});
