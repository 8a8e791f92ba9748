import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countRows, firstAppointment, orderRows, viewRows } from '../../../renderer/desk/flow/rows';
import type { RowView } from '../../../renderer/desk/flow/rows';
import { appointment, idOf, row } from './deskRows';

const at = (start: string, changes = {}) => appointment({ start: `2026-11-23T${start}` as never, ...changes });
const everybody: RowView = { filter: 'all', clinician: null, text: '' };
const ids = (rows: readonly { visitId: string }[]): string[] => rows.map(({ visitId }) => visitId);

const rows = [
  row(1, { stage: 'done', doneAs: 'seen', appointments: [at('08:00')] }),
  row(2, { appointments: [at('09:20', { clinician: 'Nurse B Cole' })], lastName: 'Łukasiewicz', firstName: 'Björk' }),
  row(3, { stage: 'called', appointments: [at('08:30')], lastName: "O'Neil", nhsNumber: '9990000042' }),
  row(4, { appointments: [at('08:50')], lastName: 'van der Berg', dateOfBirth: '1971-02-03', ticket: 'K47' }),
  row(5, {
    stage: 'notCheckedIn',
    reason: 'tooEarly',
    appointments: [at('08:10', { state: 'notArrived', arrivalId: null })],
  }),
];

describe('the order of people who are here', () => {
  test('is waiting ones by start, then called, then not checked in, then done', () => {
    expect(ids(orderRows(rows))).toEqual([4, 2, 3, 5, 1].map(idOf));
  });

  test('does not depend on the order they came in', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(ids(orderRows(shuffled))).toEqual(ids(orderRows(rows)));
      }),
    );
  });

  test('goes by the first appointment they are checked in to', () => {
    const early = at('08:00', { state: 'notArrived', arrivalId: null });
    expect(firstAppointment(row(6, { appointments: [at('10:00'), early, at('09:30')] }))?.start).toBe(
      '2026-11-23T09:30',
    );
    expect(firstAppointment(row(6, { appointments: [early] }))?.start).toBe('2026-11-23T08:00');
  });
});

describe('a view of them', () => {
  const found = (text: string): string[] => ids(viewRows(rows, { ...everybody, text }));

  test('shows one stage, and counts each', () => {
    expect(ids(viewRows(rows, { ...everybody, filter: 'called' }))).toEqual([idOf(3)]);
    expect(countRows(rows)).toEqual({ all: 5, waiting: 2, called: 1, notCheckedIn: 1, done: 1 });
  });

  test('shows one clinician', () => {
    expect(ids(viewRows(rows, { ...everybody, clinician: 'Nurse B Cole' }))).toEqual([idOf(2)]);
  });

  test('finds by the beginning of any part of the name, whatever its marks and strokes', () => {
    expect(found('lukas')).toEqual([idOf(2)]);
    expect(found('bjork LUK')).toEqual([idOf(2)]);
    expect(found('neil')).toEqual([idOf(3)]);
    expect(found('berg')).toEqual([idOf(4)]);
    expect(found('erg')).toEqual([]);
  });

  test('finds by ticket, NHS number and date of birth', () => {
    expect(found('k47')).toEqual([idOf(4)]);
    expect(found('999000')).toEqual([idOf(3)]);
    expect(found('03/02/1971')).toEqual([idOf(4)]);
  });

  test('shows everybody for blanks, and needs every word to fit', () => {
    expect(found('   ')).toHaveLength(rows.length);
    expect(found('berg lukas')).toEqual([]);
  });
});
