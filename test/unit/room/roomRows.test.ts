import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeskRow, RowAppointment, RowCall } from '../../../preload/contract/desk/arrivals';
import { calledOf, nextOf, roomActions, startFor, waitingOf } from '../../../renderer/desk/room/roomRows';

const clinician = 'Dr Amara Okafor';
const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

function appointment(time: string, change: Partial<RowAppointment> = {}): RowAppointment {
  return {
    arrivalId: idOf(900),
    appointmentId: 1,
    start: `2026-11-23T${time}` as RowAppointment['start'],
    clinician,
    movedFrom: null,
    location: null,
    room: null,
    state: 'arrived',
    listed: 'booked',
    isLate: false,
    isToCheck: false,
    isPrivate: false,
    isMarked: false,
    ...change,
  };
}

function call(change: Partial<RowCall> = {}): RowCall {
  return {
    callId: idOf(500),
    kind: 'call',
    at: '2026-11-23T10:00:00.000Z',
    lastAt: '2026-11-23T10:00:00.000Z',
    times: 1,
    by: 'Dr Okafor',
    clinician,
    room: 'Room 4',
    outcome: 'open',
    needsLook: false,
    lookedAt: null,
    ...change,
  };
}

/** Somebody who waits, booked at `time`. */
function row(number: number, time: string, change: Partial<DeskRow> = {}): DeskRow {
  return {
    visitId: idOf(number),
    version: 1,
    stage: 'waiting',
    lastName: `Testcase${String(number)}`,
    firstName: 'Ada',
    dateOfBirth: '1950-02-03' as DeskRow['dateOfBirth'],
    nhsNumber: null,
    ticket: 'A12',
    since: `2026-11-23T08:${String(number).padStart(2, '0')}:00.000Z`,
    reason: null,
    opensAt: null,
    appointments: [appointment(time)],
    call: null,
    doneAs: null,
    needs: [],
    interpreter: null,
    hasListedNeed: false,
    isToFetch: false,
    ownAnswer: null,
    isFlagged: false,
    note: null,
    lastChange: null,
    ...change,
  };
}

const numbers = (rows: readonly DeskRow[]): number[] => rows.map(({ visitId }) => Number(visitId.slice(-12)));
const next = (rows: readonly DeskRow[], wallTime = '2026-11-23T10:00'): number | null => {
  const found = nextOf(rows, clinician, wallTime);
  return found === null ? null : (numbers([found])[0] ?? null);
};
const unanswered = call({ outcome: 'didNotAnswer' });

describe('who is called next', () => {
  test('is who was booked first, and of two at the same time who was here first', () => {
    expect(next([row(3, '09:50'), row(2, '09:40'), row(1, '09:40'), row(4, '10:10')])).toBe(1);
  });

  test('is nobody where nobody waits', () => {
    expect(next([])).toBeNull();
    expect(next([row(1, '09:40', { stage: 'called' }), row(2, '09:40', { stage: 'done' })])).toBeNull();
  });

  test('is the earliest even when nobody’s time has come', () => {
    expect(next([row(1, '10:20'), row(2, '10:10')])).toBe(2);
  });

  test('is not again who has just not answered, as long as somebody else’s time has come', () => {
    const rows = [row(1, '09:30', { call: unanswered }), row(2, '09:50')];
    expect(next(rows)).toBe(2);
    // Before somebody who is not due, it is their turn again.
    expect(next([row(1, '09:30', { call: unanswered }), row(2, '10:30')])).toBe(1);
  });

  test('is never somebody who says that it is not their appointment', () => {
    expect(next([row(1, '09:30', { appointments: [appointment('09:30', { state: 'disputed' })] })])).toBeNull();
  });

  test('goes by the time with this clinician, not with another', () => {
    const nurse = { clinician: 'Nurse Maya Lindqvist' };
    const both = row(1, '10:00', { appointments: [appointment('09:00', nurse), appointment('10:00')] });
    expect(startFor(both, clinician)).toBe('2026-11-23T10:00');
    expect(next([both, row(2, '09:50')])).toBe(2);
    // Moved here from another: their only time counts.
    expect(startFor(row(1, '09:00', { appointments: [appointment('09:00', nurse)] }), clinician)).toBe(
      '2026-11-23T09:00',
    );
    const notArrived = [appointment('09:00', { state: 'notArrived', arrivalId: null })];
    expect(startFor(row(1, '09:00', { appointments: notArrived }), clinician)).toBeNull();
  });

  test('is always one of those who wait, and nobody who waits and is due is passed over for somebody who is not', () => {
    const some = fc.uniqueArray(
      fc.record({ number: fc.nat({ max: 59 }), minute: fc.nat({ max: 59 }), hasAnswered: fc.boolean() }),
      { selector: ({ number }) => number, maxLength: 12 },
    );
    fc.assert(
      fc.property(some, fc.nat({ max: 59 }), (people, minute) => {
        const at = (value: number): string => `09:${String(value).padStart(2, '0')}`;
        const rows = people.map((one) =>
          row(one.number, at(one.minute), { call: one.hasAnswered ? null : unanswered }),
        );
        const wallTime = `2026-11-23T${at(minute)}`;
        const found = nextOf(rows, clinician, wallTime);
        expect(found === null).toBe(rows.length === 0);
        if (found === null) return;
        expect(rows).toContain(found);
        const due = waitingOf(rows, clinician).filter((one) => (startFor(one, clinician) ?? '') <= wallTime);
        if (due.length > 0) expect(due).toContain(found);
        const fresh = due.filter((one) => one.call === null);
        if (fresh.length > 0) expect(found).toBe(fresh[0]);
      }),
    );
  });
});

