import { describe, expect, test } from 'vitest';
import { factsOf, factsOfPulse, nextSound, silentState } from '../../../renderer/desk/flow/sounds';
import type { DeskSound, SoundFacts } from '../../../renderer/desk/flow/sounds';
import { alert, idOf, workItem } from './deskRows';

const nothing: SoundFacts = { help: 0, alerts: 0, groups: [], overdue: 0 };

/** What sounds over some seconds, each with what there is to hear of then. */
function heard(seconds: readonly SoundFacts[], isMuted = false): (DeskSound | null)[] {
  let state = silentState;
  return seconds.map((facts, second) => {
    const next = nextSound(state, facts, second * 1_000, isMuted);
    state = next.state;
    return next.sound;
  });
}
const times = (count: number, facts: SoundFacts): SoundFacts[] => Array.from({ length: count }, () => facts);
const places = (sounds: (DeskSound | null)[], sound: DeskSound): number[] =>
  sounds.flatMap((one, place) => (one === sound ? [place] : []));

describe('a call for help', () => {
  test('sounds every five seconds until it is acknowledged, muted or not', () => {
    const seconds = [...times(12, { ...nothing, help: 1 }), ...times(8, nothing)];
    expect(places(heard(seconds), 'help')).toEqual([0, 5, 10]);
    expect(places(heard(seconds, true), 'help')).toEqual([0, 5, 10]);
  });

  test('sounds at once again when another comes after it', () => {
    const help = { ...nothing, help: 1 };
    expect(places(heard([help, nothing, help]), 'help')).toEqual([0, 2]);
  });
});

describe('a new alert', () => {
  const one = { ...nothing, alerts: 1, groups: ['disputed 1'] };
  const two = { ...nothing, alerts: 2, groups: ['disputed 1', 'windowOpen 2'] };

  test('sounds once, and once more for each new group', () => {
    expect(places(heard([...times(5, one), ...times(5, two), ...times(5, one)]), 'alert')).toEqual([0, 5]);
  });

  test('is silent while muted, and does not sound afterwards', () => {
    expect(heard(times(40, one), true)).toEqual(times(40, nothing).map(() => null));
    let { state } = nextSound(silentState, one, 0, true);
    const after = nextSound(state, one, 1_000, false);
    expect(after.sound).toBeNull();
    ({ state } = after);
    expect(nextSound(state, two, 2_000, false).sound).toBe('alert');
  });

  test('is known by its group: more of the same, or fewer, are nothing new', () => {
    const first = factsOf([alert(1)], [], '2026-11-23T08:40:00.000Z');
    const more = factsOf([alert(1, { alertIds: [idOf(2), idOf(1)] })], [], '2026-11-23T08:40:00.000Z');
    expect(heard([first, more])).toEqual(['alert', null]);
  });

  test('does not sound again when the desk is locked or unlocked, unless there are more', () => {
    const locked = (alerts: number) => factsOfPulse({ revision: 1, help: 0, alerts, overdue: 0, waiting: 3 });
    expect(heard([two, locked(2), locked(3), { ...nothing, alerts: 3, groups: ['a', 'b', 'c'] }])).toEqual([
      'alert',
      null,
      'alert',
      null,
    ]);
  });
});

describe('arrivals not marked in the clinical system', () => {
  const late = workItem(1);
  const facts = (items: Parameters<typeof factsOf>[1], now: string): SoundFacts => factsOf([], items, now);

  test('count as overdue from their instant, until somebody takes them', () => {
    expect(facts([late], '2026-11-23T08:44:59.999Z').overdue).toBe(0);
    expect(facts([late], '2026-11-23T08:45:00.000Z').overdue).toBe(1);
    expect(facts([{ ...late, takenBy: 'Jo' }], '2026-11-23T09:00:00.000Z').overdue).toBe(0);
  });

  test('sound every half minute, and not while muted', () => {
    const overdue = { ...nothing, overdue: 2 };
    expect(places(heard(times(65, overdue)), 'overdue')).toEqual([0, 30, 60]);
    expect(places(heard(times(65, overdue), true), 'overdue')).toEqual([]);
  });

  test('wait for a call for help to be heard out', () => {
    expect(heard([{ help: 1, alerts: 1, groups: ['helpNeeded 1'], overdue: 1 }])).toEqual(['help']);
  });
});
