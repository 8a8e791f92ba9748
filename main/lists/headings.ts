import { fields, type Field, type Headings } from './fields';
import type { Profile } from './profiles';
import { foldWords } from './words';

/** Where each field stands in a row: index of its column. */
export type Columns = Partial<Record<Field, number>>;

/** How well a row of cells fits a profile as its heading row. */
export interface Recognition {
  profile: Profile;
  columns: Columns;
  /** Headings that must be there and are not, in the system's own words. Empty: this is the heading row. */
  missing: string[];
  /** Higher fits better: fields found first, headings only this system uses second. */
  score: number;
}

/** One of each of these must be there: without it nobody can be identified or checked in. */
export const required: readonly (readonly Field[])[] = [
  ['date', 'start'],
  ['time', 'start'],
  ['clinician'],
  ['status'],
  ['dateOfBirth'],
  ['familyName', 'patientName'],
];

const foldedHeadings = new WeakMap<Headings, Map<Field, string[]>>();

/** Tries every profile on a row of cells; the best fit first. Null when the row holds fewer than three headings anybody knows. */
export function recognise(cells: readonly string[], profiles: readonly Profile[]): Recognition | null {
  const positions = new Map<string, number>();
  cells.slice(0, 500).forEach((cell, index) => {
    const folded = foldWords(cell);
    // The first of two equal headings counts: exports put their own columns before a practice's additions.
    if (folded !== '' && !positions.has(folded)) positions.set(folded, index);
  });
  let best: Recognition | null = null;
  for (const profile of profiles) {
    const recognition = tryProfile(positions, profile);
    if (recognition !== null && (best === null || recognition.score > best.score)) best = recognition;
  }
  return best;
}

function tryProfile(positions: ReadonlyMap<string, number>, profile: Profile): Recognition | null {
  const columns: Columns = {};
  const used = new Set<number>();
  let found = 0;
  let own = 0;
  for (const [headings, isOwn] of [
    [profile.own, true],
    [profile.common, false],
  ] as const) {
    for (const field of fields) {
      if (columns[field] !== undefined) continue;
      const heading = foldedOf(headings)
        .get(field)
        ?.find((candidate) => !used.has(positions.get(candidate) ?? -1) && positions.has(candidate));
      const position = heading === undefined ? undefined : positions.get(heading);
      if (position === undefined) continue;
      columns[field] = position;
      used.add(position);
      found += 1;
      if (isOwn) own += 1;
    }
  }
  if (found < 3) return null;
  if (profile.isMapped === true && found < Object.keys(profile.own).length) return null;
  const missing = required.filter((choice) => choice.every((field) => columns[field] === undefined));
  return {
    profile,
    columns,
    missing: missing.map((choice) => headingFor(choice[0] ?? 'date', profile)),
    // What staff have said of exactly these headings stands, also when we learn to read such a file by ourselves: another source
    // beside the one in use would put every patient on the list twice.
    score: (profile.isMapped === true ? 100_000 : 0) + (missing.length === 0 ? 10_000 : 0) + found * 100 + own,
  };
}

function foldedOf(headings: Headings): Map<Field, string[]> {
  const known = foldedHeadings.get(headings);
  if (known !== undefined) return known;
  const folded = new Map<Field, string[]>();
  for (const field of fields) folded.set(field, (headings[field] ?? []).map(foldWords));
  foldedHeadings.set(headings, folded);
  return folded;
}

function headingFor(field: Field, profile: Profile): string {
  return profile.own[field]?.[0] ?? profile.common[field]?.[0] ?? field;
}
