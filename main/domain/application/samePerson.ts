import type { DateOfBirth } from '../../../preload/contract/rules/dates';
import { foldName } from '../../../preload/contract/rules/letter';
import { foldPostcode } from '../../../preload/contract/rules/postcode';
import type { ApplicationForm } from './types';

/** By what somebody is known again. */
export interface PersonFacts {
  firstName: string;
  lastName: string;
  dateOfBirth: DateOfBirth;
  /** A valid one, or null. */
  nhsNumber: string | null;
  postcode: string | null;
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
  return (
    isSameName(one.lastName, other.lastName) && isSameName(one.firstName, other.firstName) && isSameHome(one, other)
  );
}

function isSameName(one: string, other: string): boolean {
  const folded = foldName(one);
  return folded !== '' && folded === foldName(other);
}

function isSameHome(one: PersonFacts, other: PersonFacts): boolean {
  const [here, there] = [foldPostcode(one.postcode ?? ''), foldPostcode(other.postcode ?? '')];
  return here === null || there === null || here === there;
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
