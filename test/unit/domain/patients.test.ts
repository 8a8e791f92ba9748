import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupPatients, isSamePatient, knownPatients, type PatientRecord } from '../../../main/domain/patients';
import { appointment, arrival, patient, visit } from './support/samples';

type Change = Parameters<typeof patient>[0] & { source?: string };

function record({ source = 'emis', ...change }: Change = {}): PatientRecord {
  return { source, patient: patient(change) };
}

const [numberOne, numberTwo] = ['9990000018', '9990000026'];

describe('two records are one patient', () => {
  test.each<[string, Change, Change]>([
    [
      'with one NHS number, whatever the name',
      { nhsNumber: numberOne },
      { nhsNumber: numberOne, lastName: 'Field', postcode: 'M11AB' },
    ],
    [
      'with one NHS number in two sources',
      { nhsNumber: numberOne },
      { nhsNumber: numberOne, source: 'tpp', sourcePatientId: '9' },
    ],
    [
      'with one patient id of one source',
      { sourcePatientId: '7' },
      { sourcePatientId: '7', lastName: 'Field', postcode: null },
    ],
    [
      'with one patient id where only one has an NHS number',
      { sourcePatientId: '7', nhsNumber: numberOne },
      { sourcePatientId: '7' },
    ],
    ['with one name, date of birth and postcode', {}, {}],
    ['with one name written in two ways', { lastName: 'Ólafsdóttir' }, { lastName: 'OLAFSDOTTIR' }],
    ['with one name, where only one has a number', { nhsNumber: numberOne }, {}],
  ])('%s', (_why, one, other) => {
    expect(isSamePatient(record(one), record(other))).toBe(true);
    expect(isSamePatient(record(other), record(one))).toBe(true);
  });
});

describe('two records are two patients', () => {
  test.each<[string, Change, Change]>([
    ['with two NHS numbers, all else equal', { nhsNumber: numberOne }, { nhsNumber: numberTwo }],
    [
      'with two NHS numbers under one patient id',
      { nhsNumber: numberOne, sourcePatientId: '7' },
      { nhsNumber: numberTwo, sourcePatientId: '7' },
    ],
    ['with two patient ids of one source, all else equal', { sourcePatientId: '7' }, { sourcePatientId: '8' }],
    [
      'with two patient ids of one source under one NHS number',
      { nhsNumber: numberOne, sourcePatientId: '7' },
      { nhsNumber: numberOne, sourcePatientId: '8' },
    ],
    [
      'with two dates of birth under one NHS number',
      { nhsNumber: numberOne },
      { nhsNumber: numberOne, dateOfBirth: '1977-05-15' },
    ],
    [
      'with one patient id of two sources',
      { sourcePatientId: '7' },
      { sourcePatientId: '7', source: 'tpp', lastName: 'Field' },
    ],
    ['who are twins', { firstName: 'Kehinde' }, { firstName: 'Taiwo' }],
    ['with two postcodes', { postcode: 'LS65RT' }, { postcode: 'LS65RB' }],
    ['without a postcode', { postcode: null }, { postcode: null }],
    ['with names in other scripts that differ', { lastName: '陳' }, { lastName: '林' }],
    ['without first names, who may be twins', { firstName: '' }, { firstName: '' }],
  ])('%s', (_why, one, other) => {
    expect(isSamePatient(record(one), record(other))).toBe(false);
    expect(isSamePatient(record(other), record(one))).toBe(false);
  });
});

test('a record that two conflicting ones share an id with stands alone', () => {
  const one = record({ nhsNumber: numberOne, sourcePatientId: '7' });
  const two = record({ nhsNumber: numberTwo, sourcePatientId: '7' });
  const between = record({ sourcePatientId: '7' });
  expect(groupPatients([one, between, two])).toEqual([[one], [between], [two]]);
});

test('a conflict by name leaves what patient ids join together', () => {
  const one = record({ nhsNumber: numberOne });
  const two = record({ nhsNumber: numberTwo });
  const [third, fourth] = [record({ sourcePatientId: '7' }), record({ sourcePatientId: '7' })];
  expect(groupPatients([one, third, two, fourth])).toEqual([[one], [third, fourth], [two]]);
});

