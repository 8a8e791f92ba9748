import { expect, test } from 'vitest';
import {
  listedSheetRows,
  sheetOrder,
  unlistedSheetRow,
  type SheetArrival,
} from '../../../../main/domain/desk/downtime';
import type { Appointment } from '../../../../main/domain/types';
import { sampleAppointment, start } from '../../../store/support/samples';

function listed(id: number, time: string, change: Partial<Appointment> = {}): Appointment {
  const appointment = sampleAppointment(id, { start: start(`2026-11-23T${time}`) });
  return { ...appointment, id, importId: 'i', source: 'emis', listAsOf: '2026-11-23T09:00:00.000Z', ...change };
}

function arrivalAt(row: Appointment, change: Partial<SheetArrival> = {}): SheetArrival {
  const { lastName, firstName, dateOfBirth } = row.patient;
  return {
    appointmentId: row.id,
    start: row.start,
    clinician: row.clinician,
    arrivedAt: '2026-11-23T09:52:00.000Z',
    lastName,
    firstName,
    dateOfBirth,
    ticket: 'A12',
    isTicked: false,
    ...change,
  };
}

test('a row says who has arrived, with whom after a move, and that they are still to be marked', () => {
  const row = listed(1, '10:00');
  const arrival = arrivalAt(row, { clinician: 'Sister Joy Bell' });
  expect(listedSheetRows([row], new Map([[1, arrival]]))).toEqual([
    {
      start: '10:00',
      clinician: 'Sister Joy Bell',
      lastName: 'Sample1',
      firstName: 'Alex',
      dateOfBirth: row.patient.dateOfBirth,
      mode: 'inPerson',
      listed: 'booked',
      arrivedAt: '09:52',
      ticket: 'A12',
      isMarked: false,
    },
  ]);
});

test('a tick of staff and a list that shows them there are both marks', () => {
  const [ticked, shown, seenBefore] = [
    listed(1, '10:00'),
    listed(2, '10:00', { status: 'arrived' }),
    listed(3, '10:00', { status: 'seen' }),
  ];
  const arrivals = new Map([
    [1, arrivalAt(ticked, { isTicked: true })],
    [2, arrivalAt(shown)],
    // The list is older than the arrival: that they were seen before says nothing of it.
    [3, arrivalAt(seenBefore)],
  ]);
  const marks = listedSheetRows([ticked, shown, seenBefore], arrivals).map(({ isMarked }) => isMarked);
  expect(marks).toEqual([true, true, false]);
});

test('who is not here has no time of arrival, and counts as marked where the list says that they have been', () => {
  const rows = listedSheetRows([listed(1, '10:00'), listed(2, '10:00', { status: 'seen' })], new Map());
  expect(rows).toMatchObject([
    { arrivedAt: null, ticket: null, isMarked: false },
    { arrivedAt: null, isMarked: true },
  ]);
});

test('times of arrival are those of London clocks', () => {
  const row = listed(1, '10:00');
  const summer = arrivalAt(row, { arrivedAt: '2026-07-01T09:52:00.000Z' });
  expect(unlistedSheetRow(summer)).toMatchObject({ start: '10:00', arrivedAt: '10:52', listed: null });
});

test('rows come by time, then by name however it is written', () => {
  const [a, b, c, d] = [listed(1, '10:00'), listed(2, '09:00'), listed(3, '10:00'), listed(4, '10:00')];
  a.patient.lastName = 'Żak';
  b.patient.lastName = 'Ward';
  c.patient.lastName = 'adams';
  d.patient.lastName = 'Brown';
  const rows = listedSheetRows([a, b, c, d], new Map()).sort((one, other) =>
    sheetOrder(one) < sheetOrder(other) ? -1 : 1,
  );
  expect(rows.map(({ lastName }) => lastName)).toEqual(['Ward', 'adams', 'Brown', 'Żak']);
});
