import type { Reader, Writer } from './schema';

/** A small secret by its name, or null. It is in the encrypted file and nowhere else. */
export async function readVault(db: Reader, name: string): Promise<string | null> {
  const row = await db.selectFrom('vault').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value ?? null;
}

/** Keeps a secret in place of what was there before; null takes it away. */
export async function writeVault(db: Writer, name: string, value: string | null): Promise<void> {
  if (value === null) {
    await db.deleteFrom('vault').where('name', '=', name).execute();
    return;
  }
  await db
    .insertInto('vault')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}
