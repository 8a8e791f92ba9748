import type { Kysely } from 'kysely';
import { readStoreCopy } from './storeCopy';

/** Every row of every table of the decrypted store in `dataFolder`, as text: what is not in it is not stored. */
export function storeText(
  dataFolder: string,
  keys: string,
  mode: 'demonstration' | 'real' = 'demonstration',
): Promise<string> {
  return readStoreCopy(dataFolder, keys, mode, async ({ db }) => {
    const any = db as unknown as Kysely<Record<string, Record<string, unknown>>>;
    const tables = await any.selectFrom('sqlite_master').where('type', '=', 'table').select('name').execute();
    const parts = [];
    for (const { name } of tables) parts.push(JSON.stringify(await any.selectFrom(String(name)).selectAll().execute()));
    return parts.join('\n');
  });
}
