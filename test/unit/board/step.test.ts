import { describe, expect, test } from 'vitest';
import { soundOf } from '../../../renderer/board/flow/sounds';
import { boardAt, type BoardState } from '../../../renderer/board/flow/state';
import { step } from '../../../renderer/board/flow/step';
import { reconnectPause } from '../../../renderer/board/flow/times';
import { viewOf } from '../../../renderer/board/flow/view';
import { after, call, callIdOf, heard, instantAt, ticked, unpaired } from './support';

const seconds = 1_000;
const minutes = 60 * seconds;

function filled(state: BoardState): string | null {
  const view = viewOf(state);
  return view.kind === 'showing' ? (view.filling?.shown ?? null) : null;
}
function listed(state: BoardState): string[] {
  const view = viewOf(state);
  return view.kind === 'showing' ? view.calls.map(({ shown }) => shown) : [];
}
const sounded = (number: number, now: number, times = 1) =>
  ({ type: 'sounded', callId: callIdOf(number), times, now }) as const;

const quiet = heard(0, []);

describe('a call', () => {
  test('fills the screen for ten seconds, and stays in the list for five minutes', () => {
    const called = after(quiet, heard(2_000, [call(1, 2_000)]));
    expect(filled(called)).toBe('A01');
    expect(filled(step(called, ticked(11_999)))).toBe('A01');
    const later = step(called, ticked(12_000));
    expect([filled(later), listed(later)]).toEqual([null, ['A01']]);
    expect(listed(step(later, ticked(2_000 + 5 * minutes - 1)))).toEqual(['A01']);
    expect(listed(step(later, ticked(2_000 + 5 * minutes)))).toEqual([]);
  });

  test('that is called again fills the screen anew, and has its five minutes anew', () => {
    const again = call(1, 0, { times: 2 });
    const state = after(quiet, heard(0, [call(1, 0)]), ticked(20_000), heard(4 * minutes, [again]));
    expect(filled(state)).toBe('A01');
    expect(listed(step(state, ticked(8 * minutes)))).toEqual(['A01']);
    expect(listed(step(state, ticked(9 * minutes)))).toEqual([]);
  });

  test('that is called again while it fills the screen begins again', () => {
    const state = after(quiet, heard(0, [call(1, 0)]), heard(8_000, [call(1, 0, { times: 2 })]));
    expect(filled(step(state, ticked(17_999)))).toBe('A01');
    expect(filled(step(state, ticked(18_000)))).toBeNull();
  });

  test('leaves at once when it is answered or taken back', () => {
    const state = after(quiet, heard(0, [call(1, 0)]), heard(1_000, []));
    expect([filled(state), listed(state)]).toEqual([null, []]);
  });

  test('does not fill the screen again while the picture only repeats it', () => {
    const state = after(quiet, heard(0, [call(1, 0)]), ticked(10_000), heard(15_000, [call(1, 0)]));
    expect(filled(state)).toBeNull();
    // Not when its time here is up a moment before the machine takes it away either.
    const old = after(quiet, heard(0, [call(1, 0, { times: 2 })]), ticked(5 * minutes));
    const repeated = step(old, heard(5 * minutes + 1_000, [call(1, 0, { times: 2 })]));
    expect([filled(repeated), listed(repeated)]).toEqual([null, []]);
  });
});

describe('several calls', () => {
  const three = [call(3, 0), call(2, 0), call(1, 0)];

  test('fill the screen in the order they were made, and stand newest first in the list', () => {
    const first = after(quiet, heard(0, three));
    expect([filled(first), listed(first)]).toEqual(['A01', ['A03', 'A02', 'A01']]);
    const second = step(first, ticked(10_000));
    const third = step(second, ticked(20_000));
    expect([filled(second), filled(third), filled(step(third, ticked(30_000)))]).toEqual(['A02', 'A03', null]);
  });

  test('give way to each other after four seconds, once they were heard out', () => {
    const first = step(after(quiet, heard(0, three)), sounded(1, 2_000));
    expect(filled(step(first, ticked(3_999)))).toBe('A01');
    expect(filled(step(first, ticked(4_000)))).toBe('A02');
    // Not heard out: nobody is cut short.
    expect(filled(step(after(quiet, heard(0, three)), ticked(9_999)))).toBe('A01');
    // The last one has its ten seconds.
    const last = [ticked(4_000), sounded(2, 6_000), ticked(8_000), sounded(3, 9_000)].reduce(step, first);
    expect([filled(step(last, ticked(17_999))), filled(step(last, ticked(18_000)))]).toEqual(['A03', null]);
  });

  test('are not confused by a sound that ends late', () => {
    const second = step(after(quiet, heard(0, three)), ticked(10_000));
    expect(filled([sounded(1, 11_000), ticked(15_000)].reduce(step, second))).toBe('A02');
  });
});

