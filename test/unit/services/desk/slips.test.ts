import { describe, expect, test, vi } from 'vitest';
import { queue } from '../../../support/fakePrinter';
import { openSlips, planted, prepared, readyForSlip, type SlipsTest } from './slipsSupport';

const states = async (desk: SlipsTest, slipId: string): Promise<string> => {
  const stream = await desk.follow('accountCreator', slipId);
  const next = await stream.next();
  await stream.return(undefined);
  return next.done === true ? 'ended' : next.value.state;
};

describe('a setup slip', () => {
  test('is made, looked at and printed by whoever creates accounts, and the trail says so before the printer hears of it', async () => {
    const desk = await openSlips();
    const { application, slipId, output } = await prepared(desk);
    expect(Buffer.from(output.picture, 'base64').toString()).toMatch(/^PNG/);
    expect(desk.printer.prints).toEqual([]);
    let before: unknown[] = [];
    desk.printer.becomes = (print) => {
      void desk.trail().then((rows) => (before = rows.filter(({ action }) => action === 'application.printSlip')));
      return { state: 'printed', reason: null, isKept: false, isKeeping: print.html.length === 0 };
    };
    expect((await desk.print('accountCreator', slipId)).code).toBe('DONE');
    await vi.waitFor(async () => expect(await states(desk, slipId)).toBe('printed'));
    expect(before).toHaveLength(1);
    const [print] = desk.printer.prints;
    expect(print).toMatchObject({ printer: 'Reception', title: 'Setup slip' });
    expect(print?.html).toContain('A83');
    const rows = (await desk.trail()).filter(({ subjectId }) => subjectId === application.subjectId);
    expect(rows.map(({ action, detail }) => ({ action, detail }))).toEqual([
      {
        action: 'application.printSlip',
        detail: { role: 'accountCreator', printer: 'Reception', system: 'emis', size: 'a4' },
      },
      { action: 'slip.printed', detail: { role: 'accountCreator', printer: 'Reception', isKept: false } },
    ]);
    const now = await desk.read(application);
    expect(now.work.slip).toMatchObject({ by: desk.team.accountCreator.staffId });
    expect(now.version).toBe(application.version + 1);
  });

  test('leaves nothing of its details in the store or the log', async () => {
    const desk = await openSlips();
    const { slipId } = await prepared(desk);
    await desk.print('accountCreator', slipId);
    await vi.waitFor(async () => expect(await states(desk, slipId)).toBe('printed'));
    await desk.forget('accountCreator', slipId);
    const kept = (await desk.stored()) + JSON.stringify(desk.log.entries);
    // The search can fail: what may be there is found.
    expect(kept).toContain('application.printSlip');
    for (const detail of [planted.accountId, planted.secret]) {
      expect(kept).not.toContain(detail);
      expect(kept).not.toContain(detail.slice(0, 6));
    }
  });

  test('can be printed again without typing when printing failed, and each print is in the trail', async () => {
    const desk = await openSlips();
    const { slipId } = await prepared(desk);
    desk.printer.becomes = () => ({ state: 'failed', reason: 'outOfPaper', isKept: null });
    await desk.print('accountCreator', slipId);
    await vi.waitFor(async () => expect(await states(desk, slipId)).toBe('failed'));
    desk.printer.becomes = () => ({ state: 'printed' });
    desk.printer.printers?.push(queue('Other'));
    expect((await desk.print('accountCreator', slipId, 'Other')).code).toBe('DONE');
    await vi.waitFor(async () => expect(await states(desk, slipId)).toBe('printed'));
    const actions = (await desk.trail()).map(({ action }) => action);
    expect(actions).toEqual(['application.printSlip', 'slip.failed', 'application.printSlip', 'slip.printed']);
    expect(desk.printer.prints[0]?.html).toBe(desk.printer.prints[1]?.html);
  });

  test('pressed twice is one print', async () => {
    const desk = await openSlips();
    const { slipId } = await prepared(desk);
    desk.printer.becomes = () => null;
    const answers = await Promise.all([desk.print('accountCreator', slipId), desk.print('accountCreator', slipId)]);
    expect(answers.map(({ code }) => code).sort()).toEqual(['BUSY', 'DONE']);
    expect(desk.printer.prints).toHaveLength(1);
    desk.printer.prints[0]?.end();
    await vi.waitFor(async () => expect(await states(desk, slipId)).toBe('printed'));
  });

  test('never goes to the printer of the kiosk', async () => {
    const desk = await openSlips();
    desk.machine.kioskPrinter = 'Waiting room';
    const { slipId } = await prepared(desk);
    expect((await desk.print('accountCreator', slipId, 'Waiting room')).code).toBe('AT_KIOSK');
    expect(desk.printer.prints).toEqual([]);
  });

  test.each([
    ['waiting ROOM', 'AT_KIOSK'],
    [' Waiting room ', 'AT_KIOSK'],
    ['Waiting room\0', 'BAD_REQUEST'],
    ['Waiting room\0behind reception', 'BAD_REQUEST'],
  ])('does not go to the printer of the kiosk by another spelling of it: %j', async (spelling, code) => {
    const desk = await openSlips();
    desk.machine.kioskPrinter = 'Waiting room';
    const { slipId } = await prepared(desk);
    expect((await desk.print('accountCreator', slipId, spelling)).code).toBe(code);
    expect(desk.printer.prints).toEqual([]);
    expect(await desk.trail()).toEqual([]);
  });

  test('belongs to the session that made it', async () => {
    const desk = await openSlips();
    const { slipId } = await prepared(desk);
    const other = { ...desk.team.accountCreator, sessionId: 'another' };
    expect(await desk.slips.print(other, { slipId, printer: 'Reception' })).toEqual({ kind: 'gone' });
    expect(desk.slips.follow(other, slipId, undefined)).toBeNull();
    desk.slips.forget(other, slipId);
    expect((await desk.print('accountCreator', slipId)).code).toBe('DONE');
  });

  test('is not made of an application that somebody has changed since', async () => {
    const desk = await openSlips();
    const application = await desk.send(readyForSlip());
    await desk.acts.confirmRecordOff(desk.team.authoriser, await desk.keyOf(application));
    const { version } = application;
    expect((await desk.prepare('accountCreator', { id: application.id, version: version + 5 })).code).toBe('CHANGED');
    expect((await desk.prepare('accountCreator', { id: crypto.randomUUID(), version })).code).toBe('GONE');
  });
});

