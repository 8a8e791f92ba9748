import { describe, expect, test } from 'vitest';
import type { FlowEvent } from '../../../renderer/kiosk/flow/events';
import type { FlowState } from '../../../renderer/kiosk/flow/state';
import { after, answered, asking, goodAnswer, requestIdOf, told, welcome, welcomeWith } from './support';

const choosing = after(welcome, { type: 'receptionTapped' }, { type: 'receptionChosen', choice: 'sample' });
const joining = after(welcomeWith({ walkIn: { name: 'Flu clinic' } }), { type: 'walkInTapped' });
const waits: [string, FlowState][] = [
  ['a claim', asking],
  ['a choice at reception', choosing],
  ['a place in the walk-in queue', joining],
];

describe('leaving before main has answered', () => {
  const ways: FlowEvent[] = [
    { type: 'receptionTapped' },
    { type: 'helpTapped' },
    { type: 'tick', milliseconds: 15_000 },
  ];

  test.each(waits)('tells main that nobody waits for %s any more, and that the same person goes on', (_what, state) => {
    for (const way of ways) {
      const left = after(state, way);
      expect(left.screen.kind).toMatch(/ending|receptionEnding|helpCalled/i);
      expect(left.visitNumber).toBe(state.visitNumber + 1);
      expect(left.visitorNumber).toBe(state.visitorNumber);
    }
  });

  test.each(waits)('tells main that the visitor is gone when the visit is dropped (%s)', (_what, state) => {
    const drops: FlowState[] = [
      ...(['idle', 'staff', 'crashed', 'outOfService'] as const).map((type) => after(state, { type })),
      told(state, { service: { state: 'outOfService' } }),
      told(state, { visitsEnded: 1 }),
    ];
    for (const dropped of drops) {
      expect(dropped.screen.kind).toBe('welcome');
      expect(dropped.visitNumber).toBe(state.visitNumber + 1);
      expect(dropped.visitorNumber).toBe(state.visitorNumber + 1);
    }
  });

  test('is not what an answer is, nor a failure that main itself reports', () => {
    const ended = answered(asking, goodAnswer);
    const chosen = after(choosing, { type: 'choiceAnswered', requestId: requestIdOf(choosing), ticket: null });
    const joined = after(joining, { type: 'joinAnswered', requestId: requestIdOf(joining), ticket: 'C4W' });
    for (const [before, next] of [
      [asking, ended],
      [choosing, chosen],
      [joining, joined],
    ] as const) {
      expect(next.visitNumber).toBe(before.visitNumber);
      const failed = after(before, { type: 'requestFailed', requestId: requestIdOf(before) });
      expect(failed.visitNumber).toBe(before.visitNumber);
    }
  });

  test('is not leaving an ending or a dispute, of which main has to hear the rest', () => {
    const good = answered(asking, goodAnswer);
    const disputing = after(good, { type: 'notMineTapped' });
    for (const state of [after(good, { type: 'helpTapped' }), disputing, after(disputing, { type: 'receptionTapped' })])
      expect(state.visitNumber).toBe(good.visitNumber);
  });
});
