import { describe, expect, test } from 'vitest';
import { soundOf } from '../../../renderer/kiosk/flow/sounds';
import type { Sound } from '../../../renderer/kiosk/flow/sounds';
import type { FlowEvent } from '../../../renderer/kiosk/flow/events';
import { initialState } from '../../../renderer/kiosk/flow/state';
import type { FlowState } from '../../../renderer/kiosk/flow/state';
import { step } from '../../../renderer/kiosk/flow/step';
import { after, answer, answered, asking, askingGoodAnswer, goodAnswer, otherAnswers, told, welcome } from './support';

const quiet = { sounds: { success: false, help: false } };

/** Every sound of `events`, one after another. */
function sounds(start: FlowState, ...events: FlowEvent[]): Sound[] {
  const heard: Sound[] = [];
  let state = start;
  for (const event of events) {
    const next = step(state, event);
    const sound = soundOf(state, next);
    if (sound !== null) heard.push(sound);
    state = next;
  }
  return heard;
}

describe('the sound of', () => {
  test('a check-in is soft, once, and only of a good one', () => {
    const already = answer({ ...goodAnswer, kind: 'alreadyCheckedIn' });
    for (const good of [goodAnswer, already]) expect(soundOf(asking, answered(asking, good))).toBe('success');
    for (const other of Object.values(otherAnswers)) expect(soundOf(asking, answered(asking, other))).toBeNull();
    const back: FlowEvent[] = [{ type: 'needsTapped' }, { type: 'backTapped' }, { type: 'touched' }];
    expect(sounds(answered(asking, askingGoodAnswer), ...back)).toEqual([]);
  });

  test('a test of the sound is heard once each, also where sounds are off, and not when the page starts', () => {
    const silent = told(welcome, quiet);
    const tested = told(silent, { ...quiet, soundTests: 1 });
    expect(soundOf(silent, tested)).toBe('success');
    expect(soundOf(tested, told(tested, { ...quiet, soundTests: 1 }))).toBeNull();
    expect(soundOf(initialState, told(initialState, { soundTests: 3 }))).toBeNull();
  });

  test('a call for help is heard at once, and again only for a new call', () => {
    const call: FlowEvent = { type: 'helpTapped' };
    expect(sounds(welcome, call, call, { type: 'tick', milliseconds: 250 })).toEqual(['help']);
    const again: FlowEvent[] = [{ type: 'finishTapped' }, call];
    expect(sounds(welcome, call, ...again, ...again)).toEqual(['help']);
    expect(sounds(welcome, call, { type: 'tick', milliseconds: 20_000 }, ...again)).toEqual(['help', 'help']);
    expect(sounds(welcome, call, { type: 'tick', milliseconds: 20_000 }, call)).toEqual(['help', 'help']);
  });

  test('the idle warning is heard as it opens', () => {
    const question = after(welcome, { type: 'checkInTapped' });
    const second: FlowEvent = { type: 'tick', milliseconds: 30_000 };
    expect(sounds(question, second, second, { type: 'tick', milliseconds: 1_000 })).toEqual(['warning']);
  });

  test('all but the warning is the practice’s to turn off', () => {
    const state = told(asking, quiet);
    expect(soundOf(state, answered(state, goodAnswer))).toBeNull();
    expect(soundOf(state, after(state, { type: 'helpTapped' }))).toBeNull();
    const question = told(after(welcome, { type: 'checkInTapped' }), quiet);
    expect(sounds(question, { type: 'tick', milliseconds: 60_000 })).toEqual(['warning']);
  });
});
