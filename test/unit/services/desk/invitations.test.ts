import { call } from '@orpc/server';
import { describe, expect, test } from 'vitest';
import { deskProcedures } from '../../../../main/services/desk/deskProcedures';
import { invitationsProcedures } from '../../../../main/services/desk/invitationsProcedures';
import type { PrintEnd } from '../../../../main/services/ports';
import { queue as queueOf } from '../../../support/fakePrinter';
import { listOf, openPrinting } from './printingSupport';
import { createBrowser, refusal } from './sessionSupport';

const people = ['Amelia Okoye', 'Jon Smith', 'Zsofia Szabo'];

/** A manager who has begun a batch, and a receptionist beside them. */
async function openBatch(lines: readonly string[] = people) {
  const practice = await openPrinting();
  const { team, log, invitations, printer } = practice;
  const procedures = (person = team.manager) =>
    invitationsProcedures(deskProcedures({ find: () => Promise.resolve(person) }, log), { invitations });
  const context = { context: createBrowser() };
  const begin = (file = listOf('Name', ...lines)) => call(procedures().begin, { file, size: 'a5' }, context);
  const begun = await begin();
  const { batchId } = begun;
  return {
    ...practice,
    begun,
    begin,
    print: (queue = 'Reception', person = team.manager) =>
      call(procedures(person).print, { batchId, printer: queue }, context),
    stop: (person = team.manager) => call(procedures(person).stop, { batchId }, context),
    forget: (person = team.manager) => call(procedures(person).forget, { batchId }, context),
    /** Resolves once the batch stands like this. */
    stands: async (state: string) => {
      await expect.poll(() => invitations.batch()?.state).toBe(state);
    },
    /** Resolves once so many papers were given to the printer. */
    given: async (count: number) => {
      await expect.poll(() => printer.prints.length).toBe(count);
    },
    /** Whose paper was given to the printer, in order. */
    names: () => printer.prints.map(({ html }) => /Amelia O\.|Jon S\.|Zsofia S\./.exec(html)?.[0]),
  };
}

