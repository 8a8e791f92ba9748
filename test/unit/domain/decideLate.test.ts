import { describe, expect, test } from 'vitest';
import { decide } from '../../../main/domain/decide';
import { defaultRules } from '../../../main/domain/rules';
import type { Appointment, Arrival, PracticeRules } from '../../../main/domain/types';
import { appointment, arrival, at } from './support/samples';

const checkInLate = { latePolicy: 'checkIn', lateLimitMinutes: 60 } as const;

function ask(
  appointments: Appointment[],
  { rules = checkInLate, arrivals = [] }: { rules?: Partial<PracticeRules>; arrivals?: Arrival[] } = {},
) {
  return decide({
    appointments,
    arrivals,
    now: at('10:00', 59),
    site: 'Main Surgery',
    rules: { ...defaultRules, ...rules },
  });
}

describe('where late patients are checked in', () => {
  test('they are until the limit, and told that they are late', () => {
    for (const time of ['09:49', '09:00']) {
      const late = appointment({ at: time });
      expect(ask([late])).toMatchObject({
        kind: 'checkIn',
        appointments: [late],
        lateIds: [late.id],
        isLate: true,
        shown: [{ time }],
        also: [],
      });
    }
    expect(ask([appointment({ at: '08:59' })])).toEqual({ kind: 'tooLate', hasPrivate: false });
  });

  test('nobody is late within the window', () => {
    expect(ask([appointment({ at: '09:50' })])).toMatchObject({ kind: 'checkIn', lateIds: [], isLate: false });
  });

  test('every slot of a late appointment is marked, and no other', () => {
    const slots = [appointment({ at: '09:40' }), appointment({ at: '09:50' })];
    const open = appointment({ at: '10:05', clinician: 'Dr James Field' });
    const decision = ask([open, ...slots]);
    expect(decision).toMatchObject({
      kind: 'checkIn',
      appointments: [...slots, open],
      lateIds: slots.map(({ id }) => id),
      isLate: true,
      shown: [{ time: '09:40' }, { time: '10:05' }],
    });
  });

  test('one past the limit is reception’s beside one that is open', () => {
    const open = appointment();
    expect(ask([appointment({ at: '08:00' }), open])).toMatchObject({
      kind: 'checkIn',
      appointments: [open],
      lateIds: [],
      isLate: false,
      also: [{ kind: 'askReception', time: '08:00' }],
    });
  });

  test('who was checked in late reads so again', () => {
    const late = appointment({ at: '09:30' });
    const again = { kind: 'already', lateIds: [], appointments: [] };
    expect(ask([late], { arrivals: [arrival(late, { isLate: true })] })).toMatchObject({ ...again, isLate: true });
    expect(ask([late], { arrivals: [arrival(late)] })).toMatchObject({ ...again, isLate: false });
    const lost = arrival(late, { isLate: true, appointmentId: null });
    expect(ask([], { arrivals: [lost] })).toMatchObject({ ...again, isLate: true });
    const disputed = arrival(appointment({ at: '09:00' }), { isLate: true, state: 'disputed' });
    expect(ask([late], { arrivals: [arrival(late), disputed] })).toMatchObject({ ...again, isLate: false });
  });
});

describe('where late patients go to reception', () => {
  const rules: Partial<PracticeRules> = { latePolicy: 'reception' };

  test('they are told that they are late', () => {
    expect(ask([appointment({ at: '09:49' })], { rules })).toEqual({ kind: 'tooLate', hasPrivate: false });
  });

  test('a clinician may take them all the same, and one may not where others do', () => {
    const kind = appointment({ at: '09:30', clinician: 'Dr  anita RAO' });
    const clinicianLatePolicies = { 'Dr Anita Rao': 'checkIn' } as const;
    expect(ask([kind], { rules: { ...rules, clinicianLatePolicies } })).toMatchObject({
      kind: 'checkIn',
      isLate: true,
    });
    const strict = { ...checkInLate, clinicianLatePolicies: { 'Dr Anita Rao': 'reception' } } as const;
    expect(ask([kind], { rules: strict })).toMatchObject({ kind: 'tooLate' });
    expect(ask([appointment({ at: '09:30', clinician: 'constructor' })], { rules: strict })).toMatchObject({
      kind: 'checkIn',
    });
  });
});
