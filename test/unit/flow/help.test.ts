import { describe, expect, test } from 'vitest';
import { needsTicks } from '../../../renderer/kiosk/flow/passing';
import type { FlowEvent } from '../../../renderer/kiosk/flow/events';
import type { FlowState } from '../../../renderer/kiosk/flow/state';
import { after, answered, asking, goodAnswer, requestIdOf, screenOf, told, welcome } from './support';

const call: FlowEvent = { type: 'helpTapped' };
const finish: FlowEvent = { type: 'finishTapped' };
const called = after(welcome, call);
const requestId = requestIdOf(called);
const finished = after(called, finish);
const callId = '5f0c2f0e-8d62-4f5e-9a55-0f3a2f9c1d11';

/** Help is on the screen, and main is asked again. */
function expectNewCall(before: FlowState, state: FlowState): void {
  expect(requestIdOf(state)).toBe(before.lastRequestId + 1);
  expect(screenOf(state, 'helpCalled').isKnown).toBe(false);
}

describe('help pressed again and again', () => {
  test('shows the screen each time, with the call that stands and its whole time', () => {
    let state = called;
    for (let press = 0; press < 50; press += 1) {
      state = after(state, { type: 'tick', milliseconds: 300 }, finish, call);
      expect(screenOf(state, 'helpCalled')).toMatchObject({ requestId, remainingMilliseconds: 45_000 });
      expect(after(state, call)).toBe(state);
    }
    expect(state.lastRequestId).toBe(called.lastRequestId);
  });

  test('says that staff have been told of the call that stands, also when main answers late', () => {
    const stands: FlowEvent = { type: 'helpAnswered', requestId, callId };
    const acknowledged = (state: FlowState) => told(state, { helpAcknowledged: callId });
    for (const state of [
      after(acknowledged(after(called, stands)), finish, call),
      after(acknowledged(after(finished, stands)), call),
      after(acknowledged(finished), call, stands),
      acknowledged(after(finished, call, stands)),
    ])
      expect(screenOf(state, 'helpCalled').isKnown).toBe(true);
    expect(screenOf(after(called, stands), 'helpCalled').isKnown).toBe(false);
    expect(after(finished, { type: 'helpAnswered', requestId: requestId + 1, callId })).toBe(finished);
  });

  test('is a new call after 20 seconds, on the screen of the first as well', () => {
    const late = { type: 'tick', milliseconds: 20_000 } as const;
    const almost = { type: 'tick', milliseconds: 19_999 } as const;
    expect(requestIdOf(after(finished, almost, call))).toBe(requestId);
    expect(after(called, almost, call).lastRequestId).toBe(requestId);
    expectNewCall(called, after(called, late, call));
    expectNewCall(finished, after(finished, late, call));
  });

  test('is a new call when main could not take the first', () => {
    const failed: FlowEvent = { type: 'requestFailed', requestId };
    for (const before of [after(called, failed), after(finished, failed), after(called, failed, finish)])
      expectNewCall(before, after(before, call));
  });

  test('is a new call of whoever has begun something in between, or was found there by staff', () => {
    const begun = after(finished, { type: 'checkInTapped' });
    const reception = after(finished, { type: 'receptionTapped' });
    const back = after(begun, { type: 'backTapped' });
    const staff = after(finished, { type: 'staff' });
    const lost = told(after(finished, { type: 'outOfService' }), {});
    for (const before of [begun, reception, back, staff, lost]) expectNewCall(before, after(before, call));
  });

  test('is remembered by nothing but a number, for as long as it matters', () => {
    expect(finished.helpCall).toEqual({ requestId, callId: null, isKnown: false, passedMilliseconds: 0 });
    expect(needsTicks(finished)).toBe(true);
    const over = after(finished, { type: 'tick', milliseconds: 20_000 });
    expect(over.helpCall).toBeNull();
    expect(needsTicks(over)).toBe(false);
  });

  test('from an ending is a call of its own', () => {
    const good = answered(asking, goodAnswer);
    const ended = after(finished, { type: 'checkInTapped' }, { type: 'unknownTapped' });
    for (const before of [good, asking, ended]) expectNewCall(before, after(before, call));
  });
});
