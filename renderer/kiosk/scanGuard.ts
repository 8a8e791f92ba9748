import { follow, noBurst } from './burst';
import { acceptsScan } from './flow/scanning';
import { isFollowed } from './flow/screens';
import type { FollowedScreen } from './flow/screens';
import { collect, noScan } from './scan';
import type { ScannedKey } from './scan';
import type { FlowStore } from './store';

/** Tells a scanner from somebody who types. */
export interface ScanGuard {
  /** Takes one key more; true when it belongs to a scan and does nothing else on the page. */
  take(key: ScannedKey, isInField: boolean): boolean;
  /** Forgets what was typed: whose letter it was is nobody's business a moment later. */
  forget(): void;
}

/**
 * Where the flow takes a scan, its barcode begins a visit. On a question it is kept from answering for the patient, and everything else
 * that is typed there is the question's (`useKeyboard`).
 */
export function createScanGuard(store: FlowStore): ScanGuard {
  let scan = noScan;
  let burst = noBurst;
  let begunOn: string | null = null;
  function takeScan(key: ScannedKey): boolean {
    const collected = collect(scan, key);
    ({ scan } = collected);
    if (collected.barcode !== null) store.dispatch({ type: 'scanned', barcode: collected.barcode });
    return collected.isSwallowed;
  }
  function takeBurst(key: ScannedKey, isInField: boolean): boolean {
    const { screen } = store.get();
    // The box of the letter keeps what is typed in it; one letter typed after another takes its place.
    if (!isFollowed(screen) || (screen.kind === 'letter' && isInField)) {
      burst = noBurst;
      return false;
    }
    // Whoever answers with keys and taps may be quick: what was typed before the last tap belongs to the question before.
    const place = placeOf(screen);
    if (place !== begunOn && !burst.isOver) burst = noBurst;
    begunOn = place;
    const followed = follow(burst, key, screen);
    ({ burst } = followed);
    if (followed.restored !== null) store.dispatch({ type: 'fieldTyped', text: followed.restored });
    return followed.isSwallowed;
  }
  return {
    take(key, isInField) {
      if (acceptsScan(store.get())) {
        burst = noBurst;
        return takeScan(key);
      }
      // The end of a scan has changed the screen before its last keys have come.
      if (scan.phase === 'over' && takeScan(key)) return true;
      scan = noScan;
      return takeBurst(key, isInField);
    },
    forget() {
      scan = noScan;
      burst = noBurst;
    },
  };
}

/** Each page of an application is a question of its own. */
function placeOf(screen: FollowedScreen): string {
  return screen.kind === 'signUp' ? `signUp ${screen.page}` : screen.kind;
}
