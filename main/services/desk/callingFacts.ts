import type { NeedKind } from '../../../preload/contract/kiosk';
import { boardName, isNameOfOne, mayBeNamed, shownOf, type Shown } from '../../domain/desk/board';
import { isToFetch, needsKnownSince } from '../../domain/desk/rows';
import { namedIn } from '../../domain/names';
import { isSamePatient, knownPatients, type KnownPatient } from '../../domain/patients';
import type { PracticeRules, Visit } from '../../domain/types';
import { answersOfVisit } from '../../store/answers';
import { candidates } from '../../store/checkIn';
import { needsAnsweredSince, peopleHere, type PersonHere } from '../../store/calls';
import { touchedVisits } from '../../store/deskVisits';
import type { Day, Reader } from '../../store/schema';

/** Whether a patient cannot be expected to see or hear a board, by what they last said of their needs, as the desk's row shows it. */
export async function mustBeFetched(db: Reader, visit: Visit, rules: PracticeRules): Promise<boolean> {
  return isToFetch(await needsOf(db, visit, rules), rules);
}

/** What they said today, else on the newest day that still speaks for today. */
async function needsOf(db: Reader, visit: Visit, rules: PracticeRules): Promise<readonly NeedKind[]> {
  for (const { answer } of await answersOfVisit(db, visit.id)) if (answer.kind === 'needs') return answer.needs;
  const since = needsKnownSince(visit.day, rules);
  if (since === null) return [];
  const answered = await needsAnsweredSince(db, visit.patient.dateOfBirth, since);
  return answered.find((one) => isSamePatient(one, visit))?.needs ?? [];
}

/**
 * What boards show of a patient; null: nothing may be shown. A name only where the practice has chosen so, and then only of whom nothing
 * discreet is known and whom nobody else here is called like; everybody else by ticket.
 */
export async function shownOfVisit(
  db: Reader,
  visit: Visit,
  rules: PracticeRules,
  ticket: string | null,
): Promise<Shown | null> {
  return shownOf({ ticket, name: rules.areNamesOnBoard ? await nameToShow(db, visit, rules) : null });
}

async function nameToShow(db: Reader, visit: Visit, rules: PracticeRules): Promise<string | null> {
  const { appointments, visits } = await candidates(db, visit.day, visit.patient.dateOfBirth);
  const patient = knownPatients(appointments, visits).find((one) => one.visits.some(({ id }) => id === visit.id));
  if (patient === undefined) return null;
  const touched = await touchedVisits(
    db,
    patient.visits.map(({ id }) => id),
  );
  const isFlagged = touched.some((one) => one.isFlagged);
  const name = mayBeNamed(patient, { isFlagged, rules }) ? boardName(visit.patient) : null;
  return name !== null && isNameOfOne(name, await othersHere(db, visit.day, patient)) ? name : null;
}

async function othersHere(db: Reader, day: Day, own: KnownPatient): Promise<PersonHere[]> {
  const visitIds = new Set<string | null>(own.visits.map(({ id }) => id));
  const appointmentIds = new Set<number | null>(own.appointments.map(({ id }) => id));
  return (await peopleHere(db, day)).filter(
    ({ visitId, appointmentId }) => !visitIds.has(visitId) && !appointmentIds.has(appointmentId),
  );
}

/** Where a clinician's patients go by the rules; null where they say nothing. */
export function roomOf(clinician: string, { places }: Pick<PracticeRules, 'places'>): string | null {
  return namedIn(places, clinician)?.room ?? null;
}
