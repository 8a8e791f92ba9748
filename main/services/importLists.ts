import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { UnusableFile, type List, type RowProblem, type SavedMapping } from '../domain/list';
import { savedMappings } from '../store/listProfiles';
import { dropImport, noteRowsRead, startImport } from '../store/lists';
import { createStaging, type Staging } from '../store/stage';
import type { Store } from '../store/store';
import { planSwitch, switchIn } from '../store/switchIn';
import { appendAudit } from '../store/audit';
import type { LastInstant } from './lastInstant';
import type { Changes, Clock, Log, Settings } from './ports';
import { relinkFor } from './relinkFor';
import { purgeExpired } from './retention';
import { traceOf } from './trace';
import type { Day } from '../../preload/contract/rules/dates';

/** The made-up day of a demonstration is a source like any other, so that a list given later can take its place. */
export const demonstrationSource = 'demonstration';

/** A file written later than that after now says that the clock is behind, not that it is right; file servers' clocks differ by less. */
const toleratedAheadMilliseconds = 120_000;

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
    /** All its appointments are of other days. */
    readonly isOtherDay = false,
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
  lastInstant: Pick<LastInstant, 'prove'>;
  isDemonstration: boolean;
}

/** A file under the name that people know it by, which need not be the one it has on the disk. */
export interface GivenFile {
  path: string;
  name: string;
}

export interface ImportChoices {
  /** Who imports, as the audit trail names them; the system unless told otherwise. */
  actor?: string;
  /** What the trail says beside the lists: the role of a member of staff, or how the files came. */
  audited?: Readonly<Record<string, string | null>>;
  /** Which column is what, for files whose headings are not known; saved mappings are tried anyway. */
  mapping?: Readonly<Record<string, string>>;
}

/** One import at a time: two that ran side by side could each replace the other's half. */
export type ImportLists = (
  files: readonly (string | GivenFile)[],
  progress: (text: string) => void,
  choices?: ImportChoices,
) => Promise<ImportedFile[]>;

/**
 * Takes in day lists given together as one import: staged in small transactions, switched in by one (design §5).
 * The returned function throws ImportRefused, and nothing has changed then, if any file cannot be used.
 */
export function createImportLists(options: ImportListsOptions): ImportLists {
  let last: Promise<unknown> = Promise.resolve();
  return (files, progress, choices = {}) => {
    const given = files.map((file) => (typeof file === 'string' ? { path: file, name: basename(file) } : file));
    const run = last.then(() => importTogether(options, given, progress, choices));
    last = run.catch(() => undefined);
    return run;
  };
}

/** By source: files of one system given together make one list. */
type Imports = Map<string, { id: string; staging: Staging }>;

async function importTogether(
  options: ImportListsOptions,
  given: readonly GivenFile[],
  progress: (text: string) => void,
  { actor = 'system', audited = {}, mapping }: ImportChoices,
): Promise<ImportedFile[]> {
  const { store, clock, changes, log, isDemonstration } = options;
  const { day } = clock.now();
  const began = performance.now();
  const imports: Imports = new Map();
  const importIds = (): string[] => [...imports.values()].map(({ id }) => id);
  const files: ImportedFile[] = [];
  let isClockProved = false;
  try {
    const { listAsOf, newest } = await timesOfLists(options, given);
    isClockProved = newest - clock.now().epochMilliseconds <= toleratedAheadMilliseconds;
    const mappings = [...(mapping === undefined ? [] : [{ name: '', mapping }]), ...(await savedMappings(store.db))];
    for (const file of given) {
      files.push(await readFile(options, { ...file, day, listAsOf, imports, mappings }, progress));
    }
    for (const { staging } of imports.values()) await staging.finish();
    const relink = relinkFor([...imports.keys(), demonstrationSource], options.settings.rules());
    // A demonstration that is given a list shows that list, not its own made-up people beside it.
    const retired = isDemonstration ? demonstrationSource : null;
    const plan = await planSwitch(store.db, { importIds: importIds(), day, retired, relink });
    await store.write(async (db) => {
      const at = clock.instant();
      await switchIn(db, { importIds: importIds(), day, at, retired, relink, newId: randomUUID, plan });
      const detail = { ...audited, sources: [...imports.keys()], loaded: files.map((file) => file.loaded) };
      await appendAudit(db, { at, actor, action: 'list.imported', subjectId: null, detail });
    });
  } catch (error) {
    for (const id of importIds()) {
      // The reason for giving up must not be lost to a store that cannot write; the next start gives the rest up.
      await store.write((db) => dropImport(db, id)).catch(() => undefined);
    }
    log.warn('list.refused', { day });
    throw error instanceof UnusableFile
      ? new ImportRefused(error.message, error.file, [], error.why.isOtherDay === true)
      : error;
  } finally {
    // Not waited for: the list is in use already. What a failed purge leaves, the next one takes.
    void purgeExpired(options).catch(() => undefined);
  }
  // Staff have just brought a list of what the clock calls today: the clock is right, whatever it has shown before. The list is in use
  // already: what goes wrong here must not undo it.
  if (isClockProved) {
    await options.lastInstant.prove().catch((error: unknown) => {
      log.error('procedure.failed', { procedure: 'import', ...traceOf(error) });
    });
  } else {
    progress("A file was written later than this machine's clock shows: put the clock right.");
  }
  // Arrivals were linked again, and what the list says of them may have raised alerts.
  for (const topic of ['list', 'visits', 'alerts'] as const) changes.publish(topic);
  const count = files.reduce((sum, file) => sum + file.loaded, 0);
  log.info('list.imported', { day, count, milliseconds: Math.round(performance.now() - began) });
  return files;
}

