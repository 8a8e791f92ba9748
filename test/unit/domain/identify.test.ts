import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identify } from '../../../main/domain/identify';
import { knownPatients } from '../../../main/domain/patients';
import { defaultRules } from '../../../main/domain/rules';
import type { Appointment, ListedPatient } from '../../../main/domain/types';
import { identityClaimSchema } from '../../../preload/contract/kiosk';
import { foldLetters } from '../../../preload/contract/rules/letter';
import { appointment, arrival, patient, visit } from './support/samples';

const birth = '1977-05-14';

function byLetter(dateOfBirth: string, letter: string, postcode?: string) {
  return identityClaimSchema.parse({
    by: 'letter',
    dateOfBirth,
    letter,
    ...(postcode === undefined ? {} : { postcode }),
  });
}

function byPostcode(dateOfBirth: string, postcode: string) {
  return identityClaimSchema.parse({ by: 'postcode', dateOfBirth, postcode });
}

function byBarcode(dateOfBirth: string, appointmentId: string) {
  return identityClaimSchema.parse({ by: 'barcode', dateOfBirth, appointmentId });
}

function ask(claim: ReturnType<typeof byLetter>, ...listed: ListedPatient[]) {
  const patients = knownPatients(
    listed.map((one) => appointment({ patient: one })),
    [],
  );
  const answer = identify(claim, patients, defaultRules);
  return answer.kind === 'one' ? answer.patient.appointments[0]?.patient.firstName : answer.kind;
}

describe('by date of birth and letter', () => {
  test('one patient is found', () => {
    expect(ask(byLetter(birth, 'K'), patient())).toBe('Ruth');
  });

  test.each([
    ['van der Berg', 'V', 'Ruth'],
    ['van der Berg', 'D', 'Ruth'],
    ['van der Berg', 'B', 'Ruth'],
    ['van der Berg', 'E', 'nobody'],
    ["O'Neil", 'N', 'Ruth'],
    ['Ólafsdóttir', 'O', 'Ruth'],
    ['Łukasz', 'L', 'Ruth'],
    ['陳', 'C', 'nobody'],
  ])('%s with %s: %s', (lastName, letter, expected) => {
    expect(ask(byLetter(birth, letter), patient({ lastName }))).toBe(expected);
  });

  test('a one-word name counts as the last name, in either column', () => {
    expect(ask(byLetter(birth, 'S'), patient({ lastName: 'Suharto', firstName: '' }))).toBe('');
    expect(ask(byLetter(birth, 'S'), patient({ lastName: ' ', firstName: 'Suharto' }))).toBe('Suharto');
    expect(ask(byLetter(birth, 'R'), patient())).toBe('nobody');
  });

  test('nobody is found by another date or another letter', () => {
    expect(ask(byLetter('1977-05-15', 'K'), patient())).toBe('nobody');
    expect(ask(byLetter(birth, 'Z'), patient())).toBe('nobody');
  });

  test('a pair by birthday is told apart by the letter', () => {
    const [marsh, zielinski] = [patient({ lastName: 'Marsh', firstName: 'Wei' }), patient({ lastName: 'Zielinski' })];
    expect(ask(byLetter(birth, 'M'), marsh, zielinski)).toBe('Wei');
  });

  test('a pair by birthday and letter is asked for the postcode, which tells them apart', () => {
    const pair = [patient(), patient({ firstName: 'Ana', postcode: 'M11AB' })];
    expect(ask(byLetter(birth, 'K'), ...pair)).toBe('askPostcode');
    expect(ask(byLetter(birth, 'K', 'M11AB'), ...pair)).toBe('Ana');
    expect(ask(byLetter(birth, 'K', 'BD74JQ'), ...pair)).toBe('nobody');
  });

  test('twins of one address are never told apart', () => {
    const twins = [patient({ firstName: 'Kehinde' }), patient({ firstName: 'Taiwo' })];
    expect(ask(byLetter(birth, 'K'), ...twins)).toBe('askPostcode');
    expect(ask(byLetter(birth, 'K', 'LS65RT'), ...twins)).toBe('several');
  });

  test('a namesake whose appointment is cancelled, or who has only a visit, is still a namesake', () => {
    const booked = appointment();
    const cancelled = appointment({ patient: patient({ firstName: 'Ana', postcode: 'M11AB' }), status: 'cancelled' });
    const claim = byLetter(birth, 'K');
    expect(identify(claim, knownPatients([booked, cancelled], []), defaultRules).kind).toBe('askPostcode');
    const present = visit({ patient: cancelled.patient, arrivals: [arrival(cancelled, { appointmentId: null })] });
    expect(identify(claim, knownPatients([booked], [present]), defaultRules).kind).toBe('askPostcode');
  });

  test('a postcode that was given must be right, needed or not', () => {
    expect(ask(byLetter(birth, 'K', 'LS65RT'), patient())).toBe('Ruth');
    expect(ask(byLetter(birth, 'K', 'M11AB'), patient())).toBe('nobody');
    expect(ask(byLetter(birth, 'K', 'LS65RT'), patient({ postcode: null }))).toBe('nobody');
  });

  test('all identifiers must be right in one record, not one here and one there', () => {
    const before = patient({ nhsNumber: '9990000018', lastName: 'Field', postcode: 'M11AB' });
    const now = patient({ nhsNumber: '9990000018' });
    expect(ask(byLetter(birth, 'F', 'M11AB'), before, now)).toBe('Ruth');
    expect(ask(byLetter(birth, 'F', 'LS65RT'), before, now)).toBe('nobody');
  });

  test('two NHS numbers under one patient id are two patients, also for a third row of that id', () => {
    const rows = ['9990000018', '9990000026', null].map((nhsNumber) => patient({ nhsNumber, sourcePatientId: '7' }));
    expect(ask(byLetter(birth, 'K', 'LS65RT'), ...rows)).toBe('several');
  });
});

