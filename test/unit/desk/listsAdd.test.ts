import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateSchema } from '../../../preload/contract/rules/dates';
import { emptyForm, readBirth, readForm, readStart } from '../../../renderer/desk/lists/typedRow';

const today = dateSchema.parse('2026-11-23');
const good = { ...emptyForm, start: '1020', clinician: ' Dr Anita Rao ', lastName: 'Quill', dateOfBirth: '5/4/1961' };

describe('a time as people type it', () => {
  test.each([
    ['10:20', '10:20'],
    ['10.20', '10:20'],
    ['1020', '10:20'],
    ['930', '09:30'],
    ['9:30am', '09:30'],
    ['2:15', '14:15'],
    ['0215', '02:15'],
    ['215pm', '14:15'],
    ['2 pm', '14:00'],
    ['12am', '00:00'],
    ['12:05pm', '12:05'],
    ['18:30', '18:30'],
  ])('%s is %s', (typed, time) => expect(readStart(typed)).toBe(time));

  test.each(['', '10', '25:00', '10:60', '13pm', '0am', 'ten', '1:2', '10:20:30'])('"%s" is none', (typed) =>
    expect(readStart(typed)).toBeNull(),
  );

  test('whatever is typed, it is a time of day or none', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (typed) => {
        const read = readStart(typed);
        expect(read === null || /^([01]\d|2[0-3]):[0-5]\d$/.test(read)).toBe(true);
      }),
    );
  });
});

describe('a date of birth in one field', () => {
  test.each(['5/4/1961', '05/04/1961', '5.4.1961', '5 4 1961', '05041961', ' 5-4-1961 '])(
    '"%s" is 5 April 1961',
    (typed) => expect(readBirth(typed, today)).toBe('1961-04-05'),
  );

  test.each([
    ['', 'dateOfBirth'],
    ['5/4/61', 'dateOfBirth'],
    ['1961-04-05', 'dateOfBirth'],
    ['31/2/1961', 'dateOfBirth'],
    ['5/4/1961/2', 'dateOfBirth'],
    ['24/11/2026', 'inFuture'],
    ['5/4/1861', 'tooLongAgo'],
  ])('"%s" is none (%s)', (typed, problem) => expect(readBirth(typed, today)).toEqual({ problem }));
});

describe('the form', () => {
  test('gives a row without what was left empty', () => {
    expect(readForm(good, today)).toEqual({
      ok: true,
      row: { start: '10:20', clinician: 'Dr Anita Rao', lastName: 'Quill', firstName: '', dateOfBirth: '1961-04-05' },
    });
    expect(readForm({ ...good, postcode: 'ls6 5rt', firstName: ' Ann ' }, today)).toMatchObject({
      row: { postcode: 'LS65RT', firstName: 'Ann' },
    });
  });

  test('tells all that is wrong at once, each at its field', () => {
    expect(readForm({ ...emptyForm, postcode: 'LS6' }, today)).toEqual({
      ok: false,
      problems: {
        start: 'start',
        clinician: 'clinician',
        lastName: 'lastName',
        dateOfBirth: 'dateOfBirth',
        postcode: 'postcode',
      },
    });
  });
});