describe('the details of a slip', () => {
  test.each([
    [{ accountId: '' }, 'accountId', 'missing'],
    [{ secret: 'qT7f W9mK' }, 'secret', 'characters'],
    [{ secret: 'qT7f\u2013W9mK' }, 'secret', 'characters'],
    [{ odsCode: 'nonsense' }, 'odsCode', 'tooLong'],
    [{ accountId: '9990000018' }, 'accountId', 'isNhsNumber'],
    [{ secret: '999-000-0018' }, 'secret', 'isNhsNumber'],
    [{ accountId: '13071961' }, 'accountId', 'isBirthDate'],
    [{ secret: '1961-07-13' }, 'secret', 'isBirthDate'],
  ])('%j are refused', async (change, field, problem) => {
    const desk = await openSlips();
    const application = await desk.send(readyForSlip());
    const refusal = desk.slips.prepare(desk.team.accountCreator, {
      applicationId: application.id,
      version: application.version,
      system: 'emis',
      size: 'a4',
      ...planted,
      ...change,
    });
    expect(await refusal).toEqual({ kind: 'invalid', problems: [{ field, problem }] });
    expect(desk.printer.pictures).toEqual([]);
  });

  test('are none for the NHS App, and nothing typed gets onto the paper', async () => {
    const desk = await openSlips();
    await prepared(desk, { system: 'nhsApp' });
    expect(desk.printer.pictures[0]).not.toContain(planted.accountId.slice(0, 3));
  });
});
