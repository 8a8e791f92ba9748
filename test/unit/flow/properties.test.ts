import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CheckInAnswer } from '../../../preload/contract/kiosk';
import type { FlowEvent } from '../../../renderer/kiosk/flow/events';
import type { FlowState } from '../../../renderer/kiosk/flow/state';
import { goodEndingOf, isTimed, sendingOf } from '../../../renderer/kiosk/flow/screens';
import { initialState } from '../../../renderer/kiosk/flow/state';
import { step } from '../../../renderer/kiosk/flow/step';
import { answers, endTypes, plainTypes, runs, visit } from './runs';
import { after, barcode, welcome } from './support';

/** Every text anywhere in a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

const answerTypes = ['answerArrived', 'choiceAnswered', 'joinAnswered', 'applicationSent', 'statementsChanged'];

/** What a state with nobody in it may hold besides what main said of the kiosk itself, and main's name for a call for help, which names nobody. */
function everythingButService(state: FlowState): Partial<FlowState> {
  const { service: _service, helpCall, ...rest } = state;
  return { ...rest, helpCall: helpCall === null ? null : { ...helpCall, callId: null } };
}

describe('the kiosk flow', () => {
  test('answers every event in every state, and does not change the state it is given', () => {
    fc.assert(
      fc.property(runs, (events) => {
        let state = initialState;
        for (const next of events) {
          const before = JSON.stringify(state);
          const stepped = step(state, next);
          expect(JSON.stringify(state)).toBe(before);
          expect(stepped.screen.kind).toBeTypeOf('string');
          state = stepped;
        }
      }),
    );
  });

  test('comes to Welcome by time alone from anywhere, and holds nothing of anybody then', () => {
    fc.assert(
      fc.property(fc.constantFrom(initialState, welcome), runs, (start, events) => {
        let state = after(start, ...events);
        for (let second = 0; second < 200; second += 1) state = step(state, { type: 'tick', milliseconds: 1_000 });
        expect(state.screen).toEqual({ kind: 'welcome' });
        expect(state.display).toEqual(initialState.display);
        expect(state.warningMilliseconds).toBeNull();
        expect(state.cleaningMilliseconds).toBeNull();
        expect(state.helpCall).toBeNull();
        expect(textsIn(everythingButService(state))).toEqual(['welcome']);
        const held = textsIn(state).join('\n');
        expect(held).not.toMatch(/Quillfeather|Xylograph|0b0f3c1e|1977|LS6|xxxx|QX-778812|K7P|C4W|R8M|braille/);
        expect(held).not.toMatch(/Zephyrine|Isolde|9990000018|Wrenfield|example\.com|07700|attorney|7DK|3d5f1c2e/);
      }),
    );
  });

  test.each(endTypes)('ends at Welcome with everything dropped on "%s", whatever was on the screen', (type) => {
    fc.assert(
      fc.property(runs, (events) => {
        const state = after(welcome, ...events, { type });
        expect(textsIn(everythingButService(state))).toEqual(['welcome']);
        expect(state.display).toEqual(initialState.display);
      }),
    );
  });

  test('never shows an answer that is not the answer to the request on the screen', () => {
    fc.assert(
      fc.property(runs, (events) => {
        let state = welcome;
        for (const next of events) {
          const before = state;
          state = step(before, next);
          if (state.screen.kind !== 'ending' || state.screen.ending.kind === 'reception') continue;
          // The question opened from an ending leads back to that one.
          const opened = before.screen.kind === 'needs' ? before.screen.ending : before.screen;
          if (opened.kind === 'ending') {
            expect(state.screen.ending).toBe(opened.ending);
            continue;
          }
          expect(next.type).toBe('answerArrived');
          expect(before.screen.kind).toBe('asking');
          if (next.type === 'answerArrived' && before.screen.kind === 'asking') {
            expect(next.requestId).toBe(before.screen.requestId);
            expect(state.screen.ending).toEqual(next.answer);
          }
        }
      }),
    );
  });

  test('never shows an answer to the next person', () => {
    fc.assert(
      fc.property(runs, fc.constantFrom(...answers), (events, late) => {
        const first = after(welcome, ...visit);
        const asked = first.lastRequestId;
        const next = after(first, { type: 'idle' }, ...events);
        expect(step(next, { type: 'answerArrived', requestId: asked, answer: late })).toBe(next);
      }),
    );
  });

  test('never gives a request id twice', () => {
    fc.assert(
      fc.property(runs, (events) => {
        let state = welcome;
        for (const next of events) {
          const before = state.lastRequestId;
          state = step(state, next);
          expect(state.lastRequestId).toBeGreaterThanOrEqual(before);
          if ('requestId' in state.screen) expect(state.screen.requestId).toBeLessThanOrEqual(state.lastRequestId);
        }
      }),
    );
  });

  test('never says of somebody who is checked in that they are not, unless they said that it was not theirs', () => {
    function check(before: FlowState, state: FlowState): void {
      if (goodEndingOf(before.screen) === null || state.visitNumber !== before.visitNumber) return;
      const isStill = goodEndingOf(state.screen) !== null;
      expect(isStill || state.screen.kind === 'disputing' || state.screen.kind === 'helpCalled').toBe(true);
      if (state.screen.kind === 'helpCalled') expect(state.screen.wasCheckInLeft).toBe(false);
    }
    fc.assert(
      fc.property(runs, (events) => {
        let state = welcome;
        for (const next of events) {
          const before = state;
          state = step(before, next);
          check(before, state);
          for (const type of plainTypes) check(state, step(state, { type }));
        }
      }),
    );
  });

  test('has no dead end: one tap leads from anywhere to an ending or to Welcome', () => {
    const ways: FlowEvent[] = [{ type: 'receptionTapped' }, { type: 'finishTapped' }];
    fc.assert(
      fc.property(runs, (events) => {
        const state = after(welcome, ...events);
        const { screen } = state;
        const isOut = screen.kind === 'welcome' || ways.some((way) => isEnd(step(state, way)));
        expect(isOut, screen.kind).toBe(true);
      }),
    );
  });

  test('tells main at once when nobody waits for its answer any more', () => {
    fc.assert(
      fc.property(runs, (events) => {
        let state = welcome;
        for (const next of events) {
          const before = state;
          state = step(before, next);
          if (!isUnanswered(before) || state.screen.kind === before.screen.kind) continue;
          const isAnswer = [...answerTypes, 'requestFailed'].includes(next.type);
          expect(state.visitNumber - before.visitNumber).toBe(isAnswer ? 0 : 1);
        }
      }),
    );
  });

  test('loses no answer to a question: each is on its way until main has said what became of it', () => {
    fc.assert(
      fc.property(runs, (events) => {
        let state = welcome;
        for (const next of events) {
          const before = state;
          state = step(before, next);
          if (goodEndingOf(state.screen) === null) continue;
          const ids = sendingOf(state.screen).map(({ requestId: id }) => id);
          for (const { requestId: id } of sendingOf(before.screen)) {
            const isSettled = (next.type === 'answerKept' || next.type === 'requestFailed') && next.requestId === id;
            expect(ids.includes(id)).toBe(!isSettled);
          }
          expect(new Set(ids).size).toBe(ids.length);
        }
      }),
    );
  });

  test('drops whoever it was when the visitor changes, and tells visits and visitors apart', () => {
    fc.assert(
      fc.property(runs, (events) => {
        let state = welcome;
        for (const next of events) {
          const before = state;
          state = step(before, next);
          const visits = state.visitNumber - before.visitNumber;
          const visitors = state.visitorNumber - before.visitorNumber;
          expect([0, 1]).toContain(visits);
          const isBegun = state.screen.kind === 'dateOfBirth' || state.screen.kind === 'signUp';
          const isSame = isBegun || isUnanswered(before);
          expect(visitors === visits || (visits === 1 && isSame)).toBe(true);
          if (visitors === 1) expect(textsIn(everythingButService(state))).toEqual(['welcome']);
        }
      }),
    );
  });
});

