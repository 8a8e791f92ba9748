import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wallTimeSchema } from '../../../../preload/contract/rules/dates';
import {
  isStillWaiting,
  slotsToCall,
  whyNotCall,
  whyNotGiveUp,
  type CallFacts,
  type DeskSlot,
} from '../../../../main/domain/desk/calling';

function slot(time: string, change: Partial<DeskSlot> = {}): DeskSlot {
  return {
    arrivalId: time,
    start: wallTimeSchema.parse(`2026-11-23T${time}`),
    durationMinutes: 10,
    clinician: 'Dr Anita Rao',
    booked: 'Dr Anita Rao',
    state: 'arrived',
    calledAt: null,
    ...change,
  };
}

const called = { calledAt: '2026-11-23T10:00:00.000Z' };
const callable: CallFacts = {
  calling: 'here',
  kind: 'call',
  slots: [slot('10:00')],
  doneAs: null,
  hasOpenCall: false,
  isToFetch: false,
  hasSomethingToShow: true,
  onlyOf: null,
};

describe('calling', () => {
  test('is open for whoever waits, and to the clinician they are here for, however the name is spaced', () => {
    expect(whyNotCall(callable)).toBeNull();
    expect(whyNotCall({ ...callable, onlyOf: 'dr  anita rao' })).toBeNull();
  });

  test.each<[string, Partial<CallFacts>]>([
    ['clinical system', { calling: 'clinicalSystem', kind: 'fetch' }],
    ['fetched in person here', { calling: 'staffFetch', kind: 'quiet' }],
    ['been seen', { doneAs: 'seen' }],
    ['have left', { doneAs: 'left' }],
    ['not checked in', { slots: [] }],
    ['not their appointment', { slots: [slot('10:00', { state: 'disputed' })] }],
    ['called already', { hasOpenCall: true }],
    ['not here for you', { onlyOf: 'Dr James Field' }],
    ['not here for you', { onlyOf: '' }],
    ['fetch them in person', { isToFetch: true, kind: 'quiet' }],
    ['no ticket', { hasSomethingToShow: false }],
  ])('is refused with a sentence: %s', (words, change) => {
    expect(whyNotCall({ ...callable, ...change })).toContain(words);
  });

  test.each<[string, Partial<CallFacts>]>([
    ['fetched where staff fetch', { calling: 'staffFetch', kind: 'fetch' }],
    ['fetched who cannot see the board', { isToFetch: true, kind: 'fetch' }],
    ['fetched without a ticket', { hasSomethingToShow: false, kind: 'fetch' }],
    ['called quietly without a ticket', { hasSomethingToShow: false, kind: 'quiet' }],
  ])('lets them be %s', (_what, change) => {
    expect(whyNotCall({ ...callable, ...change })).toBeNull();
  });

  test('is given up of whom the board may not reach only after somebody looked', () => {
    expect(whyNotGiveUp({ isToFetch: true, lookedAt: null })).toContain('go and look');
    expect(whyNotGiveUp({ isToFetch: true, lookedAt: called.calledAt })).toBeNull();
    expect(whyNotGiveUp({ isToFetch: false, lookedAt: null })).toBeNull();
  });
});

describe('a call is for', () => {
  const idsOf = (slots: readonly DeskSlot[], onlyOf: string | null = null) =>
    slotsToCall(slots, onlyOf).map(({ arrivalId }) => arrivalId);

  test('the first slot that waits, and those in a row with it', () => {
    expect(idsOf([slot('10:20'), slot('10:00'), slot('10:10'), slot('11:00')])).toEqual(['10:00', '10:10', '10:20']);
    expect(idsOf([slot('10:00', called), slot('10:30')])).toEqual(['10:30']);
  });

  test('one clinician: a slot in a row with another is another appointment', () => {
    const nurse = { clinician: 'Nurse Kim Sample' };
    expect(idsOf([slot('10:00', nurse), slot('10:10')])).toEqual(['10:00']);
    expect(idsOf([slot('10:00', nurse), slot('10:10')], 'Dr Anita Rao')).toEqual(['10:10']);
  });

  test('the first of all where everything was called before, as a list may have said so', () => {
    expect(idsOf([slot('10:00', called), slot('11:00', called)])).toEqual(['10:00']);
  });

  test('nothing that is disputed', () => {
    expect(idsOf([slot('10:00', { state: 'disputed' })])).toEqual([]);
  });

  test('for any slots: arrived ones of one clinician, never a later one before an earlier that waits', () => {
    const slots = fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: 17 }),
        isCalled: fc.boolean(),
        isDisputed: fc.boolean(),
        isNurse: fc.boolean(),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(slots, (made) => {
        const all = made.map(({ at, isCalled, isDisputed, isNurse }, index) =>
          slot(`1${Math.floor(at / 6)}:${at % 6}0`, {
            arrivalId: String(index),
            ...(isCalled ? called : {}),
            state: isDisputed ? 'disputed' : 'arrived',
            ...(isNurse ? { clinician: 'Nurse Kim Sample' } : {}),
          }),
        );
        const chosen = slotsToCall(all, null);
        const waiting = all.filter(({ state, calledAt }) => state === 'arrived' && calledAt === null);
        expect(chosen.every(({ state }) => state === 'arrived')).toBe(true);
        expect(new Set(chosen.map(({ clinician }) => clinician)).size).toBeLessThanOrEqual(1);
        const [first] = chosen;
        if (first === undefined) expect(all.some(({ state }) => state === 'arrived')).toBe(false);
        else if (waiting.length > 0) expect(waiting.every(({ start }) => start >= first.start)).toBe(true);
      }),
    );
  });
});

test('somebody still waits as long as one arrival was not called', () => {
  expect(isStillWaiting([slot('10:00', called), slot('10:30')])).toBe(true);
  expect(isStillWaiting([slot('10:00', called), slot('10:30', { state: 'disputed' })])).toBe(false);
});
