import { describe, expect, test } from 'vitest';
import { needsTicks } from '../../../renderer/kiosk/flow/passing';
import { isCheckInOpen, serviceState } from '../../../renderer/kiosk/flow/service';
import type { FlowEvent } from '../../../renderer/kiosk/flow/events';
import {
  after,
  answered,
  asking,
  askingGoodAnswer,
  barcode,
  goodAnswer,
  otherAnswers,
  readySnapshot,
  requestIdOf,
  screenOf,
  told,
  welcome,
  welcomeWith,
} from './support';

const outOfService = { service: { state: 'outOfService' } };
const closedHours = { service: { state: 'closedHours', opens: null } };
const wiping = (secondsLeft: number) => ({ service: { state: 'cleaning', secondsLeft } });

const question = after(welcome, { type: 'checkInTapped' });
const good = answered(asking, goodAnswer);
const needs = after(answered(asking, askingGoodAnswer), { type: 'needsTapped' });
const asked = answered(asking, askingGoodAnswer);
const called = after(welcome, { type: 'helpTapped' });

const starts: FlowEvent[] = [
  { type: 'checkInTapped' },
  { type: 'receptionTapped' },
  { type: 'walkInTapped' },
  { type: 'scanned', barcode },
  { type: 'displayToggled', setting: 'isTextLarger' },
  { type: 'touched' },
];

describe('a kiosk that does not serve', () => {
  test.each([
    ['out of service', outOfService],
    ['closed', closedHours],
    ['wiped', wiping(60)],
  ])('takes nothing on Welcome (%s)', (_what, service) => {
    const state = told(welcomeWith({ walkIn: { name: 'Flu clinic' } }), { walkIn: { name: 'Flu clinic' }, ...service });
    for (const event of starts) expect(after(state, event)).toBe(state);
    expect(isCheckInOpen(state)).toBe(false);
  });

  test.each([
    ['out of service', outOfService],
    ['closed', closedHours],
  ])('still calls for help (%s), and the call stands', (_what, service) => {
    const state = after(told(welcome, service), { type: 'helpTapped' });
    expect(told(state, service).screen).toBe(screenOf(state, 'helpCalled'));
    expect(after(state, { type: 'finishTapped' }).screen).toEqual({ kind: 'welcome' });
  });

  test.each([
    ['out of service', outOfService],
    ['wiped', wiping(60)],
  ])('drops a visit at once (%s), but not an ending that says checked in, nor a call for help', (_what, service) => {
    const choosing = after(welcome, { type: 'receptionTapped' }, { type: 'receptionChosen', choice: 'sample' });
    for (const state of [question, asking, answered(asking, otherAnswers.byPhone), choosing]) {
      const dropped = told(state, service);
      expect(dropped.screen).toEqual({ kind: 'welcome' });
      expect(dropped.visitorNumber).toBe(state.visitorNumber + 1);
    }
    expect(told(good, service).screen).toBe(good.screen);
    expect(screenOf(told(needs, service), 'ending').ending).toEqual(askingGoodAnswer);
    expect(told(called, service).screen).toBe(called.screen);
    const over = after(told(good, service), { type: 'tick', milliseconds: 15_000 });
    expect(over.screen).toEqual({ kind: 'welcome' });
  });

  test('lets a visit finish that began before closing time, and no other begin', () => {
    const closed = told(asking, closedHours);
    expect(closed.screen).toBe(asking.screen);
    const ended = answered(closed, goodAnswer);
    expect(screenOf(ended, 'ending').ending).toEqual(goodAnswer);
    expect(after(ended, { type: 'someoneElseTapped' }).screen).toEqual({ kind: 'welcome' });
    expect(after(ended, { type: 'scanned', barcode })).toBe(ended);
    const refused = answered(closed, otherAnswers.reception);
    expect(screenOf(refused, 'ending').canTryAgain).toBe(false);
  });

  test('lets whoever reads on say that it is not theirs', () => {
    const disputing = after(told(good, outOfService), { type: 'notMineTapped' });
    const ended = after(disputing, { type: 'disputeEnded', requestId: requestIdOf(disputing) });
    expect(screenOf(ended, 'ending').ending.kind).toBe('reception');
  });
});