describe('a page that begins, or is paired', () => {
  test('announces what was called in the last minute, and only lists what was called before', () => {
    const state = after(heard(0, [call(2, -59 * seconds), call(1, -61 * seconds)]));
    expect([filled(state), listed(state)]).toEqual(['A02', ['A02', 'A01']]);
    expect(filled(step(state, ticked(10_000)))).toBeNull();
  });

  test('announces what was called while the connection was lost', () => {
    const state = after(quiet, ticked(2 * minutes), heard(2 * minutes, [call(1, 30_000)]));
    expect(filled(state)).toBe('A01');
  });

  test('holds nothing of the practice any more once it is revoked', () => {
    const state = after(heard(0, [call(1, 0)]), { type: 'heard', snapshot: unpaired, now: 1_000 });
    expect(viewOf(state)).toEqual({ kind: 'unpaired', code: 'KQ4-7TZ', isLost: false });
    expect(JSON.stringify(state)).not.toMatch(/A01|Willow|00000000-/);
  });
});

describe('silence of the machine', () => {
  const lostSince = (state: BoardState): string | null => {
    const view = viewOf(state);
    return view.kind === 'showing' ? view.lostSince : 'not showing';
  };

  test('is said after thirty seconds, and the last picture stays', () => {
    const state = after(heard(5_000, [call(1, 5_000)]));
    expect(lostSince(step(state, ticked(34_999)))).toBeNull();
    const lost = step(state, ticked(35_000));
    expect([lostSince(lost), listed(lost)]).toEqual([instantAt(5_000), ['A01']]);
    expect(lostSince(step(lost, heard(36_000, [])))).toBeNull();
  });

  test('is said by a page that never heard anything, or that waits for its code', () => {
    expect(viewOf(boardAt(0))).toEqual({ kind: 'starting', isLost: false });
    expect(viewOf(after(ticked(30_000)))).toEqual({ kind: 'starting', isLost: true });
    const waiting = after({ type: 'heard', snapshot: unpaired, now: 0 }, ticked(30_000));
    expect(viewOf(waiting)).toMatchObject({ kind: 'unpaired', isLost: true });
  });

  test('does not stop the clock, which is the machine’s', () => {
    const view = viewOf(after(heard(0, []), ticked(3 * minutes + 59 * seconds)));
    expect(view.kind === 'showing' && new Date(view.minute).toISOString()).toBe('2026-11-23T10:03:00.000Z');
  });

  test('is tried against quickly at first and then with patience', () => {
    const pauses = [1, 2, 3, 4, 5, 6, 50].map(reconnectPause);
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000]);
  });
});

describe('the sound of the board', () => {
  test('comes with each call that fills the screen, and again when it is called again', () => {
    const before = after(quiet);
    const called = step(before, heard(0, [call(1, 0)]));
    expect(soundOf(before, called)).toEqual({ kind: 'call', callId: callIdOf(1), times: 1, isSpoken: true });
    expect(soundOf(called, step(called, ticked(5_000)))).toBeNull();
    expect(soundOf(called, step(called, ticked(10_000)))).toBeNull();
    const again = step(called, heard(3_000, [call(1, 0, { times: 2 })], { isSpoken: false }));
    expect(soundOf(called, again)).toEqual({ kind: 'call', callId: callIdOf(1), times: 2, isSpoken: false });
  });

  test('comes once when a desk asks for it, and not when the page begins or the machine counts anew', () => {
    const before = after(heard(0, [], { soundTests: 3 }));
    expect(soundOf(boardAt(0), before)).toBeNull();
    const asked = step(before, heard(1, [], { soundTests: 4 }));
    expect(soundOf(before, asked)).toEqual({ kind: 'test' });
    expect(soundOf(asked, step(asked, heard(2, [], { soundTests: 4 })))).toBeNull();
    expect(soundOf(asked, step(asked, heard(3, [], { soundTests: 0 })))).toBeNull();
  });
});
