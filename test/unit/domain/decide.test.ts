import { describe, expect, test } from 'vitest';
import { decide } from '../../../main/domain/decide';
import { defaultRules } from '../../../main/domain/rules';
import type { Appointment, AppointmentStatus, Arrival, Mode, PracticeRules } from '../../../main/domain/types';
import { appointment, arrival, at } from './support/samples';

const nurse = { clinician: 'Nurse Carol West', isNurseLed: true };

function ask(
  appointments: Appointment[],
  {
    time = '10:00',
    arrivals = [],
    rules = {},
  }: { time?: string; arrivals?: Arrival[]; rules?: Partial<PracticeRules> } = {},
) {
  return decide({ appointments, arrivals, now: at(time), site: 'Main Surgery', rules: { ...defaultRules, ...rules } });
}

const shown = (time: string, clinician = 'Dr Anita Rao') => ({
  time,
  clinician,
  place: 'Main Surgery',
  waitingArea: null,
  room: null,
});
/** A good ending of which nothing special is to say. */
const plain = { also: [], lateIds: [], shownArrivalIds: [], isLate: false, isBeingCalled: false, hasPrivate: false };
const reception = (reason: string) => ({ kind: 'reception', reason, hasPrivate: false });
const tooLate = { kind: 'tooLate', hasPrivate: false };

