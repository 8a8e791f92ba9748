import { test } from 'vitest';
import { step } from '../../../renderer/kiosk/flow/step';
import { initialState } from '../../../renderer/kiosk/flow/state';
import { readySnapshot, goodAnswer } from './support';
import { letterSchema } from '../../../preload/contract/rules/letter';
test('giveup', () => {
  let s = step(initialState, { type: 'snapshotArrived', snapshot: readySnapshot() } as never);
  s = step(s, { type: 'checkInTapped' } as never);
  s = { ...s, screen: { kind: 'asking', requestId: s.lastRequestId + 1, claim: { by: 'letter', dateOfBirth: '1980-01-02', letter: letterSchema.parse('A') }, known: {}, waitedMilliseconds: 3000 } as never, lastRequestId: s.lastRequestId + 1 };
  const v = s.visitNumber;
  s = step(s, { type: 'receptionTapped' } as never);
  console.log(JSON.stringify(s.screen), 'visit ended', s.visitNumber !== v);
  s = step(s, { type: 'answerArrived', requestId: s.lastRequestId, answer: goodAnswer } as never);
  console.log(JSON.stringify(s.screen));
});
