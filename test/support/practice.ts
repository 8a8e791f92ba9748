import { utimesSync } from 'node:fs';
import { defaultRules } from '../../main/domain/rules';
import type { List } from '../../main/domain/list';
import type { PracticeRules } from '../../main/domain/types';
import { readList } from '../../main/lists/readList';
import { defaultMachineSettings } from '../../main/services/machineDefaults';
import { createChanges } from '../../main/services/changes';
import { createDeskPresence } from '../../main/services/deskPresence';
import { createImportLists } from '../../main/services/importLists';
import { openLastInstant } from '../../main/services/lastInstant';
import { createListState } from '../../main/services/listState';
import type { Settings, Topic } from '../../main/services/ports';
import { writeListFile } from './listFiles';
import { createFakeClock, createFakeTimers, createSilentLog } from './fakePorts';
import { openTemporaryStore } from './temporaryStore';

const topics = ['list', 'visits', 'alerts', 'queue'] as const satisfies readonly Topic[];

/** The real reader of day lists, in this thread. */
const list: List = {
  read: (path, name, day, statusWords) => readList(path, name, day, { quietMilliseconds: 0, statusWords }),
};

interface PracticeOptions {
  /** London wall time. */
  now?: string;
  isDemonstration?: boolean;
  /** What differs from the defaults; `settings.setRules` changes more of them later. */
  rules?: Partial<PracticeRules>;
}

/** A practice's services on a real store in a temporary folder; time stands still until a test moves it. */
export async function openPractice(options: PracticeOptions = {}) {
  const { now = '2026-11-23T10:00', isDemonstration = false } = options;
  const { store } = await openTemporaryStore();
  const clock = createFakeClock(now);
  const timers = createFakeTimers();
  const log = createSilentLog();
  const changes = createChanges();
  const published: Topic[] = [];
  for (const topic of topics) changes.subscribe([topic], () => published.push(topic));
  let rules: PracticeRules = { ...defaultRules, ...options.rules };
  const settings: Settings = {
    machine: () => ({ ...defaultMachineSettings }),
    setMachine: () => {
      throw new Error('No test of these services changes the machine');
    },
    rules: () => rules,
    // In memory: a test's own rules leave no trace in the audit it looks at.
    setRules(change) {
      rules = { ...rules, ...change };
      changes.publish('rules');
      return Promise.resolve();
    },
  };
  const deskPresence = createDeskPresence(timers);
  const lastInstant = await openLastInstant({ store, clock });
  const parts = { store, clock, timers, log, changes, settings, isDemonstration, deskPresence, lastInstant };
  return {
    ...parts,
    published,
    importLists: createImportLists({ ...parts, list }),
    listState: createListState(parts),
  };
}

/** Lets everything that waits for nothing but the store go on until it is done. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Writes a day list as if it had been exported at `written`: by itself a file is of the machine's time, not of the test's. */
export function writeListAt(name: string, content: string | Buffer, written = '2026-11-23T10:00:00.000Z'): string {
  const path = writeListFile(name, content);
  utimesSync(path, new Date(written), new Date(written));
  return path;
}