describe('an appointment in person, here and open', () => {
  test('is checked in', () => {
    const booked = appointment();
    expect(ask([booked])).toEqual({ ...plain, kind: 'checkIn', appointments: [booked], shown: [shown('10:05')] });
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
      ...plain,
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

  test('tells where to sit and where to go, as far as the practice has said so', () => {
    const rules = {
      waitingArea: 'Waiting area A',
      places: {
        'dr anita  rao': { waitingArea: 'Waiting area B', room: 'Room 4' },
        [nurse.clinician]: { waitingArea: null, room: 'Treatment room' },
      },
    };
    const rows = [appointment(), appointment(nurse), appointment({ clinician: 'constructor' })];
    expect(ask(rows, { rules })).toHaveProperty('shown', [
      { ...shown('10:05'), waitingArea: 'Waiting area B', room: 'Room 4' },
      { ...shown('10:05', nurse.clinician), waitingArea: 'Waiting area A', room: 'Treatment room' },
      { ...shown('10:05', 'constructor'), waitingArea: 'Waiting area A' },
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
      ...plain,
      kind: 'checkIn',
      appointments: [first, second, third],
      shown: [shown('10:05')],
    });
  });

  test('are too late when the first is', () => {
    const slots = [appointment({ at: '09:45' }), appointment({ at: '09:55' })];
    expect(ask(slots, { time: '09:56' })).toEqual(tooLate);
  });

  test('have arrived when the list says so of one', () => {
    const [first, second] = [appointment({ status: 'arrived' }), appointment({ at: '10:15' })];
    expect(ask([first, second])).toEqual({
      ...plain,
      kind: 'already',
      appointments: [first, second],
      shown: [shown('10:05')],
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
    const here = arrival(booked);
    expect(ask([booked], { arrivals: [here] })).toEqual({
      ...plain,
      shownArrivalIds: [here.id],
      kind: 'already',
      appointments: [],
      shown: [shown('10:05')],
    });
  });

  test.each<AppointmentStatus>(['arrived', 'sentIn'])('by the list (%s): an arrival is to be written', (status) => {
    const listed = appointment({ status });
    expect(ask([listed])).toMatchObject({ kind: 'already', appointments: [listed], shown: [shown('10:05')] });
  });

  const sameInstant = '2026-11-23T09:58:00.000Z';
  const newer = '2026-11-23T09:58:00.001Z';

  test.each<AppointmentStatus>(['booked', 'cancelled', 'didNotAttend', 'unknown', 'seen', 'left'])(
    'and an older list that says %s, or one of the same instant, does not undo it',
    (status) => {
      for (const listAsOf of ['2026-11-23T08:00:00.000Z', sameInstant]) {
        const listed = appointment({ status, listAsOf });
        expect(ask([listed], { arrivals: [arrival(listed)] })).toMatchObject({ kind: 'already', appointments: [] });
      }
    },
  );

  test.each<[AppointmentStatus, string]>([
    ['seen', 'finished'],
    ['left', 'left'],
    ['cancelled', 'contradicted'],
    ['didNotAttend', 'contradicted'],
  ])('ends when a newer list says %s', (status, reason) => {
    const listed = appointment({ status, listAsOf: newer });
    expect(ask([listed], { arrivals: [arrival(listed)] })).toEqual(reception(reason));
  });

  test.each<AppointmentStatus>(['booked', 'arrived', 'unknown'])(
    'stays when a newer list says %s, which does not contradict it',
    (status) => {
      const listed = appointment({ status, listAsOf: newer });
      const here = arrival(listed);
      expect(ask([listed], { arrivals: [here] })).toEqual({
        ...plain,
        shownArrivalIds: [here.id],
        kind: 'already',
        appointments: [],
        shown: [shown('10:05')],
      });
    },
  );

  test('stays for another appointment, and reception is asked about the one that is contradicted', () => {
    const contradicted = appointment({ at: '09:40', status: 'didNotAttend', listAsOf: newer });
    const [stands, open] = [
      appointment({ at: '10:25', ...nurse }),
      appointment({ at: '10:25', clinician: 'Dr Field' }),
    ];
    const arrivals = [arrival(contradicted), arrival(stands)];
    const also = [{ kind: 'askReception', time: '09:40' }];
    expect(ask([contradicted, stands], { arrivals })).toMatchObject({ kind: 'already', also });
    expect(ask([contradicted, open], { arrivals: [arrival(contradicted)] })).toMatchObject({
      kind: 'checkIn',
      appointments: [open],
      also,
    });
  });

  test('is told as being called when the list says "send in", that one first', () => {
    const [waiting, called] = [
      appointment({ status: 'arrived' }),
      appointment({ at: '10:25', status: 'sentIn', ...nurse }),
    ];
    expect(ask([waiting, called])).toMatchObject({
      kind: 'already',
      isBeingCalled: true,
      shown: [shown('10:25', nurse.clinician), shown('10:05')],
      appointments: [waiting, called],
    });
    expect(ask([called], { arrivals: [arrival(called)] })).toMatchObject({ kind: 'already', isBeingCalled: true });
    const open = appointment({ clinician: 'Dr James Field' });
    expect(ask([open, called])).toMatchObject({
      kind: 'checkIn',
      isBeingCalled: true,
      shown: [shown('10:25', nurse.clinician), shown('10:05', 'Dr James Field')],
      appointments: [open],
    });
  });

  test('covers a slot that was added next to it since', () => {
    const [first, added] = [appointment(), appointment({ at: '10:15' })];
    const here = arrival(first);
    expect(ask([first, added], { arrivals: [here] })).toEqual({
      ...plain,
      shownArrivalIds: [here.id],
      kind: 'already',
      appointments: [added],
      shown: [shown('10:05')],
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
      ...plain,
      shownArrivalIds: [lost.id],
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
    expect(ask([elsewhere])).toEqual({ kind: 'otherSite', site: 'Branch Surgery', others: [], hasPrivate: false });
  });
});

describe('nothing open', () => {
  test('too early: from when', () => {
    expect(ask([appointment({ at: '14:00' })])).toEqual({
      kind: 'tooEarly',
      from: '13:30',
      opensAt: '2026-11-23T13:30:00.000Z',
      others: [],
      hasPrivate: false,
    });
    expect(ask([appointment({ at: '10:31' })])).toMatchObject({ kind: 'tooEarly', from: '10:01' });
  });

  test('too late: reception', () => {
    expect(ask([appointment({ at: '09:49' })])).toEqual(tooLate);
    expect(ask([appointment({ at: '09:49' }), appointment({ at: '15:00' })])).toEqual(tooLate);
  });

  test('a nurse-led session is open 15 minutes late', () => {
    expect(ask([appointment({ at: '09:45', ...nurse })]).kind).toBe('checkIn');
    expect(ask([appointment({ at: '09:44', ...nurse })])).toEqual(tooLate);
  });

  test.each<[Mode, string]>([
    ['phone', 'byPhone'],
    ['video', 'byVideo'],
    ['homeVisit', 'homeVisit'],
  ])('%s: %s, at whichever site', (mode, kind) => {
    expect(ask([appointment({ mode })])).toEqual({ kind, others: [], hasPrivate: false });
    expect(ask([appointment({ mode, location: 'Branch Surgery' })])).toEqual({ kind, others: [], hasPrivate: false });
  });

  test('at the other site', () => {
    expect(ask([appointment({ location: 'Branch Surgery' })])).toEqual({
      kind: 'otherSite',
      site: 'Branch Surgery',
      others: [],
      hasPrivate: false,
    });
  });

  test.each<[AppointmentStatus, string]>([
    ['cancelled', 'cancelled'],
    ['seen', 'finished'],
    ['left', 'left'],
    ['didNotAttend', 'didNotAttend'],
    ['unknown', 'unknownStatus'],
  ])('%s: reception, because %s', (status, reason) => {
    expect(ask([appointment({ status })])).toEqual(reception(reason));
  });

  test('disputed: reception, even when the list says arrived', () => {
    for (const status of ['booked', 'arrived', 'cancelled'] as const) {
      const listed = appointment({ status });
      const arrivals = [arrival(listed, { state: 'disputed' })];
      expect(ask([listed], { arrivals })).toEqual(reception('disputed'));
    }
    const lost = arrival(appointment(), { state: 'disputed', appointmentId: null });
    expect(ask([], { arrivals: [lost] })).toEqual(reception('disputed'));
  });

  test('the nearest in time decides', () => {
    const phone = appointment({ at: '12:00', mode: 'phone' });
    const later = appointment({ at: '14:00' });
    expect(ask([later, phone])).toMatchObject({ kind: 'byPhone' });
    expect(ask([later, phone], { time: '13:15' })).toMatchObject({ kind: 'tooEarly', from: '13:30' });
    expect(ask([later, appointment({ at: '10:10', status: 'unknown' })])).toHaveProperty('reason', 'unknownStatus');
    expect(ask([later, appointment({ at: '09:40', status: 'didNotAttend' })])).toHaveProperty('reason', 'didNotAttend');
  });

  test('what else is today is told, each thing once, with neither clinician nor time', () => {
    const rows = [
      appointment({ at: '12:00', mode: 'phone' }),
      appointment({ at: '12:30', mode: 'phone' }),
      appointment({ at: '13:00', mode: 'video' }),
      appointment({ at: '14:00' }),
      appointment({ at: '14:00', ...nurse }),
      appointment({ at: '15:00', location: 'Branch Surgery' }),
      appointment({ at: '15:30', location: 'branch  surgery' }),
      appointment({ at: '16:00', mode: 'homeVisit' }),
      appointment({ at: '16:30', status: 'cancelled' }),
      appointment({ at: '17:00', status: 'seen' }),
      appointment({ at: '18:00', status: 'unknown' }),
    ];
    expect(ask(rows)).toEqual({
      kind: 'byPhone',
      others: [
        { kind: 'byVideo' },
        { kind: 'later', from: '13:30' },
        { kind: 'otherSite', site: 'Branch Surgery' },
        { kind: 'homeVisit' },
      ],
      hasPrivate: false,
    });
    expect(ask(rows.slice(3, 6))).toMatchObject({
      kind: 'tooEarly',
      others: [{ kind: 'otherSite', site: 'Branch Surgery' }],
    });
    expect(ask(rows.slice(3, 7), { time: '16:00' })).toEqual(tooLate);
  });

  test('the mode that the practice gave a slot type decides over the words of the list', () => {
    const rules = { slotTypeModes: { 'telephone  TRIAGE': 'phone', 'Blood test': 'inPerson' } } as const;
    const [triage, blood] = [
      appointment({ slotType: 'Telephone Triage' }),
      { slotType: 'Blood test', mode: 'phone' } as const,
    ];
    expect(ask([triage], { rules })).toMatchObject({ kind: 'byPhone' });
    expect(ask([appointment(blood)], { rules })).toMatchObject({ kind: 'checkIn' });
    expect(ask([appointment({ slotType: 'constructor' })], { rules })).toMatchObject({ kind: 'checkIn' });
  });

  test('what was cancelled or is finished does not decide while something is to come', () => {
    const later = appointment({ at: '14:00' });
    for (const status of ['cancelled', 'seen', 'left'] as const) {
      expect(ask([appointment({ status }), later])).toMatchObject({ kind: 'tooEarly', from: '13:30' });
    }
    const missedCall = appointment({ mode: 'phone', status: 'didNotAttend' });
    expect(ask([missedCall, later])).toMatchObject({ kind: 'tooEarly', from: '13:30' });
  });

  test('nothing left on the list at all: reception', () => {
    expect(ask([])).toEqual(reception('cancelled'));
  });
});

test('on the night of the spring change "too early" names the time the clock will show', () => {
  const presence = { arrivals: [], site: 'Main Surgery', rules: defaultRules };
  const early = decide({
    ...presence,
    appointments: [appointment({ at: '2026-03-29T02:10' })],
    now: at('2026-03-29T00:10'),
  });
  expect(early).toMatchObject({ kind: 'tooEarly', from: '00:40', opensAt: '2026-03-29T00:40:00.000Z' });
  const gone = decide({
    ...presence,
    appointments: [appointment({ at: '2026-03-29T01:30' })],
    now: at('2026-03-29T00:40'),
  });
  expect(gone).toMatchObject({ kind: 'tooEarly', from: '02:00', opensAt: '2026-03-29T01:00:00.000Z' });
});
