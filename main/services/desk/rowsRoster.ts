import type { DateOfBirth, Day } from '../../../preload/contract/rules/dates';
import { foldLabel } from '../../domain/names';
import type { Appointment } from '../../domain/types';
import { listsInUse, rosterPage, type RosterPlace } from '../../store/findPatients';
import type { Reader } from '../../store/schema';
import type { Store } from '../../store/store';
import type { Changes } from '../ports';

/** Rows read at a time: between two pages whoever is at the kiosk is answered. */
const pageRows = 500;

/** Everything that today's lists hold. Its rows never change: other lists make another roster. */
export interface Roster {
  day: Day;
  /** By start, then by who comes first in the list. */
  rows: readonly Appointment[];
  byBirth: ReadonlyMap<DateOfBirth, readonly Appointment[]>;
  /** By the clinician's folded name (`foldLabel`). */
  byClinician: ReadonlyMap<string, readonly Appointment[]>;
  /** Everybody who sees patients today, each spelling once, in the order of the alphabet. */
  clinicians: readonly string[];
}

/** Keeps the rows of the lists in use at hand, for as long as they are in use: every desk looks somebody up in them all day. */
export interface RosterReader {
  /** The same object as long as the lists are the same. */
  read(day: Day): Promise<Roster>;
}

/** Reads lists of any size in pages; nothing before somebody asks. Rows that staff add to a list in use come with the topic `list`. */
export function createRoster({ store, changes }: { store: Store; changes: Changes }): RosterReader {
  let kept: { key: string; roster: Roster } | null = null;
  let reading: Promise<Roster> | null = null;
  let changed = 0;
  changes.subscribe(['list'], () => (changed += 1));
  const keyOf = async (day: Day): Promise<string> => JSON.stringify([day, changed, await listsInUse(store.db, day)]);
  const load = async (day: Day): Promise<Roster> => {
    for (;;) {
      const key = await keyOf(day);
      if (kept?.key === key) return kept.roster;
      const rows = await rowsOf(store, day);
      // Another list may have come into use while this one was read.
      if ((await keyOf(day)) !== key) continue;
      const roster = toRoster(day, rows);
      kept = { key, roster };
      return roster;
    }
  };
  return {
    async read(day) {
      // One at a time, as all ask for the same; whoever asks for another day asks after it.
      while (reading !== null) await reading.catch(() => undefined);
      reading = load(day);
      try {
        return await reading;
      } finally {
        reading = null;
      }
    },
  };
}

async function rowsOf(store: Store, day: Day): Promise<Appointment[]> {
  const rows: Appointment[] = [];
  for (const { number } of await listsInUse(store.db, day)) await addRows(store.db, number, rows);
  return rows.sort((one, other) => (one.start === other.start ? one.id - other.id : one.start < other.start ? -1 : 1));
}

async function addRows(db: Reader, importNumber: number, rows: Appointment[]): Promise<void> {
  let after: RosterPlace | null = null;
  for (;;) {
    const page: Appointment[] = await rosterPage(db, importNumber, after, pageRows);
    rows.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < pageRows) return;
    after = { dateOfBirth: last.patient.dateOfBirth, id: last.id };
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function toRoster(day: Day, rows: readonly Appointment[]): Roster {
  const clinicians = [...new Set(rows.map(({ clinician }) => clinician))];
  const labels = new Map(clinicians.map((name) => [name, foldLabel(name)]));
  return {
    day,
    rows,
    byBirth: groupedBy(rows, ({ patient }) => patient.dateOfBirth),
    byClinician: groupedBy(rows, ({ clinician }) => labels.get(clinician) ?? ''),
    clinicians: clinicians.sort((one, other) => one.localeCompare(other, 'en')),
  };
}

function groupedBy<Key>(
  rows: readonly Appointment[],
  keyOf: (row: Appointment) => Key,
): Map<Key, readonly Appointment[]> {
  const groups = new Map<Key, Appointment[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [row]);
    else known.push(row);
  }
  return groups;
}
