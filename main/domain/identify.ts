import type { IdentityClaim } from '../../preload/contract/kiosk';
import type { DateOfBirth } from '../../preload/contract/rules/dates';
import { foldLetters, type NameLetter } from '../../preload/contract/rules/letter';
import { foldPostcode } from '../../preload/contract/rules/postcode';
import type { KnownPatient } from './patients';
import type { ListedPatient, PracticeRules } from './types';

/** Who a claim names. `nobody` and `several` are told apart for the day's counts only: at the kiosk both read the same. */
export type Identification =
  { kind: 'one'; patient: KnownPatient } | { kind: 'askPostcode' } | { kind: 'nobody' } | { kind: 'several' };

/**
 * Finds the one patient a claim names, or says that it cannot (design §6 "Who is it?"). Every identifier that was given must be
 * right, all of them in one record of the patient. Nobody is ever listed or picked among several.
 * @param patients all patients of the day, whatever the status of their appointments: a cancelled namesake is still a namesake.
 */
export function identify(
  claim: IdentityClaim,
  patients: readonly KnownPatient[],
  rules: PracticeRules,
): Identification {
  const { postcode } = claim;
  // Asked before anybody is looked for, so that the question does not tell whether somebody matches.
  if (postcode === undefined && isPostcodeAlwaysAsked(claim.dateOfBirth, rules)) return { kind: 'askPostcode' };
  // On such a day date and postcode are one identifier as much as date and letter: a shared house shares both. Reception.
  if (claim.by === 'postcode' && isPostcodeAlwaysAsked(claim.dateOfBirth, rules)) return { kind: 'nobody' };
  const matching = patients.filter((patient) => recordsOf(patient).some((record) => isMatch(claim, record)));
  const [first] = matching;
  if (first === undefined) return { kind: 'nobody' };
  if (matching.length === 1) return { kind: 'one', patient: first };
  return { kind: postcode === undefined ? 'askPostcode' : 'several' };
}

/** Births on days that stand for "day not known" share that day with many: date and letter are not two identifiers then. */
function isPostcodeAlwaysAsked(dateOfBirth: DateOfBirth, rules: PracticeRules): boolean {
  return rules.postcodeAlwaysDays.includes(dateOfBirth.slice(5));
}

function isMatch(claim: IdentityClaim, record: ListedPatient): boolean {
  if (record.dateOfBirth !== claim.dateOfBirth) return false;
  if (claim.by === 'letter' && !lettersOf(record).includes(claim.letter)) return false;
  // A record without a postcode never matches one that was given.
  return claim.postcode === undefined || foldPostcode(record.postcode ?? '') === claim.postcode;
}

/** A one-word name counts as the last name, in whichever column the list has it. */
function lettersOf(record: ListedPatient): NameLetter[] {
  return foldLetters(record.lastName.trim() === '' ? record.firstName : record.lastName);
}

function recordsOf(patient: KnownPatient): ListedPatient[] {
  return [...patient.appointments, ...patient.visits].map((record) => record.patient);
}