describe('the lists of a room', () => {
  test('have who waits by time, and who was called latest first', () => {
    const rows = [
      row(1, '10:00'),
      row(2, '09:00', { stage: 'called', call: call() }),
      row(3, '09:10', { stage: 'called', call: call({ lastAt: '2026-11-23T10:05:00.000Z' }) }),
      row(4, '08:00', { stage: 'called' }),
      row(5, '09:30'),
      row(6, '09:00', { stage: 'done', doneAs: 'seen' }),
      row(7, '09:00', { stage: 'notCheckedIn' }),
    ];
    expect([numbers(waitingOf(rows, clinician)), numbers(calledOf(rows))]).toEqual([
      [5, 1],
      [3, 2, 4],
    ]);
  });
});

describe('what can be done', () => {
  const called = (change: Partial<RowCall>) =>
    roomActions(row(1, '09:00', { stage: 'called', call: call(change) }), 'here');

  test('with somebody who waits depends on how the practice calls, and whether a board would reach them', () => {
    const waits = row(1, '09:00');
    const toFetch = row(1, '09:00', { isToFetch: true });
    expect(roomActions(waits, 'here')).toEqual(['call', 'quiet', 'fetch']);
    expect(roomActions(toFetch, 'here')).toEqual(['fetch']);
    expect(roomActions(waits, 'staffFetch')).toEqual(['fetch']);
    expect(roomActions(waits, 'clinicalSystem')).toEqual([]);
  });

  test('with somebody who is called is to call again, or to say how it ended', () => {
    expect(called({})).toEqual(['cameIn', 'again', 'didNotAnswer', 'cancel']);
    expect(called({ kind: 'quiet' })).toEqual(['cameIn', 'again', 'didNotAnswer', 'cancel']);
    expect(called({ kind: 'fetch' })).toEqual(['cameIn', 'didNotAnswer', 'cancel']);
  });

  test('is not "did not answer" before somebody went to look, where the call may not have reached them', () => {
    expect(called({ needsLook: true })).toEqual(['cameIn', 'again', 'looked', 'cancel']);
    expect(called({ needsLook: true, lookedAt: '2026-11-23T10:03:00.000Z' })).toContain('didNotAnswer');
  });

  test('is nothing with whom the clinical system sent in, or who is done', () => {
    expect(roomActions(row(1, '09:00', { stage: 'called' }), 'here')).toEqual([]);
    expect(called({ outcome: 'seen' })).toEqual([]);
    expect(roomActions(row(1, '09:00', { stage: 'done', doneAs: 'seen' }), 'here')).toEqual([]);
  });
});
