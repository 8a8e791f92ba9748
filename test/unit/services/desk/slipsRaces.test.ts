import { describe, expect, test, vi } from 'vitest';
import { applicationById } from '../../../../main/store/applications';
import { createSlipKeeper, mostHeld, type HeldSlip } from '../../../../main/services/desk/slipsHeld';
import { SheetFault } from '../../../../main/services/ports';
import { settle } from '../../../support/practice';
import { openSlips, prepared, readyForSlip, type SlipsTest } from './slipsSupport';

const minute = 60_000;

/** Whatever happens while a page is drawn; the bytes it is drawn from. */
async function whileDrawn(desk: SlipsTest, happens: () => unknown) {
  const application = await desk.send(readyForSlip());
  const seen: Uint8Array[] = [];
  const { picture } = desk.printer;
  desk.printer.picture = async (sheet) => {
    seen.push(sheet.html);
    desk.printer.picture = picture;
    const made = await picture(sheet);
    await happens();
    // A page that was wiped meanwhile has no code to be read.
    if (sheet.html.every((byte) => byte === 0)) throw new SheetFault('codeMismatch');
    return made;
  };
  const { code } = await desk.prepare('accountCreator', application);
  return { code, application, isWiped: () => seen.length === 1 && seen[0]?.every((byte) => byte === 0) === true };
}

describe('while a page is drawn', () => {
  test('a desk that is locked gets nothing, and is not told that the page was wrong', async () => {
    const desk = await openSlips();
    const { code, isWiped } = await whileDrawn(desk, async () => {
      desk.lock('accountCreator');
      await settle();
    });
    expect(code).toBe('GONE');
    expect(isWiped()).toBe(true);
    expect(desk.log.events.filter((event) => event === 'slip.forgotten')).toHaveLength(1);
    expect(desk.log.events).not.toContain('slip.refused');
  });

  test('a desk that was left untouched for too long gets nothing, though nobody has said so yet', async () => {
    const desk = await openSlips();
    const { code, isWiped } = await whileDrawn(desk, () => {
      desk.sessions.all = () => Promise.resolve([]);
    });
    expect(code).toBe('GONE');
    expect(isWiped()).toBe(true);
  });

  test('an application that is withdrawn behind everybody’s back leaves no page', async () => {
    const desk = await openSlips();
    const { code, isWiped } = await whileDrawn(desk, () =>
      desk.store.write((db) => db.deleteFrom('applications').execute()),
    );
    expect(code).toBe('GONE');
    expect(isWiped()).toBe(true);
  });

  test('a second slip of the same desk takes its place', async () => {
    const desk = await openSlips();
    let second: string | undefined;
    const { code, isWiped } = await whileDrawn(desk, async () => {
      const { output } = await desk.prepare('accountCreator', await desk.send(readyForSlip()));
      second = output?.slipId;
    });
    expect(code).toBe('GONE');
    expect(isWiped()).toBe(true);
    expect((await desk.print('accountCreator', second ?? '')).code).toBe('DONE');
  });

  test('the end of the program leaves no page', async () => {
    const desk = await openSlips();
    const { code, isWiped } = await whileDrawn(desk, () => desk.slips.close());
    expect(code).toBe('GONE');
    expect(isWiped()).toBe(true);
  });
});

test('after the end of the program no page is made', async () => {
  const desk = await openSlips();
  await desk.slips.close();
  expect((await desk.prepare('accountCreator', await desk.send(readyForSlip()))).code).toBe('GONE');
  expect(desk.printer.pictures).toEqual([]);
});

describe('while a print is written into the trail', () => {
  /** Something happens just when the trail is being written. */
  async function printWhile(happens: (desk: SlipsTest, slipId: string) => unknown) {
    const desk = await openSlips();
    const held = await prepared(desk);
    const { write } = desk.store;
    let hasHappened = false;
    vi.spyOn(desk.store, 'write').mockImplementation(async (work) => {
      const done = await write.call(desk.store, work);
      if (!hasHappened) {
        hasHappened = true;
        await happens(desk, held.slipId);
        await settle();
      }
      return done as never;
    });
    const { code } = await desk.print('accountCreator', held.slipId);
    return { desk, held, code };
  }

  test.each<[string, (desk: SlipsTest, slipId: string) => unknown]>([
    ['its desk is locked', (desk) => desk.lock('accountCreator')],
    ['it is given up', (desk, slipId) => desk.forget('accountCreator', slipId)],
  ])('and %s, no printer hears of it, and the trail says that it was cancelled', async (_name, happens) => {
    const { desk, held, code } = await printWhile(happens);
    expect(code).toBe('GONE');
    expect(held.isWiped()).toBe(true);
    await vi.waitFor(async () => {
      const rows = (await desk.trail()).map(({ action, detail }) => [action, detail['reason'] ?? null]);
      expect(rows).toEqual([
        ['application.printSlip', null],
        ['slip.failed', 'cancelled'],
      ]);
    });
    expect(desk.printer.prints).toEqual([]);
  });

  test('the end of the program waits until the trail says how it ended', async () => {
    const desk = await openSlips();
    const { slipId } = await prepared(desk);
    desk.printer.becomes = () => null;
    await desk.print('accountCreator', slipId);
    const { write } = desk.store;
    vi.spyOn(desk.store, 'write').mockImplementation(async (work) => {
      await settle();
      return (await write.call(desk.store, work)) as never;
    });
    await desk.slips.close();
    expect((await desk.trail()).map(({ action }) => action)).toEqual(['application.printSlip', 'slip.failed']);
  });
});

