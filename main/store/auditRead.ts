import { setImmediate } from 'node:timers/promises';
import { detailOf, type AuditRow } from './audit';
import type { Reader } from './schema';

/** Rows looked at in one step: whatever is looked for, nobody who checks in waits longer than for this many. */
const rowsPerStep = 500;

/** Which entries are wanted; null for any. */
export interface AuditQuery {
  /** UTC instants, ISO 8601 with milliseconds: from, up to but not including. */
  from: string | null;
  until: string | null;
  /** As the chain holds it. */
  actor: string | null;
  /** The whole name of an action or its beginning. */
  action: string | null;
  subjectId: string | null;
}

/** A page of the trail, newest first; ask on with `next`, null at its end. */
export interface AuditPage {
  rows: AuditRow[];
  next: number | null;
}

/**
 * The newest entries before `before` (null: of all) that `query` wants, at most `limit`. Rare ones are looked for in steps with room for
 * others between them; nothing is indexed for it but the subject, since every index would cost each check-in.
 */
export async function auditPage(
  db: Reader,
  query: AuditQuery,
  before: number | null,
  limit: number,
): Promise<AuditPage> {
  const rows: AuditRow[] = [];
  let end = before;
  for (;;) {
    const start = query.subjectId === null ? await stepBefore(db, end) : null;
    rows.push(...(await wanted(db, query, start, end, limit + 1 - rows.length)));
    if (rows.length > limit) return { rows: rows.slice(0, limit), next: rows[limit - 1]?.sequence ?? null };
    if (start === null) return { rows, next: null };
    end = start;
    await setImmediate();
  }
}

/** Where the step that ends before `end` begins; null: at the beginning of the trail. By rows, not by numbers: forged ones may be far apart. */
async function stepBefore(db: Reader, end: number | null): Promise<number | null> {
  const first = await db
    .selectFrom('audit')
    .$if(end !== null, (some) => some.where('sequence', '<', end))
    .select('sequence')
    .orderBy('sequence', 'desc')
    .limit(1)
    .offset(rowsPerStep - 1)
    .executeTakeFirst();
  return first?.sequence ?? null;
}

async function wanted(
  db: Reader,
  query: AuditQuery,
  start: number | null,
  end: number | null,
  limit: number,
): Promise<AuditRow[]> {
  const { from, until, actor, action, subjectId } = query;
  const rows = await db
    .selectFrom('audit')
    .$if(start !== null, (some) => some.where('sequence', '>=', start))
    .$if(end !== null, (some) => some.where('sequence', '<', end))
    .$if(from !== null, (some) => some.where('at', '>=', from))
    .$if(until !== null, (some) => some.where('at', '<', until))
    .$if(actor !== null, (some) => some.where('actor', '=', actor))
    .$if(action !== null, (some) => some.where('action', '>=', action).where('action', '<', `${action ?? ''}\uffff`))
    .$if(subjectId !== null, (some) => some.where('subjectId', '=', subjectId))
    .select(['sequence', 'at', 'actor', 'action', 'subjectId', 'detail'])
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, detail: detailOf(row.detail) }));
}

/** Who did what in the `rowsPerStep` entries after `after`, each pair once, and the last entry looked at; null when there is none. */
export async function auditKinds(
  db: Reader,
  after: number,
): Promise<{ kinds: { actor: string; action: string }[]; reached: number } | null> {
  const found = await db
    .selectFrom((some) =>
      some
        .selectFrom('audit')
        .where('sequence', '>', after)
        .select(['sequence', 'actor', 'action'])
        .orderBy('sequence')
        .limit(rowsPerStep)
        .as('step'),
    )
    .groupBy(['actor', 'action'])
    .select((row) => ['actor', 'action', row.fn.max('sequence').as('reached')])
    .execute();
  if (found.length === 0) return null;
  return {
    kinds: found.map(({ actor, action }) => ({ actor, action })),
    reached: Math.max(...found.map(({ reached }) => reached)),
  };
}

/** The names that accounts are shown by, closed ones too, by their ids. */
export async function staffNames(db: Reader): Promise<Map<string, string>> {
  const accounts = await db.selectFrom('staff').select(['id', 'displayName']).execute();
  return new Map(accounts.map(({ id, displayName }) => [id, displayName]));
}
