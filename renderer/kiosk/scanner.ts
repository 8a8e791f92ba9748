import { acceptsScan } from './flow/scanning';
import { collect, endMilliseconds, noScan } from './scan';
import type { FlowStore } from './store';

/**
 * Listens to a scanner that types, where the flow takes a scan; on questions a keyboard is a keyboard (`useKeyboard`). Hears a key before
 * everybody else, so that the end of a scan presses no button.
 */
export function listenToScanner(store: FlowStore): void {
  let scan = noScan;
  let forgetting: number | undefined;
  function forget(): void {
    scan = noScan;
  }
  function press(event: KeyboardEvent): void {
    // The end of a scan may change the screen before its last keys have come.
    if (!acceptsScan(store.get()) && scan.phase !== 'over') return forget();
    const isSpecial = event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.isComposing;
    const collected = collect(scan, { key: event.key, at: event.timeStamp, isSpecial });
    ({ scan } = collected);
    window.clearTimeout(forgetting);
    // Whose letter it was is nobody's business after that.
    forgetting = window.setTimeout(forget, endMilliseconds);
    if (collected.isSwallowed) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    if (collected.barcode !== null) store.dispatch({ type: 'scanned', barcode: collected.barcode });
  }
  window.addEventListener('keydown', press, { capture: true });
}
