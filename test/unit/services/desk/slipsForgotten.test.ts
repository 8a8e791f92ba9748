import { describe, expect, test, vi } from 'vitest';
import { openSlips, prepared, readyForSlip, type SlipsTest } from './slipsSupport';

const minute = 60_000;
type Held = Awaited<ReturnType<typeof prepared>>;

/** Everything after which nothing may be left of a slip. */
const ways: [string, (desk: SlipsTest, held: Held) => unknown][] = [
  ['staff say that it came out, or cancel', (desk, { slipId }) => desk.forget('accountCreator', slipId)],
  ['five minutes are over', (desk) => desk.timers.advance(5 * minute)],
  ['the desk is locked', (desk) => desk.lock('accountCreator')],
  ['the session ends', (desk) => desk.end('accountCreator')],
  ['its details are handed over', async (desk, { application }) => desk.having(application, 'handOver')],
  ['the application is withdrawn', async (desk, { application }) => desk.having(application, 'withdraw')],
  [
    'another slip is made at the same desk',
    async (desk) => desk.prepare('accountCreator', await desk.send(readyForSlip())),
  ],
  ['the program ends', (desk) => desk.slips.close()],
];

describe.each(ways)('once %s', (_name, happens) => {
  test('every byte of the slip is overwritten, and it can neither be printed nor followed', async () => {
    const desk = await openSlips();
    const held = await prepared(desk);
    expect(held.isWiped()).toBe(false);
    const stream = await desk.follow('accountCreator', held.slipId);
    await stream.next();
    await happens(desk, held);
    await vi.waitFor(() => expect(held.isWiped()).toBe(true));
    desk.unlock('accountCreator');
    const { code } = await desk.print('accountCreator', held.slipId);
    expect(['GONE', 'SIGNED_OUT']).toContain(code);
    expect(desk.printer.prints).toEqual([]);
    await expect(
      stream.next().then(
        ({ done }) => done,
        () => true,
      ),
    ).resolves.toBe(true);
  });
});

describe('a slip that is on its way to the printer', () => {
  test.each(ways.filter(([name]) => name !== 'five minutes are over'))(
    'is called back once %s, and the trail says that it was cancelled',
    async (_name, happens) => {
      const desk = await openSlips();
      const held = await prepared(desk);
      desk.printer.becomes = () => null;
      await desk.print('accountCreator', held.slipId);
      expect(desk.printer.prints[0]?.signal?.aborted).toBe(false);
      await happens(desk, held);
      await vi.waitFor(() => expect(desk.printer.prints[0]?.signal?.aborted).toBe(true));
      expect(held.isWiped()).toBe(true);
      await vi.waitFor(async () => {
        const row = (await desk.trail()).find(({ action }) => action === 'slip.failed');
        expect(row?.detail).toMatchObject({ reason: 'cancelled' });
      });
    },
  );

  test('is let finish when its five minutes are over meanwhile, and forgotten then', async () => {
    const desk = await openSlips();
    const held = await prepared(desk);
    desk.printer.becomes = () => null;
    await desk.print('accountCreator', held.slipId);
    desk.timers.advance(6 * minute);
    expect(held.isWiped()).toBe(false);
    desk.printer.prints[0]?.end();
    await vi.waitFor(() => expect(held.isWiped()).toBe(true));
  });
});

test('a page that is drawn while the desk is being locked is given to nobody and left nowhere', async () => {
  const desk = await openSlips();
  const application = await desk.send(readyForSlip());
  const seen: Uint8Array[] = [];
  const { picture } = desk.printer;
  desk.printer.picture = async (sheet) => {
    seen.push(sheet.html);
    const made = await picture(sheet);
    desk.lock('accountCreator');
    return made;
  };
  expect((await desk.prepare('accountCreator', application)).code).toBe('GONE');
  expect(seen.map((bytes) => bytes.every((byte) => byte === 0))).toEqual([true]);
});

test('a page that cannot be made is refused with its reason, and wiped', async () => {
  const desk = await openSlips();
  const application = await desk.send(readyForSlip());
  desk.printer.fault = 'codeMismatch';
  expect(await desk.prepare('accountCreator', application)).toMatchObject({ code: 'NOT_MADE', why: 'codeMismatch' });
});

test('a store that fails when slips are looked at forgets them rather than trusts them', async () => {
  const desk = await openSlips();
  const held = await prepared(desk);
  desk.sessions.all = () => Promise.reject(new Error('disk'));
  desk.timers.advance(1_000);
  await vi.waitFor(() => expect(held.isWiped()).toBe(true));
});
