import type { IdentityClaim } from '../../preload/contract/kiosk';
import type { DateOfBirth } from '../../preload/contract/rules/dates';
import { foldLetters, type NameLetter } from '../../preload/contract/rules/letter';
import { foldPostcode } from '../../preload/contract/rules/postcode';
import type { KnownPatient } from './patients';
import type { ListedPatient, PracticeRules } from './types';

/** Who a claim names. `nobody` and `several` are told apart for staff only: at the kiosk both read the same. */
export type Identification =
  | { kind: 'one'; patient: KnownPatient }
  | { kind: 'askPostcode' }
  | { kind: 'nobody' }
  /** More than one fits all that can be asked (twins): two or more, for one alert that names them all. */
  | { kind: 'several'; patients: KnownPatient[] };

/**
 * Finds the one patient a claim names, or says that it cannot (design §6 "Who is it?"). Every identifier that was given must be
 * right, all of them in one record of the patient. Nobody is ever listed or picked among several. A barcode holds the source's id of an
 * appointment, which must stand on today's list exactly as scanned: it is not asked for a postcode, as an id is shared by nobody.
 * @param patients all patients of the day, whatever the status of their appointments: a cancelled namesake is still a namesake.
 */
export function identify(
  claim: IdentityClaim,
  patients: readonly KnownPatient[],
  rules: PracticeRules,
): Identification {
  if (claim.by === 'barcode') return choose(patients.filter((patient) => isScanned(claim, patient)));
  const { postcode } = claim;
  // Asked before anybody is looked for, so that the question does not tell whether somebody matches.
  if (postcode === undefined && isPostcodeAlwaysAsked(claim.dateOfBirth, rules)) return { kind: 'askPostcode' };
  // On such a day date and postcode are one identifier as much as date and letter: a shared house shares both. Reception.
  if (claim.by === 'postcode' && isPostcodeAlwaysAsked(claim.dateOfBirth, rules)) return { kind: 'nobody' };
  const matching = patients.filter((patient) => recordsOf(patient).some((record) => isMatch(claim, record)));
  // No postcode was given with a letter: one more question may tell them apart.
  return matching.length > 1 && postcode === undefined ? { kind: 'askPostcode' } : choose(matching);
}

function choose(matching: KnownPatient[]): Identification {
  const [first] = matching;
  if (first === undefined) return { kind: 'nobody' };
  return matching.length === 1 ? { kind: 'one', patient: first } : { kind: 'several', patients: matching };
}

type ScannedClaim = Extract<IdentityClaim, { by: 'barcode' }>;

function isScanned({ dateOfBirth, appointmentId }: ScannedClaim, { appointments }: KnownPatient): boolean {
  return appointments.some(
    (appointment) =>
      appointment.patient.dateOfBirth === dateOfBirth && appointment.sourceAppointmentId === String(appointmentId),
  );
}

/** Births on days that stand for "day not known" share that day with many: date and letter are not two identifiers then. */
function isPostcodeAlwaysAsked(dateOfBirth: DateOfBirth, rules: PracticeRules): boolean {
  return rules.postcodeAlwaysDays.includes(dateOfBirth.slice(5));
}

function isMatch(claim: Exclude<IdentityClaim, ScannedClaim>, record: ListedPatient): boolean {
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
