import type { Day, Reader } from './schema';

/** What the lists in use on a day name beside patients, each once and sorted. */
export interface ListNames {
  sites: string[];
  clinicians: string[];
  slotTypes: string[];
}

/** The names that rules can be set for: none is a patient's. */
export async function listNames(db: Reader, day: Day): Promise<ListNames> {
  const rows = db
    .selectFrom('imports')
    .innerJoin('appointments', 'appointments.importNumber', 'imports.number')
    .where('imports.day', '=', day)
    .where('imports.state', '=', 'current');
  const sites = await rows
    .innerJoin('sites', 'sites.id', 'appointments.siteId')
    .select('sites.name')
    .distinct()
    .execute();
  const clinicians = await rows
    .innerJoin('clinicians', 'clinicians.id', 'appointments.clinicianId')
    .select('clinicians.name')
    .distinct()
    .execute();
  const slotTypes = await rows.select('appointments.slotType as name').distinct().execute();
  return { sites: sorted(sites), clinicians: sorted(clinicians), slotTypes: sorted(slotTypes) };
}

function sorted(rows: readonly { name: string | null }[]): string[] {
  return rows.flatMap(({ name }) => name ?? []).toSorted((one, other) => one.localeCompare(other, 'en-GB'));
}
