import { call } from '@orpc/server';
import { describe, expect, test } from 'vitest';
import { slipProblem, slipSystems, tidySlipValue } from '../../../../preload/contract/rules/slipValues';
import { paperSizes } from '../../../../preload/contract/rules/paper';
import { deskProcedures } from '../../../../main/services/desk/deskProcedures';
import { bringPaper, checkPaper } from '../../../../main/services/desk/printingPapers';
import { printingProcedures } from '../../../../main/services/desk/printingProcedures';
import type { OpenSession } from '../../../../main/services/desk/caller';
import type { PrintEnd } from '../../../../main/services/ports';
import { queue as queueOf } from '../../../support/fakePrinter';
import { openPrinting } from './printingSupport';
import { createBrowser, refusal } from './sessionSupport';

/** Staff at the desk: each asks with a session of their own. */
async function openDesk() {
  const practice = await openPrinting();
  const open = new Map<string, OpenSession>();
  const sessions = { find: (token: string | null) => Promise.resolve(open.get(token ?? '') ?? null) };
  const procedures = printingProcedures(deskProcedures(sessions, practice.log), { ...practice, sessions });
  const as = (person: OpenSession) => {
    open.set(person.staffId, person);
    return { context: { ...createBrowser(), token: person.staffId } };
  };
  const { receptionist, manager } = practice.team;
  return {
    ...practice,
    procedures,
    as,
    look: (page: Parameters<typeof practice.printing.look>[0]) => call(procedures.look, { page }, as(manager)),
    check: (page: Parameters<typeof practice.printing.look>[0], queue = 'Reception') =>
      call(procedures.printCheck, { page, printer: queue }, as(manager)),
    bring: (queue = 'Reception') =>
      call(
        procedures.printBring,
        { missing: ['photo', 'alone', 'photo'], size: 'roll80', printer: queue },
        as(receptionist),
      ),
  };
}

const calibration = { kind: 'calibration', size: 'a5' } as const;
const sample = { kind: 'sample', system: 'emis', size: 'roll80' } as const;

describe('looking at a page before it is printed', () => {
  test('gives the picture and what its code says, prints nothing, and is not in the trail', async () => {
    const { look, printer, trail, settings } = await openDesk();
    const link = 'https://practice.example.org/online';
    await settings.setRules({ emisLink: link }, 'test');
    const { picture, reads } = await look(sample);
    expect(Buffer.from(picture, 'base64').toString()).toBe('PNG 1');
    expect(reads).toBe(link);
    expect(printer.prints).toEqual([]);
    expect(await trail()).toEqual([]);
  });

  test.each(['codeMismatch', 'doesNotFit', 'notMade'] as const)('tells why there is none: %s', async (why) => {
    const { look, printer } = await openDesk();
    printer.fault = why;
    expect(await refusal(look(sample))).toEqual({ code: 'NOT_MADE', data: { why } });
  });

  test('shows every paper of every system', async () => {
    const { look, printer } = await openDesk();
    for (const size of paperSizes) {
      await look({ kind: 'calibration', size });
      for (const system of slipSystems) await look({ kind: 'sample', system, size });
    }
    expect(printer.pictures).toHaveLength(paperSizes.length * (slipSystems.length + 1));
  });

  test('the made-up details of a sample are such as the desk would take, and nobody’s', async () => {
    const desk = await openDesk();
    for (const system of slipSystems) {
      const paper = checkPaper(desk, { kind: 'sample', system, size: 'a4' }, null);
      if (paper.kind !== 'setup') throw new Error('A sample is a setup slip');
      expect(paper.isSample).toBe(true);
      expect(paper.values === null).toBe(system === 'nhsApp');
      for (const field of ['accountId', 'secret'] as const) {
        if (paper.values === null) continue;
        const value = paper.values[field];
        expect([tidySlipValue(field, value), slipProblem(field, value)]).toEqual([value, null]);
      }
    }
  });
});

