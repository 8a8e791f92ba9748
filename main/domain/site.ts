import { foldLabel } from './names';

/** A location of today's list and how many appointments are there. */
export interface LocationCount {
  name: string;
  count: number;
}

/**
 * Which of the list's locations this kiosk stands at (design §6 "Site"): the one set on the machine; else the only one there is.
 * @param isDemonstration a demonstration has no keeper to set the site, so it stands where most appointments are.
 * @returns the name as the list spells it, `''` when the list names no location at all, or null when it cannot be known: check-in
 * stays closed then, because everybody would be sent to the wrong building or nobody would.
 */
export function resolveSite(
  locations: readonly LocationCount[],
  siteSet: string | null,
  isDemonstration: boolean,
): string | null {
  const places = joinSpellings(locations);
  if (siteSet !== null) return places.length === 0 ? siteSet : findByName(places, siteSet);
  if (places.length <= 1) return places[0]?.name ?? '';
  if (!isDemonstration) return null;
  return [...places].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name))[0]?.name ?? null;
}

function findByName(locations: readonly LocationCount[], name: string): string | null {
  return locations.find((location) => foldSite(location.name) === foldSite(name))?.name ?? null;
}

/** A location's name for comparing: case and spacing do not make another site. */
export function foldSite(name: string): string {
  return foldLabel(name);
}

/** One location per place: case and spacing do not make another one. Spelt as the list first spells it. */
function joinSpellings(locations: readonly LocationCount[]): LocationCount[] {
  const places = new Map<string, LocationCount>();
  for (const { name, count } of locations) {
    const known = places.get(foldSite(name));
    places.set(foldSite(name), { name: known?.name ?? name, count: count + (known?.count ?? 0) });
  }
  return [...places.values()];
}
