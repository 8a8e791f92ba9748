import { addedSource } from '../domain/addedByHand';
import type { Day, Reader } from './schema';

/** The clinicians of the lists in use on `day`, by name, each with whether a session of theirs is led by nurses. */
export async function currentClinicians(db: Reader, day: Day): Promise<{ name: string; isNurseLed: boolean }[]> {
  const rows = await db
    .selectFrom('imports')
    .innerJoin('appointments', 'appointments.importNumber', 'imports.number')
    .innerJoin('clinicians', 'clinicians.id', 'appointments.clinicianId')
    .where('imports.state', '=', 'current')
    .where('imports.day', '=', day)
    .where('imports.source', '!=', addedSource)
    .groupBy('clinicians.name')
    .select((row) => ['clinicians.name', row.fn.max('appointments.isNurseLed').as('isNurseLed')])
    .execute();
  return rows
    .map(({ name, isNurseLed }) => ({ name, isNurseLed: isNurseLed === 1 }))
    .sort((one, other) => one.name.localeCompare(other.name, 'en-GB'));
}
