import { describe, expect, test } from 'vitest';
import { decide } from '../../../main/domain/decide';
import { identify } from '../../../main/domain/identify';
import { knownPatients } from '../../../main/domain/patients';
import { defaultRules } from '../../../main/domain/rules';
import type { Appointment } from '../../../main/domain/types';
import { identityClaimSchema } from '../../../preload/contract/kiosk';
import { appointment, at, patient } from './support/samples';

/** One row of a day list: who, and what is special about the appointment. */
function row(
  number: number,
  who: Parameters<typeof patient>[0],
  change: Parameters<typeof appointment>[0] = {},
): Appointment {
  return appointment({ patient: patient({ sourcePatientId: String(number), ...who }), ...change });
}

/** A day with every case a practice's list is planted with. */
const list = [
  row(1, { dateOfBirth: '1961-02-03', lastName: 'KAUR', postcode: 'LS65RT' }),
  row(2, { dateOfBirth: '2021-03-25', lastName: 'BEGUM', firstName: 'Tom' }, { at: '09:00' }),
  row(3, { dateOfBirth: '1986-12-24', lastName: 'POPESCU' }, { at: '14:00' }),
  row(4, { dateOfBirth: '1992-04-10', lastName: 'BROWN' }, { at: '10:10', mode: 'phone' }),
  row(5, { dateOfBirth: '1991-12-04', lastName: 'EVANS' }, { at: '10:10', status: 'cancelled' }),
  row(6, { dateOfBirth: '2006-06-18', lastName: 'VAN DER BERG' }, { at: '10:10', location: 'Branch Surgery' }),
  row(7, { dateOfBirth: '1927-08-17', lastName: 'ADEYEMI', firstName: 'Kehinde' }),
  row(8, { dateOfBirth: '1927-08-17', lastName: 'ADEYEMI', firstName: 'Taiwo' }, { at: '10:15' }),
  row(9, { dateOfBirth: '1971-07-06', lastName: 'MARSH' }, { clinician: 'Dr James Field' }),
  row(10, { dateOfBirth: '1971-07-06', lastName: 'ZIELINSKI' }),
  row(11, { dateOfBirth: '2010-01-01', lastName: 'FERREIRA', postcode: 'M11AB' }),
  row(
    11,
    { dateOfBirth: '2010-01-01', lastName: 'FERREIRA', postcode: 'M11AB' },
    { at: '10:35', clinician: 'Nurse Carol West' },
  ),
  row(12, { dateOfBirth: '2000-02-29', lastName: 'NOWAK' }),
  row(13, { dateOfBirth: '1921-01-03', lastName: 'LI' }),
  row(14, { dateOfBirth: '1990-01-01', lastName: 'AHMADI', postcode: 'BD74JQ' }),
  row(15, { dateOfBirth: '1953-06-03', lastName: 'KHAN' }, { status: 'arrived' }),
  row(16, { dateOfBirth: '1954-11-19', lastName: 'ALI' }, { status: 'didNotAttend' }),
  row(17, { dateOfBirth: '1998-03-07', lastName: 'SUHARTO', firstName: '' }),
  row(18, { dateOfBirth: '1985-09-24', lastName: 'SMITH' }, { at: '10:10', mode: 'video' }),
  row(19, { dateOfBirth: '2003-09-25', lastName: 'VAN DER BERG' }),
  row(20, { dateOfBirth: '1995-03-21', lastName: 'ÓLAFSDÓTTIR' }),
  row(21, { dateOfBirth: '1995-07-20', lastName: 'QUINN' }),
];

/** Walks the questions as the kiosk does, and returns what the patient is told. */
function walk(rows: Appointment[], dateOfBirth: string, letter: string, postcode: string) {
  const patients = knownPatients(rows, []);
  const claim = identityClaimSchema.parse({ by: 'letter', dateOfBirth, letter });
  const first = identify(claim, patients, defaultRules);
  const isAsked = first.kind === 'askPostcode';
  const who = isAsked ? identify(identityClaimSchema.parse({ ...claim, postcode }), patients, defaultRules) : first;
  if (who.kind !== 'one') return { isAsked, told: 'reception', clinicians: [] };
  const { appointments } = who.patient;
  const decision = decide({ appointments, arrivals: [], now: at('10:00'), site: 'Main Surgery', rules: defaultRules });
  const clinicians = 'shown' in decision ? decision.shown.map(({ clinician }) => clinician) : [];
  return { isAsked, told: decision.kind, clinicians };
}

