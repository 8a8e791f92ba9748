import { randomUUID } from 'node:crypto';
import { appendAudit } from '../../store/audit';
import type { Store } from '../../store/store';
import { lastImport, planUndo, undoImport, type LastImport } from '../../store/undoImport';
import { demonstrationSource } from '../importLists';
import type { Changes, Clock, Log, Settings } from '../ports';
import { relinkFor } from '../relinkFor';
import { actorOf, type Caller } from './caller';

export interface UndoParts {
  store: Store;
  clock: Clock;
  changes: Changes;
  settings: Settings;
  log: Log;
}

/** The last import of today, if it can be taken back: until the next one, and never over midnight. */
export function undoableImport({ store, clock }: Pick<UndoParts, 'store' | 'clock'>): Promise<LastImport | null> {
  return lastImport(store.db, clock.now().day, [demonstrationSource]);
}

/**
 * Takes the import of `importedAt` back, if it still is the last one: who has seen another list come in meanwhile, or presses twice, takes
 * nothing back that they did not mean. Returns whether it was taken back.
 */
export async function takeBackImport(parts: UndoParts, importedAt: string, caller: Caller): Promise<boolean> {
  const { store, clock, changes, settings, log } = parts;
  const { day } = clock.now();
  const last = await undoableImport(parts);
  if (last?.importedAt !== importedAt) return false;
  const relink = relinkFor(last.sources, settings.rules());
  const plan = await planUndo(store.db, day, last, relink);
  const isBack = await store.write(async (db) => {
    const still = await lastImport(db, day, [demonstrationSource]);
    if (still?.importedAt !== importedAt) return false;
    const at = clock.instant();
    await undoImport(db, still, { day, at, relink, newId: randomUUID, plan });
    const detail = { role: caller.role, importedAt, sources: still.sources, backTo: still.backTo };
    await appendAudit(db, { at, actor: actorOf(caller), action: 'list.importUndone', subjectId: null, detail });
    return true;
  });
  if (!isBack) return false;
  for (const topic of ['list', 'visits', 'alerts'] as const) changes.publish(topic);
  log.info('desk.acted', { kind: 'list.importUndone' });
  return true;
}
