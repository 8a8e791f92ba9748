import { deskHeadSchema, deskRowSchema, worklistItemSchema } from '../../../preload/contract/desk/arrivals';
import type {
  DeskAlert,
  DeskHead,
  DeskRow,
  RowAppointment,
  RowCall,
  WorklistItem,
} from '../../../preload/contract/desk/arrivals';

/** An id that is told apart by a number. */
export const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export function appointment(changes: Partial<RowAppointment> = {}): RowAppointment {
  return {
    arrivalId: idOf(900),
    appointmentId: 1,
    start: '2026-11-23T09:00',
    clinician: 'Dr A Shah',
    movedFrom: null,
    location: null,
    room: 'Room 1',
    state: 'arrived',
    listed: 'booked',
    isLate: false,
    isToCheck: false,
    isPrivate: false,
    isMarked: true,
    ...changes,
  } as RowAppointment;
}

/** Somebody who waits, parsed by the contract: a test cannot hold a row that the machine could never send. */
export function row(number: number, changes: Record<string, unknown> = {}): DeskRow {
  return deskRowSchema.parse({
    visitId: idOf(number),
    version: 1,
    stage: 'waiting',
    lastName: 'Smith',
    firstName: 'Anna',
    dateOfBirth: '1950-03-12',
    nhsNumber: null,
    ticket: 'A12',
    since: '2026-11-23T08:40:00.000Z',
    reason: null,
    opensAt: null,
    appointments: [appointment()],
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
    ...changes,
  });
}

export function call(changes: Partial<RowCall> = {}): RowCall {
  return {
    callId: idOf(800),
    kind: 'call',
    at: '2026-11-23T08:50:00.000Z',
    lastAt: '2026-11-23T08:50:00.000Z',
    times: 1,
    by: 'Jo',
    clinician: 'Dr A Shah',
    room: 'Room 1',
    outcome: 'open',
    needsLook: false,
    lookedAt: null,
    ...changes,
  };
}

export function workItem(number: number, changes: Record<string, unknown> = {}): WorklistItem {
  return worklistItemSchema.parse({
    arrivalId: idOf(number),
    visitId: idOf(number),
    lastName: 'Smith',
    firstName: 'Anna',
    dateOfBirth: '1950-03-12',
    nhsNumber: null,
    start: '2026-11-23T09:00',
    clinician: 'Dr A Shah',
    arrivedAt: '2026-11-23T08:40:00.000Z',
    amberAt: '2026-11-23T08:42:00.000Z',
    soundsAt: '2026-11-23T08:45:00.000Z',
    takenBy: null,
    ...changes,
  });
}

export function alert(number: number, changes: Partial<DeskAlert> = {}): DeskAlert {
  return {
    alertIds: [idOf(number)],
    kind: 'disputed',
    since: '2026-11-23T08:40:00.000Z',
    visitId: idOf(number),
    people: [],
    choice: null,
    seconds: null,
    isUrgent: false,
    ...changes,
  };
}

export const head: DeskHead = deskHeadSchema.parse({
  day: '2026-11-23',
  at: '2026-11-23T08:45:00.000Z',
  calling: 'here',
  checkIn: { state: 'open' },
  list: { asOf: '2026-11-23T08:00:00.000Z', notFound: 0 },
  walkIn: null,
  desks: 1,
  clinicians: [{ name: 'Dr A Shah', room: 'Room 1' }],
  rooms: ['Room 1'],
});