describe('births on days that stand for "not known"', () => {
  const newYear = '1990-01-01';

  test('are asked for the postcode whether or not anybody matches', () => {
    expect(ask(byLetter(newYear, 'A'), patient({ dateOfBirth: newYear, lastName: 'Ahmadi' }))).toBe('askPostcode');
    expect(ask(byLetter(newYear, 'A'))).toBe('askPostcode');
  });

  test('are found by the right postcode only', () => {
    const ahmadi = patient({ dateOfBirth: newYear, lastName: 'Ahmadi', postcode: 'BD74JQ' });
    expect(ask(byLetter(newYear, 'A', 'BD74JQ'), ahmadi)).toBe('Ruth');
    expect(ask(byLetter(newYear, 'A', 'SE159WX'), ahmadi)).toBe('nobody');
  });

  test('are never found by date and postcode alone: a shared house shares both', () => {
    const ahmadi = patient({ dateOfBirth: newYear, lastName: 'Ahmadi', postcode: 'BD74JQ' });
    expect(ask(byPostcode(newYear, 'BD74JQ'), ahmadi)).toBe('nobody');
  });

  test('are the days of the rules', () => {
    const rules = { ...defaultRules, postcodeAlwaysDays: ['02-29'] };
    const patients = knownPatients([appointment({ patient: patient({ dateOfBirth: '2000-02-29' }) })], []);
    expect(identify(byLetter('2000-02-29', 'K'), patients, rules).kind).toBe('askPostcode');
    expect(identify(byLetter('2000-02-29', 'K'), patients, defaultRules).kind).toBe('one');
    expect(identify(byLetter('1999-01-01', 'K'), patients, rules).kind).toBe('nobody');
  });
});

describe('by date of birth and postcode', () => {
  test('one patient is found whatever the name', () => {
    expect(ask(byPostcode(birth, 'LS65RT'), patient({ lastName: 'Field' }))).toBe('Ruth');
  });

  test('more than one is several, and none is nobody', () => {
    expect(ask(byPostcode(birth, 'LS65RT'), patient(), patient({ lastName: 'Field' }))).toBe('several');
    expect(ask(byPostcode(birth, 'M11AB'), patient())).toBe('nobody');
    expect(ask(byPostcode(birth, 'LS65RT'), patient({ postcode: null }))).toBe('nobody');
  });

  test('a list that wrote look-alikes is read as a patient would type it', () => {
    expect(ask(byPostcode(birth, 'S102AB'), patient({ postcode: 'S1O2AB' }))).toBe('Ruth');
  });
});

describe('by the barcode of an appointment', () => {
  const rows = [
    appointment({ sourceAppointmentId: 'A-17' }),
    appointment({ sourceAppointmentId: 'A-18', patient: patient({ firstName: 'Taiwo' }) }),
    appointment({ sourceAppointmentId: 'A-17', patient: patient({ dateOfBirth: '1990-01-01', firstName: 'Ana' }) }),
    appointment({ sourceAppointmentId: null, patient: patient({ firstName: 'Kehinde', sourcePatientId: 'A-19' }) }),
  ];
  const scan = (dateOfBirth: string, id: string, listed = rows) => {
    const answer = identify(byBarcode(dateOfBirth, id), knownPatients(listed, []), defaultRules);
    return answer.kind === 'one' ? answer.patient.appointments[0]?.patient.firstName : answer.kind;
  };

  test('its patient is found when the date of birth is theirs, though others share birthday, letter and postcode', () => {
    expect(scan(birth, 'A-17')).toBe('Ruth');
    expect(scan(birth, 'A-18')).toBe('Taiwo');
  });

  test('no postcode is asked, not even of births on days that stand for "not known"', () => {
    expect(scan('1990-01-01', 'A-17')).toBe('Ana');
  });

  test('nobody is found by another date, another id, half an id, or the id of a patient', () => {
    for (const [date, id] of [
      ['1977-05-15', 'A-17'],
      [birth, 'A-99'],
      [birth, 'A-1'],
      [birth, 'a-17'],
      [birth, 'A-19'],
    ] as const) {
      expect(scan(date, id)).toBe('nobody');
    }
  });

  test('an id that two patients of one birthday have names neither', () => {
    const doubled = [...rows, appointment({ sourceAppointmentId: 'A-17', patient: patient({ firstName: 'Taiwo' }) })];
    expect(scan(birth, 'A-17', doubled)).toBe('several');
  });
});

