import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide, type Decision } from '../../../main/domain/decide';
import { defaultRules } from '../../../main/domain/rules';
import { instantOf } from '../../../main/domain/time';
import type { Appointment, Arrival } from '../../../main/domain/types';
import { windowFor } from '../../../main/domain/window';
import { checkInAnswerSchema } from '../../../preload/contract/kiosk';
import { appointment, arrival, at } from './support/samples';

const day = ['07:50', '09:40', '09:50', '10:00', '10:10', '10:20', '10:30', '11:00', '11:30', '15:00', '23:50'];

const rows = fc.array(
  fc
    .record({
      at: fc.constantFrom(...day),
      durationMinutes: fc.constantFrom(10, 20, null),
      clinician: fc.constantFrom('Dr Anita Rao', 'Nurse Carol West'),
      isNurseLed: fc.boolean(),
      location: fc.constantFrom('Main Surgery', 'Main Surgery', 'Branch Surgery', null),
      mode: fc.constantFrom('inPerson', 'inPerson', 'inPerson', 'phone', 'video', 'homeVisit'),
      status: fc.constantFrom(
        'booked',
        'booked',
        'booked',
        'arrived',
        'sentIn',
        'seen',
        'left',
        'didNotAttend',
        'cancelled',
        'unknown',
      ),
    })
    .map((change) => appointment(change)),
  { maxLength: 6 },
);

const presences = rows.chain((appointments) =>
  fc.record({
    appointments: fc.constant(appointments),
    arrivals: fc
      .subarray(appointments)
      .chain((some) =>
        fc.tuple(
          ...some.map((row) =>
            fc
              .record({ state: fc.constantFrom('arrived', 'disputed'), isLost: fc.boolean() })
              .map(({ state, isLost }) =>
                arrival(row, { state, appointmentId: isLost ? null : row.id, isToCheck: isLost }),
              ),
          ),
        ),
      )
      .map((list): Arrival[] => list),
    now: fc.constantFrom(...day, '09:55', '10:05', '14:29', '00:00', '23:59').map((time) => at(time, 30)),
    site: fc.constant('Main Surgery'),
    rules: fc.constantFrom(defaultRules, {
      ...defaultRules,
      joinMinutes: 0,
      window: { earlyMinutes: 0, lateMinutes: 0 },
    }),
  }),
);

/** Minutes from now to the start, whole minutes of now. */
function minutesToStart(row: Appointment, { epochMilliseconds }: { epochMilliseconds: number }): number {
  return instantOf(row.start) / 60_000 - Math.floor(epochMilliseconds / 60_000);
}

function toAnswer(decision: Decision): unknown {
  return decision.kind === 'checkIn' || decision.kind === 'already'
    ? {
        kind: decision.kind === 'checkIn' ? 'checkedIn' : 'alreadyCheckedIn',
        handle: '00000000-0000-4000-8000-000000000000',
        appointments: decision.shown,
        also: decision.also,
      }
    : decision;
}

test('every state of a patient is answered, in a shape the contract accepts', () => {
  fc.assert(
    fc.property(presences, (presence) => {
      expect(checkInAnswerSchema.safeParse(toAnswer(decide(presence))).success).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('nobody is checked in outside a window, elsewhere, twice, or to what is not booked', () => {
  fc.assert(
    fc.property(presences, (presence) => {
      const decision = decide(presence);
      if (decision.kind !== 'checkIn') return;
      const { now, rules, arrivals } = presence;
      const isOpen = (row: Appointment): boolean => {
        const { earlyMinutes, lateMinutes } = windowFor(row, rules);
        const wait = minutesToStart(row, now);
        return wait <= earlyMinutes && -wait <= lateMinutes;
      };
      const open = decision.appointments.filter(isOpen);
      expect(open.length).toBeGreaterThan(0);
      for (const row of decision.appointments) {
        expect(row).toMatchObject({ status: 'booked', mode: 'inPerson' });
        expect(row.location).not.toBe('Branch Surgery');
        expect(arrivals.map(({ appointmentId }) => appointmentId)).not.toContain(row.id);
      }
      // The ones shown are open, or follow an open one within the time to join.
      for (const { time } of decision.shown) {
        const named = decision.appointments.filter(({ start }) => start.endsWith(time));
        expect(named.some((row) => isOpen(row) || open.some((first) => isJoined(first, row, rules.joinMinutes)))).toBe(
          true,
        );
      }
    }),
    { numRuns: 500 },
  );

  function isJoined(first: Appointment, row: Appointment, joinMinutes: number): boolean {
    const apart = (instantOf(row.start) - instantOf(first.start)) / 60_000;
    return apart >= 0 && apart <= joinMinutes;
  }
});

test('"already checked in" is said only where an arrival stands, here or in the list', () => {
  fc.assert(
    fc.property(presences, (presence) => {
      if (decide(presence).kind !== 'already') return;
      const isListed = presence.appointments.some(({ status }) => status === 'arrived' || status === 'sentIn');
      expect(isListed || presence.arrivals.some(({ state }) => state === 'arrived')).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('nobody who has arrived and is not finished is told that they are not checked in', () => {
  fc.assert(
    fc.property(presences, (presence) => {
      const finished = presence.appointments.filter(({ status }) => status === 'seen' || status === 'left');
      const stands = presence.arrivals.some(
        ({ state, appointmentId }) => state === 'arrived' && !finished.some(({ id }) => id === appointmentId),
      );
      if (stands) expect(['checkIn', 'already']).toContain(decide(presence).kind);
    }),
    { numRuns: 500 },
  );
});

test('the order of the rows does not change the answer', () => {
  const shuffled = presences.chain((presence) =>
    fc
      .shuffledSubarray(presence.appointments, { minLength: presence.appointments.length })
      .map((appointments) => ({ presence, other: { ...presence, appointments } })),
  );
  fc.assert(
    fc.property(shuffled, ({ presence, other }) => {
      expect(decide(other)).toEqual(decide(presence));
    }),
  );
});

test('who was just checked in is told "already" the next moment, and nothing is written twice', () => {
  fc.assert(
    fc.property(presences, (presence) => {
      const first = decide(presence);
      if (first.kind !== 'checkIn') return;
      const arrivals = [...presence.arrivals, ...first.appointments.map((row) => arrival(row))];
      const second = decide({ ...presence, arrivals });
      if (second.kind !== 'already') throw new Error(`told ${second.kind}`);
      for (const row of first.appointments) expect(second.appointments).not.toContain(row);
    }),
    { numRuns: 500 },
  );
});
