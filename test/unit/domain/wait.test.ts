import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantOf } from '../../../main/domain/time';
import type { Now } from '../../../main/domain/types';
import { estimateWait, type SessionArrival } from '../../../main/domain/wait';
import { wallTimeSchema } from '../../../preload/contract/rules/dates';
import { at, today } from './support/samples';

const clinician = 'Dr Anita Rao';
const wall = (time: string) => wallTimeSchema.parse(time.includes('T') ? time : `${today}T${time}`);
const instant = (now: Now) => new Date(now.epochMilliseconds).toISOString();

let visits = 0;
/** Waiting, or with `called` called in. All times of today's clock. */
function here(
  start: string,
  arrived: string,
  called: string | null = null,
  visitId = `visit ${(visits += 1)}`,
): SessionArrival {
  return {
    visitId,
    start: wall(start),
    arrivedAt: instant(at(arrived)),
    calledAt: called === null ? null : instant(at(called)),
    isWaiting: called === null,
  };
}

function ask(arrivals: SessionArrival[], start = '10:30', now = '10:20', visitId = 'mine') {
  return estimateWait({ clinician, start: wall(start), visitId, arrivals, now: at(now) });
}

describe('people ahead', () => {
  test.each([
    ['an earlier slot', here('10:20', '10:00'), 1],
    ['an earlier slot who came late', here('10:20', '10:21'), 1],
    ['the same slot who came first', here('10:30', '10:10'), 1],
    ['the same slot who came later', here('10:30', '10:19'), 0],
    ['a later slot who came first', here('10:40', '09:50'), 0],
    ['an earlier slot, called already', here('10:20', '10:00', '10:18'), 0],
    ['an earlier slot who is not here any more', { ...here('10:20', '10:00'), isWaiting: false }, 0],
    ['this visit itself, for an earlier slot', here('10:10', '10:12', null, 'mine'), 0],
  ])('%s: %o is counted %i times', (_who, other, expected) => {
    const mine = here('10:30', '10:12', null, 'mine');
    expect(ask([mine, other])?.ahead ?? 0).toBe(expected);
    expect(ask([other, mine])?.ahead ?? 0).toBe(expected);
  });

  test('who is not on the list of arrivals yet comes now', () => {
    expect(ask([here('10:30', '10:19')])?.ahead).toBe(1);
  });

  test('somebody with two slots in a row is one person', () => {
    const two = [here('10:00', '09:50', null, 'two slots'), here('10:10', '09:50', null, 'two slots')];
    expect(ask([...two, here('10:20', '10:00')])?.ahead).toBe(2);
  });
});

describe('lateness', () => {
  test.each<[string, SessionArrival[], { from: number; to: number } | null]>([
    ['one call 12 minutes late', [here('10:00', '09:50', '10:12')], { from: 10, to: 20 }],
    ['counted from coming, where that was later', [here('09:40', '09:55', '10:12')], { from: 15, to: 25 }],
    [
      'three calls',
      [here('09:40', '09:30', '09:48'), here('09:50', '09:40', '10:02'), here('10:00', '09:50', '10:19')],
      { from: 5, to: 20 },
    ],
    [
      'a fourth is too long ago',
      [
        here('09:20', '09:00', '09:59'),
        here('09:40', '09:30', '10:00'),
        here('09:50', '09:40', '10:10'),
        here('09:55', '09:50', '10:17'),
      ],
      { from: 20, to: 30 },
    ],
    ['on time', [here('10:10', '10:00', '10:14')], null],
    ['before their time', [here('10:30', '10:00', '10:15')], null],
    ['just late', [here('10:10', '10:00', '10:15')], { from: 5, to: 15 }],
    [
      'sometimes on time, sometimes not',
      [here('10:00', '09:50', '10:02'), here('10:10', '10:00', '10:18')],
      { from: 0, to: 10 },
    ],
  ])('%s', (_name, arrivals, lateness) => {
    const wait = ask(arrivals);
    expect(wait?.lateness).toEqual(lateness);
    expect(wait?.minutes).not.toBeNull();
  });

  test.each([
    ['an hour ago is still known', '09:20', true],
    ['more than an hour ago is forgotten', '09:19', false],
    ['this minute is known', '10:20', true],
    ['later than now did not happen', '10:21', false],
  ])('a call %s', (_name, called, isKnown) => {
    const wait = ask([here('09:00', '08:50', called)]);
    expect(wait === null).toBe(!isKnown);
  });

  test('slots in a row are called once, for the first of them', () => {
    const two = [here('09:40', '09:30', '10:00', 'two slots'), here('09:50', '09:30', '10:00', 'two slots')];
    expect(ask(two)?.lateness).toEqual({ from: 20, to: 30 });
  });

  test('of several whom one list shows as called, only the least late says something', () => {
    const listed = ['09:00', '09:10', '09:20', '10:02'].map((start) => here(start, '08:50', '10:10'));
    expect(ask(listed)?.lateness).toEqual({ from: 5, to: 15 });
  });
});

