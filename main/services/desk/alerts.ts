import { acknowledgeAlerts } from '../../store/alerts';
import type { Store } from '../../store/store';
import type { Changes, Clock, Log } from '../ports';
import { auditAct } from './actionsOnVisit';
import type { Caller } from './caller';

/**
 * Notes that staff have seen alerts. The first acknowledgement of each stands, and it alone is audited; whoever called for help is told at
 * the kiosk (topic `alerts`).
 */
export async function acknowledge(
  { store, clock, changes, log }: { store: Store; clock: Clock; changes: Changes; log: Log },
  caller: Caller,
  alertIds: readonly string[],
): Promise<void> {
  const at = clock.instant();
  const count = await store.write(async (db) => {
    const acknowledged = await acknowledgeAlerts(db, alertIds, { at, staffId: caller.staffId });
    for (const { id, kind, subjectId } of acknowledged) {
      await auditAct(db, caller, { at, action: 'alert.acknowledged', subjectId, detail: { alert: id, kind } });
    }
    return acknowledged.length;
  });
  if (count === 0) return;
  log.info('desk.acted', { kind: 'alert.acknowledged', count });
  changes.publish('alerts');
}