test('a conflict by patient id leaves what NHS numbers join together', () => {
  const one = record({ nhsNumber: numberOne, sourcePatientId: '7' });
  const again = record({ nhsNumber: numberOne, postcode: 'M11AB' });
  const two = record({ nhsNumber: numberTwo, sourcePatientId: '7' });
  expect(groupPatients([one, two, again])).toEqual([[one, again], [two]]);
});

describe('whatever the records', () => {
  // Few values each, so that every kind of agreement and conflict comes up.
  const records = fc
    .array(
      fc.record({
        source: fc.constantFrom('emis', 'tpp'),
        patient: fc.record({
          nhsNumber: fc.constantFrom(null, null, numberOne, numberTwo),
          sourcePatientId: fc.constantFrom(null, null, '7', '8'),
          lastName: fc.constantFrom('Khan', 'KHAN', 'Field'),
          firstName: fc.constantFrom('Ruth', ''),
          dateOfBirth: fc.constantFrom(patient().dateOfBirth, patient({ dateOfBirth: '2000-02-29' }).dateOfBirth),
          postcode: fc.constantFrom(null, patient().postcode, patient({ postcode: 'M11AB' }).postcode),
        }),
      }),
      { maxLength: 9 },
    )
    .map((list): PatientRecord[] => list);

  test('no group holds two NHS numbers, two patient ids of one source, or two dates of birth', () => {
    fc.assert(
      fc.property(records, (list) => {
        for (const group of groupPatients(list)) {
          expect(new Set(group.flatMap(({ patient: { nhsNumber } }) => nhsNumber ?? [])).size).toBeLessThanOrEqual(1);
          expect(new Set(group.map(({ patient: { dateOfBirth } }) => dateOfBirth)).size).toBe(1);
          for (const source of ['emis', 'tpp']) {
            const ids = group
              .filter((one) => one.source === source)
              .flatMap((one) => one.patient.sourcePatientId ?? []);
            expect(new Set(ids).size).toBeLessThanOrEqual(1);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('every record is in one group, and the order of the records does not change the groups', () => {
    const shuffled = records.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        const groupsOf = (some: PatientRecord[]) =>
          new Set(
            groupPatients(some).map((group) =>
              group
                .map((one) => list.indexOf(one))
                .sort()
                .join(),
            ),
          );
        expect(groupPatients(list).flat()).toHaveLength(list.length);
        expect(groupsOf(other)).toEqual(groupsOf(list));
      }),
      { numRuns: 1000 },
    );
  });

  test('records that agree on NHS number, patient id and date of birth are never parted', () => {
    fc.assert(
      fc.property(records, (list) => {
        const groups = groupPatients(list);
        const groupOf = (one: PatientRecord) => groups.findIndex((group) => group.includes(one));
        for (const one of list) {
          for (const other of list) {
            const isEqual = (['nhsNumber', 'sourcePatientId', 'dateOfBirth'] as const).every(
              (field) => one.patient[field] === other.patient[field],
            );
            if (!isEqual || one.source !== other.source) continue;
            if (one.patient.nhsNumber === null) continue;
            expect(groupOf(other)).toBe(groupOf(one));
          }
        }
      }),
    );
  });
});

describe('the patients of a day', () => {
  test('bring together the appointments and visits of each', () => {
    const first = appointment({ patient: patient({ nhsNumber: numberOne }) });
    const second = appointment({ patient: patient({ nhsNumber: numberOne }), status: 'cancelled' });
    const other = appointment({ patient: patient({ nhsNumber: numberTwo }) });
    const present = visit({ patient: patient({ nhsNumber: numberOne }) });
    expect(knownPatients([first, second, other], [present])).toEqual([
      { appointments: [first, second], visits: [present] },
      { appointments: [other], visits: [] },
    ]);
  });

  test('include who has arrived and is no longer on the list, but not who was only seen', () => {
    const lost = appointment();
    const arrived = visit({ arrivals: [arrival(lost, { appointmentId: null, isToCheck: true })] });
    const seen = visit({ patient: patient({ firstName: 'Ana' }), notCheckedIn: 'tooEarly' });
    expect(knownPatients([], [arrived, seen])).toEqual([{ appointments: [], visits: [arrived] }]);
  });
});
