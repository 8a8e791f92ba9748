import { appendAudit } from '../store/audit';
import type { Store } from '../store/store';
import { cleaningSeconds, type KioskMode } from './kioskMode';
import type { Clock } from './ports';

/** Locks the glass for staff with a cloth; audited as what `actor` did. */
export async function startCleaning(
  { store, clock, kioskMode }: { store: Store; clock: Clock; kioskMode: KioskMode },
  actor: string,
): Promise<void> {
  const detail = { seconds: cleaningSeconds };
  await store.write((db) =>
    appendAudit(db, { at: clock.instant(), actor, action: 'kiosk.cleaning', subjectId: null, detail }),
  );
  kioskMode.startCleaning();
}
