import { randomUUID } from 'node:crypto';
import { earlyNow } from '../domain/earlyNow';
import { knownPatients } from '../domain/patients';
import type { Now, PracticeRules } from '../domain/types';
import { raiseAlert } from '../store/alerts';
import { candidates } from '../store/checkIn';
import { earlyVisits, setOpensAt } from '../store/earlyVisits';
import { currentLists } from '../store/lists';
import type { Writer } from '../store/schema';
import type { Store } from '../store/store';
import { earlyVisitsOpening, visitById } from '../store/visits';
import type { ListState } from './listState';
import type { Changes, Clock, Log, Settings } from './ports';

interface WatchEarlyOptions {
  store: Store;
  clock: Clock;
  changes: Changes;
  settings: Settings;
  listState: ListState;
  log: Log;
}

/**
 * Tells staff, once for each opening, that somebody who came too early can be checked in now. What the patient was told may no longer hold:
 * each is looked at anew before staff hear of them, and all of them whenever lists, rules or site have changed, so that an appointment
 * that was moved, cancelled or arrived at since alerts at its new time or not at all.
 */
export function watchEarly(options: WatchEarlyOptions): () => Promise<void> {
  const { store, clock, changes, settings, listState, log } = options;
  let lookedAt: { rules: PracticeRules; lists: string } | null = null;
  return async () => {
    const now = clock.now();
    const instant = clock.instant();
    const rules = settings.rules();
    const site = await listState.site();
    // Without a list, or without knowing where in it the kiosk stands, nothing can be said; once that is put right all are looked at.
    if (site === null) return;
    const importIds = (await currentLists(store.db, now.day)).map(({ importId }) => importId);
    const lists = JSON.stringify([now.day, site, importIds]);
    const isNew = lookedAt?.rules !== rules || lookedAt.lists !== lists;
    const visitIds = isNew
      ? await earlyVisits(store.db, now.day)
      : await earlyVisitsOpening(store.db, now.day, instant);
    for (const visitId of visitIds) {
      // One by one: together they could hold up a check-in (design §5).
      const isRaised = await store.write(async (db) => {
        await reconsider(db, visitId, { now, site, rules });
        // What has no alert of this opening yet: one of an earlier opening does not count.
        if (!(await earlyVisitsOpening(db, now.day, instant)).includes(visitId)) return false;
        const alert = { id: randomUUID(), day: now.day, raisedAt: instant, visitId, detail: null };
        await raiseAlert(db, { ...alert, kind: 'windowOpen' });
        return true;
      });
      if (!isRaised) continue;
      log.info('alert.raised', { kind: 'windowOpen' });
      changes.publish('alerts');
    }
    if (visitIds.length > 0) changes.publish('visits');
    lookedAt = { rules, lists };
  };
}

async function reconsider(
  db: Writer,
  visitId: string,
  around: { now: Now; site: string; rules: PracticeRules },
): Promise<void> {
  const visit = await visitById(db, visitId);
  // Checked in between the look and the lock.
  if (visit === null || visit.notCheckedIn !== 'tooEarly') return;
  const found = await candidates(db, around.now.day, visit.patient.dateOfBirth);
  const patient = knownPatients(found.appointments, found.visits).find(({ visits }) =>
    visits.some(({ id }) => id === visitId),
  );
  const state = earlyNow({
    ...around,
    appointments: patient?.appointments ?? [],
    arrivals: patient?.visits.flatMap(({ arrivals }) => arrivals) ?? [],
  });
  const opensAt = state.kind === 'nothing' ? null : state.opensAt;
  if (opensAt !== visit.opensAt) await setOpensAt(db, visitId, opensAt);
}
