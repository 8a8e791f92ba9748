import { describe, expect, test } from 'vitest';
import { decide } from '../../../main/domain/decide';
import { defaultRules } from '../../../main/domain/rules';
import type { Appointment, AppointmentStatus, Arrival, Mode } from '../../../main/domain/types';
import { appointment, arrival, at } from './support/samples';

const nurse = { clinician: 'Nurse Carol West', isNurseLed: true };

function ask(
  appointments: Appointment[],
  { time = '10:00', arrivals = [] }: { time?: string; arrivals?: Arrival[] } = {},
) {
  return decide({ appointments, arrivals, now: at(time), site: 'Main Surgery', rules: defaultRules });
}

const shown = (time: string, clinician = 'Dr Anita Rao') => ({ time, clinician, place: 'Main Surgery' });

describe('an appointment in person, here and open', () => {
  test('is checked in', () => {
    const booked = appointment();
    expect(ask([booked])).toEqual({ kind: 'checkIn', appointments: [booked], shown: [shown('10:05')], also: [] });
  });

  test('counts as here without a location, and however the site is spelt', () => {
    for (const location of [null, '', 'main  surgery ', 'MAIN SURGERY']) {
      expect(ask([appointment({ location })]).kind).toBe('checkIn');
    }
  });

  test('takes later ones here within 60 minutes along, counted from an open one', () => {
    const first = appointment();
    const joins = appointment({ at: '11:05', ...nurse });
    const stays = appointment({ at: '11:06', clinician: 'Dr James Field' });
    expect(ask([stays, joins, first])).toEqual({
      kind: 'checkIn',
      appointments: [first, joins],
      shown: [shown('10:05'), shown('11:05', nurse.clinician)],
      also: [{ kind: 'later', time: '11:06', clinician: 'Dr James Field', from: '10:36' }],
    });
  });

  test('takes nothing along that is not booked in person here', () => {
    const first = appointment();
    const others = (['phone', 'video', 'homeVisit'] as const).map((mode) => appointment({ at: '10:30', mode }));
    const elsewhere = appointment({ at: '10:45', location: 'Branch Surgery' });
    const cancelled = appointment({ at: '10:50', status: 'cancelled' });
    const unknown = appointment({ at: '10:55', status: 'unknown' });
    const decision = ask([first, ...others, elsewhere, cancelled, unknown]);
    expect(decision).toMatchObject({ kind: 'checkIn', appointments: [first] });
    expect(decision).toHaveProperty('also', [
      { kind: 'byPhone', time: '10:30' },
      { kind: 'byVideo', time: '10:30' },
      { kind: 'homeVisit', time: '10:30' },
      { kind: 'otherSite', time: '10:45', site: 'Branch Surgery' },
      { kind: 'askReception', time: '10:55' },
    ]);
  });

  test('does not hide one that is too late', () => {
    const late = appointment({ at: '09:00' });
    expect(ask([late, appointment()])).toHaveProperty('also', [{ kind: 'askReception', time: '09:00' }]);
  });

  test('is checked in although another one has arrived already', () => {
    const [arrived, open] = [appointment({ status: 'arrived' }), appointment({ at: '10:25', ...nurse })];
    expect(ask([arrived, open])).toMatchObject({ kind: 'checkIn', appointments: [open], also: [] });
  });

  test('stands against a disputed one', () => {
    const [disputed, open] = [appointment(), appointment({ at: '10:25', ...nurse })];
    expect(ask([disputed, open], { arrivals: [arrival(disputed, { state: 'disputed' })] })).toMatchObject({
      kind: 'checkIn',
      appointments: [open],
      also: [{ kind: 'askReception', time: '10:05' }],
    });
  });
});

