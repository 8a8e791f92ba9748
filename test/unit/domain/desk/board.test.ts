import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  boardName,
  foldCode,
  isNameOfOne,
  makeCode,
  mayBeNamed,
  shownOf,
  speechOf,
} from '../../../../main/domain/desk/board';
import { defaultRules } from '../../../../main/domain/rules';
import type { Appointment, Visit } from '../../../../main/domain/types';
import { sampleAppointment, sampleArrival, sampleVisit } from '../../../store/support/samples';

const listed: Appointment = { ...sampleAppointment(1), id: 1, importId: 'i', source: 'emis', listAsOf: '' };
const here = sampleVisit(1);
const visit: Visit = { ...here, arrivals: [sampleArrival(here, { appointmentId: 1 })] };
const ordinary = { isFlagged: false, rules: { ...defaultRules, privateSlotTypes: ['Counselling'] } };

describe('a name on the board', () => {
  test('is of whom nothing discreet is known', () => {
    expect(mayBeNamed({ appointments: [listed], visits: [visit] }, ordinary)).toBe(true);
  });

  test.each<[string, Partial<Appointment>, Partial<Visit>, boolean]>([
    ['a private appointment', { marking: 'private' }, {}, false],
    ['a private slot type', { slotType: 'counselling' }, {}, false],
    ['a private patient', { patientMarking: 'private' }, {}, false],
    ['a patient who is to see reception', { patientMarking: 'seeReception' }, {}, false],
    ['an appointment flagged by its list', { marking: 'seeReception' }, {}, false],
    ['something private of the same day', {}, { hasPrivate: true }, false],
    ['somebody flagged by staff', {}, {}, true],
    ['an appointment that no list holds any more', {}, { arrivals: [sampleArrival(here)] }, false],
    ['an appointment that is not theirs now', {}, { arrivals: [sampleArrival(here, { appointmentId: 2 })] }, false],
  ])('is never of %s', (_what, row, change, isFlagged) => {
    const patient = { appointments: [{ ...listed, ...row }], visits: [{ ...visit, ...change }] };
    expect(mayBeNamed(patient, { ...ordinary, isFlagged })).toBe(false);
  });

  test('is the first name and an initial, whole signs of it', () => {
    expect(boardName({ firstName: 'Alex', lastName: 'sample' })).toBe('Alex S');
    expect(boardName({ firstName: ' Siân ', lastName: 'E\u0301vans' })).toBe('Siân É');
    expect(boardName({ firstName: '', lastName: 'Sample' })).toBeNull();
    expect(boardName({ firstName: 'Alex', lastName: '' })).toBe('Alex');
  });

  test('calls one person only: not where anybody else here is shown or heard alike', () => {
    const named = (firstName: string, lastName: string) => ({ firstName, lastName });
    expect(isNameOfOne('Alex S', [])).toBe(true);
    expect(isNameOfOne('Alex S', [named('Alex', 'Field'), named('Alexa', 'Sample'), named('', 'Sample')])).toBe(true);
    expect(isNameOfOne('Alex S', [named('Ruth', 'Khan'), named('Alex', 'Singh')])).toBe(false);
    expect(isNameOfOne('Zoë S', [named('ZOE', 'smith')])).toBe(false);
  });

  test('goes before the ticket, and without either nothing is shown', () => {
    expect(shownOf({ ticket: 'D4K', name: 'Alex S' })).toEqual({ shown: 'Alex S', isTicket: false });
    expect(shownOf({ ticket: 'D4K', name: null })).toEqual({ shown: 'D4K', isTicket: true });
    expect(shownOf({ ticket: null, name: null })).toBeNull();
  });
});

test.each<[string | null, string | null, string]>([
  ['4', null, 'Ticket D, 4, K. Please go to room 4.'],
  ['Room 4', 'Left at the lift', 'Ticket D, 4, K. Please go to room 4. Left at the lift.'],
  ['Treatment room', 'Up the stairs!', 'Ticket D, 4, K. Please go to Treatment room. Up the stairs!'],
  ['Roomy corner', null, 'Ticket D, 4, K. Please go to Roomy corner.'],
  ['12a', null, 'Ticket D, 4, K. Please go to room 12a.'],
  [null, null, 'Ticket D, 4, K. Please come now.'],
])('a ticket to %s (%s) is spoken sign by sign', (room, direction, words) => {
  expect(speechOf({ shown: 'D4K', isTicket: true, room, direction })).toBe(words);
});

test('a name is spoken as it is', () => {
  expect(speechOf({ shown: 'Alex S', isTicket: false, room: '4', direction: null })).toBe(
    'Alex S. Please go to room 4.',
  );
});

test('a code has six signs that nobody mistakes, and is found however it is typed', () => {
  const chances = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
    minLength: 6,
    maxLength: 6,
  });
  fc.assert(
    fc.property(chances, (all) => {
      const left = [...all];
      const code = makeCode(() => left.pop() ?? 0);
      expect(code).toMatch(/^[2346789DFJKMQRWXY]{6}$/);
      expect(foldCode(` ${code.slice(0, 3).toLowerCase()} - ${code.slice(3)} `)).toBe(code);
    }),
  );
});
