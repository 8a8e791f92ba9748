import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide, type Decision } from '../../../main/domain/decide';
import { defaultRules } from '../../../main/domain/rules';
import { instantOf } from '../../../main/domain/time';
import type { Appointment, Arrival, PracticeRules } from '../../../main/domain/types';
import { windowFor } from '../../../main/domain/window';
import { checkInAnswerSchema, type CheckInAnswer } from '../../../preload/contract/kiosk';
import { appointment, arrival, at } from './support/samples';

const day = [
  '07:50',
  '09:00',
  '09:40',
  '09:50',
  '10:00',
  '10:10',
  '10:20',
  '10:30',
  '11:00',
  '11:30',
  '15:00',
  '23:50',
];

/** Words and times that stand in private appointments only: wherever one is found, it leaked. */
const secret = { at: '12:34', clinician: 'Dr Hidden', location: 'Hidden Wing' };
const privateSlotType = 'Private clinic';

const rows = fc.array(
  fc
    .record({
      at: fc.constantFrom(...day),
      durationMinutes: fc.constantFrom(10, 20, null),
      clinician: fc.constantFrom('Dr Anita Rao', 'Nurse Carol West'),
      isNurseLed: fc.boolean(),
      location: fc.constantFrom('Main Surgery', 'Main Surgery', 'Branch Surgery', null),
      slotType: fc.constantFrom('Routine', 'Routine', 'Telephone', 'Fasting bloods', privateSlotType),
      marking: fc.constantFrom('none', 'none', 'none', 'none', 'none', 'private', 'seeReception'),
      patientMarking: fc.oneof(
        { weight: 30, arbitrary: fc.constant('none' as const) },
        { weight: 1, arbitrary: fc.constantFrom('private', 'seeReception') },
      ),
      // Before and after the arrivals, which are of 09:58.
      listAsOf: fc.constantFrom('2026-11-23T08:00:00.000Z', '2026-11-23T09:58:00.000Z', '2026-11-23T09:59:00.000Z'),
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
    .map((change) => appointment(isSecret(change) ? { ...change, ...secret } : change)),
  { maxLength: 6 },
);

function isSecret({ marking, slotType }: Pick<Appointment, 'marking' | 'slotType'>): boolean {
  return marking === 'private' || slotType === privateSlotType;
}

const rules: PracticeRules = {
  ...defaultRules,
  privateSlotTypes: [privateSlotType],
  waitingArea: 'Waiting area A',
  places: {
    'Dr Anita Rao': { waitingArea: null, room: 'Room 4' },
    'Dr Hidden': { waitingArea: 'Hidden', room: 'Hidden' },
  },
};

const presences = rows.chain((appointments) =>
  fc.record({
    appointments: fc.constant(appointments),
    arrivals: fc
      .subarray(appointments)
      .chain((some) =>
        fc.tuple(
          ...some.map((row) =>
            fc
              .record({ state: fc.constantFrom('arrived', 'disputed'), isLost: fc.boolean(), isLate: fc.boolean() })
              .map(({ state, isLost, isLate }) =>
                arrival(row, { state, isLate, appointmentId: isLost ? null : row.id, isToCheck: isLost }),
              ),
          ),
        ),
      )
      .map((list): Arrival[] => list),
    now: fc.constantFrom(...day, '09:55', '10:05', '12:30', '14:29', '00:00', '23:59').map((time) => at(time, 30)),
    site: fc.constant('Main Surgery'),
    rules: fc.constantFrom<PracticeRules[]>(
      rules,
      { ...rules, joinMinutes: 0, window: { earlyMinutes: 0, lateMinutes: 0 } },
      { ...rules, latePolicy: 'checkIn', clinicianLatePolicies: { 'Nurse Carol West': 'reception' } },
      { ...rules, slotTypeModes: { Telephone: 'phone' }, seeReceptionSlotTypes: ['fasting bloods'] },
    ),
  }),
);

/** Minutes from now to the start, whole minutes of now. */
function minutesToStart(row: Appointment, { epochMilliseconds }: { epochMilliseconds: number }): number {
  return instantOf(row.start) / 60_000 - Math.floor(epochMilliseconds / 60_000);
}

/** What would cross to the page, and no more: the contract strips what it does not name. */
function toAnswer(decision: Decision): CheckInAnswer {
  const handle = '00000000-0000-4000-8000-000000000000';
  if (decision.kind !== 'checkIn' && decision.kind !== 'already')
    return checkInAnswerSchema.parse({ handle, ...decision });
  return checkInAnswerSchema.parse({
    ...decision,
    kind: decision.kind === 'checkIn' ? 'checkedIn' : 'alreadyCheckedIn',
    handle,
    appointments: decision.shown,
    ticket: null,
    wait: null,
    questions: [],
    isInvited: false,
  });
}

test('every state of a patient is answered, in a shape the contract accepts', () => {
  fc.assert(
    fc.property(presences, (presence) => {
      expect(() => toAnswer(decide(presence))).not.toThrow();
    }),
    { numRuns: 1000 },
  );
});

test('nothing of a private appointment, and nothing at all of a private patient, reaches the page', () => {
  fc.assert(
    fc.property(presences, (presence) => {
      const decision = decide(presence);
      const words = JSON.stringify(toAnswer(decision));
      // 12:04 and 12:34: when it could be checked in, and when it is.
      expect(words).not.toMatch(/Hidden|12:34|12:04/);
      const { appointments } = presence;
      if (appointments.some(({ patientMarking }) => patientMarking === 'private')) {
        expect(words).toBe('{"kind":"reception"}');
        expect(decision).toMatchObject({ reason: 'private', hasPrivate: true });
        return;
      }
      // Staff hear of it, and the patient is answered as if it did not exist.
      const isHidden = appointments.some((row) => isSecret(row) && !['cancelled', 'seen', 'left'].includes(row.status));
      expect(decision.hasPrivate).toBe(isHidden);
      const without = decide({
        ...presence,
        appointments: appointments.filter((row) => !isSecret(row)),
        arrivals: presence.arrivals.filter(({ clinician }) => clinician !== secret.clinician),
      });
      const isPatientFlagged = appointments.some((row) => isSecret(row) && row.patientMarking === 'seeReception');
      if (!isPatientFlagged) expect(words).toBe(JSON.stringify(toAnswer(without)));
    }),
    { numRuns: 1000 },
  );
});

test('nobody is checked in outside a window, elsewhere, twice, flagged, or to what is not booked', () => {
  fc.assert(
    fc.property(presences, (presence) => {
      const decision = decide(presence);
      if (decision.kind !== 'checkIn') return;
      const { now, rules: given, arrivals } = presence;
      const isLate = (row: Appointment): boolean => {
        const lateness = -minutesToStart(row, now);
        const isTaken = given.latePolicy === 'checkIn' && row.clinician !== 'Nurse Carol West';
        return isTaken && lateness > windowFor(row, given).lateMinutes && lateness <= given.lateLimitMinutes;
      };
      const isOpen = (row: Appointment): boolean => {
        const { earlyMinutes, lateMinutes } = windowFor(row, given);
        const wait = minutesToStart(row, now);
        return wait <= earlyMinutes && (-wait <= lateMinutes || isLate(row));
      };
      const open = decision.appointments.filter(isOpen);
      expect(open.length).toBeGreaterThan(0);
      expect(presence.appointments.map(({ patientMarking }) => patientMarking)).not.toContain('seeReception');
      for (const row of decision.appointments) {
        expect(row).toMatchObject({ status: 'booked', mode: 'inPerson', marking: 'none' });
        expect(row.location).not.toBe('Branch Surgery');
        expect(arrivals.map(({ appointmentId }) => appointmentId)).not.toContain(row.id);
      }
      const late = decision.appointments.filter(isLate);
      expect(decision.isLate).toBe(decision.lateIds.length > 0);
      expect(decision.isLate).toBe(late.some(({ id }) => decision.lateIds.includes(id)));
      expect(decision.appointments.map(({ id }) => id)).toEqual(expect.arrayContaining(decision.lateIds));
      // The ones shown are open, or follow an open one within the time to join, or are being called.
      for (const { time, clinician } of decision.shown) {
        const named = decision.appointments.filter(({ start }) => start.endsWith(time));
        const isShown = named.some(
          (row) => isOpen(row) || open.some((first) => isJoined(first, row, given.joinMinutes)),
        );
        const isCalled = presence.appointments.some((row) => row.status === 'sentIn' && row.clinician === clinician);
        expect(isShown || (decision.isBeingCalled && isCalled)).toBe(true);
      }
    }),
    { numRuns: 1000 },
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

test('what "already checked in" lets a patient disown is all that it shows, and nothing that was seen, left or is private', () => {
  let disowned = 0;
  fc.assert(
    fc.property(presences, (presence) => {
      const decision = decide(presence);
      if (decision.kind !== 'already') return;
      const behind = presence.arrivals.filter(({ id }) => decision.shownArrivalIds.includes(id));
      expect(behind).toHaveLength(decision.shownArrivalIds.length);
      for (const { state, clinician, appointmentId, arrivedAt } of behind) {
        expect(state).toBe('arrived');
        expect(decision.shown.map((one) => one.clinician)).toContain(clinician);
        const listed = presence.appointments.find(({ id }) => id === appointmentId);
        const isOver = listed !== undefined && ['seen', 'left', 'cancelled', 'didNotAttend'].includes(listed.status);
        expect(isOver && listed.listAsOf > arrivedAt).toBe(false);
      }
      const arrivals = [
        ...presence.arrivals.map((one) => (behind.includes(one) ? { ...one, state: 'disputed' as const } : one)),
        ...decision.appointments.map((row) => arrival(row, { state: 'disputed' })),
      ];
      expect(['already', 'checkIn']).not.toContain(decide({ ...presence, arrivals }).kind);
      disowned += behind.length;
    }),
    { numRuns: 1000 },
  );
  expect(disowned).toBeGreaterThan(100);
});

test('nobody who has arrived is told that they are not checked in, unless a newer list says so', () => {
  fc.assert(
    fc.property(presences, (presence) => {
      const { appointments, arrivals } = presence;
      if (appointments.some(({ patientMarking }) => patientMarking === 'private')) return;
      const isUndone = ({ id, status, listAsOf }: Appointment, { appointmentId, arrivedAt }: Arrival): boolean =>
        id === appointmentId && listAsOf > arrivedAt && ['seen', 'left', 'cancelled', 'didNotAttend'].includes(status);
      const stands = arrivals.some(
        (one) =>
          one.state === 'arrived' &&
          one.clinician !== secret.clinician &&
          !appointments.some((row) => isUndone(row, one)),
      );
      if (stands) expect(['checkIn', 'already']).toContain(decide(presence).kind);
    }),
    { numRuns: 1000 },
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