describe('adjacent slots with one clinician', () => {
  test('are one appointment: shown once, every slot arrived', () => {
    const [first, second, third] = [appointment(), appointment({ at: '10:15' }), appointment({ at: '10:25' })];
    expect(ask([third, second, first])).toEqual({
      kind: 'checkIn',
      appointments: [first, second, third],
      shown: [shown('10:05')],
      also: [],
    });
  });

  test('are too late when the first is', () => {
    const slots = [appointment({ at: '09:45' }), appointment({ at: '09:55' })];
    expect(ask(slots, { time: '09:56' })).toEqual({ kind: 'reception', reason: 'tooLate' });
  });

  test('have arrived when the list says so of one', () => {
    const [first, second] = [appointment({ status: 'arrived' }), appointment({ at: '10:15' })];
    expect(ask([first, second])).toEqual({
      kind: 'already',
      appointments: [first, second],
      shown: [shown('10:05')],
      also: [],
    });
  });

  test.each([
    ['with two clinicians', { at: '10:15', clinician: 'Dr James Field' }],
    ['with a minute between them', { at: '10:16' }],
    ['in two places', { at: '10:15', location: null }],
  ])('are two %s', (_why, change) => {
    expect(ask([appointment(), appointment(change)])).toHaveProperty('shown.length', 2);
  });

  test('leave out a cancelled one', () => {
    const [first, cancelled] = [appointment(), appointment({ at: '10:15', status: 'cancelled' })];
    expect(ask([first, cancelled])).toMatchObject({ kind: 'checkIn', appointments: [first] });
    expect(ask([appointment({ at: '09:55', status: 'cancelled' }), first])).toMatchObject({ appointments: [first] });
  });

  test('of unknown length are two', () => {
    const slots = [appointment({ durationMinutes: null }), appointment({ at: '10:15', durationMinutes: null })];
    expect(ask(slots)).toHaveProperty('shown.length', 2);
  });
});

describe('already checked in', () => {
  test('by an arrival here: nothing to write', () => {
    const booked = appointment();
    expect(ask([booked], { arrivals: [arrival(booked)] })).toEqual({
      kind: 'already',
      appointments: [],
      shown: [shown('10:05')],
      also: [],
    });
  });

  test.each<AppointmentStatus>(['arrived', 'sentIn'])('by the list (%s): an arrival is to be written', (status) => {
    const listed = appointment({ status });
    expect(ask([listed])).toMatchObject({ kind: 'already', appointments: [listed], shown: [shown('10:05')] });
  });

  test.each<AppointmentStatus>(['booked', 'cancelled', 'didNotAttend', 'unknown'])(
    'and a list that says %s, which may be older, does not undo it',
    (status) => {
      const listed = appointment({ status });
      expect(ask([listed], { arrivals: [arrival(listed)] })).toMatchObject({ kind: 'already', appointments: [] });
    },
  );

  test.each<AppointmentStatus>(['seen', 'left'])(
    'ends when the list says %s, which comes after an arrival',
    (status) => {
      const listed = appointment({ status });
      expect(ask([listed], { arrivals: [arrival(listed)] })).toEqual({ kind: 'reception', reason: 'finished' });
    },
  );

  test('covers a slot that was added next to it since', () => {
    const [first, added] = [appointment(), appointment({ at: '10:15' })];
    expect(ask([first, added], { arrivals: [arrival(first)] })).toEqual({
      kind: 'already',
      appointments: [added],
      shown: [shown('10:05')],
      also: [],
    });
  });

  test('stays when a newer list has moved the appointment to the phone', () => {
    const listed = appointment({ mode: 'phone' });
    expect(ask([listed], { arrivals: [arrival(listed)] }).kind).toBe('already');
  });

  test('stays when the appointment is no longer on the list, and is shown from the arrival', () => {
    const lost = arrival(appointment({ at: '09:50' }), { appointmentId: null, isToCheck: true });
    const later = appointment({ at: '14:00', ...nurse });
    expect(ask([later], { arrivals: [lost] })).toEqual({
      kind: 'already',
      appointments: [],
      shown: [shown('09:50')],
      also: [{ kind: 'later', time: '14:00', clinician: nurse.clinician, from: '13:30' }],
    });
    expect(ask([], { arrivals: [lost] })).toHaveProperty('kind', 'already');
  });

  test('tells what else is today', () => {
    const booked = appointment();
    const also = [appointment({ at: '08:00' }), appointment({ at: '15:00', mode: 'phone' })];
    expect(ask([booked, ...also], { arrivals: [arrival(booked)] })).toHaveProperty('also', [
      { kind: 'askReception', time: '08:00' },
      { kind: 'byPhone', time: '15:00' },
    ]);
  });

  test('is not said of an arrival at the other site', () => {
    const elsewhere = appointment({ status: 'arrived', location: 'Branch Surgery' });
    expect(ask([elsewhere])).toEqual({ kind: 'otherSite', site: 'Branch Surgery' });
  });
});

