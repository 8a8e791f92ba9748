import { describe, expect, test } from 'vitest';
import { kioskSnapshotSchema, type KioskSnapshot } from '../../../preload/contract/kiosk';
import { clockTimeSchema, dateSchema } from '../../../preload/contract/rules/dates';
import { defaultRules } from '../../../main/domain/rules';
import { offersOf } from '../../../main/domain/signUpOffers';
import { createKioskLive } from '../../../main/services/kioskLive';
import { createKioskMode } from '../../../main/services/kioskMode';
import { openPractice } from '../../support/practice';

const day = dateSchema.parse('2026-11-23');
const idle = { warnAfterSeconds: 60, warningStandsSeconds: 20, endingStandsSeconds: 15 };

/** The stream that the page follows; `next` is what it hears next, checked against the contract. */
async function follow(options: Parameters<typeof openPractice>[0] = {}, hasMap = true) {
  const practice = await openPractice(options);
  let revision = 0;
  const printer = { isWell: false };
  const live = createKioskLive({
    ...practice,
    session: { visitsEnded: () => 3 },
    soundTests: { count: () => 0 },
    tickets: { canPrint: () => printer.isWell },
    kioskMode: createKioskMode(practice),
    hasMap: () => Promise.resolve(hasMap),
    helpAcknowledged: () => Promise.resolve(null),
    isTestBuild: false,
    idle,
    nextRevision: () => (revision += 1),
  })(undefined);
  const next = async (): Promise<Extract<KioskSnapshot, { kind: 'ready' }>> => {
    const { value } = await live.next();
    const snapshot = kioskSnapshotSchema.parse(value);
    if (snapshot.kind !== 'ready') throw new Error('A kiosk that serves is ready');
    return snapshot;
  };
  return { ...practice, printer, next };
}

describe('what the page hears of the kiosk', () => {
  test('has everything of the practice’s defaults, and no map', async () => {
    const { next } = await follow();
    expect(await next()).toEqual({
      kind: 'ready',
      revision: 1,
      practice: 'your GP practice',
      mode: 'trial',
      isTestBuild: false,
      today: day,
      visitsEnded: 3,
      checkIn: { state: 'closed', reason: 'noList' },
      idle,
      service: { state: 'open' },
      reception: defaultRules.receptionChoices.map(({ kind }) => ({ kind, label: null, words: null })),
      walkIn: null,
      helpAcknowledged: null,
      hygieneLine: defaultRules.hygieneLine,
      sounds: { success: true, help: true },
      soundTests: 0,
      map: null,
      interpreterLanguages: defaultRules.interpreterLanguages,
      signUp: { state: 'closed', opens: { day, time: '12:00' } },
      signUpOffers: offersOf(defaultRules),
      canPrint: false,
    });
  });

  test('hears of a rule that is changed, and of the clock', async () => {
    const { next, settings, clock, changes } = await follow();
    await next();
    const walkIn = { day, name: 'Flu clinic', until: clockTimeSchema.parse('12:00') };
    await settings.setRules({ isOutOfService: true, isHelpSoundOn: false, walkIn }, 'test');
    expect(await next()).toMatchObject({
      service: { state: 'outOfService' },
      sounds: { success: true, help: false },
      walkIn: { name: 'Flu clinic' },
    });
    clock.set('2026-11-23T12:00');
    changes.publish('clock');
    expect(await next()).toMatchObject({ walkIn: null });
    clock.set('2026-11-24T00:00');
    changes.publish('clock');
    expect(await next()).toMatchObject({ today: '2026-11-24' });
  });

  test('hears when sign-up opens, is paused, and of new words, each without being asked', async () => {
    const { next, settings, clock, changes } = await follow();
    const before = await next();
    clock.set('2026-11-23T12:00');
    changes.publish('clock');
    expect((await next()).signUp).toEqual({ state: 'open' });
    await settings.setRules({ signUpPausedOn: day }, 'test');
    expect((await next()).signUp).toEqual({ state: 'paused' });
    await settings.setRules({ signUpPausedOn: null, recordStatements: ['I keep it safe.'] }, 'test');
    const { signUp, signUpOffers } = await next();
    expect(signUp).toEqual({ state: 'open' });
    expect(signUpOffers.statements).toEqual(['I keep it safe.']);
    expect(signUpOffers.statementsVersion).not.toBe(before.signUpOffers.statementsVersion);
  });

  test('hears of the choices that the practice offers, in its words, and not what it does with them', async () => {
    const receptionChoices = [
      { ...defaultRules.receptionChoices[2], isOffered: true, label: 'Hand in a sample', words: 'Label it first.' },
      { ...defaultRules.receptionChoices[0], isOffered: false },
    ] as typeof defaultRules.receptionChoices;
    const { next } = await follow({ rules: { receptionChoices } });
    expect((await next()).reception).toEqual([{ kind: 'sample', label: 'Hand in a sample', words: 'Label it first.' }]);
  });

  test('hears of a map only where the practice has both a picture and words for it', async () => {
    const words = 'Room 4 is along the corridor on the left.';
    const both = await follow({ rules: { mapWords: words } });
    expect((await both.next()).map).toEqual({ words });
    const noPicture = await follow({ rules: { mapWords: words } }, false);
    expect((await noPicture.next()).map).toBeNull();
    const noWords = await follow({}, true);
    expect((await noWords.next()).map).toBeNull();
  });

  test('hears when a ticket can be printed, and when no longer', async () => {
    const { next, printer, changes } = await follow();
    expect((await next()).canPrint).toBe(false);
    for (const isWell of [true, false]) {
      printer.isWell = isWell;
      changes.publish('printing');
      expect((await next()).canPrint).toBe(isWell);
    }
  });

  test('is told that it is live only once the practice has signed it off, and never in a demonstration', async () => {
    const { next, settings } = await follow();
    expect((await next()).mode).toBe('trial');
    await settings.setRules({ isSignedOff: true }, 'test');
    expect((await next()).mode).toBe('live');
    const demonstration = await follow({ isDemonstration: true, rules: { isSignedOff: true } });
    expect((await demonstration.next()).mode).toBe('demonstration');
  });
});
