import { describe, expect, test } from 'vitest';
import { isValidNhsNumber } from '../../../preload/contract/rules/nhsNumber';
import { readMode } from '../../../main/lists/modes';
import { isLedByNurse } from '../../../main/lists/nurseLed';
import { readNhsNumber } from '../../../main/lists/nhsNumberCell';
import { createStatusReading, readStatus } from '../../../main/lists/statuses';
import { foldWords } from '../../../main/lists/words';

describe('A status word', () => {
  test.each([
    ['Booked', 'booked'],
    ['BOOKED', 'booked'],
    ['Late', 'booked'],
    ['Arrived', 'arrived'],
    ['Arrived (09:55)', 'arrived'],
    ['Arrived 09:55', 'arrived'],
    ['Send in', 'sentIn'],
    ['Quiet send in', 'sentIn'],
    ['Quiet Send-In', 'sentIn'],
    ['ARRIVED/STARTED', 'sentIn'],
    ['SEEN', 'seen'],
    ['Finished', 'seen'],
    ['Left', 'left'],
    ['Walked out', 'left'],
    ['DNA', 'didNotAttend'],
    ['Did Not Attend', 'didNotAttend'],
    ["DNA'd", 'didNotAttend'],
    ['DNA’d', 'didNotAttend'],
    ['Cancelled', 'cancelled'],
    ['Cancelled by Patient', 'cancelled'],
    ['entered-in-error', 'cancelled'],
    ['noshow', 'didNotAttend'],
    ['Slot Available', 'emptySlot'],
    ['', 'unknownWord'],
    ['Bookedx', 'unknownWord'],
    ['Pending', 'unknownWord'],
    ['constructor', 'unknownWord'],
    ['?', 'unknownWord'],
  ] as const)('%j means %s', (word, reading) => {
    expect(readStatus(word)).toBe(reading);
  });
});

describe('The words of both clinical systems', () => {
  const table = {
    booked: { emis: ['Booked', 'Late', 'Not Arrived'], systmOne: ['BOOKED', 'Booked'] },
    arrived: { emis: ['Arrived', 'Arrived (09:55)'], systmOne: ['ARRIVED', 'Waiting', 'Patient Arrived'] },
    sentIn: {
      emis: ['Send in', 'Sent In', 'Quiet send in', 'Quiet Sent In'],
      systmOne: ['STARTED', 'In Progress', 'ARRIVED/STARTED'],
    },
    seen: { emis: ['Seen', 'Telephoned', 'Visited'], systmOne: ['SEEN', 'Finished', 'FINISHED'] },
    left: { emis: ['Left', 'Walked out', 'Walked Out'], systmOne: ['Patient Walked Out', 'LEFT', 'Did not wait'] },
    didNotAttend: { emis: ['DNA', "DNA'd"], systmOne: ['Did Not Attend', 'DID NOT ATTEND'] },
    cancelled: {
      emis: ['Cancelled', 'Cancelled by Patient'],
      systmOne: ['Cancelled by Patient', 'Cancelled by Unit', 'Cancelled by Other Service'],
    },
    emptySlot: { emis: ['Slot Available', 'Blocked', 'Embargoed'], systmOne: ['Available', 'Free'] },
    unknownWord: { emis: ['Unknown', 'Seen?x', 'Left message'], systmOne: ['UNKNOWN', 'Arrived elsewhere'] },
  } as const;
  const words = Object.entries(table).flatMap(([reading, { emis, systmOne }]) =>
    [...emis, ...systmOne].map((word) => [word, reading] as const),
  );

  test.each(words)('%j is read as %s', (word, reading) => {
    expect(readStatus(word)).toBe(reading);
  });
});

