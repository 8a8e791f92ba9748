import { describe, expect, test } from 'vitest';
import type { NeedKind } from '../../../../preload/contract/kiosk';
import { deskRow, isToFetch, needsKnownSince } from '../../../../main/domain/desk/rows';
import type { CalledFacts, PatientFacts, StaffFacts, VisitFacts } from '../../../../main/domain/desk/rowsFacts';
import { defaultRules } from '../../../../main/domain/rules';
import type { Appointment, Visit } from '../../../../main/domain/types';
import { appointment, arrival, today, visit } from '../support/samples';

const around = { rules: defaultRules, roomOf: () => 'Room 4', nameOf: (id: string) => `name of ${id}` };
const newer = { listAsOf: '2026-11-23T10:30:00.000Z' };
const at = (time: string): string => `2026-11-23T${time}:00.000Z`;

function facts(change: Partial<Visit>, more: Partial<VisitFacts> = {}): VisitFacts {
  return {
    visit: visit({ firstArrivedAt: change.arrivals === undefined ? null : at('09:58'), ...change }),
    staff: null,
    arrivals: new Map(),
    calls: [],
    needs: null,
    ownAnswer: null,
    ...more,
  };
}

const known = (...listed: Appointment[]): PatientFacts => ({
  listed,
  arrivedAt: new Set(listed.map(({ id }) => id)),
});

function staff(change: Partial<StaffFacts> = {}): StaffFacts {
  return {
    version: 3,
    doneAs: null,
    doneAt: null,
    isFlagged: false,
    note: null,
    lookedAfterAt: null,
    changedBy: 'jo',
    changedAt: at('10:00'),
    ...change,
  };
}

function call(change: Partial<CalledFacts> = {}): CalledFacts {
  return {
    id: 'call',
    kind: 'call',
    clinician: 'Dr Anita Rao',
    room: 'Room 4',
    calledAt: at('10:10'),
    calledBy: 'jo',
    lastCalledAt: at('10:10'),
    times: 1,
    outcome: 'open',
    lookedAt: null,
    ...change,
  };
}

const stageOf = (one: VisitFacts, patient: PatientFacts): unknown => {
  const seen = deskRow(one, patient, around);
  return seen === null ? null : seen.row.doneAs === null ? seen.row.stage : `${seen.row.stage}: ${seen.row.doneAs}`;
};

describe('the stage of somebody who is checked in to one appointment', () => {
  const booked = appointment();
  const sentIn = appointment({ ...newer, status: 'sentIn' });
  const seen = appointment({ ...newer, status: 'seen' });
  const cancelled = appointment({ ...newer, status: 'cancelled' });
  const older = appointment({ status: 'seen' });
  const arrived = (row: Appointment, calledAt: string | null = null) =>
    facts({ arrivals: [arrival(row, { calledAt })] });

  test.each<[string, VisitFacts, PatientFacts, string]>([
    ['nothing has happened', arrived(booked), known(booked), 'waiting'],
    ['the appointment is gone from the list', arrived(booked), known(), 'waiting'],
    ['a newer list says "send in"', arrived(sentIn), known(sentIn), 'called'],
    ['a newer list says seen', arrived(seen), known(seen), 'done: finishedByList'],
    ['an older list says seen: it knows less than the kiosk', arrived(older), known(older), 'waiting'],
    ['a newer list says cancelled: they still sit there', arrived(cancelled), known(cancelled), 'waiting'],
    ['a call is open', { ...arrived(booked, at('10:10')), calls: [call()] }, known(booked), 'called'],
    [
      'they did not answer',
      { ...arrived(booked), calls: [call({ outcome: 'didNotAnswer' })] },
      known(booked),
      'waiting',
    ],
    [
      'staff said seen',
      { ...arrived(booked), staff: staff({ doneAs: 'seen', doneAt: at('10:20') }) },
      known(booked),
      'done: seen',
    ],
    [
      'staff said left',
      { ...arrived(booked), staff: staff({ doneAs: 'left', doneAt: at('10:20') }) },
      known(booked),
      'done: left',
    ],
  ])('when %s', (_, one, patient, expected) => {
    expect(stageOf(one, patient)).toBe(expected);
  });
});

describe('somebody with two appointments', () => {
  const nurse = appointment({ at: '10:00', clinician: 'Nurse Jones' });
  const doctor = appointment({ at: '10:30' });

  test('waits for the doctor once they came in to the nurse', () => {
    const arrivals = [arrival(nurse, { calledAt: at('10:10') }), arrival(doctor)];
    const one = facts({ arrivals }, { calls: [call({ outcome: 'seen', clinician: 'Nurse Jones' })] });
    const seen = deskRow(one, known(nurse, doctor), around);
    expect(seen?.row.stage).toBe('waiting');
    expect(seen?.awaited).toEqual([arrivals[1]?.id]);
  });

  test('is done only when lists say so of both', () => {
    const first = appointment({ ...newer, at: '10:00', status: 'seen' });
    const second = appointment({ ...newer, at: '10:30', status: 'left' });
    const half = facts({ arrivals: [arrival(first), arrival(doctor)] });
    expect(stageOf(half, known(first, doctor))).toBe('waiting');
    const whole = facts({ arrivals: [arrival(first), arrival(second)] });
    expect(stageOf(whole, known(first, second))).toBe('done: finishedByList');
  });
});

