import { foldName } from '../../preload/contract/rules/letter';
import { isOff } from './afterImport';
import { foldLabel } from './names';
import type { Appointment, ListedPatient } from './types';

/**
 * The desk's own source: rows of today that staff have added by hand for somebody who has only just booked. Each is a list of its own, so that
 * it stays while other lists come and go; none of them says that a list is there, or how old it is.
 */
export const addedSource = 'desk';

type Named = Pick<ListedPatient, 'lastName' | 'firstName' | 'dateOfBirth'>;
type Slot = Pick<Appointment, 'start' | 'clinician'> & { patient: Named };

/** A row added by hand, or an arrival at one. */
export type Added = Slot & Pick<Appointment, 'listAsOf'>;

/** The same date of birth, last name, and first name as far as both say one. */
export function isNamesake(one: Named, other: Named): boolean {
  const names = [foldName(one.firstName), foldName(other.firstName)];
  return (
    one.dateOfBirth === other.dateOfBirth &&
    foldName(one.lastName) === foldName(other.lastName) &&
    (names.includes('') || names[0] === names[1])
  );
}

/** The same patient, by name, at the same time with the same clinician. */
export function isSameSlot(one: Slot, other: Slot): boolean {
  return (
    one.start === other.start &&
    foldLabel(one.clinician) === foldLabel(other.clinician) &&
    isNamesake(one.patient, other.patient)
  );
}

/**
 * The one row of a list that is the appointment added by hand; null where there is none, or several. A row that was cancelled before it was
 * added is an earlier booking.
 */
export function listedAs(added: Added, rows: readonly Appointment[]): Appointment | null {
  const same = rows.filter(
    (row) =>
      row.source !== addedSource && isSameSlot(added, row) && !(isOff(row.status) && row.listAsOf <= added.listAsOf),
  );
  return only(same);
}

/**
 * What lists say of the patient of a row added by hand, if they hold one such patient only: number and postcode, by which the row is known for
 * theirs, and what is marked of them. Date of birth and whole last name name more surely than what the kiosk asks.
 */
export function identityOf(patient: Named, rows: readonly Appointment[]): Appointment | null {
  const namesakes = rows.filter((row) => row.source !== addedSource && isNamesake(patient, row.patient));
  const people = new Set(
    namesakes.map(({ patient: { nhsNumber, postcode, firstName } }) =>
      JSON.stringify([nhsNumber, postcode, foldName(firstName)]),
    ),
  );
  return people.size === 1 ? (namesakes[0] ?? null) : null;
}

function only<Item>(items: readonly Item[]): Item | null {
  return items.length === 1 ? (items[0] ?? null) : null;
}
