import { describe, expect, test } from 'vitest';
import { nobodyByName, readClinician } from '../../../main/lists/clinicianName';
import { readNameParts, readWholeName } from '../../../main/lists/patientName';

describe('A clinician', () => {
  test.each([
    ['RAO, Anita (Dr)', 'Dr Anita Rao'],
    ['WEST, Carol (Nurse)', 'Nurse Carol West'],
    ['DEAN, Paul (Mr)', 'Mr Paul Dean'],
    ['Dr Anita Rao', 'Dr Anita Rao'],
    ["O'NEIL, Sean (Dr)", "Dr Sean O'Neil"],
    ['O’NEIL, Sean (Dr)', "Dr Sean O'Neil"],
    ['MCGREGOR, Amy (Miss)', 'Miss Amy McGregor'],
    ['MACKIE, Amy (Miss)', 'Miss Amy Mackie'],
    ['McGregor, Amy (Miss)', 'Miss Amy McGregor'],
    ['LLOYD-JONES, Siân (Dr)', 'Dr Siân Lloyd-Jones'],
    ['VAN DER BERG, Ruth (Dr)', 'Dr Ruth van der Berg'],
    ['ÓLAFSDÓTTIR, Eva (Dr)', 'Dr Eva Ólafsdóttir'],
    ['LI, Wei (Dr.)', 'Dr Wei Li'],
    ['RAO, Dr Anita', 'Dr Anita Rao'],
    ['RAO, Anita Dr', 'Dr Anita Rao'],
    ['RAO, ANITA (DR)', 'Dr Anita Rao'],
    ['DR ANITA RAO', 'Dr Anita Rao'],
    ['Doctor Anita Rao', 'Dr Anita Rao'],
    ['Prof. Anita Rao', 'Prof Anita Rao'],
    ['RAO, A (Dr)', 'Dr A Rao'],
    ['RAO, Anita', 'Anita Rao'],
    ['Anita Rao', 'Anita Rao'],
  ])('%s is shown as %s', (text, shown) => {
    expect(readClinician(text)).toBe(shown);
  });

  test.each([
    ['Dr Anita Rao (Sexual Health)', 'Dr Anita Rao'],
    ['Dr Anita Rao - GP Partner', 'Dr Anita Rao'],
    ['Dr Anita Rao, Salaried GP', 'Dr Anita Rao'],
    ['WEST, Carol (Nurse, Smear clinic)', 'Nurse Carol West'],
    ['Practice Nurse Carol West', 'Nurse Carol West'],
    ['Advanced Nurse Practitioner Carol West', 'Nurse Carol West'],
  ])('%s keeps the person and drops the role', (text, shown) => {
    expect(readClinician(text)).toBe(shown);
  });

  test.each([
    'Sexual Health Clinic',
    'Treatment Room',
    'Nurse Clinic',
    'Duty Doctor',
    'Phlebotomy',
    'Practice Nurse',
    'Baby clinic (Dr)',
  ])('%s is nobody by name and is never shown', (text) => {
    expect(readClinician(text)).toBe(nobodyByName);
  });

  test.each(['', '-', '12', '()', ',', '👩‍⚕️'])('%j is no clinician', (text) => {
    expect(readClinician(text)).toBe('');
  });
});

describe('A patient in one cell', () => {
  test.each([
    ['SMITH, Jane (Mrs)', 'SMITH', 'Jane'],
    ['KHAN, José (Mx)', 'KHAN', 'José'],
    ['SMITH, Jane Mary (Mrs) (née Brown)', 'SMITH', 'Jane Mary'],
    ['SMITH, Mrs Jane', 'SMITH', 'Jane'],
    ['Mrs Jane SMITH', 'SMITH', 'Jane'],
    ['Jane Smith', 'Smith', 'Jane'],
    ['VAN DER BERG, Ruth (Mx)', 'VAN DER BERG', 'Ruth'],
    ['VAN DER BERG Ruth', 'VAN DER BERG', 'Ruth'],
    ['Ruth van der Berg', 'van der Berg', 'Ruth'],
    ['RUTH VAN DER BERG', 'VAN DER BERG', 'RUTH'],
    ['VAN DER BERG', 'VAN DER BERG', ''],
    ['van der Berg', 'van der Berg', ''],
    ['Al Smith', 'Smith', 'Al'],
    ['LLOYD-JONES,Siân', 'LLOYD-JONES', 'Siân'],
    ['SUHARTO', 'SUHARTO', ''],
    ['SUHARTO (Mr)', 'SUHARTO', ''],
    ['SUHARTO,', 'SUHARTO', ''],
    ['Mr SUHARTO', 'SUHARTO', ''],
    ['SISTER', 'SISTER', ''],
  ])('%s is %s, %s', (text, lastName, firstName) => {
    expect(readWholeName(text)).toEqual({ lastName, firstName });
  });

  test.each(['', ' ', '-', '?', ', Jane', '123', '(Mrs)', '%', '*'])('%j has no last name', (text) => {
    expect(readWholeName(text)).toBeNull();
  });
});

describe('A patient in two cells', () => {
  test('both are kept as they are written', () => {
    expect(readNameParts('ÓLAFSDÓTTIR', 'Priya (Mx)')).toEqual({ lastName: 'ÓLAFSDÓTTIR', firstName: 'Priya' });
  });
  test('a one-word name counts as the last name, in whichever cell it stands', () => {
    expect(readNameParts('SUHARTO', '')).toEqual({ lastName: 'SUHARTO', firstName: '' });
    expect(readNameParts('', 'SUHARTO')).toEqual({ lastName: 'SUHARTO', firstName: '' });
  });
  test('several first names without a last name leave it unknown', () => {
    expect(readNameParts('', 'Jane Mary')).toBeNull();
    expect(readNameParts('-', 'Jane')).toBeNull();
  });
  test('line breaks, double spaces and marks that turn the writing are not part of a name', () => {
    expect(readNameParts(' VAN\r\nDER  BERG', 'Ru\u202Eth')).toEqual({ lastName: 'VAN DER BERG', firstName: 'Ruth' });
  });
});
