import type { Reader, Writer } from './schema';

/** The practice rules that differ from the defaults, as stored. Whoever uses them checks them with the domain: an older program may have written them. */
export async function readRules(db: Reader): Promise<Record<string, unknown>> {
  const rows = await db.selectFrom('rules').select(['name', 'value']).orderBy('name').execute();
  return Object.fromEntries(rows.map(({ name, value }): [string, unknown] => [name, JSON.parse(value)]));
}

/** One rule before and after a change; null where it was not set, that is at its default. */
export interface RuleChange {
  name: string;
  before: unknown;
  after: unknown;
}

/**
 * Sets rules that the domain has checked already. Returns what really changed, to be audited in the same transaction.
 * @param at UTC instant, ISO 8601 with milliseconds.
 */
export async function writeRules(
  db: Writer,
  rules: Readonly<Record<string, unknown>>,
  at: string,
): Promise<RuleChange[]> {
  const known = await readRules(db);
  const changes: RuleChange[] = [];
  for (const [name, after] of Object.entries(rules)) {
    const before = known[name] ?? null;
    const value = JSON.stringify(after);
    // A rule may be null by choice where its default is not: only what is set already is left as it is.
    if (after === undefined || (Object.hasOwn(known, name) && value === JSON.stringify(before))) {
      continue;
    }
    await db
      .insertInto('rules')
      .values({ name, value, changedAt: at })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value, changedAt: at }))
      .execute();
    changes.push({ name, before, after });
  }
  return changes;
}
