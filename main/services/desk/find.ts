import type { DeskRow, FoundPatient } from '../../../preload/contract/desk/arrivals';
import { foldName } from '../../../preload/contract/rules/letter';
import { isLive, joinAdjacent } from '../../domain/appointments';
import { isFound, readSearch, searchedNames, type PatientSearch, type SearchedRow } from '../../domain/desk/search';
import { modeOf } from '../../domain/marking';
import { groupPatients } from '../../domain/patients';
import { instantOf, minute } from '../../domain/time';
import type { Appointment, PracticeRules } from '../../domain/types';
import type { Clock, Settings } from '../ports';
import type { DeskState } from './deskState';
import type { Roster } from './rowsRoster';

const mostFound = 20;
/** Names folded between two moments in which others are served. */
const foldedAtOnce = 200;

/** Finds people of today's list, so that staff can check them in by hand. */
export type FindPatients = (text: string) => Promise<FoundPatient[]>;

/**
 * By parts of the name, date of birth or time, all that is given (`domain/desk/search.ts`); at most 20, who is not here yet first, in the order of the alphabet. Each is one
 * visit: appointments that are checked in together. Of one patient there may be several.
 */
export function createFind(parts: { state: Pick<DeskState, 'read'>; clock: Clock; settings: Settings }): FindPatients {
  const { state, clock, settings } = parts;
  const entriesOf = keptEntries();
  return async (text) => {
    const search = readSearch(text, clock.now().day);
    if (search === null) return [];
    const { roster, rows } = await state.read();
    const visitOf = arrivedRows(rows);
    return patientsFound(search, await entriesOf(roster), roster)
      .flatMap((patient) => visitsOf(patient, settings.rules()))
      .filter((some) => some.some((row) => isFound(search, toEntry(row))))
      .map((some) => toFound(some, settings.rules(), visitOf))
      .sort(byName)
      .slice(0, mostFound);
  };
}

/** A row as it is searched. */
interface Entry extends SearchedRow {
  row: Appointment;
}

function toEntry(row: Appointment): Entry {
  const { patient, start } = row;
  return { row, names: searchedNames(patient), dateOfBirth: patient.dateOfBirth, start };
}

/**
 * The rows of a list in the order of the alphabet, ready to be searched at each key that is pressed. Folding names takes a while: once for a list,
 * and not so long at a time that anybody at the kiosk would wait.
 */
function keptEntries(): (roster: Roster) => Promise<readonly Entry[]> {
  const kept = new WeakMap<Roster, Promise<readonly Entry[]>>();
  return (roster) => {
    const known = kept.get(roster) ?? readEntries(roster);
    kept.set(roster, known);
    return known;
  };
}

async function readEntries({ rows }: Roster): Promise<readonly Entry[]> {
  const entries: { key: string; entry: Entry }[] = [];
  for (const row of rows) {
    const { lastName, firstName } = row.patient;
    entries.push({ key: JSON.stringify([foldName(lastName), foldName(firstName)]), entry: toEntry(row) });
    if (entries.length % foldedAtOnce === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  return entries
    .sort((one, other) => (one.key < other.key ? -1 : Number(one.key > other.key)))
    .map(({ entry }) => entry);
}

/** Everybody of whom a row fits, with all their rows; the first of the alphabet, enough to fill the page. */
function patientsFound(search: PatientSearch, entries: readonly Entry[], { byBirth }: Roster): Appointment[][] {
  const found = new Set<readonly Appointment[]>();
  const groupOf = new Map<Appointment, readonly Appointment[]>();
  for (const entry of entries) {
    if (found.size >= mostFound) break;
    if (!isFound(search, entry)) continue;
    const { row } = entry;
    if (!groupOf.has(row)) {
      const known = groupPatients(byBirth.get(row.patient.dateOfBirth) ?? [row]);
      for (const group of known) for (const one of group) groupOf.set(one, group);
    }
    found.add(groupOf.get(row) ?? [row]);
  }
  return [...found].map((group) => [...group]);
}

/**
 * The visits that a patient's rows make: what takes place in person within `joinMinutes` of the first is one, and so are slots in a row. What
 * was cancelled or is over, and what is no meeting here, stands for itself: staff see how it is listed.
 */
function visitsOf(rows: readonly Appointment[], rules: PracticeRules): Appointment[][] {
  const visits: { from: number; rows: Appointment[] }[] = [];
  const others: Appointment[][] = [];
  for (const slots of joinAdjacent(rows)) {
    const [first] = slots;
    const from = instantOf(first.start);
    if (!isLive(first.status) || modeOf(first, rules) !== 'inPerson') {
      others.push([...slots]);
      continue;
    }
    const joined = visits.find((visit) => from - visit.from <= rules.joinMinutes * minute);
    if (joined === undefined) visits.push({ from, rows: [...slots] });
    else joined.rows.push(...slots);
  }
  return [...visits.map((visit) => visit.rows), ...others];
}

function toFound(
  rows: readonly Appointment[],
  rules: PracticeRules,
  visitOf: ReadonlyMap<number, string>,
): FoundPatient {
  const [first] = rows;
  if (first === undefined) throw new Error('A visit has at least one appointment');
  const { lastName, firstName, dateOfBirth } = first.patient;
  return {
    appointmentIds: rows.map(({ id }) => id),
    lastName,
    firstName,
    dateOfBirth,
    appointments: rows.map((row) => ({
      start: row.start,
      clinician: row.clinician,
      listed: row.status,
      mode: modeOf(row, rules),
    })),
    visitId: rows.map(({ id }) => visitOf.get(id)).find((visitId) => visitId !== undefined) ?? null,
  };
}

/** Rows of the list for which somebody is checked in, with their visit. */
function arrivedRows(rows: ReadonlyMap<string, DeskRow>): Map<number, string> {
  return new Map(
    [...rows.values()].flatMap(({ visitId, appointments }) =>
      appointments.flatMap(({ state, appointmentId }) =>
        state === 'arrived' && appointmentId !== null ? [[appointmentId, visitId] as const] : [],
      ),
    ),
  );
}

function byName(one: FoundPatient, other: FoundPatient): number {
  const key = ({ visitId, lastName, firstName, dateOfBirth, appointments }: FoundPatient): string =>
    JSON.stringify([
      // Whoever is not here yet is looked for.
      visitId !== null,
      lastName.toLowerCase(),
      firstName.toLowerCase(),
      dateOfBirth,
      appointments[0]?.start ?? '',
    ]);
  return key(one) < key(other) ? -1 : Number(key(one) > key(other));
}
