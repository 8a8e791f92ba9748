import { nowAt } from '../../domain/time';
import { UnusableFile, type List, type RowProblem } from '../../domain/list';
import { savedMappings } from '../../store/listProfiles';
import { currentLists } from '../../store/lists';
import type { Store } from '../../store/store';
import { ImportRefused, type ImportLists } from '../importLists';
import type { Changes, Clock, Log, Settings, Timers } from '../ports';
import { traceOf } from '../trace';
import { canBeOpened, contentOf, csvFilesIn, putAway, type SeenFile } from './watchedFiles';
import type { WatchedRecord } from './watchedRecord';

const lookEveryMilliseconds = 10_000;
/** An empty file has only just been made by whoever is about to write it: it is looked at that often before it is taken for what it is. */
const looksAtEmpty = 6;
/** A file that changes or is held open at so many looks in a row (five minutes) keeps the others waiting no longer. */
const looksUntilLeft = 30;

export interface WatchedFolderParts {
  store: Store;
  list: List;
  importLists: ImportLists;
  clock: Clock;
  timers: Timers;
  changes: Changes;
  settings: Settings;
  log: Log;
  watched: WatchedRecord;
}

/** What is remembered of a file from one look to the next. */
interface Known {
  size: number;
  writtenAt: number;
  /** Looks at which it was as it is now. */
  same: number;
  /** Looks at which it was there. */
  looks: number;
  /** It has been dealt with, and could not be moved away. */
  isDone: boolean;
}

/** The last list that was taken from the folder, to know it again. */
interface Taken {
  content: string;
  /** When the oldest of its files was written. */
  writtenAt: number;
  /** The lists in use since. */
  lists: string;
}

/**
 * Takes in day lists that appear in the watched folder. The folder is looked at by the clock, not listened to: network shares do not tell. A file
 * is taken once it was the same at two looks and can be opened, and all of them together, so that no half of an export replaces the whole.
 * Never throws; that the folder cannot be reached is told in the record, and logged once.
 * @returns stops it.
 */
export function startWatchedFolder(parts: WatchedFolderParts): () => void {
  const { timers, settings, watched, clock, changes, log } = parts;
  const known = new Map<string, Known>();
  const taken = new Map<string, Taken>();
  let isLooking = false;
  let folderBefore: string | null = null;
  let problemBefore: string | null = null;

  const look = async (): Promise<void> => {
    const folder = settings.machine().watchedFolder;
    if (folder !== folderBefore) known.clear();
    folderBefore = folder;
    if (folder === null) return;
    let problem: string | null;
    try {
      problem = await lookInto(parts, folder, known, taken);
    } catch (error) {
      problem = sentenceFor(error);
      if (problem === null) throw error;
    }
    if (problem !== null && problem !== problemBefore) log.warn('watch.folderFailed');
    const isNews = problem !== problemBefore;
    problemBefore = problem;
    watched.looked(folder, clock.instant(), problem);
    if (isNews) changes.publish('machine');
  };

  return timers.every(lookEveryMilliseconds, () => {
    // A share that hangs holds one look up, not many.
    if (isLooking) return;
    isLooking = true;
    void look()
      .catch((error: unknown) => log.error('procedure.failed', { procedure: 'watchedFolder', ...traceOf(error) }))
      .finally(() => (isLooking = false));
  });
}

/** @returns what staff should know of the folder, or null. */
async function lookInto(
  parts: WatchedFolderParts,
  folder: string,
  known: Map<string, Known>,
  taken: Map<string, Taken>,
): Promise<string | null> {
  const files = await csvFilesIn(folder);
  noteSeen(known, files);
  const open = files.filter(({ name }) => known.get(name)?.isDone !== true);
  const stable: SeenFile[] = [];
  let waiting = 0;
  for (const file of open) {
    const seen = known.get(file.name);
    if (seen === undefined) continue;
    const isSame = seen.same >= (file.size === 0 ? looksAtEmpty : 2);
    if (isSame && (await canBeOpened(file))) stable.push(file);
    else if (seen.looks < looksUntilLeft) waiting += 1;
  }
  if (waiting === 0 && stable.length > 0) await takeAll(parts, folder, stable, known, taken);
  const isLeft = open.length > stable.length && waiting === 0;
  if (isLeft) return 'A file in the folder is still being written, or cannot be opened: it was left alone.';
  const isStuck = [...known.values()].some(({ isDone }) => isDone);
  return isStuck ? 'A file was dealt with but cannot be moved: this program may not write in the folder.' : null;
}

function noteSeen(known: Map<string, Known>, files: readonly SeenFile[]): void {
  const names = new Set(files.map(({ name }) => name));
  for (const name of known.keys()) if (!names.has(name)) known.delete(name);
  for (const { name, size, writtenAt } of files) {
    const before = known.get(name);
    const isSame = before?.size === size && before.writtenAt === writtenAt;
    known.set(name, {
      size,
      writtenAt,
      same: isSame ? before.same + 1 : 1,
      looks: (before?.looks ?? 0) + 1,
      isDone: isSame && before.isDone,
    });
  }
}