test('"several" says who they are, for staff', () => {
  const twins = ['Kehinde', 'Taiwo'].map((firstName) => appointment({ patient: patient({ firstName }) }));
  const other = appointment({ patient: patient({ lastName: 'Marsh' }) });
  const patients = knownPatients([...twins, other], []);
  const answer = identify(byLetter(birth, 'K', 'LS65RT'), patients, defaultRules);
  if (answer.kind !== 'several') throw new Error(`told ${answer.kind}`);
  expect(answer.patients.flatMap(({ appointments }) => appointments)).toEqual(twins);
});

test('whoever is found is the only patient for whom every given identifier is exactly right', () => {
  const births = ['1977-05-14', '2000-02-29', '1990-01-01'];
  const names = ['Khan', "O'Neil", 'van der Berg', '陳'];
  const postcodes = ['LS65RT', 'M11AB'];
  const people = fc.array(
    fc.record({
      dateOfBirth: fc.constantFrom(...births),
      lastName: fc.constantFrom(...names),
      firstName: fc.constantFrom('Ruth', 'Ana'),
      nhsNumber: fc.constantFrom(null, '9990000018', '9990000026'),
      sourcePatientId: fc.constantFrom(null, '7', '8'),
      postcode: fc.constantFrom(null, ...postcodes),
      sourceAppointmentId: fc.constantFrom(null, 'A-17', 'A-18', 'a-17'),
      marking: fc.constantFrom('none', 'private', 'seeReception'),
      patientMarking: fc.constantFrom('none', 'none', 'private', 'seeReception'),
    }),
    { maxLength: 8 },
  );
  const claims = fc.oneof(
    fc
      .tuple(
        fc.constantFrom(...births),
        fc.constantFrom('K', 'O', 'N', 'B', 'Z'),
        fc.constantFrom(undefined, ...postcodes),
      )
      .map(([dateOfBirth, letter, postcode]) => byLetter(dateOfBirth, letter, postcode)),
    fc
      .tuple(fc.constantFrom(...births), fc.constantFrom(...postcodes))
      .map(([date, postcode]) => byPostcode(date, postcode)),
    fc
      .tuple(fc.constantFrom(...births), fc.constantFrom('A-17', 'A-18', 'A-19'))
      .map(([date, appointmentId]) => byBarcode(date, appointmentId)),
  );
  fc.assert(
    fc.property(people, claims, (listed, claim) => {
      const patients = knownPatients(
        listed.map(({ sourceAppointmentId, marking, patientMarking, ...one }) =>
          appointment({ patient: patient(one), sourceAppointmentId, marking, patientMarking }),
        ),
        [],
      );
      const answer = identify(claim, patients, defaultRules);
      if (claim.by === 'postcode' && claim.dateOfBirth.endsWith('-01-01')) {
        expect(answer.kind).toBe('nobody');
        return;
      }
      const isRight = ({ patient: one, sourceAppointmentId }: Appointment): boolean => {
        if (one.dateOfBirth !== claim.dateOfBirth) return false;
        if (claim.by === 'barcode') return sourceAppointmentId === claim.appointmentId;
        const isLetterRight = claim.by === 'postcode' || foldLetters(one.lastName).includes(claim.letter);
        return isLetterRight && (claim.postcode === undefined || one.postcode === claim.postcode);
      };
      const right = patients.filter(({ appointments }) => appointments.some(isRight));
      if (answer.kind === 'one') expect(right).toEqual([answer.patient]);
      if (answer.kind === 'nobody') expect(right).toEqual([]);
      if (answer.kind === 'several') {
        expect(right.length).toBeGreaterThan(1);
        expect(answer.patients).toEqual(right);
      }
      if (answer.kind === 'askPostcode') expect(claim).not.toHaveProperty('postcode');
      if (claim.by === 'barcode') expect(answer.kind).not.toBe('askPostcode');
    }),
    { numRuns: 2000 },
  );
});
