import { checkRules, defaultRules } from '../domain/rules';
import type { PracticeRules } from '../domain/types';
import { appendAudit } from '../store/audit';
import { readRules, writeRules } from '../store/rules';
import type { Store } from '../store/store';
import type { Changes, Clock, Log, MachineSettings, Settings } from './ports';

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
  log: Log;
}): Promise<Settings> {
  const { store, machine, clock, changes, log } = options;
  let rules = usable(await readRules(store.db), log);
  // One after the other: of two changes at once, the second is checked against what the first has made.
  let last: Promise<unknown> = Promise.resolve();
  const change = async (wish: Partial<PracticeRules>, actor: string): Promise<void> => {
    const wanted: PracticeRules = { ...rules, ...wish };
    const problems = checkRules(wanted);
    if (problems.length > 0) throw new InvalidRules(problems);
    await store.write(async (db) => {
      const at = clock.instant();
      const changed = await writeRules(db, wish, at);
      for (const detail of changed) {
        await appendAudit(db, { at, actor, action: 'rules.changed', subjectId: null, detail: { ...detail } });
      }
    });
    rules = wanted;
    changes.publish('rules');
  };
  return {
    machine: () => machine.read(),
    setMachine(wish) {
      machine.change(wish);
      changes.publish('rules');
    },
    rules: () => rules,
    setRules(wish, actor) {
      const changed = last.then(() => change(wish, actor));
      last = changed.catch(() => undefined);
      return changed;
    },
  };
}

/**
 * Stored rules over the defaults. Where they do not hold together (an older program's, say), the fewest are left aside that make the
 * rest hold: one bad value must not lose the practice its opening hours. Each is logged by its name, and stays in the store.
 */
function usable(stored: Readonly<Record<string, unknown>>, log: Log): PracticeRules {
  const kept = new Map(Object.entries(stored).filter(([name]) => Object.hasOwn(defaultRules, name)));
  const together = (): PracticeRules => ({ ...defaultRules, ...Object.fromEntries(kept) });
  while (checkRules(together()).length > 0) {
    const worst = worstOf(kept);
    // The defaults themselves hold together, so something can be left aside.
    if (worst === null) return defaultRules;
    kept.delete(worst);
    log.warn('settings.setAside', { kind: worst });
  }
  return together();
}

/** The rule without which the fewest problems are left. */
function worstOf(kept: ReadonlyMap<string, unknown>): string | null {
  const candidates = [...kept.keys()].map((name) => {
    const rest = [...kept].filter(([other]) => other !== name);
    return { name, left: checkRules({ ...defaultRules, ...Object.fromEntries(rest) }).length };
  });
  return candidates.toSorted((one, other) => one.left - other.left)[0]?.name ?? null;
}
