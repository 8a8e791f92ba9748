import { randomUUID } from 'node:crypto';
import type { Day } from '../../preload/contract/rules/dates';
import type { ListedAppointment } from '../domain/types';
import { currentLists, dropImport, startImport } from '../store/lists';
import type { Reader } from '../store/schema';
import { stageList } from '../store/stage';
import type { Store } from '../store/store';
import { switchIn } from '../store/switchIn';
import { demonstrationSource } from './importLists';
import type { Changes, Clock, Settings } from './ports';
import { relinkFor } from './relinkFor';

/**
 * Puts the made-up day into use, in place of an earlier made-up one: its cases lie around the present minute. Patients keep their ids,
 * so whoever is checked in stays so. A list that somebody has given is left alone.
 * @param makeDay makes the day's rows; not called where they are not wanted, since it costs more than the rest of a start.
 */
export async function stageDemonstration(
  options: { store: Store; clock: Clock; changes: Changes; settings: Settings },
  makeDay: () => readonly ListedAppointment[],
): Promise<void> {
  const { store, clock, changes, settings } = options;
  const { day } = clock.now();
  if (await isListGiven(store.db, day)) return;
  const id = randomUUID();
  const at = clock.instant();
  await store.write((db) => startImport(db, { id, source: demonstrationSource, day, startedAt: at, listAsOf: at }));
  await stageList(store, id, makeDay());
  const relink = relinkFor([demonstrationSource], settings.rules());
  await store.write(async (db) => {
    // A list may have been given meanwhile; then the made-up people must not come back beside it.
    if (await isListGiven(db, day)) await dropImport(db, id);
    else await switchIn(db, { importIds: [id], day, at, relink, newId: randomUUID });
  });
  // Arrivals were linked again, and what the list says of them may have raised alerts.
  for (const topic of ['list', 'visits', 'alerts'] as const) changes.publish(topic);
}

async function isListGiven(db: Reader, day: Day): Promise<boolean> {
  return (await currentLists(db, day)).some(({ source }) => source !== demonstrationSource);
}
