import { describe, expect, test } from 'vitest';
import { createFind } from '../../../../main/services/desk/find';
import { readSearch } from '../../../../main/domain/desk/search';
import { foundPatientSchema } from '../../../../preload/contract/desk/arrivals';
import { dateOfBirthSchema } from '../../../../preload/contract/rules/dates';
import { postcodeSchema } from '../../../../preload/contract/rules/postcode';
import { settle } from '../../../support/practice';
import { openDeskState } from './deskStateSupport';
import { day, row } from './support';

describe('what reception types', () => {
  test.each([
    '5/3/1948',
    '05/03/1948',
    '5.3.48',
    '05-03-48',
    '5 3 1948',
    '1948-03-05',
    '05031948',
    '19480305',
    '5 Mar 1948',
    '5th March 1948',
    '05-MAR-48',
  ])('is a date of birth: %s', (text) => {
    expect(readSearch(text, day)).toEqual({ names: [], dateOfBirth: '1948-03-05', times: [] });
  });

  test('has the year of this century only if nobody would be born in the future', () => {
    expect(readSearch('23/11/26', day)?.dateOfBirth).toBe('2026-11-23');
    expect(readSearch('24/11/26', day)?.dateOfBirth).toBe('1926-11-24');
  });

  test.each([
    ['9:30', ['09:30', '21:30']],
    ['09.30', ['09:30', '21:30']],
    ['0930', ['09:30', '21:30']],
    ['9am', ['09:00']],
    ['2:30pm', ['14:30']],
    ['2.30 pm', ['14:30']],
    ['12:15', ['12:15']],
    ['12:15am', ['00:15']],
    ['14:30', ['14:30']],
  ])('is a time: %s', (text, times) => {
    expect(readSearch(text, day)).toEqual({ names: [], dateOfBirth: null, times });
  });

  test('may be all at once, with marks, capitals and signs as they come', () => {
    expect(readSearch(`  łukasz O'Neil 5/3/48 9:30`, day)).toEqual({
      names: ['LUKASZ', 'O', 'NEIL'],
      dateOfBirth: '1948-03-05',
      times: ['09:30', '21:30'],
    });
  });

  test.each(['', '   ', '–', '31/02/1950', 'smith 31/02/1950', '29/02/2027', '25:10', '01/01/1850'])(
    'is nothing that can be searched for: "%s"',
    (text) => {
      expect(readSearch(text, day)).toBeNull();
    },
  );
});

const oneil = row(1, '10:10', { patient: { lastName: `O'Neil`, firstName: 'Mary Ann' } });
const lukasz = row(2, '10:20', { patient: { lastName: 'Łukaszewicz', firstName: 'Ólafur' } });
const berg = row(3, '14:30', { patient: { lastName: 'van der Berg', firstName: 'Jan' } });

async function openFind(rows = [oneil, lukasz, berg]) {
  const desk = await openDeskState({ rows });
  const find = createFind(desk);
  /** Last names of who is found. */
  const names = async (text: string): Promise<string[]> => {
    await settle();
    const found = find(text);
    await settle();
    desk.timers.advance(50);
    return (await found).map((one) => foundPatientSchema.parse(one).lastName);
  };
  return { ...desk, find, names };
}

test('people of the list are found by any parts of their names, their date of birth or their time', async () => {
  const { names } = await openFind();
  expect(await names('neil')).toEqual([`O'Neil`]);
  expect(await names('oneil')).toEqual([`O'Neil`]);
  expect(await names('ann o')).toEqual([`O'Neil`]);
  expect(await names('lukas olaf')).toEqual(['Łukaszewicz']);
  expect(await names('berg')).toEqual(['van der Berg']);
  expect(await names('2:30')).toEqual(['van der Berg']);
  expect(await names(lukasz.patient.dateOfBirth)).toEqual(['Łukaszewicz']);
  expect(await names('berg 10:10')).toEqual([]);
  expect(await names('eil')).toEqual([]);
  expect(await names('')).toEqual([]);
});

test('one who is here already is found with the row of the desk', async () => {
  const { arrive, find, read } = await openFind();
  const visit = await arrive(oneil);
  await read();
  expect(await find('oneil')).toMatchObject([{ visitId: visit.id }]);
  expect(await find('berg')).toMatchObject([{ visitId: null }]);
});

test('what is checked in together is one; the afternoon, a call by phone and what was cancelled stand for themselves', async () => {
  const born = {
    dateOfBirth: dateOfBirthSchema.parse('1948-03-05'),
    sourcePatientId: 'P9',
    postcode: postcodeSchema.parse('LS65RT'),
  };
  const patient = { ...born, lastName: 'Khan', firstName: 'Ruth' };
  const rows = [
    row(9, '09:00', { patient }),
    row(9, '09:40', { patient, clinician: 'Nurse Jones' }),
    row(9, '16:00', { patient }),
    row(9, '09:20', { patient, mode: 'phone' }),
    row(9, '09:30', { patient, status: 'cancelled' }),
  ];
  const { find, read } = await openFind(rows);
  await read();
  const found = await find('khan');
  expect(
    found.map(({ appointments }) =>
      appointments.map(({ start, listed, mode }) => `${start.slice(11)} ${listed} ${mode}`),
    ),
  ).toEqual([
    ['09:00 booked inPerson', '09:40 booked inPerson'],
    ['09:20 booked phone'],
    ['09:30 cancelled inPerson'],
    ['16:00 booked inPerson'],
  ]);
  // A time finds the visit that holds it, whole.
  expect((await find('khan 9:40')).map(({ appointmentIds }) => appointmentIds.length)).toEqual([2]);
});

test('of many no more than twenty are given, in the order of the alphabet', async () => {
  const rows = Array.from({ length: 60 }, (_, number) =>
    row(number, '10:10', { patient: { lastName: `Smith${String(59 - number).padStart(2, '0')}` } }),
  );
  const { names } = await openFind(rows);
  expect(await names('smi')).toEqual(
    Array.from({ length: 20 }, (_, place) => `Smith${String(place).padStart(2, '0')}`),
  );
});