async function readFile(
  options: ImportListsOptions,
  file: GivenFile & { day: Day; listAsOf: string; imports: Imports; mappings: readonly SavedMapping[] },
  progress: (text: string) => void,
): Promise<ImportedFile> {
  const { store, list, settings } = options;
  const { path, name, day, listAsOf, imports, mappings } = file;
  let opened: { profile: string; id: string; staging: Staging } | undefined;
  let loaded = 0;
  for await (const event of list.read(path, name, day, settings.rules().statusWords, mappings)) {
    if (event.kind === 'opened') {
      opened = { profile: event.profile, ...(await beginImport(options, event.source, { day, listAsOf, imports })) };
    } else if (opened === undefined) {
      throw new Error('A list says what it is before anything else');
    } else if (event.kind === 'rows') {
      await opened.staging.add(event.rows);
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
      const { id, profile } = opened;
      await store.write((db) => noteRowsRead(db, id, { rowsRead: rows, rowsBad: bad }));
      return { file: name, profile, day, rows, loaded, skipped: bad + otherDays, problems };
    }
  }
  throw new ImportRefused(`${name} was not used: it ended before it was read.`, name);
}

async function beginImport(
  { store, clock }: ImportListsOptions,
  source: string,
  { day, listAsOf, imports }: { day: Day; listAsOf: string; imports: Imports },
): Promise<{ id: string; staging: Staging }> {
  const begun = imports.get(source);
  if (begun !== undefined) return begun;
  const id = randomUUID();
  await store.write((db) => startImport(db, { id, source, day, startedAt: clock.instant(), listAsOf }));
  const started = { id, staging: createStaging(store, id) };
  imports.set(source, started);
  return started;
}

/** When lists given together were true, as a UTC instant, and when the newest of their files was written, in milliseconds since the epoch. */
interface TimesOfLists {
  listAsOf: string;
  newest: number;
}

/**
 * Lists were true not later than the oldest of their files was written (decision 6).
 * A demonstration's clock may be set, so there both are now.
 */
async function timesOfLists(
  { clock, isDemonstration }: ImportListsOptions,
  given: readonly GivenFile[],
): Promise<TimesOfLists> {
  const now = clock.instant();
  const { epochMilliseconds } = clock.now();
  if (isDemonstration) return { listAsOf: now, newest: epochMilliseconds };
  // A file that is not there is refused with its name when it is read.
  const written = await Promise.all(
    given.map(({ path }) =>
      stat(path).then(
        ({ mtime }) => mtime,
        () => new Date(epochMilliseconds),
      ),
    ),
  );
  const instants = written.map((time) => time.toISOString()).sort();
  return {
    listAsOf: [now, ...instants].sort()[0] ?? now,
    newest: Math.max(...written.map((time) => time.getTime())),
  };
}
