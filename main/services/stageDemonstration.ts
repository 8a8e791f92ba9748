import { randomUUID } from 'node:crypto';
import type { ListedAppointment } from '../domain/types';
import { currentLists, startImport } from '../store/lists';
import { stageList } from '../store/stage';
import type { Store } from '../store/store';
import { switchIn } from '../store/switchIn';
import { demonstrationSource } from './importLists';
import type { Changes, Clock, Settings } from './ports';
import { relinkFor } from './relinkFor';

/**
 * Puts the made-up day into use, in place of an earlier made-up one: its cases lie around the present minute. Patients keep their ids,
 * so whoever is checked in stays so. A list that somebody has given is left alone.
 * @returns whether the made-up day is what the kiosk shows now.
 */
export async function stageDemonstration(
  options: { store: Store; clock: Clock; changes: Changes; settings: Settings },
  rows: readonly ListedAppointment[],
): Promise<boolean> {
  const { store, clock, changes, settings } = options;
  const { day } = clock.now();
  const known = await currentLists(store.db, day);
  if (known.some(({ source }) => source !== demonstrationSource)) return false;
  const id = randomUUID();
  const at = clock.instant();
  await store.write((db) => startImport(db, { id, source: demonstrationSource, day, startedAt: at, listAsOf: at }));
  await stageList(store, id, rows);
  const relink = relinkFor([demonstrationSource], settings.rules());
  await store.write((db) => switchIn(db, { importIds: [id], day, at, relink, newId: randomUUID }));
  changes.publish('list');
  return true;
}
