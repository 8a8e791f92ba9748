import { call, ORPCError } from '@orpc/server';
import { describe, expect, test, vi } from 'vitest';
import { mostDrawings } from '../../../../main/services/desk/printingDrawing';
import { slipsProcedures } from '../../../../main/services/desk/slipsProcedures';
import { deskProcedures } from '../../../../main/services/desk/deskProcedures';
import { settle } from '../../../support/practice';
import { openSlips, planted, prepared, readyForSlip, request, type SlipsTest } from './slipsSupport';

/** Something happens just when the printing system is asked for its printers. */
async function printWhileAsked(
  happens: (
    desk: SlipsTest,
    slipId: string,
    application: Awaited<ReturnType<typeof prepared>>['application'],
  ) => unknown,
) {
  const desk = await openSlips();
  const held = await prepared(desk);
  const { list } = desk.printer;
  desk.printer.list = async () => {
    await happens(desk, held.slipId, held.application);
    await settle();
    return list();
  };
  const { code } = await desk.print('accountCreator', held.slipId);
  return { desk, held, code };
}

test('a slip whose details are handed over while the printing system is asked is not printed', async () => {
  const { desk, held, code } = await printWhileAsked((now, _slipId, application) =>
    now.having(application, 'handOver'),
  );
  expect(code).toBe('GONE');
  expect(desk.printer.prints).toEqual([]);
  expect(held.isWiped()).toBe(true);
});

describe('a queue that is not there', () => {
  test.each([
    '',
    'RECEPTION',
    'Reception ',
    '\u202enoitpeceR',
    'Recepti\u043en',
    'Recep\u200btion',
    '../Reception',
    'Reception/private',
    '<b>Reception</b>',
    'Amelia Okoye 9990000018',
    'x'.repeat(200),
  ])('is refused before anything is written, and the slip can be printed elsewhere: %j', async (name) => {
    const desk = await openSlips();
    const { slipId, application } = await prepared(desk);
    expect(await desk.print('accountCreator', slipId, name)).toMatchObject({ code: 'NO_PRINTER', why: 'printerGone' });
    expect(await desk.trail()).toEqual([]);
    expect((await desk.read(application)).version).toBe(application.version);
    expect(desk.printer.prints).toEqual([]);
    if (name !== '') expect((await desk.stored()) + JSON.stringify(desk.log.entries)).not.toContain(name);
    expect((await desk.print('accountCreator', slipId)).code).toBe('DONE');
  });

  test('is told apart from a printing system that does not answer', async () => {
    const desk = await openSlips();
    const { slipId, isWiped } = await prepared(desk);
    desk.printer.printers = null;
    const answer = await desk.print('accountCreator', slipId);
    expect(answer).toMatchObject({ code: 'NO_PRINTER', why: 'noPrintingSystem' });
    expect([isWiped(), await desk.trail()]).toEqual([false, []]);
  });
});

describe('while the printing system is asked', () => {
  test.each<[string, (desk: SlipsTest, slipId: string) => unknown]>([
    ['its desk is locked', (desk) => desk.lock('accountCreator')],
    ['the session ends', (desk) => desk.end('accountCreator')],
    ['it is given up', (desk, slipId) => desk.forget('accountCreator', slipId)],
  ])('and %s, nothing is written and nothing sent', async (_name, happens) => {
    const { desk, held, code } = await printWhileAsked(happens);
    expect(code).toBe('GONE');
    expect(held.isWiped()).toBe(true);
    expect([await desk.trail(), desk.printer.prints]).toEqual([[], []]);
  });

  test('the printer that becomes the one at the kiosk is not printed on', async () => {
    const { desk, code } = await printWhileAsked(({ machine }) => (machine.kioskPrinter = 'Reception'));
    expect(code).toBe('AT_KIOSK');
    expect([await desk.trail(), desk.printer.prints]).toEqual([[], []]);
  });

  test('a second press is one too many', async () => {
    const second: string[] = [];
    const { desk, code } = await printWhileAsked(async (open, slipId) => {
      if (second.length === 0) second.push((await open.print('accountCreator', slipId)).code);
    });
    expect([code, ...second]).toEqual(['DONE', 'BUSY']);
    expect(desk.printer.prints).toHaveLength(1);
  });
});

test('a slip whose link was mended in the settings is not printed again with the old one', async () => {
  const desk = await openSlips();
  const { slipId, isWiped } = await prepared(desk);
  await desk.settings.setRules({ helpPhone: '01632 960001' }, 'test');
  expect(isWiped()).toBe(false);
  await desk.settings.setRules({ emisLink: 'https://mended.example.org/online' }, 'test');
  await vi.waitFor(() => expect(isWiped()).toBe(true));
  expect((await desk.print('accountCreator', slipId)).code).toBe('GONE');
  expect(desk.printer.prints).toEqual([]);
});

test('hundreds of slips that are asked for at once are a few windows, one page, and nothing of the others', async () => {
  const desk = await openSlips();
  const application = await desk.send(readyForSlip());
  const { picture } = desk.printer;
  let open = 0;
  let most = 0;
  const seen: Uint8Array[] = [];
  desk.printer.picture = async (sheet) => {
    seen.push(sheet.html);
    open += 1;
    most = Math.max(most, open);
    const made = await picture(sheet);
    await settle();
    open -= 1;
    return made;
  };
  const answers = await Promise.all(Array.from({ length: 200 }, () => desk.prepare('accountCreator', application)));
  expect(answers.filter(({ code }) => code === 'DONE')).toHaveLength(1);
  expect(answers.every(({ code }) => code === 'DONE' || code === 'GONE')).toBe(true);
  expect(most).toBeLessThanOrEqual(mostDrawings);
  expect(seen.filter((bytes) => bytes.some((byte) => byte !== 0))).toHaveLength(1);
});

test('a picture that is given to nobody is wiped', async () => {
  const desk = await openSlips();
  const pictures: Uint8Array[] = [];
  const { picture } = desk.printer;
  desk.printer.picture = async (sheet) => {
    const made = await picture(sheet);
    pictures.push(made.png);
    desk.lock('accountCreator');
    return made;
  };
  expect((await desk.prepare('accountCreator', await desk.send(readyForSlip()))).code).toBe('GONE');
  expect(pictures.map((bytes) => bytes.every((byte) => byte === 0))).toEqual([true]);
});

test.each<[string, object]>([
  ['too long', { secret: planted.secret.repeat(20) }],
  ['of another kind', { secret: [planted.secret] }],
  ['in a field of no name', { note: planted.secret }],
  ['with a word-processor’s dash', { secret: `${planted.secret}\u2013` }],
])(
  'what is refused because a detail is %s says nothing of the detail, to the desk or the log',
  async (_name, change) => {
    const desk = await openSlips();
    const application = await desk.send(readyForSlip());
    const procedures = slipsProcedures(deskProcedures(desk.sessions, desk.log), desk);
    const { id: applicationId, version } = application;
    const input = { ...request, applicationId, version, ...change };
    const context = { token: 'accountCreator', keepToken: () => undefined, from: 'test', device: 'test' };
    const error: unknown = await call(procedures.prepare, input, { context }).catch((thrown: unknown) => thrown);
    if (!(error instanceof ORPCError)) throw new Error('It was not refused');
    const told = `${JSON.stringify(error.toJSON())} ${error.message} ${JSON.stringify(desk.log.entries)}`;
    expect(told).not.toContain(planted.secret);
    expect(told).not.toContain(planted.accountId);
  },
);
