import type { WorklistItem } from '../../../preload/contract/desk/arrivals';
import type { DateOfBirth } from '../../../preload/contract/rules/dates';
import { deskRow, type SeenRow } from '../../domain/desk/rows';
import type { PatientFacts, RowSurroundings, VisitFacts } from '../../domain/desk/rowsFacts';
import { bySound, worklistOf } from '../../domain/desk/worklist';
import { namedIn } from '../../domain/names';
import { knownPatients } from '../../domain/patients';
import type { Appointment, PracticeRules } from '../../domain/types';
import type { Roster } from './rowsRoster';

/** What rows are made of, at one moment. */
export interface RowSources {
  visits: readonly VisitFacts[];
  roster: Roster;
  rules: PracticeRules;
  names: ReadonlyMap<string, string>;
}

/** Rows and worklist of one moment. */
export interface RowsRead {
  rows: readonly SeenRow[];
  worklist: readonly WorklistItem[];
}

interface OfBirth {
  text: string;
  read: RowsRead;
}

/**
 * Makes the rows of the desk, again and again: whoever's facts are the same as at the last time has the very same row object, so that what has
 * changed is told by comparing references. Patients are told apart by date of birth first (nobody is joined across two), so a birth of which
 * nothing has changed is not looked at.
 */
export function createRowsReader(): (sources: RowSources) => RowsRead {
  let known = new Map<DateOfBirth, OfBirth>();
  let knownRows = new Map<string, { text: string; seen: SeenRow }>();
  let before: Omit<RowSources, 'visits'> | null = null;
  return (sources) => {
    const { visits, roster, rules, names } = sources;
    const isSame = before?.roster === roster && before.rules === rules && isSameNames(before.names, names);
    before = { roster, rules, names };
    const around = surroundings(sources);
    const next = new Map<DateOfBirth, OfBirth>();
    for (const [birth, some] of byBirth(visits)) {
      const text = textOf(some);
      const kept = isSame ? known.get(birth) : undefined;
      next.set(
        birth,
        kept?.text === text ? kept : { text, read: readBirth(some, roster.byBirth.get(birth) ?? [], around) },
      );
    }
    known = next;
    const rows = [...next.values()].flatMap(({ read }) => read.rows);
    const kept = new Map(rows.map((seen) => [seen.row.visitId, share(seen, knownRows.get(seen.row.visitId))]));
    knownRows = kept;
    return {
      rows: [...kept.values()].map(({ seen }) => seen).sort(byPlace),
      worklist: [...next.values()].flatMap(({ read }) => read.worklist).sort(bySound),
    };
  };
}

/** The row as it was, where nothing of it has changed. */
function share(seen: SeenRow, kept: { text: string; seen: SeenRow } | undefined): { text: string; seen: SeenRow } {
  if (kept?.seen === seen) return kept;
  const text = JSON.stringify(seen);
  return kept?.text === text ? kept : { text, seen };
}

function readBirth(
  visits: readonly VisitFacts[],
  appointments: readonly Appointment[],
  around: RowSurroundings,
): RowsRead {
  const patients = knownPatients(
    appointments,
    visits.map(({ visit }) => visit),
  );
  const patientOf = new Map(
    patients.flatMap((patient) => {
      const ids = patient.visits.flatMap(({ arrivals }) =>
        arrivals.flatMap(({ appointmentId }) => appointmentId ?? []),
      );
      const facts: PatientFacts = { listed: patient.appointments, arrivedAt: new Set(ids) };
      return patient.visits.map(({ id }) => [id, facts] as const);
    }),
  );
  const facts = visits.map((one) => ({ one, patient: patientOf.get(one.visit.id) ?? nobody }));
  return {
    rows: facts.flatMap(({ one, patient }) => deskRow(one, patient, around) ?? []),
    worklist: facts.flatMap(({ one, patient }) => worklistOf(one, patient.listed, around)),
  };
}

/** A visit that neither a list nor an arrival ties to anybody: it says what it says. */
const nobody: PatientFacts = { listed: [], arrivedAt: new Set() };

function surroundings({ rules, names }: Pick<RowSources, 'rules' | 'names'>): RowSurroundings {
  const rooms = new Map<string, string | null>();
  return {
    rules,
    roomOf(clinician) {
      const kept = rooms.get(clinician);
      if (kept !== undefined) return kept;
      const room = namedIn(rules.places, clinician)?.room ?? null;
      rooms.set(clinician, room);
      return room;
    },
    nameOf: (staffId) => names.get(staffId) ?? staffId,
  };
}

function byBirth(visits: readonly VisitFacts[]): Map<DateOfBirth, VisitFacts[]> {
  const births = new Map<DateOfBirth, VisitFacts[]>();
  for (const facts of visits) {
    const { dateOfBirth } = facts.visit.patient;
    const known = births.get(dateOfBirth);
    if (known === undefined) births.set(dateOfBirth, [facts]);
    else known.push(facts);
  }
  return births;
}

function textOf(visits: readonly VisitFacts[]): string {
  return JSON.stringify(visits.map(({ arrivals, ...rest }) => [rest, [...arrivals]]));
}

function isSameNames(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([id, name]) => other.get(id) === name);
}

/** In the order of their appointments, as a day list is read. */
function byPlace({ row: one }: SeenRow, { row: other }: SeenRow): number {
  return (
    compare(one.appointments[0]?.start ?? '', other.appointments[0]?.start ?? '') ||
    compare(one.lastName, other.lastName) ||
    compare(one.firstName, other.firstName) ||
    compare(one.visitId, other.visitId)
  );
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
