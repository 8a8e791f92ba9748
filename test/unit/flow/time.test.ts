import { describe, expect, test } from 'vitest';
import { needsTicks } from '../../../renderer/kiosk/flow/passing';
import { initialState } from '../../../renderer/kiosk/flow/state';
import type { FlowState } from '../../../renderer/kiosk/flow/state';
import {
  after,
  answered,
  asking,
  goodAnswer,
  otherAnswers,
  readySnapshot,
  requestIdOf,
  screenOf,
  welcome,
} from './support';

const question = after(welcome, { type: 'checkInTapped' }, { type: 'keyPressed', key: '1' });

describe('a quiet question', () => {
  test('warns after 60 seconds, stands 20 more, then clears', () => {
    const almost = after(question, { type: 'tick', milliseconds: 59_999 });
    expect(almost.warningMilliseconds).toBeNull();
    const warned = after(almost, { type: 'tick', milliseconds: 1 });
    expect(warned.warningMilliseconds).toBe(20_000);
    expect(after(warned, { type: 'tick', milliseconds: 19_999 }).screen.kind).toBe('dateOfBirth');
    expect(after(warned, { type: 'tick', milliseconds: 20_000 }).screen).toEqual({ kind: 'welcome' });
  });

  test('goes on where it was with one tap', () => {
    const warned = after(question, { type: 'tick', milliseconds: 60_000 });
    expect(after(warned, { type: 'moreTimeTapped' })).toEqual(question);
  });

  test('is not quiet while somebody touches it', () => {
    const touched = after(question, { type: 'tick', milliseconds: 59_000 }, { type: 'touched' });
    expect(after(touched, { type: 'tick', milliseconds: 59_000 }).warningMilliseconds).toBeNull();
  });

  test('waits longer with larger text', () => {
    const larger = after(question, { type: 'displayToggled', setting: 'isTextLarger' });
    expect(after(larger, { type: 'tick', milliseconds: 60_000 }).warningMilliseconds).toBeNull();
  });
});

describe('an ending', () => {
  const good = after(asking, { type: 'answerArrived', requestId: requestIdOf(asking), answer: goodAnswer });

  test('clears itself after 15 seconds without a dialog', () => {
    const almost = after(good, { type: 'tick', milliseconds: 14_999 });
    expect(almost.warningMilliseconds).toBeNull();
    expect(screenOf(almost, 'ending').remainingMilliseconds).toBe(1);
    expect(after(almost, { type: 'tick', milliseconds: 1 }).screen).toEqual({ kind: 'welcome' });
  });

  test('stands 45 seconds from the tap on I need more time', () => {
    const longer = after(good, { type: 'tick', milliseconds: 10_000 }, { type: 'moreTimeTapped' });
    expect(screenOf(longer, 'ending').remainingMilliseconds).toBe(45_000);
  });
});

describe('larger text', () => {
  const larger = { type: 'displayToggled', setting: 'isTextLarger' } as const;
  const good = answered(asking, goodAnswer);
  const called = after(welcome, { type: 'helpTapped' });

  function leftOf({ screen }: FlowState): number {
    return 'remainingMilliseconds' in screen ? screen.remainingMilliseconds : 0;
  }

  test('gives an ending and a call for help that stand the longer time at once', () => {
    for (const [state, passed] of [
      [good, 14_000],
      [called, 44_000],
    ] as const) {
      const late = after(state, { type: 'tick', milliseconds: passed });
      expect(leftOf(late)).toBe(1_000);
      expect(leftOf(after(late, larger))).toBe(45_000);
    }
  });

  test('takes no time away, and nothing else on the screen gives any', () => {
    const longer = after(good, larger, { type: 'tick', milliseconds: 5_000 });
    expect(leftOf(after(longer, larger))).toBe(40_000);
    const late = after(good, { type: 'tick', milliseconds: 14_000 });
    expect(leftOf(after(late, { type: 'displayToggled', setting: 'isContrastHigh' }))).toBe(1_000);
  });
});

describe('how the screen looks', () => {
  const contrast = after(welcome, { type: 'displayToggled', setting: 'isContrastHigh' });

  test('goes with the visit', () => {
    const good = after(contrast, { type: 'checkInTapped' }, { type: 'unknownTapped' }, { type: 'finishTapped' });
    expect(good.display.isContrastHigh).toBe(false);
  });

  test('stays for somebody else who came along', () => {
    const other = after(contrast, { type: 'checkInTapped' }, { type: 'unknownTapped' }, { type: 'someoneElseTapped' });
    expect(other.display.isContrastHigh).toBe(true);
  });

  test('is set back when whoever chose it on Welcome has gone', () => {
    expect(after(contrast, { type: 'tick', milliseconds: 80_000 }).display.isContrastHigh).toBe(false);
  });
});

describe('main', () => {
  test('that ends the visit clears the screen', () => {
    const ended = after(question, {
      type: 'snapshotArrived',
      snapshot: readySnapshot({ revision: 2, visitsEnded: 1 }),
    });
    expect(ended.screen).toEqual({ kind: 'welcome' });
  });

  test('that only changes the list leaves the visit alone', () => {
    const snapshot = readySnapshot({ revision: 2, checkIn: { state: 'open', listAsOf: '09:12' } });
    expect(after(question, { type: 'snapshotArrived', snapshot }).screen).toBe(question.screen);
  });

  test('is never believed about an older state', () => {
    const closed = readySnapshot({ revision: 0, checkIn: { state: 'closed', reason: 'noList' } });
    expect(after(welcome, { type: 'snapshotArrived', snapshot: closed })).toBe(welcome);
  });

  test('that is lost leaves no patient on the screen, and may come back counting from the beginning', () => {
    const lost = after(question, { type: 'outOfService' });
    expect(lost).toMatchObject({ service: { kind: 'lost' }, screen: { kind: 'welcome' } });
    const back = after(lost, { type: 'snapshotArrived', snapshot: readySnapshot({ revision: 0 }) });
    expect(back.service.kind).toBe('ready');
  });

  test('that never speaks is out of service after ten seconds', () => {
    expect(after(initialState, { type: 'tick', milliseconds: 10_000 }).service.kind).toBe('lost');
  });

  test('whose answer comes after help was called is not shown', () => {
    const called = after(asking, { type: 'helpTapped' });
    const late = after(called, {
      type: 'answerArrived',
      requestId: requestIdOf(asking),
      answer: otherAnswers.byPhone,
    });
    expect(late).toBe(called);
  });
});

test('an idle Welcome needs no clock', () => {
  expect(needsTicks(welcome)).toBe(false);
  expect(needsTicks(question)).toBe(true);
});
