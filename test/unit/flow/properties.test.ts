import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CheckInAnswer } from '../../../preload/contract/kiosk';
import type { FlowEvent } from '../../../renderer/kiosk/flow/events';
import type { FlowState } from '../../../renderer/kiosk/flow/state';
import { initialState } from '../../../renderer/kiosk/flow/state';
import { step } from '../../../renderer/kiosk/flow/step';
import { after, answer, goodAnswer, readySnapshot, welcome } from './support';

/** What patients type in these runs: nothing else in a state looks like it. */
const typed = ['14', '5', '1977', '31', '02', '2024', 'K', 'LS6 5RT', 'zq', '😀', '%', 'x'.repeat(10_000)];

const answers: CheckInAnswer[] = [
  goodAnswer,
  { ...goodAnswer, kind: 'alreadyCheckedIn' } as CheckInAnswer,
  answer({ kind: 'askPostcode' }),
  answer({ kind: 'reception' }),
  answer({ kind: 'tooEarly', from: '14:30' }),
  answer({ kind: 'byPhone' }),
  answer({ kind: 'byVideo' }),
  answer({ kind: 'homeVisit' }),
  answer({ kind: 'otherSite', site: 'Xylograph Branch' }),
];

const plainTypes = [
  'checkInTapped',
  'receptionTapped',
  'helpTapped',
  'continueTapped',
  'continueTapped',
  'backTapped',
  'startAgainTapped',
  'unknownTapped',
  'tryAgainTapped',
  'someoneElseTapped',
  'notMineTapped',
  'finishTapped',
  'moreTimeTapped',
  'deletePressed',
  'nextPressed',
  'touched',
  'idle',
  'staff',
  'crashed',
  'outOfService',
] as const;

const anyText = fc.oneof(fc.constantFrom(...typed), fc.string({ unit: 'binary', maxLength: 30 }));
const requestId = fc.integer({ min: 0, max: 12 });
const field = fc.constantFrom('day' as const, 'month' as const, 'year' as const);

const anySnapshot = fc
  .record({
    revision: fc.nat(20),
    visitsEnded: fc.nat(3),
    mode: fc.constantFrom('demonstration', 'trial', 'live'),
    checkIn: fc.constantFrom({ state: 'open', listAsOf: null }, { state: 'closed', reason: 'staleList' }),
  })
  .map(readySnapshot);

const event: fc.Arbitrary<FlowEvent> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...plainTypes).map((type): FlowEvent => ({ type })) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('dateTyped' as const), field, text: anyText }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('fieldTyped' as const), text: anyText }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('dateFieldFocused' as const), field }) },
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant('keyPressed' as const), key: fc.constantFrom(...'0123456789KLSRT ') }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('tick' as const), milliseconds: fc.double({ min: -10, max: 90_000 }) }),
  },
  { weight: 2, arbitrary: anySnapshot.map((snapshot): FlowEvent => ({ type: 'snapshotArrived', snapshot })) },
  {
    weight: 1,
    arbitrary: fc.nat(20).map((revision): FlowEvent => ({
      type: 'snapshotArrived',
      snapshot: { kind: 'fault', revision, fault: 'damagedFile', folder: 'data', mode: 'trial', isTestBuild: false },
    })),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('answerArrived' as const),
      requestId,
      answer: fc.constantFrom(...answers),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('requestFailed' as const), requestId }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('disputeEnded' as const), requestId }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('helpAnswered' as const), requestId, isKnown: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('displayToggled' as const),
      setting: fc.constantFrom('isTextLarger' as const, 'isContrastHigh' as const, 'isScreenLowered' as const),
    }),
  },
);

/** A whole visit up to the request, so that runs reach endings often and not only by luck. */
const visit: FlowEvent[] = [
  { type: 'checkInTapped' },
  { type: 'dateTyped', field: 'day', text: '14' },
  { type: 'dateTyped', field: 'month', text: '5' },
  { type: 'dateTyped', field: 'year', text: '1977' },
  { type: 'continueTapped' },
  { type: 'fieldTyped', text: 'K' },
  { type: 'continueTapped' },
];

const run = fc.array(
  fc.oneof({ weight: 6, arbitrary: event.map((one) => [one]) }, { weight: 1, arbitrary: fc.constant(visit) }),
  {
    maxLength: 60,
  },
);
const runs = run.map((parts) => parts.flat());

/** Every text anywhere in a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** What a state with nobody in it may hold besides what main said of the kiosk itself. */
function everythingButService(state: FlowState): Partial<FlowState> {
  const { service: _service, ...rest } = state;
  return rest;
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
        expect(textsIn(everythingButService(state))).toEqual(['welcome']);
        const held = textsIn(state).join('\n');
        expect(held).not.toMatch(/Quillfeather|Xylograph|0b0f3c1e|1977|LS6|xxxx/);
      }),
    );
  });

  test.each(['idle', 'staff', 'crashed', 'outOfService'] as const)(
    'ends at Welcome with everything dropped on "%s", whatever was on the screen',
    (type) => {
      fc.assert(
        fc.property(runs, (events) => {
          const state = after(welcome, ...events, { type });
          expect(textsIn(everythingButService(state))).toEqual(['welcome']);
          expect(state.display).toEqual(initialState.display);
        }),
      );
    },
  );

  test('never shows an answer that is not the answer to the request on the screen', () => {
    fc.assert(
      fc.property(runs, (events) => {
        let state = welcome;
        for (const next of events) {
          const before = state;
          state = step(before, next);
          const isNew = state.screen.kind === 'ending' && before.screen.kind !== 'ending';
          if (!isNew || state.screen.kind !== 'ending' || state.screen.ending.kind === 'reception') continue;
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
});