test('a store that cannot write the trail has nothing printed, and the slip is there for another try', async () => {
  const desk = await openSlips();
  const { slipId, application, isWiped } = await prepared(desk);
  const write = vi.spyOn(desk.store, 'write').mockRejectedValueOnce(new Error('disk'));
  expect((await desk.print('accountCreator', slipId)).code).toBe('INTERNAL_SERVER_ERROR');
  write.mockRestore();
  expect(desk.printer.prints).toEqual([]);
  expect((await desk.read(application)).work.slip ?? null).toBeNull();
  expect(isWiped()).toBe(false);
  expect((await desk.print('accountCreator', slipId)).code).toBe('DONE');
});

test('what others change about an application meanwhile does not stand in the way of its slip', async () => {
  const desk = await openSlips();
  const { application, slipId } = await prepared(desk);
  // Told to nobody, so that nothing but the print itself looks at it.
  await desk.store.write((db) =>
    db.updateTable('applications').set({ version: 41 }).where('id', '=', application.id).execute(),
  );
  expect((await desk.print('accountCreator', slipId)).code).toBe('DONE');
  expect((await applicationById(desk.store.db, application.id))?.version).toBe(42);
});

test('a slip that may not be printed any more is forgotten when that is found', async () => {
  const desk = await openSlips();
  const { application, slipId, isWiped } = await prepared(desk);
  await desk.store.write((db) =>
    db
      .updateTable('applications')
      .set({ ended: 'withdrawn', endedAt: application.sentAt })
      .where('id', '=', application.id)
      .execute(),
  );
  expect((await desk.print('accountCreator', slipId)).code).toBe('NOT_NOW');
  expect(isWiped()).toBe(true);
});

test('five minutes are five minutes, whether or not a timer has gone off since', async () => {
  const desk = await openSlips();
  const { slipId, isWiped } = await prepared(desk);
  const begun = desk.timers.monotonic();
  vi.spyOn(desk.timers, 'monotonic').mockReturnValue(begun + 5 * minute - 1);
  await desk.follow('accountCreator', slipId);
  expect(isWiped()).toBe(false);
  vi.spyOn(desk.timers, 'monotonic').mockReturnValue(begun + 5 * minute);
  expect((await desk.print('accountCreator', slipId)).code).toBe('GONE');
  expect(isWiped()).toBe(true);
  expect(desk.printer.prints).toEqual([]);
});

test('the picture is wiped once it is on its way to the desk', async () => {
  const desk = await openSlips();
  const pictures: Uint8Array[] = [];
  const { picture } = desk.printer;
  desk.printer.picture = async (sheet) => {
    const made = await picture(sheet);
    pictures.push(made.png);
    return made;
  };
  const { output } = await desk.prepare('accountCreator', await desk.send(readyForSlip()));
  expect(Buffer.from(output?.picture ?? '', 'base64').toString()).toBe('PNG 1');
  expect(pictures.map((bytes) => bytes.every((byte) => byte === 0))).toEqual([true]);
});

test('so many pages are held at once and no more: the oldest that is not being printed goes', () => {
  const forgotten: string[] = [];
  const keeper = createSlipKeeper(({ slipId }) => forgotten.push(slipId));
  const slipOf = (slipId: string): HeldSlip => ({
    slipId,
    sessionId: `session of ${slipId}`,
    applicationId: slipId,
    subjectId: slipId,
    system: 'emis',
    size: 'a4',
    sheet: { html: new Uint8Array([1]), widthMillimetres: 1, heightMillimetres: 1, link: null, mayHavePages: false },
    endsAtMonotonic: 0,
    endsAt: '',
    state: 'ready',
    reason: null,
    printer: null,
    isKept: null,
    sentTimes: 0,
    printing: slipId === '0' ? { stop: new AbortController(), over: Promise.resolve() } : null,
    isForgotten: false,
    handedOverAt: null,
  });
  for (let number = 0; number <= mostHeld; number += 1) keeper.keep(slipOf(String(number)));
  expect(forgotten).toEqual(['1']);
  expect(keeper.all()).toHaveLength(mostHeld);
  // And whoever is forgotten is forgotten once.
  const [first] = keeper.all();
  if (first === undefined) throw new Error('None is held');
  for (const _time of [1, 2]) keeper.forget(first);
  expect(forgotten).toEqual(['1', first.slipId]);
  expect([...first.sheet.html]).toEqual([0]);
});