describe('nothing open', () => {
  test('too early: from when', () => {
    expect(ask([appointment({ at: '14:00' })])).toEqual({ kind: 'tooEarly', from: '13:30' });
    expect(ask([appointment({ at: '10:31' })])).toEqual({ kind: 'tooEarly', from: '10:01' });
  });

  test('too late: reception', () => {
    expect(ask([appointment({ at: '09:49' })])).toEqual({ kind: 'reception', reason: 'tooLate' });
    expect(ask([appointment({ at: '09:49' }), appointment({ at: '15:00' })])).toHaveProperty('reason', 'tooLate');
  });

  test('a nurse-led session is open 15 minutes late', () => {
    expect(ask([appointment({ at: '09:45', ...nurse })]).kind).toBe('checkIn');
    expect(ask([appointment({ at: '09:44', ...nurse })])).toHaveProperty('reason', 'tooLate');
  });

  test.each<[Mode, string]>([
    ['phone', 'byPhone'],
    ['video', 'byVideo'],
    ['homeVisit', 'homeVisit'],
  ])('%s: %s, at whichever site', (mode, kind) => {
    expect(ask([appointment({ mode })])).toEqual({ kind });
    expect(ask([appointment({ mode, location: 'Branch Surgery' })])).toEqual({ kind });
  });

  test('at the other site', () => {
    expect(ask([appointment({ location: 'Branch Surgery' })])).toEqual({ kind: 'otherSite', site: 'Branch Surgery' });
  });

  test.each<[AppointmentStatus, string]>([
    ['cancelled', 'cancelled'],
    ['seen', 'finished'],
    ['left', 'finished'],
    ['didNotAttend', 'didNotAttend'],
    ['unknown', 'unknownStatus'],
  ])('%s: reception, because %s', (status, reason) => {
    expect(ask([appointment({ status })])).toEqual({ kind: 'reception', reason });
  });

  test('disputed: reception, even when the list says arrived', () => {
    for (const status of ['booked', 'arrived', 'cancelled'] as const) {
      const listed = appointment({ status });
      const arrivals = [arrival(listed, { state: 'disputed' })];
      expect(ask([listed], { arrivals })).toEqual({ kind: 'reception', reason: 'disputed' });
    }
    const lost = arrival(appointment(), { state: 'disputed', appointmentId: null });
    expect(ask([], { arrivals: [lost] })).toEqual({ kind: 'reception', reason: 'disputed' });
  });

  test('the nearest in time decides', () => {
    const phone = appointment({ at: '12:00', mode: 'phone' });
    const later = appointment({ at: '14:00' });
    expect(ask([later, phone])).toEqual({ kind: 'byPhone' });
    expect(ask([later, phone], { time: '13:15' })).toEqual({ kind: 'tooEarly', from: '13:30' });
    expect(ask([later, appointment({ at: '10:10', status: 'unknown' })])).toHaveProperty('reason', 'unknownStatus');
    expect(ask([later, appointment({ at: '09:40', status: 'didNotAttend' })])).toHaveProperty('reason', 'didNotAttend');
  });

  test('what was cancelled or is finished does not decide while something is to come', () => {
    const later = appointment({ at: '14:00' });
    for (const status of ['cancelled', 'seen', 'left'] as const) {
      expect(ask([appointment({ status }), later])).toEqual({ kind: 'tooEarly', from: '13:30' });
    }
    const missedCall = appointment({ mode: 'phone', status: 'didNotAttend' });
    expect(ask([missedCall, later])).toEqual({ kind: 'tooEarly', from: '13:30' });
  });

  test('nothing left on the list at all: reception', () => {
    expect(ask([])).toEqual({ kind: 'reception', reason: 'cancelled' });
  });
});

test('on the night of the spring change "too early" names the time the clock will show', () => {
  const presence = { arrivals: [], site: 'Main Surgery', rules: defaultRules };
  const early = decide({
    ...presence,
    appointments: [appointment({ at: '2026-03-29T02:10' })],
    now: at('2026-03-29T00:10'),
  });
  expect(early).toEqual({ kind: 'tooEarly', from: '00:40' });
  const gone = decide({
    ...presence,
    appointments: [appointment({ at: '2026-03-29T01:30' })],
    now: at('2026-03-29T00:40'),
  });
  expect(gone).toEqual({ kind: 'tooEarly', from: '02:00' });
});
