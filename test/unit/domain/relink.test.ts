import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { relink } from '../../../main/domain/relink';
import { defaultRules } from '../../../main/domain/rules';
import type { Appointment, Arrival } from '../../../main/domain/types';
import { appointment, arrival, patient } from './support/samples';

/** Arrivals at the rows of the old list, linked to the new one: the index of the row each gets, or null. */
function link(before: Appointment[], after: Appointment[], change: Partial<Arrival> = {}) {
  const arrivals = before.map((row) => arrival(row, change));
  const rowOf = new Map(arrivals.map((one, index) => [one, before[index]]));
  const patientOf = (one: Arrival) => rowOf.get(one) ?? before[0] ?? appointment();
  return relink({ arrivals, appointments: after, patientOf, rules: defaultRules }).map(
    ({ appointmentId, isToCheck }) => {
      expect(isToCheck).toBe(appointmentId === null);
      return appointmentId === null ? null : after.findIndex(({ id }) => id === appointmentId);
    },
  );
}

const ana = patient({ firstName: 'Ana', lastName: 'Ferreira', dateOfBirth: '1961-06-24' });

describe('an arrival is linked', () => {
  test('by the appointment id of the source, wherever it has moved', () => {
    const before = appointment({ sourceAppointmentId: 'A1' });
    const moved = appointment({ sourceAppointmentId: 'A1', at: '15:00', clinician: 'Dr James Field' });
    const sameStart = appointment({ sourceAppointmentId: 'A2' });
    expect(link([before], [sameStart, moved])).toEqual([1]);
  });

  test('by the appointment id when the date of birth was put right and the NHS number stayed', () => {
    const before = appointment({ sourceAppointmentId: 'A1', patient: patient({ nhsNumber: '9990000018' }) });
    const corrected = patient({ nhsNumber: '9990000018', dateOfBirth: '1977-05-15' });
    expect(link([before], [appointment({ sourceAppointmentId: 'A1', patient: corrected })])).toEqual([0]);
  });

  test('by patient and start', () => {
    const after = [appointment({ patient: ana }), appointment({ clinician: 'Dr James Field' })];
    expect(link([appointment()], after)).toEqual([1]);
  });

  test('by patient and clinician when the start has moved', () => {
    expect(link([appointment()], [appointment({ at: '10:25' }), appointment({ patient: ana })])).toEqual([0]);
  });

  test('each to its own when one patient has several', () => {
    const before = [appointment(), appointment({ at: '10:35', clinician: 'Nurse Carol West' })];
    const after = [appointment({ at: '10:35', clinician: 'Nurse Carol West' }), appointment()];
    expect(link(before, after)).toEqual([1, 0]);
  });

  test('each to its own when two begin at one time', () => {
    const before = [appointment(), appointment({ clinician: 'Nurse Carol West' })];
    expect(link(before, [...before].reverse())).toEqual([1, 0]);
  });

  test('to the very same row when the list has no number, id or postcode to know a patient by', () => {
    const row = appointment({ patient: patient({ postcode: null }) });
    expect(link([row], [{ ...row, id: row.id + 1000 }])).toEqual([0]);
  });

  test('when it is disputed, too', () => {
    expect(link([appointment()], [appointment()], { state: 'disputed' })).toEqual([0]);
  });
});

describe('an arrival is to be checked', () => {
  test('when its patient is not on the list', () => {
    expect(link([appointment()], [appointment({ patient: ana })])).toEqual([null]);
    expect(link([appointment()], [])).toEqual([null]);
  });

  test('when a slot, with its id, was given to another patient', () => {
    const before = appointment({ sourceAppointmentId: 'A1', patient: patient({ nhsNumber: '9990000018' }) });
    const others = [ana, patient({ nhsNumber: '9990000026' })];
    for (const other of others) {
      expect(link([before], [appointment({ sourceAppointmentId: 'A1', patient: other })])).toEqual([null]);
    }
  });

  test('when two rows fit', () => {
    const after = [appointment({ at: '10:25' }), appointment({ at: '10:45' })];
    expect(link([appointment()], after)).toEqual([null]);
  });

  test('when two arrivals fit one row', () => {
    expect(link([appointment({ at: '10:00' }), appointment({ at: '10:10' })], [appointment({ at: '10:20' })])).toEqual([
      null,
      null,
    ]);
  });

  test('when what is left with the clinician is hours away: another appointment', () => {
    expect(link([appointment()], [appointment({ at: '15:00' })])).toEqual([null]);
  });

  test('when only a list of another source has the patient', () => {
    expect(link([appointment()], [appointment({ source: 'tpp' })])).toEqual([null]);
  });

  test('when twins would have to be told apart by name alone', () => {
    const twins = ['Kehinde', 'Taiwo'].map((firstName) => appointment({ patient: patient({ firstName }) }));
    const renamed = ['K', 'T'].map((firstName) => appointment({ patient: patient({ firstName }) }));
    expect(link(twins, renamed)).toEqual([null, null]);
  });
});

test('no row is given to two arrivals, and no arrival to another person, whatever the lists', () => {
  const rows = fc.array(
    fc
      .record({
        at: fc.constantFrom('10:00', '10:10', '10:20'),
        clinician: fc.constantFrom('Dr Anita Rao', 'Dr James Field'),
        sourceAppointmentId: fc.constantFrom(null, 'A1', 'A2'),
        patient: fc.constantFrom(patient({ nhsNumber: '9990000018' }), patient({ nhsNumber: '9990000026' }), ana),
      })
      .map((change) => appointment(change)),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(rows, rows, (before, after) => {
      const given = link(before, after);
      const used = given.filter((index) => index !== null);
      expect(new Set(used).size).toBe(used.length);
      given.forEach((index, place) => {
        if (index !== null) expect(after[index]?.patient).toBe(before[place]?.patient);
      });
    }),
    { numRuns: 1000 },
  );
});

test('the same list once more links every arrival to its own row, of 200 patients on 5,000 rows', () => {
  const rows = Array.from({ length: 5000 }, (_row, index) =>
    appointment({
      patient: patient({ sourcePatientId: String(index), firstName: `Ruth${String.fromCharCode(65 + (index % 26))}` }),
      at: `${String(8 + (index % 10)).padStart(2, '0')}:05`,
    }),
  );
  const again = rows.map((row) => ({ ...row, id: row.id + 100_000 }));
  expect(link(rows.slice(0, 200), again)).toEqual(rows.slice(0, 200).map((_row, index) => index));
});