async function takeAll(
  parts: WatchedFolderParts,
  folder: string,
  files: readonly SeenFile[],
  known: Map<string, Known>,
  taken: Map<string, Taken>,
): Promise<void> {
  const bySource = new Map<string, SeenFile[]>();
  for (const file of files) {
    try {
      const source = await sourceOf(parts, file);
      bySource.set(source, [...(bySource.get(source) ?? []), file]);
    } catch (error) {
      if (!(error instanceof UnusableFile)) throw error;
      await finish(parts, folder, known, file, { isUsed: false, reason: error.message });
    }
  }
  for (const [source, some] of bySource) {
    for (const outcome of await takeTogether(parts, source, some, taken)) {
      await finish(parts, folder, known, outcome.file, outcome);
    }
  }
}

/** Which system's list it is, from its headings alone. @throws UnusableFile */
async function sourceOf({ list, clock, settings, store }: WatchedFolderParts, file: SeenFile): Promise<string> {
  const { statusWords } = settings.rules();
  const mappings = await savedMappings(store.db);
  for await (const event of list.read(file.path, file.name, clock.now().day, statusWords, mappings)) {
    if (event.kind === 'opened') return event.source;
  }
  throw new Error('A list says what it is before anything else');
}

interface Fate {
  isUsed: boolean;
  reason: string | null;
  problems?: readonly RowProblem[];
}

/**
 * Files of one system that were there together are one list. Files of other days do not spoil it: they are set aside. Any other bad file does, as the
 * rest without it would take patients off the list.
 */
async function takeTogether(
  parts: WatchedFolderParts,
  source: string,
  files: readonly SeenFile[],
  taken: Map<string, Taken>,
): Promise<(Fate & { file: SeenFile })[]> {
  const { importLists, store, clock } = parts;
  const inUse = async (): Promise<string> =>
    (await currentLists(store.db, clock.now().day)).map(({ importId }) => importId).join();
  const content = await contentOf(files);
  const writtenAt = Math.min(...files.map((file) => file.writtenAt));
  const before = taken.get(source);
  // The same content written later is another list: it says that all of it was still true then.
  if (before?.content === content && writtenAt <= before.writtenAt && before.lists === (await inUse())) {
    return files.map((file) => ({
      file,
      isUsed: true,
      reason: 'The same list as the one in use: nothing has changed.',
    }));
  }
  const setAside: (Fate & { file: SeenFile })[] = [];
  let rest = [...files];
  while (rest.length > 0) {
    try {
      await importLists(rest, () => undefined, { audited: { from: 'watchedFolder' } });
      taken.set(source, { content, writtenAt, lists: await inUse() });
      return [...setAside, ...rest.map((file) => ({ file, isUsed: true, reason: null }))];
    } catch (error) {
      if (!(error instanceof ImportRefused)) throw error;
      const refused = rest.find(({ name }) => name === error.file);
      const { message: reason, problems } = error;
      if (!error.isOtherDay || refused === undefined) {
        return [...setAside, ...rest.map((file) => ({ file, isUsed: false, reason, problems }))];
      }
      setAside.push({ file: refused, isUsed: false, reason });
      rest = rest.filter((file) => file !== refused);
    }
  }
  return setAside;
}

async function finish(
  { clock, watched, changes, log }: WatchedFolderParts,
  folder: string,
  known: Map<string, Known>,
  file: SeenFile,
  { isUsed, reason, problems = [] }: Fate,
): Promise<void> {
  const lines = problems.map(({ line, reason: why }) => `  line ${String(line)}: ${why}`);
  const note = isUsed || reason === null ? null : [reason, ...lines].join('\n');
  const where = { subfolder: isUsed ? 'processed' : 'failed', stamp: stampOf(clock), reason: note };
  await putAway(file, folder, where).catch(() => {
    // It stays where it is, and is not read again until it changes.
    const seen = known.get(file.name);
    if (seen !== undefined) seen.isDone = true;
    log.warn('watch.folderFailed', { kind: 'notMoved' });
  });
  const shown = file.name.replace(/[\p{C}\s]+/gu, ' ').slice(0, 120);
  watched.noted({ at: clock.instant(), file: shown, isUsed, reason });
  changes.publish('machine');
}

/** London time, so that staff find the file by when it came. */
function stampOf(clock: Clock): string {
  const { epochMilliseconds } = clock.now();
  const { day, time } = nowAt(epochMilliseconds);
  const seconds = String(Math.floor(epochMilliseconds / 1000) % 60).padStart(2, '0');
  return `${day.replaceAll('-', '')}-${time.replace(':', '')}${seconds}`;
}

/** Why the folder cannot be used, for staff; null: that is not what went wrong. */
function sentenceFor(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'The folder cannot be found. Is the network drive connected?';
  if (code === 'EACCES' || code === 'EPERM') return 'The folder cannot be opened: this program may not read it.';
  const isOfFiles = typeof code === 'string' && /^E[A-Z]+$/.test(code) && error instanceof Error && 'syscall' in error;
  return isOfFiles ? 'The folder cannot be reached. Is the network drive connected?' : null;
}