describe('minutes to wait', () => {
  const onTime = here('10:15', '10:00', '10:15');
  const fiveEarly = here('10:15', '10:00', '10:10');
  const upToEightLate = [here('10:03', '09:50', '10:03'), here('10:08', '10:00', '10:16')];
  const twoAhead = [here('10:18', '10:00'), here('10:19', '10:00')];

  test.each<[string, string, SessionArrival[], { from: number; to: number }]>([
    // Ten minutes to go, five that are on time, four of margin: 10 to 19.
    ['on time, their time comes', '10:30', [onTime], { from: 10, to: 20 }],
    ['on time, their time is now', '10:20', [onTime], { from: 0, to: 10 }],
    ['on time, their time was', '10:00', [onTime], { from: 0, to: 10 }],
    ['before time, their time comes', '10:30', [fiveEarly], { from: 5, to: 20 }],
    ['before time, their time is now', '10:20', [fiveEarly], { from: 0, to: 10 }],
    ['late, their time comes', '10:30', upToEightLate, { from: 10, to: 25 }],
    // Four of margin for each of two more: 10 to 30.
    ['late, and two are ahead', '10:30', [...upToEightLate, ...twoAhead], { from: 10, to: 30 }],
  ])('%s', (_name, start, arrivals, minutes) => {
    expect(ask(arrivals, start)?.minutes).toEqual(minutes);
  });

  test('are not said when nobody was called in the last hour, though people are ahead', () => {
    expect(ask([here('10:20', '10:00')])).toEqual({ clinician, ahead: 1, lateness: null, minutes: null });
  });
});

test('nobody ahead and nothing known: nothing is said', () => {
  expect(ask([])).toBeNull();
  expect(ask([here('10:30', '10:12', null, 'mine')])).toBeNull();
});

describe('when the clocks change, minutes are counted as they pass', () => {
  test.each([
    // 00:50, then clocks go from 00:59 to 02:00: called at 02:05, 15 minutes late.
    ['2026-03-29T00:50', '2026-03-29T01:05:00Z', '2026-03-29T02:10', '2026-03-29T01:06:00Z', { from: 15, to: 25 }],
    // The first 01:50, called at the second 01:05.
    ['2026-10-25T01:50', '2026-10-25T01:05:00Z', '2026-10-25T02:10', '2026-10-25T01:06:00Z', { from: 75, to: 85 }],
  ])('%s called at %s', (start, called, mine, now, minutes) => {
    const calledEarlier: SessionArrival = {
      visitId: 'other',
      start: wall(start),
      arrivedAt: '2026-03-28T12:00:00.000Z',
      calledAt: new Date(called).toISOString(),
      isWaiting: false,
    };
    const wait = estimateWait({
      clinician,
      start: wall(mine),
      visitId: 'mine',
      arrivals: [calledEarlier],
      now: { ...at('10:00'), epochMilliseconds: Date.parse(now) },
    });
    expect(wait?.lateness).toEqual({ from: 15, to: 25 });
    expect(wait?.minutes).toEqual(minutes);
  });
});

