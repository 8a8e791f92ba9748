import { describe, expect, test } from 'vitest';
import { decide } from '../../../main/domain/decide';
import { defaultRules } from '../../../main/domain/rules';
import type { Appointment, AppointmentStatus, Arrival, PracticeRules } from '../../../main/domain/types';
import { appointment, arrival, at } from './support/samples';

function ask(appointments: Appointment[], arrivals: Arrival[] = [], rules: Partial<PracticeRules> = {}) {
  return decide({
    appointments,
    arrivals,
    now: at('10:00'),
    site: 'Main Surgery',
    rules: { ...defaultRules, ...rules },
  });
}

const hidden = (change: Parameters<typeof appointment>[0] = {}) =>
  appointment({ at: '10:15', clinician: 'Dr Hidden', location: null, marking: 'private', ...change });
const toPrivate = { kind: 'reception', reason: 'private', hasPrivate: true };
const flagged = { kind: 'reception', reason: 'flagged', hasPrivate: false };

describe('a private appointment', () => {
  test('alone is reception, by its marking and by its slot type', () => {
    expect(ask([hidden()])).toEqual(toPrivate);
    const bySlotType = hidden({ marking: 'none', slotType: 'Sexual  HEALTH' });
    expect(ask([bySlotType], [], { privateSlotTypes: ['sexual health'] })).toEqual(toPrivate);
  });

  test.each<[string, Parameters<typeof appointment>[0], string]>([
    ['checked in', {}, 'checkIn'],
    ['already', { status: 'arrived' }, 'already'],
    ['too early', { at: '15:00' }, 'tooEarly'],
    ['too late', { at: '09:00' }, 'tooLate'],
    ['by phone', { mode: 'phone' }, 'byPhone'],
    ['at the other site', { location: 'Branch Surgery' }, 'otherSite'],
  ])('leaves an ordinary one as it is without it: %s', (_what, change, kind) => {
    const ordinary = appointment(change);
    const alone = ask([ordinary]);
    expect(alone).toMatchObject({ kind, hasPrivate: false });
    expect(ask([ordinary, hidden(), hidden({ at: '16:00', mode: 'video' })])).toEqual({ ...alone, hasPrivate: true });
  });

  test('is not joined to the slot before it', () => {
    const [ordinary, next] = [appointment(), appointment({ at: '10:15', marking: 'private' })];
    expect(ask([ordinary, next])).toMatchObject({ kind: 'checkIn', appointments: [ordinary], hasPrivate: true });
  });

  test.each<AppointmentStatus>(['cancelled', 'seen', 'left'])('that is %s is not to be told of any more', (status) => {
    expect(ask([appointment(), hidden({ status })])).toMatchObject({ kind: 'checkIn', hasPrivate: false });
    expect(ask([hidden({ status })])).toEqual({ ...toPrivate, hasPrivate: false });
  });

  test('is what the patient is here for when the ordinary ones are cancelled or finished', () => {
    for (const status of ['cancelled', 'seen'] as const) {
      expect(ask([appointment({ status }), hidden()])).toEqual(toPrivate);
    }
    expect(ask([appointment({ status: 'didNotAttend' }), hidden()])).toMatchObject({ reason: 'didNotAttend' });
  });

  test('is not named through an arrival that was written before it became private', () => {
    const row = hidden({ sourceAppointmentId: 'A-17' });
    const written = arrival(row);
    const lost = arrival(row, { appointmentId: null, sourceAppointmentId: null });
    const moved = arrival(row, { appointmentId: 9999, start: appointment({ at: '11:00' }).start });
    for (const one of [written, lost, moved]) expect(ask([row], [one])).toEqual(toPrivate);
    const ordinary = appointment();
    expect(ask([row, ordinary], [written, lost, moved, arrival(ordinary)])).toMatchObject({
      kind: 'already',
      shown: [{ time: '10:05', clinician: 'Dr Anita Rao' }],
      also: [],
      hasPrivate: true,
    });
  });
});

describe('a private patient', () => {
  test('is reception whatever else the day holds, one row saying so', () => {
    const marked = appointment({ at: '15:00', patientMarking: 'private' });
    for (const change of [{}, { status: 'arrived' }, { mode: 'phone' }, { marking: 'seeReception' }] as const) {
      expect(ask([appointment(change), marked])).toEqual(toPrivate);
    }
    const booked = appointment({ patientMarking: 'private' });
    expect(ask([booked], [arrival(booked)])).toEqual(toPrivate);
  });
});

describe('"please see reception"', () => {
  test.each([
    ['open', '10:05'],
    ['early', '15:00'],
    ['late', '09:00'],
  ])('keeps the patient from the kiosk when the appointment is %s', (_when, time) => {
    expect(ask([appointment({ at: time, marking: 'seeReception' })])).toEqual(flagged);
    expect(ask([appointment({ at: time, marking: 'seeReception' }), appointment()])).toEqual(flagged);
    const bySlotType = appointment({ at: time, slotType: 'Fasting bloods' });
    expect(ask([bySlotType], [], { seeReceptionSlotTypes: ['fasting BLOODS'] })).toEqual(flagged);
  });

  test('of the patient counts for all they have, by phone too', () => {
    expect(ask([appointment({ patientMarking: 'seeReception', mode: 'phone' }), appointment()])).toEqual(flagged);
  });

  test('does not matter for what cannot take place here', () => {
    const byPhone = appointment({ marking: 'seeReception', mode: 'phone' });
    expect(ask([byPhone])).toMatchObject({ kind: 'byPhone' });
    expect(ask([appointment({ marking: 'seeReception', status: 'cancelled' }), appointment()])).toMatchObject({
      kind: 'checkIn',
    });
  });

  test('is too late for who has arrived; of the rest reception is asked', () => {
    const [arrived, open] = [appointment(), appointment({ at: '10:25', clinician: 'Dr James Field' })];
    const marked = appointment({ at: '15:00', marking: 'seeReception' });
    expect(ask([{ ...arrived, marking: 'seeReception' }], [arrival(arrived)])).toMatchObject({ kind: 'already' });
    expect(ask([arrived, open, marked], [arrival(arrived)])).toMatchObject({
      kind: 'already',
      appointments: [],
      also: [
        { kind: 'askReception', time: '10:25' },
        { kind: 'askReception', time: '15:00' },
      ],
    });
  });

  test('is weaker than private, and than what only staff can settle', () => {
    expect(ask([hidden({ patientMarking: 'seeReception' })])).toEqual(toPrivate);
    expect(ask([appointment({ marking: 'seeReception' }), hidden()])).toEqual({ ...flagged, hasPrivate: true });
    const disputed = appointment({ patientMarking: 'seeReception' });
    expect(ask([disputed], [arrival(disputed, { state: 'disputed' })])).toMatchObject({ reason: 'disputed' });
  });
});
