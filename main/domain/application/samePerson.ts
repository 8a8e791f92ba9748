import type { DateOfBirth } from '../../../preload/contract/rules/dates';
import { foldName } from '../../../preload/contract/rules/letter';
import { foldPostcode } from '../../../preload/contract/rules/postcode';
import type { ApplicationForm } from './types';

/** By what somebody is known again; a record of somebody never changes. */
export interface PersonFacts {
  readonly firstName: string;
  readonly lastName: string;
  readonly dateOfBirth: DateOfBirth;
  /** A valid one, or null. */
  readonly nhsNumber: string | null;
  readonly postcode: string | null;
}

/** The patient that an application is about. */
export function personOf({ firstName, lastName, dateOfBirth, nhsNumber, address }: ApplicationForm): PersonFacts {
  return { firstName, lastName, dateOfBirth, nhsNumber, postcode: address?.postcode ?? null };
}

/**
 * Whether staff are told that two records are of one person: the same NHS number; else, unless two numbers conflict, the same date of birth
 * and full name, and postcode where both have one. Wider than at check-in (`domain/patients.ts`), where nobody looks before it counts: here it is
 * a hint for staff, and somebody who applies twice often leaves the number out.
 */
export function isSamePerson(one: PersonFacts, other: PersonFacts): boolean {
  if (one.nhsNumber !== null && other.nhsNumber !== null) return one.nhsNumber === other.nhsNumber;
  if (one.dateOfBirth !== other.dateOfBirth) return false;
  const [here, there] = [foldedOf(one), foldedOf(other)];
  return (
    here.lastName !== '' &&
    here.lastName === there.lastName &&
    here.firstName !== '' &&
    here.firstName === there.firstName &&
    (here.postcode === null || there.postcode === null || here.postcode === there.postcode)
  );
}

interface Folded {
  firstName: string;
  lastName: string;
  postcode: string | null;
}

/** What was folded once: many were born on 1 January, and each of them is compared with all the others at every reading of the queue. */
const folded = new WeakMap<PersonFacts, Folded>();

function foldedOf(person: PersonFacts): Folded {
  const known = folded.get(person);
  if (known !== undefined) return known;
  const { firstName, lastName, postcode } = person;
  const made = {
    firstName: foldName(firstName),
    lastName: foldName(lastName),
    postcode: foldPostcode(postcode ?? ''),
  };
  folded.set(person, made);
  return made;
}

/**
 * For each of `people` the others of `people` that are the same person, by place. People of one date of birth and of one number are compared, not all
 * with all: some hundred applications may be open, and they are looked through at every change.
 */
export function samePeople(people: readonly PersonFacts[]): number[][] {
  const groups = new Map<string, number[]>();
  people.forEach(({ dateOfBirth, nhsNumber }, place) => {
    for (const key of [dateOfBirth, ...(nhsNumber === null ? [] : [nhsNumber])]) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [place]);
      else group.push(place);
    }
  });
  return people.map((person, place) => {
    const near = [groups.get(person.dateOfBirth), person.nhsNumber === null ? undefined : groups.get(person.nhsNumber)];
    const others = new Set(near.flatMap((group) => group ?? []));
    others.delete(place);
    return [...others].filter((other) => {
      const record = people[other];
      return record !== undefined && isSamePerson(person, record);
    });
  });
}
