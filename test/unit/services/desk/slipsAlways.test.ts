import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StoredApplication } from '../../../../main/domain/application/types';
import { readAudit, verifyAudit } from '../../../../main/store/audit';
import type { FakePrint } from '../../../support/fakePrinter';
import { settle } from '../../../support/practice';
import { openSlips, planted, readyForSlip, type SlipsTest } from './slipsSupport';

const people = ['accountCreator', 'secondCreator'] as const;
type Person = (typeof people)[number];

const fiveMinutes = 5 * 60_000;
const step = fc.record({
  who: fc.constantFrom(...people),
  /** Which of the two applications. */
  place: fc.constantFrom(0, 1),
  does: fc.oneof(
    { weight: 5, arbitrary: fc.constant('prepare' as const) },
    { weight: 5, arbitrary: fc.constant('print' as const) },
    { weight: 3, arbitrary: fc.constantFrom('endPrint' as const, 'forget' as const) },
    { weight: 2, arbitrary: fc.constantFrom('lock' as const, 'unlock' as const, 'pass' as const) },
    { weight: 1, arbitrary: fc.constantFrom('withdraw' as const) },
  ),
  seconds: fc.constantFrom(1, 60, 200, 299, 300),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A slip as it must be held. */
interface Expected {
  slipId: string;
  place: number;
  endsAt: number;
  bytes: Uint8Array;
  print: FakePrint | null;
}

/** Does the steps on two new applications, and says beforehand what must come of each. */
async function run(desk: SlipsTest, steps: readonly Step[]): Promise<{ printed: number; wiped: number }> {
  const applications: StoredApplication[] = [await desk.send(readyForSlip()), await desk.send(readyForSlip())];
  const at = (place: number): StoredApplication => applications[place] ?? expect.fail('There are two');
  const held = new Map<Person, Expected>();
  const locked = new Set<Person>();
  const withdrawn = new Set<number>();
  const gone: Uint8Array[] = [];
  const ends: string[] = [];
  let prints = 0;
  desk.printer.becomes = () => null;

  const forgotten = (who: Person): void => {
    const slip = held.get(who);
    if (slip === undefined) return;
    held.delete(who);
    gone.push(slip.bytes);
    if (slip.print !== null) ends.push('slip.failed');
  };
  const forgetOld = (): void => {
    for (const [who, slip] of held) if (slip.print === null && desk.timers.monotonic() >= slip.endsAt) forgotten(who);
  };
  const slipIdOf = (who: Person): string => held.get(who)?.slipId ?? crypto.randomUUID();

  const prepare = async ({ who, place }: Step): Promise<void> => {
    const before = desk.printer.pictures.length;
    const seen: Uint8Array[] = [];
    const { picture } = desk.printer;
    desk.printer.picture = (sheet) => {
      seen.push(sheet.html);
      return picture(sheet);
    };
    const { code, output } = await desk.prepare(who, await desk.read(at(place)));
    desk.printer.picture = picture;
    expect(code).toBe(locked.has(who) ? 'LOCKED' : withdrawn.has(place) ? 'NOT_NOW' : 'DONE');
    expect(desk.printer.pictures).toHaveLength(before + (code === 'DONE' ? 1 : 0));
    const [bytes] = seen;
    if (output === null || bytes === undefined) return;
    forgotten(who);
    held.set(who, {
      slipId: output.slipId,
      place,
      endsAt: desk.timers.monotonic() + fiveMinutes,
      bytes,
      print: null,
    });
  };
  const print = async ({ who }: Step): Promise<void> => {
    const before = desk.printer.prints.length;
    const slip = held.get(who);
    const { code } = await desk.print(who, slipIdOf(who));
    const expected = slip === undefined ? 'GONE' : slip.print !== null ? 'BUSY' : 'DONE';
    expect(code).toBe(locked.has(who) ? 'LOCKED' : expected);
    expect(desk.printer.prints).toHaveLength(before + (code === 'DONE' ? 1 : 0));
    if (code !== 'DONE' || slip === undefined) return;
    slip.print = desk.printer.prints.at(-1) ?? null;
    expect(slip.print?.sheet.html).toBe(slip.bytes);
    prints += 1;
  };
  const others = {
    async forget({ who }: Step) {
      expect((await desk.forget(who, slipIdOf(who))).code).toBe(locked.has(who) ? 'LOCKED' : 'DONE');
      if (!locked.has(who)) forgotten(who);
    },
    endPrint({ who }: Step) {
      const slip = held.get(who);
      if (slip === undefined || slip.print === null) return;
      slip.print.end();
      slip.print = null;
      ends.push('slip.printed');
    },
    lock({ who }: Step) {
      desk.lock(who);
      locked.add(who);
      forgotten(who);
    },
    unlock({ who }: Step) {
      desk.unlock(who);
      locked.delete(who);
    },
    pass({ seconds }: Step) {
      desk.timers.advance(seconds * 1000);
    },
    async withdraw({ place }: Step) {
      if (!withdrawn.has(place)) await desk.having(at(place), 'withdraw');
      withdrawn.add(place);
      for (const [who, slip] of held) if (slip.place === place) forgotten(who);
    },
  };
  const does = { prepare, print, ...others };

  for (const one of steps) {
    await does[one.does](one);
    await settle();
    forgetOld();
    for (const bytes of gone)
      expect(
        bytes.every((byte) => byte === 0),
        one.does,
      ).toBe(true);
    for (const { bytes } of held.values())
      expect(
        bytes.some((byte) => byte !== 0),
        one.does,
      ).toBe(true);
  }
  for (const who of people) {
    desk.unlock(who);
    locked.delete(who);
    await others.forget({ who, place: 0, does: 'forget', seconds: 1 });
  }
  await settle();
  for (const bytes of gone) expect(bytes.every((byte) => byte === 0)).toBe(true);
  const subjects = new Set(applications.map(({ subjectId }) => subjectId));
  const actions = (await readAudit(desk.store.db, 0, 100_000))
    .filter(({ subjectId }) => subjects.has(subjectId ?? ''))
    .map(({ action }) => action)
    .filter((action) => action !== 'application.withdraw');
  expect(actions.filter((action) => action === 'application.printSlip')).toHaveLength(prints);
  expect(actions.filter((action) => action !== 'application.printSlip').sort()).toEqual(ends.sort());
  return { printed: ends.filter((end) => end === 'slip.printed').length, wiped: gone.length };
}

test('whatever is made, printed, given up, locked or left lying, a slip is there exactly as long as it may be, and every print is in the trail', async () => {
  const desk = await openSlips();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
      await run(desk, steps);
    }),
    { numRuns: 60 },
  );
  // One that always goes well, so that this test has seen a slip printed and wiped whatever chance brought.
  const straight = (['prepare', 'print', 'endPrint', 'forget'] as const).map((does): Step => ({
    who: 'accountCreator',
    place: 0,
    does,
    seconds: 1,
  }));
  expect(await run(desk, straight)).toEqual({ printed: 1, wiped: 1 });
  const kept = (await desk.stored()) + JSON.stringify(desk.log.entries);
  for (const detail of [planted.accountId, planted.secret]) expect(kept).not.toContain(detail);
  expect(await verifyAudit(desk.store.db, desk.store.auditSeal, [])).toMatchObject({ isSound: true });
}, 120_000);
