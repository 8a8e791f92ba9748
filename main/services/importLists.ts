import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { UnusableFile, type List, type RowProblem } from '../domain/list';
import { dropImport, noteRowsRead, retireSource, startImport } from '../store/lists';
import { stageList } from '../store/stage';
import type { Store } from '../store/store';
import { switchIn } from '../store/switchIn';
import { appendAudit } from '../store/audit';
import type { Changes, Clock, Log, Settings } from './ports';
import { relinkFor } from './relinkFor';
import { purgeExpired } from './retention';
import type { Day } from '../../preload/contract/rules/dates';

/** The made-up day of a demonstration is a source like any other, so that a list given later can take its place. */
export const demonstrationSource = 'demonstration';

/** What `import` prints for one file (design §12). `skipped` counts rows not loaded, bad or of another day. */
export interface ImportedFile {
  file: string;
  profile: string;
  day: Day;
  rows: number;
  loaded: number;
  skipped: number;
  problems: RowProblem[];
}

/** The files could not be taken in; nothing changed. `message` is one sentence for staff. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';
  constructor(
    message: string,
    readonly file: string,
    /** What was wrong with its rows, where that is the reason. */
    readonly problems: RowProblem[] = [],
  ) {
    super(message);
  }
}

export interface ImportListsOptions {
  store: Store;
  list: List;
  clock: Clock;
  changes: Changes;
  settings: Settings;
  log: Log;
  isDemonstration: boolean;
}

/** One import at a time: two that ran side by side could each replace the other's half. */
export type ImportLists = (paths: readonly string[], progress: (text: string) => void) => Promise<ImportedFile[]>;

/**
 * Takes in day lists given together as one import: staged in small transactions, switched in by one (design §5).
 * The returned function throws ImportRefused, and nothing has changed then, if any file cannot be used.
 */
export function createImportLists(options: ImportListsOptions): ImportLists {
  let last: Promise<unknown> = Promise.resolve();
  return (paths, progress) => {
    const run = last.then(() => importTogether(options, paths, progress));
    last = run.catch(() => undefined);
    return run;
  };
}

async function importTogether(
  options: ImportListsOptions,
  paths: readonly string[],
  progress: (text: string) => void,
): Promise<ImportedFile[]> {
  const { store, clock, changes, log, isDemonstration } = options;
  const { day } = clock.now();
  const began = performance.now();
  /** Import id by source: files of one system given together make one list. */
  const imports = new Map<string, string>();
  const files: ImportedFile[] = [];
  try {
    for (const path of paths) files.push(await stageFile(options, path, day, imports, progress));
    await store.write(async (db) => {
      const at = clock.instant();
      // A demonstration that is given a list shows that list, not its own made-up people beside it.
      if (isDemonstration) await retireSource(db, demonstrationSource, day);
      const relink = relinkFor([...imports.keys()], options.settings.rules());
      await switchIn(db, { importIds: [...imports.values()], day, at, relink, newId: randomUUID });
      const detail = { sources: [...imports.keys()], loaded: files.map((file) => file.loaded) };
      await appendAudit(db, { at, actor: 'system', action: 'list.imported', subjectId: null, detail });
    });
  } catch (error) {
    for (const id of imports.values()) await store.write((db) => dropImport(db, id));
    log.warn('list.refused', { day });
    throw error instanceof UnusableFile ? new ImportRefused(error.message, error.file) : error;
  } finally {
    // Not waited for: the list is in use already. What a failed purge leaves, the next one takes.
    void purgeExpired(options).catch(() => undefined);
  }
  changes.publish('list');
  const count = files.reduce((sum, file) => sum + file.loaded, 0);
  log.info('list.imported', { day, count, milliseconds: Math.round(performance.now() - began) });
  return files;
}

async function stageFile(
  options: ImportListsOptions,
  path: string,
  day: Day,
  imports: Map<string, string>,
  progress: (text: string) => void,
): Promise<ImportedFile> {
  const { store, list, clock, settings } = options;
  const name = basename(path);
  const listAsOf = await timeOfList(options, path);
  let profile = '';
  let importId = '';
  let loaded = 0;
  for await (const event of list.read(path, name, day)) {
    if (event.kind === 'opened') {
      profile = event.profile;
      importId = imports.get(event.source) ?? randomUUID();
      if (!imports.has(event.source)) {
        imports.set(event.source, importId);
        const { source } = event;
        await store.write((db) => startImport(db, { id: importId, source, day, startedAt: clock.instant(), listAsOf }));
      }
    } else if (event.kind === 'rows') {
      await stageList(store, importId, event.rows);
      loaded += event.rows.length;
    } else if (event.kind === 'progress') {
      progress(`${name}: ${String(Math.floor((100 * event.bytesRead) / Math.max(1, event.bytesTotal)))} %`);
    } else {
      const { rows, bad, otherDays, problems } = event;
      const limit = settings.rules().badRowsLimitPercent;
      if (bad * 100 > rows * limit) {
        throw new ImportRefused(
          `${name} was not used: ${String(bad)} of its ${String(rows)} rows are bad, more than ${String(limit)} %.`,
          name,
          problems,
        );
      }
      await store.write((db) => noteRowsRead(db, importId, { rowsRead: rows, rowsBad: bad }));
      return { file: name, profile, day, rows, loaded, skipped: bad + otherDays, problems };
    }
  }
  throw new ImportRefused(`${name} was not used: it ended before it was read.`, name);
}

/** When the list was true: not later than its file was written. A demonstration's clock may be set, so there it is now. */
async function timeOfList({ clock, isDemonstration }: ImportListsOptions, path: string): Promise<string> {
  const now = clock.instant();
  if (isDemonstration) return now;
  const written = await stat(path).then(
    ({ mtime }) => mtime.toISOString(),
    () => now,
  );
  return written < now ? written : now;
}
