import { checkRules, defaultRules } from '../domain/rules';
import type { PracticeRules } from '../domain/types';
import { appendAudit } from '../store/audit';
import { readRules, writeRules } from '../store/rules';
import type { Store } from '../store/store';
import type { Changes, Clock, MachineSettings, Settings } from './ports';

/** The rules asked for do not hold together; `problems` says why, one sentence each. */
export class InvalidRules extends Error {
  override readonly name = 'InvalidRules';
  constructor(readonly problems: readonly string[]) {
    super(problems.join(' '));
  }
}

/** Opens both kinds of settings behind one port. Practice rules are read once and kept in step with every change made here. */
export async function openSettings(options: {
  store: Store;
  machine: { read(): MachineSettings; change(change: Partial<MachineSettings>): void };
  clock: Clock;
  changes: Changes;
}): Promise<Settings> {
  const { store, machine, clock, changes } = options;
  let rules = usable(await readRules(store.db));
  return {
    machine: () => machine.read(),
    setMachine(change) {
      machine.change(change);
      changes.publish('rules');
    },
    rules: () => rules,
    async setRules(change, actor) {
      const wanted: PracticeRules = { ...rules, ...change };
      const problems = checkRules(wanted);
      if (problems.length > 0) throw new InvalidRules(problems);
      await store.write(async (db) => {
        const at = clock.instant();
        const changed = await writeRules(db, change, at);
        for (const detail of changed) {
          await appendAudit(db, { at, actor, action: 'rules.changed', subjectId: null, detail: { ...detail } });
        }
      });
      rules = wanted;
      changes.publish('rules');
    },
  };
}

/** Stored rules over the defaults. A stored set that does not hold together (an older program's) is left aside whole: defaults are safe. */
function usable(stored: Record<string, unknown>): PracticeRules {
  const known = Object.fromEntries(Object.entries(stored).filter(([name]) => name in defaultRules));
  const wanted = { ...defaultRules, ...known } as PracticeRules;
  return checkRules(wanted).length === 0 ? wanted : defaultRules;
}