describe("A practice's own status words", () => {
  const read = createStatusReading({ 'In the Garden': 'arrived', 'Late’s': 'left', DNA: 'booked', '': 'arrived' });

  test.each([
    ['in the garden', 'arrived'],
    ['IN THE  GARDEN (10:05)', 'arrived'],
    ['In-the-garden', 'arrived'],
    ['lates', 'left'],
    ['DNA', 'booked'],
    ['Did not attend', 'didNotAttend'],
    ['Send in', 'sentIn'],
    ['', 'unknownWord'],
    ['-', 'unknownWord'],
    ['garden', 'unknownWord'],
  ] as const)('%j means %s', (word, reading) => {
    expect(read(word)).toBe(reading);
  });

  test('change nothing for another practice', () => {
    expect(readStatus('DNA')).toBe('didNotAttend');
    expect(readStatus('In the Garden')).toBe('unknownWord');
  });
});

describe('How an appointment is held', () => {
  test.each([
    [['Routine'], 'inPerson'],
    [['Telephone consultation'], 'phone'],
    [['', 'GP phone call'], 'phone'],
    [['Tel. triage'], 'phone'],
    [['Telephone appointment', 'Routine'], 'phone'],
    [['Call-back'], 'phone'],
    [['Video consultation'], 'video'],
    [['Home Visit'], 'homeVisit'],
    [['Visits'], 'homeVisit'],
    [['Care home round'], 'homeVisit'],
    [['Health visitor'], 'inPerson'],
    [['Book by telephone'], 'inPerson'],
    [['Bookable by phone only'], 'inPerson'],
    [['Telephone or face to face'], 'inPerson'],
    [['Telephone', 'Face-to-face'], 'inPerson'],
    [['Saxophone group'], 'inPerson'],
    [[''], 'inPerson'],
  ] as const)('%j is %s', (hints, mode) => {
    expect(readMode('', hints)).toBe(mode);
  });

  test('the column for it outweighs the kind of slot', () => {
    expect(readMode('Face to face (Surgery)', ['Telephone consultation'])).toBe('inPerson');
    expect(readMode('Telephone', ['Routine'])).toBe('phone');
    expect(readMode('Video', ['Telephone'])).toBe('video');
    expect(readMode('Home', ['Routine'])).toBe('homeVisit');
    expect(readMode('Not recorded', ['Telephone'])).toBe('phone');
  });
});

describe('Who leads a session', () => {
  test('the user type decides, then the title, then the kind of session', () => {
    expect(isLedByNurse('Practice Nurse', 'WEST, Carol (Nurse)', 'Routine')).toBe(true);
    expect(isLedByNurse('', 'Nurse Carol West', 'Routine')).toBe(true);
    expect(isLedByNurse('Health Care Assistant', 'HILL, Joe (Mr)', '')).toBe(true);
    expect(isLedByNurse('General Practitioner', 'RAO, Anita (Dr)', 'Nurse 20 min')).toBe(false);
    expect(isLedByNurse('', 'Dr James Field', 'Nurse 20 min')).toBe(false);
    expect(isLedByNurse('', 'Mr Paul Dean', 'Nurse 20 min')).toBe(true);
    expect(isLedByNurse('', 'Mr Paul Dean', 'Routine')).toBe(false);
  });
});

describe('An NHS number in a cell', () => {
  test('a leading zero that a spreadsheet dropped is put back where the number then checks', () => {
    expect(readNhsNumber('0101010001')).toBe('0101010001');
    expect(readNhsNumber('101010001')).toBe('0101010001');
  });
  test('nine digits that cannot have begun with a zero are no number', () => {
    expect(readNhsNumber('999000001')).toBeNull();
    // 0150000006 passes the check, but no number that begins with 0 has a fiftieth month in it.
    expect(isValidNhsNumber('0150000006')).toBe(true);
    expect(readNhsNumber('150000006')).toBeNull();
  });
});

describe('A heading', () => {
  test.each([
    'Session Holder’s Full Name',
    "Session Holder's Full Name",
    'SESSION HOLDERS  FULL NAME',
    '\uFEFFSession Holderâ€™s Full-Name',
    ' session_holder‘s full name:',
  ])('%j is the same heading', (heading) => {
    expect(foldWords(heading)).toBe('session holders full name');
  });
});
