import { modeOf } from '../marking';
import { knownPatients, type PatientRecord } from '../patients';
import { foldSite } from '../site';
import type { Appointment, PracticeRules, Visit } from '../types';
import { isMarkedBy } from './rowsAppointments';

/**
 * How many patients only the list shows as arrived: marked in the clinical system, for an appointment in person, and not checked in here.
 * @param site where the kiosk stands: of another building's patients nobody could have touched it; null: not known, so all count.
 */
export function arrivedByListAlone(
  rows: readonly Appointment[],
  visits: readonly Visit[],
  { rules, site }: { rules: PracticeRules; site: string | null },
): number {
  const here = rows.filter(
    (row) =>
      isMarkedBy(row, null) && modeOf(row, rules) === 'inPerson' && (row.location === null || isAt(row.location, site)),
  );
  // Nobody is one patient with somebody of another date of birth.
  const visitsOf = byBirth(visits);
  return [...byBirth(here)].reduce((sum, [birth, marked]) => sum + countAlone(marked, visitsOf.get(birth) ?? []), 0);
}

function byBirth<Item extends PatientRecord>(items: readonly Item[]): Map<string, Item[]> {
  const births = new Map<string, Item[]>();
  for (const item of items) {
    const { dateOfBirth } = item.patient;
    const known = births.get(dateOfBirth);
    if (known === undefined) births.set(dateOfBirth, [item]);
    else known.push(item);
  }
  return births;
}

function countAlone(marked: readonly Appointment[], visits: readonly Visit[]): number {
  return knownPatients(marked, visits).filter(
    (patient) =>
      patient.appointments.length > 0 &&
      !patient.visits.some(({ arrivals }) => arrivals.some(({ state }) => state === 'arrived')),
  ).length;
}

function isAt(location: string, site: string | null): boolean {
  return site === null || site === '' || foldSite(location) === foldSite(site);
}
