import { join } from 'node:path';
import { app } from 'electron';
import { Temporal } from 'temporal-polyfill';
import { createDemonstration, type DemonstrationDay } from './demonstration/demonstration';
import { demonstrationRules, practiceName } from './demonstration/practice';
import type { List } from './domain/list';
import { createCsvList } from './lists/csvList';
import { createChanges } from './services/changes';
import { createImportLists, type ImportLists } from './services/importLists';
import { openLastInstant, type LastInstant } from './services/lastInstant';
import type { Changes, Clock, Log, Settings } from './services/ports';
import { openSettings } from './services/settings';
import { stageDemonstration } from './services/stageDemonstration';
import { createClock, londonInstant } from './shell/clock';
import type { CommandLine } from './shell/commandLine';
import { claimFolder, FolderFault, hasStore } from './shell/dataFolder';
import { openMachineSettings } from './shell/machineSettings';
import { createSecrets } from './shell/secrets';
import { appendAnchor } from './store/anchors';
import { auditHead } from './store/audit';
import { checkInWorker } from './store/check';
import { openStore } from './store/openStore';
import { readRules } from './store/rules';
import type { Store } from './store/store';

/** An open data folder with everything that works on it. One composition for the kiosk and for the commands without a window. */
export interface OpenFolder {
  store: Store;
  clock: Clock;
  changes: Changes;
  settings: Settings;
  lastInstant: LastInstant;
  /** Reads day lists; for looking at one before it is taken in. */
  list: List;
  importLists: ImportLists;
  /** Puts the made-up day of the present minute into use; null when a list was given instead. */
  renewDemonstration(): Promise<DemonstrationDay | null>;
  /** Looks the whole database through in a worker; the number of problems. */
  check(): Promise<number>;
  /** Writes the end of the audit chain down outside the database. */
  anchor(): Promise<void>;
  close(): Promise<void>;
}

/** Which folder, and what it is opened with. */
export interface FolderOptions {
  folder: string;
  /** Why the folder cannot be used, found before Electron was ready. */
  folderFault: FolderFault | null;
  commandLine: CommandLine;
  appFolder: string;
  log: Log;
}

/** Where keys are kept: with the user's configuration, never in the data folder they open. */
const keysFolder = (): string => join(app.getPath('appData'), 'reception-kiosk', 'keys');

/** How often the clock is written down: a demonstration's, so that a restart never takes it back; a practice's, so that one that falls back is noticed. */
const saveClockMilliseconds = { demonstration: 5_000, real: 30_000 };

/**
 * Opens the data folder that this process owns.
 * @throws FolderFault, StoreFault: nothing in the folder was changed then.
 */
export async function openFolder(options: FolderOptions): Promise<OpenFolder> {
  const { folder, folderFault, commandLine, appFolder, log } = options;
  if (folderFault !== null) throw folderFault;
  const { isDemonstration } = commandLine;
  const mode = isDemonstration ? 'demonstration' : 'real';
  const identity = claimFolder(folder, mode);
  const keys = await readKeys(folder, identity.id);
  const startAt = commandLine.startAt === null ? null : londonInstant(Temporal.PlainDateTime.from(commandLine.startAt));
  const firstClock = createClock(startAt);
  const nativeBinding = join(appFolder, 'native', 'better_sqlite3.node');
  const opened = await openStore({
    folder,
    ...keys,
    mode,
    nativeBinding,
    instant: () => firstClock.instant(),
  });
  const { store } = opened;
  log.info('store.opened', { kind: opened.endedCleanly ? 'clean' : 'unclean' });
  const clock = isDemonstration ? await neverBefore(store, firstClock, startAt) : firstClock;
  const changes = createChanges();
  const machine = openMachineSettings(folder, clock.instant(), log);
  const settings = await openSettings({ store, machine, clock, changes, log });
  if (commandLine.site !== null) settings.setMachine({ site: commandLine.site });
  if (commandLine.port !== null) settings.setMachine({ deskPort: commandLine.port });
  if (isDemonstration && isEmpty(await readRules(store.db))) {
    await settings.setRules({ ...demonstrationRules, practiceName }, 'demonstration');
  }
  const name = commandLine.practice;
  if (name !== null && name !== settings.rules().practiceName)
    await settings.setRules({ practiceName: name }, 'commandLine');
  const lastInstant = await openLastInstant({ store, clock });
  const list = createCsvList({ workerPath: join(appFolder, 'workers', 'parseList.cjs') });
  const parts = { store, clock, changes, settings, lastInstant, log, isDemonstration };
  // A disk that cannot be written is told by everything that matters more.
  const saveClock = (): Promise<void> => lastInstant.save().catch(() => undefined);
  const saving = setInterval(() => void saveClock(), saveClockMilliseconds[mode]);
  return {
    ...parts,
    list,
    importLists: createImportLists({ ...parts, list }),
    async renewDemonstration() {
      let made: DemonstrationDay | null = null;
      await stageDemonstration(parts, () => (made = createDemonstration(clock.now())).appointments);
      return made;
    },
    async check() {
      const access = { file: join(folder, 'kiosk.db'), key: keys.key, nativeBinding };
      return (await checkInWorker(join(appFolder, 'workers', 'checkStore.cjs'), access, 'full')).problems;
    },
    async anchor() {
      appendAnchor(join(folder, 'anchors'), { at: clock.instant(), ...(await auditHead(store.db)) });
    },
    async close() {
      clearInterval(saving);
      await saveClock();
      await store.close();
    },
  };
}

/** A folder with a store but without its keys is never given new ones: they would only hide what was lost. */
async function readKeys(folder: string, id: string): Promise<{ key: Buffer; auditKey: Buffer }> {
  const secrets = createSecrets(keysFolder());
  const names = { key: `${id}.store`, auditKey: `${id}.audit` };
  const known = { key: await secrets.read(names.key), auditKey: await secrets.read(names.auditKey) };
  if (hasStore(folder) && (known.key === null || known.auditKey === null)) throw new FolderFault('keyMissing');
  return {
    key: known.key ?? (await secrets.create(names.key)),
    auditKey: known.auditKey ?? (await secrets.create(names.auditKey)),
  };
}

/** The later of the time asked for and the last one this demonstration has seen (design §12). */
async function neverBefore(store: Store, clock: Clock, startAt: Temporal.Instant | null): Promise<Clock> {
  const last = await store.lastInstant();
  if (last === null || last <= clock.instant()) return startAt === null ? createClock(null) : clock;
  return createClock(Temporal.Instant.from(last));
}

const isEmpty = (rules: object): boolean => Object.keys(rules).length === 0;