const rao = ['Dr Anita Rao'];
const cases: [string, string, string, string, ReturnType<typeof walk>][] = [
  ['plain', '1961-02-03', 'K', 'LS65RT', { isAsked: false, told: 'checkIn', clinicians: rao }],
  ['too late', '2021-03-25', 'B', 'LS65RT', { isAsked: false, told: 'tooLate', clinicians: [] }],
  ['too early', '1986-12-24', 'P', 'LS65RT', { isAsked: false, told: 'tooEarly', clinicians: [] }],
  ['telephone', '1992-04-10', 'B', 'LS65RT', { isAsked: false, told: 'byPhone', clinicians: [] }],
  ['cancelled', '1991-12-04', 'E', 'LS65RT', { isAsked: false, told: 'reception', clinicians: [] }],
  ['other site', '2006-06-18', 'V', 'LS65RT', { isAsked: false, told: 'otherSite', clinicians: [] }],
  ['twins', '1927-08-17', 'A', 'LS65RT', { isAsked: true, told: 'reception', clinicians: [] }],
  [
    'pair by birthday',
    '1971-07-06',
    'M',
    'LS65RT',
    { isAsked: false, told: 'checkIn', clinicians: ['Dr James Field'] },
  ],
  [
    'two appointments',
    '2010-01-01',
    'F',
    'M11AB',
    { isAsked: true, told: 'checkIn', clinicians: [...rao, 'Nurse Carol West'] },
  ],
  ['leap day', '2000-02-29', 'N', 'LS65RT', { isAsked: false, told: 'checkIn', clinicians: rao }],
  ['aged 105', '1921-01-03', 'L', 'LS65RT', { isAsked: false, told: 'checkIn', clinicians: rao }],
  ['born on 1 January', '1990-01-01', 'A', 'BD74JQ', { isAsked: true, told: 'checkIn', clinicians: rao }],
  [
    'born on 1 January, wrong postcode',
    '1990-01-01',
    'A',
    'SE159WX',
    { isAsked: true, told: 'reception', clinicians: [] },
  ],
  ['arrived elsewhere', '1953-06-03', 'K', 'LS65RT', { isAsked: false, told: 'already', clinicians: rao }],
  ['did not attend', '1954-11-19', 'A', 'LS65RT', { isAsked: false, told: 'reception', clinicians: [] }],
  ['one-word name', '1998-03-07', 'S', 'LS65RT', { isAsked: false, told: 'checkIn', clinicians: rao }],
  ['video', '1985-09-24', 'S', 'LS65RT', { isAsked: false, told: 'byVideo', clinicians: [] }],
  ['nobody', '1933-03-03', 'A', 'M11AB', { isAsked: false, told: 'reception', clinicians: [] }],
  ['name of parts', '2003-09-25', 'B', 'LS65RT', { isAsked: false, told: 'checkIn', clinicians: rao }],
  ['marked letter', '1995-03-21', 'O', 'LS65RT', { isAsked: false, told: 'checkIn', clinicians: rao }],
  ['wrong letter', '1995-07-20', 'Z', 'LS65RT', { isAsked: false, told: 'reception', clinicians: [] }],
];

describe('the example day at 10:00', () => {
  test.each(cases)('%s', (_case, dateOfBirth, letter, postcode, expected) => {
    expect(walk(list, dateOfBirth, letter, postcode)).toEqual(expected);
  });

  test.each(cases)('%s, the rows in the other order', (_case, dateOfBirth, letter, postcode, expected) => {
    expect(walk([...list].reverse(), dateOfBirth, letter, postcode)).toEqual(expected);
  });
});