/** A claim, a choice, a place in the queue or an application that main has not answered. */
function isUnanswered({ screen }: FlowState): boolean {
  return ['asking', 'choosing', 'joining', 'sendingApplication'].includes(screen.kind);
}

/** Something that can be read as the end of a visit, or Welcome. */
function isEnd({ screen }: FlowState): boolean {
  return screen.kind === 'welcome' || isTimed(screen);
}

describe('the way to an ending', () => {
  /** What a patient types who makes no mistakes. */
  const entries: Partial<Record<FlowState['screen']['kind'], FlowEvent[]>> = {
    dateOfBirth: visit.slice(1, 4),
    letter: [{ type: 'fieldTyped', text: 'K' }],
    postcode: [{ type: 'fieldTyped', text: 'LS6 5RT' }],
  };

  /** Answers questions until there are none, main saying what is `said`; how many answers that took. */
  function answersUntilEnding(start: FlowState, said: CheckInAnswer[]): { state: FlowState; count: number } {
    let state = start;
    let count = 0;
    for (const reply of [...said, ...said, ...said]) {
      while (entries[state.screen.kind] !== undefined) {
        state = after(state, ...(entries[state.screen.kind] ?? []), { type: 'continueTapped' });
        count += 1;
      }
      if (state.screen.kind !== 'asking') break;
      state = after(state, { type: 'answerArrived', requestId: state.screen.requestId, answer: reply });
    }
    return { state, count };
  }

  test('is at most three answers at first, five with the one Try again, and one for a scanned letter', () => {
    const says = fc.array(fc.constantFrom(...answers), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(says, says, fc.boolean(), (first, second, isScanned) => {
        const begun = after(welcome, isScanned ? { type: 'scanned', barcode } : { type: 'checkInTapped' });
        const once = answersUntilEnding(begun, first);
        expect(once.state.screen.kind).toBe('ending');
        expect(once.count).toBeLessThanOrEqual(isScanned ? 1 : 3);
        if (once.state.screen.kind !== 'ending' || !once.state.screen.canTryAgain) return;
        const twice = answersUntilEnding(after(once.state, { type: 'tryAgainTapped' }), second);
        expect(twice.state.screen).toMatchObject({ kind: 'ending', canTryAgain: false });
        expect(once.count + twice.count).toBeLessThanOrEqual(5);
      }),
    );
  });
});