describe('beginning a batch', () => {
  test('shows the first paper and tells how many there are; nothing is printed', async () => {
    const { begun, invitations, printer, trail } = await openBatch([...people, 'Total: 3']);
    expect(begun).toMatchObject({ total: 3, leftOut: [5] });
    expect(Buffer.from(begun.picture, 'base64').toString()).toBe('PNG 1');
    expect(printer.pictures[0]).toContain('Amelia O.');
    expect(printer.prints).toEqual([]);
    expect(invitations.batch()).toEqual({
      batchId: begun.batchId,
      by: 'Mona Lead',
      state: 'ready',
      reason: null,
      waiting: null,
      size: 'a5',
      printer: null,
      total: 3,
      printed: 0,
      mayComeTwice: false,
      startedAt: null,
    });
    expect(await trail()).toMatchObject([
      { action: 'invitations.begun', subjectId: null, detail: { total: 3, leftOut: 1, size: 'a5', role: 'manager' } },
    ]);
  });

  test('is refused while another is not finished, and possible after it', async () => {
    const { begin, forget, print, stands, invitations, team } = await openBatch();
    expect(await refusal(begin())).toMatchObject({ code: 'BUSY' });
    await forget();
    const { batchId } = await begin();
    expect(invitations.batch()).toMatchObject({ batchId, state: 'ready' });
    expect(await refusal(print())).toMatchObject({ code: 'GONE' });
    await invitations.print(team.manager, { batchId, printer: 'Reception' });
    await stands('finished');
    expect((await begin()).total).toBe(3);
  });

  test('twice at one moment begins one', async () => {
    const { begin, forget } = await openBatch();
    await forget();
    const both = await Promise.allSettled([begin(), begin()]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('of a file that is no list is refused with the reason, and leaves nothing', async () => {
    const { begin, forget, invitations, printer } = await openBatch();
    await forget();
    expect(await refusal(begin(listOf('Amelia', 'Jon')))).toEqual({ code: 'UNREADABLE', data: { why: 'noNames' } });
    const many = listOf('Name', ...Array.from({ length: 1001 }, () => 'Jon Smith'));
    expect(await refusal(begin(many))).toEqual({ code: 'UNREADABLE', data: { why: 'tooMany' } });
    printer.fault = 'doesNotFit';
    expect(await refusal(begin())).toEqual({ code: 'NOT_MADE', data: { why: 'doesNotFit' } });
    expect(invitations.batch()).toBeNull();
    printer.fault = null;
    expect((await begin()).total).toBe(3);
  });
});

describe('printing a batch', () => {
  test('prints one paper after the other, each once, in the order of the list, and drops each name', async () => {
    const { print, stands, names, invitations, trail, printer } = await openBatch();
    await print();
    await stands('finished');
    expect(names()).toEqual(['Amelia O.', 'Jon S.', 'Zsofia S.']);
    expect(invitations.batch()).toMatchObject({ printed: 3, total: 3, reason: null });
    expect(new Set(printer.prints.map(({ title }) => title))).toEqual(new Set(['Invitation']));
    expect(printer.prints.every(({ sheet }) => sheet.html.every((byte) => byte === 0))).toBe(true);
    await expect
      .poll(trail)
      .toMatchObject([
        { action: 'invitations.begun' },
        { action: 'invitations.printed', detail: { printed: 0, total: 3, size: 'a5', printer: 'Reception' } },
        { action: 'invitations.finished', detail: { printed: 3, total: 3, reason: null } },
      ]);
  });

  test('stops between two papers when anybody who may asks, and goes on after the last that was printed', async () => {
    const { print, stop, stands, given, names, printer, trail, team, invitations } = await openBatch();
    printer.printers = [queueOf('Reception'), queueOf('Office')];
    printer.becomes = () => null;
    await print();
    await given(1);
    await stop(team.receptionist);
    expect(invitations.batch()).toMatchObject({ state: 'stopping', printed: 0 });
    expect(await refusal(print())).toMatchObject({ code: 'BUSY' });
    printer.prints[0]?.end();
    await stands('stopped');
    expect(invitations.batch()).toMatchObject({ printed: 1, reason: null });
    printer.becomes = () => ({});
    await print('Office', team.receptionist);
    await stands('finished');
    expect(names()).toEqual(['Amelia O.', 'Jon S.', 'Zsofia S.']);
    expect(printer.prints.map(({ printer: name }) => name)).toEqual(['Reception', 'Office', 'Office']);
    await expect
      .poll(async () => (await trail()).map(({ actor, action, detail }) => [actor, action, detail['printed']]))
      .toEqual([
        [`staff:${team.manager.staffId}`, 'invitations.begun', undefined],
        [`staff:${team.manager.staffId}`, 'invitations.printed', 0],
        [`staff:${team.receptionist.staffId}`, 'invitations.stopped', 1],
        [`staff:${team.receptionist.staffId}`, 'invitations.printed', 1],
        [`staff:${team.receptionist.staffId}`, 'invitations.finished', 3],
      ]);
  });

  test.each<[string, Partial<PrintEnd>, boolean]>([
    ['did not come out', { state: 'failed', reason: 'outOfPaper' }, false],
    ['may have come out', { state: 'unknown', reason: 'tookTooLong' }, true],
  ])('stops by itself at the first paper that %s, says why, and begins with it again', async (_, end, mayComeTwice) => {
    const { print, stands, names, printer, invitations } = await openBatch();
    printer.becomes = ({ html }) => (html.includes('Jon S.') ? end : {});
    await print();
    await stands('stopped');
    expect(invitations.batch()).toMatchObject({ printed: 1, reason: end.reason, mayComeTwice });
    printer.becomes = () => ({});
    await print();
    await stands('finished');
    expect(names()).toEqual(['Amelia O.', 'Jon S.', 'Jon S.', 'Zsofia S.']);
    expect(invitations.batch()).toMatchObject({ printed: 3, reason: null, mayComeTwice: false });
  });

  test('goes on where the printing system never tells how a page ended', async () => {
    const { print, stands, printer, invitations } = await openBatch();
    printer.becomes = () => ({ state: 'unknown', reason: 'notTold' });
    await print();
    await stands('finished');
    expect(printer.prints).toHaveLength(3);
    expect(invitations.batch()).toMatchObject({ printed: 3 });
  });

  test('twice at one moment prints once', async () => {
    const { print, stands, names } = await openBatch();
    const both = await Promise.allSettled([print(), print()]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await stands('finished');
    expect(names()).toHaveLength(3);
  });

  test('never comes out of the printer at the kiosk, where the public stands', async () => {
    const { print, stands, printer, machine, invitations } = await openBatch();
    machine.kioskPrinter = 'Tickets';
    await print('tickets');
    await stands('stopped');
    expect(invitations.batch()).toMatchObject({ printed: 0, reason: 'notAccepting' });
    expect(printer.prints).toEqual([]);
  });

  test('is not begun where the trail cannot say so', async () => {
    const { print, printer, store, invitations } = await openBatch();
    await store.close();
    await expect(print()).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
    expect(printer.prints).toEqual([]);
    expect(invitations.batch()).toMatchObject({ state: 'stopped', printed: 0 });
  });
});
