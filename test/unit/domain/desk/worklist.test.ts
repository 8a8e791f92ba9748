import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { soundingAt, worklistOf, worklistTimes } from '../../../../main/domain/desk/worklist';
import type { VisitFacts } from '../../../../main/domain/desk/rowsFacts';
import { defaultRules } from '../../../../main/domain/rules';
import type { Appointment, Arrival } from '../../../../main/domain/types';
import { wallTimeSchema } from '../../../../preload/contract/rules/dates';
import { appointment, arrival, visit } from '../support/samples';

const at = (time: string): string => `2026-11-23T${time}:00.000Z`;
const start = (time: string) => wallTimeSchema.parse(`2026-11-23T${time}`);
const around = { rules: defaultRules, nameOf: (id: string) => `name of ${id}` };

describe('an unmarked arrival', () => {
  test.each([
    ['long before the appointment: amber after 2 minutes, sounding after 5', '09:40', '10:00', '09:42', '09:45'],
    ['shortly before it: sounding 2 minutes before', '09:54', '10:00', '09:56', '09:58'],
    ['a minute before that: amber no later than it sounds', '09:57', '10:00', '09:58', '09:58'],
    ['after the start: at once', '10:03', '10:00', '10:03', '10:03'],
  ])('%s', (_, arrivedAt, starts, amber, sounds) => {
    expect(worklistTimes({ arrivedAt: at(arrivedAt), start: start(starts) }, defaultRules)).toEqual({
      amberAt: at(amber),
      soundsAt: at(sounds),
    });
  });

  test('is never amber before the arrival nor after it sounds, and never sounds later than the rule says', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 600 }),
        fc.integer({ min: 0, max: 600 }),
        fc.record({
          worklistAmberMinutes: fc.integer({ min: 0, max: 60 }),
          worklistSoundMinutes: fc.integer({ min: 1, max: 60 }),
          worklistSoundBeforeMinutes: fc.integer({ min: 0, max: 60 }),
        }),
        (arrivedAfter, startsAfter, rules) => {
          const day = Date.UTC(2026, 10, 23, 8);
          const iso = (minutes: number): string => new Date(day + minutes * 60_000).toISOString();
          const arrivedAt = iso(arrivedAfter);
          const times = worklistTimes({ arrivedAt, start: start(iso(startsAfter).slice(11, 16)) }, rules);
          expect(times.amberAt >= arrivedAt && times.amberAt <= times.soundsAt).toBe(true);
          expect(times.soundsAt <= iso(arrivedAfter + rules.worklistSoundMinutes)).toBe(true);
        },
      ),
    );
  });
});

function worklist(own: Arrival, row: Appointment | null, change: Partial<VisitFacts> = {}) {
  const facts = {
    visit: visit({ arrivals: [own] }),
    staff: null,
    arrivals: new Map(),
    calls: [],
    needs: null,
    ownAnswer: null,
  };
  return worklistOf({ ...facts, ...change }, row === null ? [] : [row], around);
}

describe('on the list of what is to be marked', () => {
  const booked = appointment();
  const listed = (status: Appointment['status'], listAsOf: string) => appointment({ status, listAsOf: at(listAsOf) });

  test('is an arrival until somebody ticks it, and it names who has taken it', () => {
    const own = arrival(booked);
    expect(worklist(own, booked)).toMatchObject([{ arrivalId: own.id, takenBy: null, clinician: 'Dr Anita Rao' }]);
    const touched = (markedAt: string | null) => new Map([[own.id, { takenBy: 'jo', markedAt, movedTo: 'Dr Second' }]]);
    expect(worklist(own, booked, { arrivals: touched(null) })).toMatchObject([
      { takenBy: 'name of jo', clinician: 'Dr Second' },
    ]);
    expect(worklist(own, booked, { arrivals: touched(at('10:00')) })).toEqual([]);
  });

  test.each([
    ['a newer list shows it as arrived', listed('arrived', '10:30'), 0],
    ['an older list shows it as arrived: reception was first', listed('arrived', '09:00'), 0],
    ['a newer list says seen', listed('seen', '10:30'), 0],
    ['an older list said left, before they came here', listed('left', '09:00'), 1],
    ['a newer list still says booked', listed('booked', '10:30'), 1],
    ['a newer list says cancelled', listed('cancelled', '10:30'), 1],
  ])('or not, when %s', (_, row, count) => {
    expect(worklist(arrival(row), row)).toHaveLength(count);
  });

  test('is none that is disputed, but one whose appointment is gone and one that staff have seen', () => {
    expect(worklist(arrival(booked, { state: 'disputed' }), booked)).toEqual([]);
    expect(worklist(arrival(booked, { appointmentId: null, isToCheck: true }), null)).toHaveLength(1);
  });
});

test('what sounds is due and taken by nobody', () => {
  const items = worklist(arrival(appointment({ at: '10:30' })), null);
  const sounding = (time: string, takenBy: string | null = null): number =>
    soundingAt(
      items.map((item) => ({ ...item, takenBy })),
      at(time),
    );
  expect([sounding('10:02'), sounding('10:03'), sounding('10:03', 'Jo')]).toEqual([0, 1, 0]);
});
