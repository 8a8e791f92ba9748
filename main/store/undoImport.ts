import { addedSource } from '../domain/addedByHand';
import { planLinks, type LinkPlan, type Relink } from './linkPlan';
import type { Day, Reader, Writer } from './schema';
import { currentNumbers, takeIntoUse, type RelinkOptions } from './switchIn';
import { forgetListed } from './worklist';

/** The last import of a day, as long as it can be taken back. */
export interface LastImport {
  /** UTC instant at which its lists came into use. */
  importedAt: string;
  /** Its sources, and those of the lists it replaced. */
  sources: string[];
  /** When the lists that come back were true: the oldest of them; null: none comes back. */
  backTo: string | null;
  /** Numbers of its lists. */
  going: number[];
  /** Numbers of the lists that it replaced, and of the rows added by hand that gave way to it. */
  coming: number[];
}

/**
 * The last import of `day`, if it can be taken back: once, and only until the next one. What stands after an import was taken back carries the
 * instant of that as `replacedAt`, so that a second press takes back nothing more.
 * @param made sources that make their own lists: nobody has imported those.
 */
export async function lastImport(db: Reader, day: Day, made: readonly string[]): Promise<LastImport | null> {
  const current = await importsIn(db, day, 'current');
  const [newest] = current
    .filter(({ source }) => source !== addedSource)
    .sort((one, other) => (one.switchedInAt < other.switchedInAt ? 1 : -1));
  if (newest === undefined || newest.replacedAt !== null || made.includes(newest.source)) return null;
  const importedAt = newest.switchedInAt;
  const going = current.filter(({ source, switchedInAt }) => source !== addedSource && switchedInAt === importedAt);
  const coming = (await importsIn(db, day, 'replaced')).filter(({ replacedAt }) => replacedAt === importedAt);
  const back = coming.filter(({ source }) => source !== addedSource);
  return {
    importedAt,
    sources: [...new Set([...going, ...back].map(({ source }) => source))],
    backTo: back.map(({ listAsOf }) => listAsOf).sort()[0] ?? null,
    going: going.map(({ number }) => number),
    coming: coming.map(({ number }) => number),
  };
}

/** Works out before the write lock is taken what `undoImport` will do to the arrivals. */
export async function planUndo(db: Reader, day: Day, last: LastImport, relink: Relink): Promise<LinkPlan> {
  return planLinks(db, day, await numbersAfter(db, day, last), relink);
}

/**
 * Takes an import back: the lists that it replaced are in use again, and arrivals are linked to them as by an import. One short transaction.
 * Whether `last` still is the last import must have been asked in the same transaction.
 */
export async function undoImport(
  db: Writer,
  last: LastImport,
  options: RelinkOptions & { plan?: LinkPlan },
): Promise<void> {
  const { day, at } = options;
  const lists = await numbersAfter(db, day, last);
  await db
    .updateTable('imports')
    .set({ state: 'replaced', replacedAt: null })
    .where('number', 'in', last.going)
    .execute();
  if (last.coming.length > 0) {
    await db
      .updateTable('imports')
      .set({ state: 'current', switchedInAt: at, replacedAt: null })
      .where('number', 'in', last.coming)
      .execute();
  }
  await db
    .updateTable('imports')
    .set({ replacedAt: at })
    .where('state', '=', 'current')
    .where('day', '=', day)
    .where('source', '!=', addedSource)
    .execute();
  // What the list that goes had ticked was its word alone.
  await forgetListed(db, day);
  await takeIntoUse(db, options, lists, options.plan);
}

async function numbersAfter(db: Reader, day: Day, { going, coming }: LastImport): Promise<number[]> {
  const current = (await currentNumbers(db, day)).map(({ number }) => number);
  return [...current.filter((number) => !going.includes(number)), ...coming];
}

async function importsIn(db: Reader, day: Day, state: 'current' | 'replaced') {
  const rows = await db
    .selectFrom('imports')
    .where('day', '=', day)
    .where('state', '=', state)
    .select(['number', 'source', 'listAsOf', 'switchedInAt', 'replacedAt'])
    .execute();
  return rows.map(({ switchedInAt, ...row }) => ({ ...row, switchedInAt: switchedInAt ?? '' }));
}
