import type { SavedMapping } from '../domain/list';
import type { Reader, Writer } from './schema';

/** The headings that staff have named, by name. */
export async function savedMappings(db: Reader): Promise<SavedMapping[]> {
  const rows = await db.selectFrom('listProfiles').select(['name', 'mapping']).orderBy('name').execute();
  return rows.map(({ name, mapping }) => ({ name, mapping: JSON.parse(mapping) as Record<string, string> }));
}

/** Saves headings, in place of those of the same name. `at`: UTC instant. */
export async function saveMapping(db: Writer, { name, mapping }: SavedMapping, at: string): Promise<void> {
  const saved = { mapping: JSON.stringify(mapping), savedAt: at };
  await db
    .insertInto('listProfiles')
    .values({ name, ...saved })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(saved))
    .execute();
}

/** Forgets headings. Returns whether there were any of that name. */
export async function deleteMapping(db: Writer, name: string): Promise<boolean> {
  const deleted = await db.deleteFrom('listProfiles').where('name', '=', name).returning('name').executeTakeFirst();
  return deleted !== undefined;
}
