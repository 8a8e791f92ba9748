import type { Day } from '../../preload/contract/rules/dates';
import { factsOf } from '../domain/application/facts';
import { after, refusalOf } from '../domain/application/machine';
import { isOverdue } from '../domain/application/overdue';
import { applicationById, changeApplication, openApplications } from '../store/applications';
import { appendAudit } from '../store/audit';
import type { Store } from '../store/store';
import type { Changes, Clock, Log } from './ports';

/**
 * Ends what nobody has finished in three months (domain facts, "Levels, review, proxy"), each in a transaction of its own. Whoever still wants it
 * applies anew: what was given then may not be true any more. Returns how many.
 */
export async function expireApplications(options: {
  store: Store;
  clock: Clock;
  changes: Pick<Changes, 'publish'>;
  log: Log;
}): Promise<number> {
  const { store, clock, changes, log } = options;
  const { day: today } = clock.now();
  const overdue = (await openApplications(store.db)).filter(({ day }) => isOverdue(day, today));
  let count = 0;
  for (const { id } of overdue) if (await expire(store, id, { today, at: clock.instant() })) count += 1;
  if (count > 0) {
    changes.publish('applications');
    log.info('applications.expired', { count });
  }
  return count;
}

/** False where somebody has ended it in the meantime. */
function expire(store: Store, id: string, { today, at }: { today: Day; at: string }): Promise<boolean> {
  return store.write(async (db) => {
    const application = await applicationById(db, id);
    if (application === null) return false;
    const facts = factsOf(application, today);
    if (refusalOf(facts, 'expire') !== null) return false;
    const { subjectId, work } = application;
    await changeApplication(db, application, { work, ended: after(facts, 'expire').ended }, { by: null, at });
    await appendAudit(db, { at, actor: 'system', action: 'application.expire', subjectId, detail: {} });
    return true;
  });
}