describe('wiping the glass', () => {
  const wiped = told(welcome, wiping(60));

  test('locks every touch on Welcome, help too', () => {
    for (const event of [...starts, { type: 'helpTapped' } as const]) expect(after(wiped, event)).toBe(wiped);
  });

  test('waits for an ending that stands, on which every button works until it is over', () => {
    const standing = told(asked, wiping(60));
    expect(after(standing, { type: 'helpTapped' }).screen.kind).toBe('helpCalled');
    expect(after(standing, { type: 'notMineTapped' }).screen.kind).toBe('disputing');
    expect(after(standing, { type: 'needsTapped' }).screen.kind).toBe('needs');
    const longer = after(standing, { type: 'moreTimeTapped' });
    expect(screenOf(longer, 'ending').remainingMilliseconds).toBe(45_000);
    const skipped = after(standing, { type: 'questionAnswered', answer: { kind: 'skipped', question: 'needs' } });
    expect(screenOf(skipped, 'ending').sending).toHaveLength(1);
    // Nobody else begins.
    expect(after(standing, { type: 'scanned', barcode })).toBe(standing);
    for (const type of ['finishTapped', 'someoneElseTapped'] as const) {
      const over = after(standing, { type });
      expect(over).toMatchObject({ screen: { kind: 'welcome' }, cleaningMilliseconds: 60_000 });
      expect(serviceState(over)).toBe('cleaning');
    }
  });

  test('waits for a call for help that stands', () => {
    const standing = told(called, wiping(60));
    expect(screenOf(after(standing, { type: 'moreTimeTapped' }), 'helpCalled').remainingMilliseconds).toBe(45_000);
    expect(serviceState(after(standing, { type: 'finishTapped' }))).toBe('cleaning');
  });

  test('is counted down here, and the page unlocks before main says so', () => {
    expect(needsTicks(wiped)).toBe(true);
    const almost = after(wiped, { type: 'tick', milliseconds: 59_999 });
    expect(almost.cleaningMilliseconds).toBe(1);
    expect(serviceState(almost)).toBe('cleaning');
    const free = after(almost, { type: 'tick', milliseconds: 1 });
    expect(serviceState(free)).toBe('open');
    expect(needsTicks(free)).toBe(false);
    expect(after(free, { type: 'checkInTapped' }).screen.kind).toBe('dateOfBirth');
  });

  test('goes on counting under an ending that stands', () => {
    const both = after(told(good, wiping(60)), { type: 'tick', milliseconds: 15_000 });
    expect(both.screen).toEqual({ kind: 'welcome' });
    expect(both.cleaningMilliseconds).toBe(45_000);
  });

  test('is over at once when main says so', () => {
    const open = told(wiped, {});
    expect(open.cleaningMilliseconds).toBeNull();
    expect(serviceState(open)).toBe('open');
  });

  test('is never made longer by a word of main that is old or late', () => {
    const half = after(wiped, { type: 'tick', milliseconds: 30_000 });
    const stale = readySnapshot({ revision: 1, ...wiping(60) });
    expect(after(half, { type: 'snapshotArrived', snapshot: stale })).toBe(half);
    const same = readySnapshot({ revision: 2, ...wiping(60) });
    expect(after(half, { type: 'snapshotArrived', snapshot: same }).cleaningMilliseconds).toBe(30_000);
    expect(told(half, wiping(31)).cleaningMilliseconds).toBe(30_000);
    expect(told(half, wiping(12)).cleaningMilliseconds).toBe(12_000);
    const free = after(wiped, { type: 'tick', milliseconds: 60_000 });
    const begun = after(free, { type: 'checkInTapped' });
    expect(told(begun, wiping(1)).screen).toBe(begun.screen);
  });

  test('starts anew when staff begin again', () => {
    const half = after(wiped, { type: 'tick', milliseconds: 30_000 });
    expect(told(half, wiping(60)).cleaningMilliseconds).toBe(60_000);
    const free = after(wiped, { type: 'tick', milliseconds: 60_000 }, { type: 'checkInTapped' });
    const again = told(free, wiping(60));
    expect(again).toMatchObject({ screen: { kind: 'welcome' }, cleaningMilliseconds: 60_000 });
  });

  test('is forgotten when main is lost or has a fault', () => {
    expect(after(wiped, { type: 'outOfService' }).cleaningMilliseconds).toBeNull();
    const fault = after(wiped, {
      type: 'snapshotArrived',
      snapshot: { kind: 'fault', revision: 9, fault: 'internal', folder: 'data', mode: 'trial', isTestBuild: false },
    });
    expect(fault.cleaningMilliseconds).toBeNull();
  });
});