describe('whatever happened today', () => {
  const open = instantOf(wall('08:00'));
  const anyInstant = fc.integer({ min: 0, max: 240 * 60 }).map((seconds) => open + seconds * 1000);
  const anyArrival = fc
    .record({
      visitId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'mine'),
      slot: fc.integer({ min: 0, max: 47 }),
      arrivedAt: anyInstant,
      calledAfter: fc.option(fc.integer({ min: 0, max: 90 * 60 })),
      isWaiting: fc.boolean(),
    })
    .map(({ visitId, slot, arrivedAt, calledAfter, isWaiting }): SessionArrival => ({
      visitId,
      start: slotAt(slot),
      arrivedAt: new Date(arrivedAt).toISOString(),
      calledAt: calledAfter === null ? null : new Date(arrivedAt + calledAfter * 1000).toISOString(),
      isWaiting,
    }));

  function slotAt(slot: number) {
    const total = 8 * 60 + slot * 5;
    return wall(`${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`);
  }

  const anyQuestion = fc.record({
    arrivals: fc.array(anyArrival, { maxLength: 30 }),
    slot: fc.integer({ min: 0, max: 47 }),
    now: anyInstant,
  });

  test('ranges are whole fives, from below to, never below nothing, and lateness never sounds more exact than it is', () => {
    fc.assert(
      fc.property(anyQuestion, ({ arrivals, slot, now }) => {
        const wait = estimateWait({
          clinician,
          start: slotAt(slot),
          visitId: 'mine',
          arrivals,
          now: { ...at('10:00'), epochMilliseconds: now },
        });
        for (const range of [wait?.lateness, wait?.minutes]) {
          if (range === null || range === undefined) continue;
          expect([range.from % 5, range.to % 5]).toEqual([0, 0]);
          expect(range.from).toBeGreaterThanOrEqual(0);
          expect(range.to).toBeGreaterThan(range.from);
        }
        if (wait?.lateness) expect(wait.lateness.to - wait.lateness.from).toBeGreaterThanOrEqual(10);
        expect(wait?.ahead ?? 0).toBeLessThanOrEqual(new Set(arrivals.map(({ visitId }) => visitId)).size);
      }),
    );
  });

  test('somebody who will be as late as one of the last three was is called within the minutes told', () => {
    const oneToThree = fc.array(fc.record({ late: fc.nat(90 * 60), age: fc.nat(3600) }), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(oneToThree, fc.nat(2), fc.integer({ min: -30, max: 60 }), (calls, which, startsIn) => {
        const now = instantOf(wall('10:00'));
        // Whoever was late by that much came at that moment, having missed their time: start is long past.
        const arrivals = calls.map(({ late, age }, index): SessionArrival => ({
          visitId: `caller ${index}`,
          start: wall('05:00'),
          arrivedAt: new Date(now - age * 1000 - index - late * 1000).toISOString(),
          calledAt: new Date(now - age * 1000 - index).toISOString(),
          isWaiting: false,
        }));
        const recent = arrivals.filter(({ calledAt }) => now - Date.parse(calledAt ?? '') <= 3_600_000);
        const same = recent[which % Math.max(1, recent.length)];
        fc.pre(same !== undefined);
        const late = (Date.parse(same?.calledAt ?? '') - Date.parse(same?.arrivedAt ?? '')) / 60_000;
        const start = wall(
          startsIn >= 0
            ? startsIn === 60
              ? '11:00'
              : `10:${String(startsIn).padStart(2, '0')}`
            : `09:${60 + startsIn}`,
        );
        const wait = estimateWait({ clinician, start, visitId: 'mine', arrivals, now: at('10:00') });
        const truth = Math.max(0, startsIn) + late;
        expect(wait?.minutes?.from).toBeLessThanOrEqual(truth);
        expect(wait?.minutes?.to).toBeGreaterThanOrEqual(truth);
        if (wait?.lateness) expect(wait.lateness.from <= late && late <= wait.lateness.to).toBe(true);
        else expect(late).toBeLessThan(5);
      }),
    );
  });

  test('the order of the arrivals given changes nothing', () => {
    fc.assert(
      fc.property(anyQuestion, ({ arrivals, slot, now }) => {
        const question = {
          clinician,
          start: slotAt(slot),
          visitId: 'not among them',
          now: { ...at('10:00'), epochMilliseconds: now },
        };
        expect(estimateWait({ ...question, arrivals: [...arrivals].reverse() })).toEqual(
          estimateWait({ ...question, arrivals }),
        );
      }),
    );
  });
});