describe('somebody who is here without a check-in', () => {
  test('has a row with its reason, all that is booked, and when they stood there', () => {
    const late = appointment({ at: '15:00' });
    const gone = appointment({ at: '09:00', status: 'cancelled' });
    const one = facts({ notCheckedIn: 'tooEarly', opensAt: at('14:30'), lastSeenAt: at('10:02') });
    const seen = deskRow(one, { listed: [late, gone], arrivedAt: new Set() }, around);
    expect(seen?.row).toMatchObject({
      stage: 'notCheckedIn',
      reason: 'tooEarly',
      opensAt: at('14:30'),
      since: at('10:02'),
      version: 0,
      lastChange: null,
    });
    expect(seen?.row.appointments.map(({ start, state, listed }) => [start.slice(11), state, listed])).toEqual([
      ['09:00', 'notArrived', 'cancelled'],
      ['15:00', 'notArrived', 'booked'],
    ]);
    expect(seen?.awaited).toEqual([]);
  });

  test('goes when somebody has looked after them, and is back when they stand there again', () => {
    const lookedAfter = { staff: staff({ lookedAfterAt: at('10:05') }) };
    expect(stageOf(facts({ notCheckedIn: 'tooLate', lastSeenAt: at('10:02') }, lookedAfter), known())).toBeNull();
    expect(stageOf(facts({ notCheckedIn: 'tooLate', lastSeenAt: at('10:06') }, lookedAfter), known())).toBe(
      'notCheckedIn',
    );
  });

  test('is the disputed one, with the reason even where the visit gives none', () => {
    const row = appointment();
    const one = facts({ arrivals: [arrival(row, { state: 'disputed' })] });
    expect(deskRow(one, known(row), around)?.row).toMatchObject({ stage: 'notCheckedIn', reason: 'disputed' });
  });

  test('is back after they were seen this morning and came too early for the afternoon', () => {
    const row = appointment();
    const done = { staff: staff({ doneAs: 'seen' as const, doneAt: at('10:20') }) };
    const back = { arrivals: [arrival(row)], notCheckedIn: 'tooEarly' as const };
    expect(stageOf(facts({ ...back, lastSeenAt: at('13:00') }, done), known(row))).toBe('notCheckedIn');
    expect(stageOf(facts({ ...back, lastSeenAt: at('10:00') }, done), known(row))).toBe('done: seen');
  });

  test('a visit whose arrivals were all taken back is no row', () => {
    expect(stageOf(facts({}), known(appointment()))).toBeNull();
  });
});

test('staff see private appointments, marked as such, and those alone unless the patient is private', () => {
  const open = appointment({ at: '10:00' });
  const hidden = appointment({ at: '11:00', marking: 'private', clinician: 'Dr Hidden' });
  const privacy = (rows: Appointment[]): unknown =>
    deskRow(
      facts({ arrivals: [arrival(open)] }),
      { listed: rows, arrivedAt: new Set([open.id]) },
      around,
    )?.row.appointments.map(({ clinician, isPrivate }) => [clinician, isPrivate]);
  expect(privacy([open, hidden])).toEqual([
    ['Dr Anita Rao', false],
    ['Dr Hidden', true],
  ]);
  expect(privacy([open, { ...hidden, patientMarking: 'private' }])).toEqual([
    ['Dr Anita Rao', true],
    ['Dr Hidden', true],
  ]);
});

test('an arrival that was moved names who sees them now and who was booked, in the room of the new one', () => {
  const row = appointment();
  const own = arrival(row);
  const moved = new Map([[own.id, { takenBy: null, markedAt: null, movedTo: 'Dr Second' }]]);
  const one = facts({ arrivals: [own] }, { arrivals: moved, staff: staff() });
  const rooms = { ...around, roomOf: (name: string) => (name === 'Dr Second' ? 'Room 9' : 'Room 4') };
  expect(deskRow(one, known(row), rooms)?.row).toMatchObject({
    version: 3,
    lastChange: { by: 'name of jo', at: at('10:00') },
    appointments: [{ clinician: 'Dr Second', movedFrom: 'Dr Anita Rao', room: 'Room 9', listed: null }],
  });
});

test('a call taken back leaves no trace on the row, and the newest of the others is shown', () => {
  const row = appointment();
  const calls = [call({ id: 'first', outcome: 'didNotAnswer' }), call({ id: 'second', outcome: 'cancelled' })];
  const shown = deskRow(facts({ arrivals: [arrival(row)] }, { calls }), known(row), around)?.row.call;
  expect(shown).toMatchObject({ callId: 'first', outcome: 'didNotAnswer', by: 'name of jo', needsLook: false });
});

test('whoever cannot see or hear a board is fetched; whoever can follow a ticket is not', () => {
  const fetched = (need: NeedKind, isBoardSpoken = true): boolean => isToFetch([need], { isBoardSpoken });
  for (const need of ['signLanguage', 'lipReading', 'braille', 'audio', 'guideToRoom'] as const) {
    expect(fetched(need), need).toBe(true);
  }
  for (const need of ['interpreter', 'hearingLoop', 'easyRead', 'moreTime', 'supporter', 'somethingElse'] as const) {
    expect(fetched(need), need).toBe(false);
  }
  expect([fetched('largePrint', true), fetched('largePrint', false)]).toEqual([false, true]);
  expect(isToFetch(['interpreter', 'braille'], { isBoardSpoken: true })).toBe(true);
  expect(isToFetch([], { isBoardSpoken: false })).toBe(false);
});

test('an answer about needs counts for as long as the kiosk does not ask again', () => {
  expect(needsKnownSince(today, { needsQuestionAgainDays: 1 })).toBe('2026-11-23');
  expect(needsKnownSince(today, { needsQuestionAgainDays: 30 })).toBe('2026-10-25');
  expect(needsKnownSince(today, { needsQuestionAgainDays: 0 })).toBeNull();
});
