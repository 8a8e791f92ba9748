import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOfBirthSchema } from '../../../../preload/contract/rules/dates';
import { isSamePerson, samePeople, type PersonFacts } from '../../../../main/domain/application/samePerson';

const person: PersonFacts = {
  firstName: 'Zoë',
  lastName: "O'Neil-Łukasz",
  dateOfBirth: dateOfBirthSchema.parse('1961-07-13'),
  nhsNumber: '9990000018',
  postcode: 'LS65RT',
};
const nameless = { ...person, nhsNumber: null };
const otherDay = dateOfBirthSchema.parse('1961-07-14');

describe('two records are of one person', () => {
  test.each<[string, Partial<PersonFacts>]>([
    [
      'by number, whatever else was typed',
      { firstName: 'Ann', lastName: 'Other', dateOfBirth: otherDay, postcode: null },
    ],
    [
      'by name and date of birth, without marks and case',
      { nhsNumber: null, firstName: 'ZOE', lastName: 'o neil lukasz' },
    ],
    ['by name and date of birth, where one has no postcode', { nhsNumber: null, postcode: null }],
    ['by name and date of birth, with a postcode written otherwise', { nhsNumber: null, postcode: 'ls6 5rt' }],
  ])('%s', (_why, change) => {
    expect(isSamePerson(person, { ...person, ...change })).toBe(true);
  });
});

describe('nobody is taken for somebody else', () => {
  test.each<[string, Partial<PersonFacts>]>([
    ['with conflicting numbers, whatever agrees', { nhsNumber: '9990000026' }],
    ['with another first name: twins', { nhsNumber: null, firstName: 'Zara' }],
    ['with another date of birth', { nhsNumber: null, dateOfBirth: otherDay }],
    ['with another postcode', { nhsNumber: null, postcode: 'LS11AA' }],
  ])('two records are of two people: %s', (_why, change) => {
    expect(isSamePerson(person, { ...person, ...change })).toBe(false);
  });

  test('without names, whatever agrees but the number', () => {
    expect(isSamePerson({ ...nameless, lastName: '' }, { ...nameless, lastName: '' })).toBe(false);
  });
});

test('many are compared as two are, each with all others, in either order', () => {
  const some = fc.record({
    firstName: fc.constantFrom('Ann', 'ann', 'Bea'),
    lastName: fc.constantFrom('Old', 'New'),
    dateOfBirth: fc.constantFrom(person.dateOfBirth, otherDay),
    nhsNumber: fc.constantFrom(null, '9990000018', '9990000026'),
    postcode: fc.constantFrom(null, 'LS65RT', 'LS11AA'),
  });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 12 }), (people) => {
      const places = people.map((_one, place) => place);
      const expected = people.map((one, place) =>
        places.filter((other) => other !== place && isSamePerson(one, people[other] ?? one)),
      );
      expect(samePeople(people).map((others) => others.toSorted((a, b) => a - b))).toEqual(expected);
      for (const one of people)
        for (const other of people) expect(isSamePerson(one, other)).toBe(isSamePerson(other, one));
    }),
  );
});

test('of however many born on one day each name is folded once, though all are compared with all', () => {
  let looks = 0;
  const people = Array.from({ length: 60 }, (_, number) => ({
    ...nameless,
    get lastName() {
      looks += 1;
      return `Name ${String(number)}`;
    },
  }));
  expect(samePeople(people).flat()).toEqual([]);
  expect(looks).toBe(60);
});