describe('printing a page that names nobody', () => {
  test('is in the trail before it is printed, with printer and size, and once it is over', async () => {
    const { check, printer, trail, team } = await openDesk();
    printer.printers = [queueOf('Reception'), queueOf('Office')];
    const held = new Promise<void>((resolve) => {
      printer.becomes = () => {
        resolve();
        return null;
      };
    });
    const printing = check(calibration, 'Office');
    await held;
    const before = await trail();
    printer.prints[0]?.end({ isKept: true, isKeeping: true });
    expect(await printing).toEqual({ state: 'printed', reason: null, isKept: true });
    const actor = `staff:${team.manager.staffId}`;
    const begun = {
      actor,
      action: 'print.check',
      subjectId: null,
      detail: { page: 'calibration', size: 'a5', printer: 'Office', role: 'manager' },
    };
    expect(before).toEqual([begun]);
    const detail = { of: 'print.check', state: 'printed', reason: null, printer: 'Office', role: 'manager' };
    expect(await trail()).toEqual([begun, { actor, action: 'print.ended', subjectId: null, detail }]);
    expect(printer.prints).toMatchObject([{ printer: 'Office', title: 'Calibration page' }]);
  });

  test('that could not be made is told as that, and stands in the trail as failed', async () => {
    const { check, printer, trail } = await openDesk();
    printer.fault = 'doesNotFit';
    expect(await refusal(check(sample))).toEqual({ code: 'NOT_MADE', data: { why: 'doesNotFit' } });
    expect((await trail()).at(-1)).toMatchObject({
      action: 'print.ended',
      detail: { state: 'failed', reason: 'doesNotFit' },
    });
  });

  test.each<[string, Partial<PrintEnd>]>([
    ['failed', { state: 'failed', reason: 'printerGone', isKept: null, isKeeping: null }],
    ['unknown', { state: 'unknown', reason: 'tookTooLong', isKept: null, isKeeping: null }],
  ])('tells how it went when it is %s', async (_, end) => {
    const { bring, printer } = await openDesk();
    printer.becomes = () => end;
    expect(await bring()).toEqual({ state: end.state, reason: end.reason, isKept: null });
  });

  test('what to bring says each kind once', async () => {
    const { bring, printer, ...desk } = await openDesk();
    expect(bringPaper(desk, ['photo', 'alone', 'photo']).missing).toEqual(['photo', 'alone']);
    await bring();
    expect(printer.prints).toMatchObject([{ title: 'What to bring', sheet: { widthMillimetres: 80, link: null } }]);
  });

  test('tells how it stands after half a minute, and the trail learns its end all the same', async () => {
    const { bring, printer, timers, trail } = await openDesk();
    printer.becomes = () => null;
    const printing = bring();
    await expect.poll(() => printer.prints.length).toBe(1);
    printer.prints[0]?.tell({ state: 'waiting', reason: 'outOfPaper' });
    timers.advance(30_000);
    expect(await printing).toEqual({ state: 'waiting', reason: 'outOfPaper', isKept: null });
    expect((await trail()).map(({ action }) => action)).toEqual(['print.bring']);
    printer.prints[0]?.end();
    await expect.poll(async () => (await trail()).map(({ action }) => action)).toEqual(['print.bring', 'print.ended']);
  });

  test('is not printed where the trail cannot say so', async () => {
    const { bring, printer, store } = await openDesk();
    await store.close();
    await expect(bring()).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
    expect(printer.prints).toEqual([]);
  });

  test('leaves nothing of the page in memory, whatever became of it', async () => {
    const { bring, printer } = await openDesk();
    await bring();
    printer.becomes = () => ({ state: 'failed', reason: 'jammed' });
    await bring();
    expect(printer.prints.map(({ sheet }) => sheet.html.every((byte) => byte === 0))).toEqual([true, true]);
  });

  test('is called back at the end of the program', async () => {
    const { bring, printer, printing, trail } = await openDesk();
    printer.becomes = () => null;
    const asked = bring();
    await expect.poll(() => printer.prints.length).toBe(1);
    await printing.close();
    expect(await asked).toMatchObject({ state: 'failed', reason: 'cancelled' });
    expect((await trail()).at(-1)).toMatchObject({ action: 'print.ended', detail: { reason: 'cancelled' } });
  });
});
