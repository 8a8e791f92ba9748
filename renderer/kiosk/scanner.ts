import { endMilliseconds } from './scan';
import { createScanGuard } from './scanGuard';
import type { FlowStore } from './store';

/** Listens to a scanner that types. Hears a key before everybody else, so that the end of a scan presses no button. */
export function listenToScanner(store: FlowStore): void {
  const guard = createScanGuard(store);
  let forgetting: number | undefined;
  function press(event: KeyboardEvent): void {
    window.clearTimeout(forgetting);
    forgetting = window.setTimeout(guard.forget, endMilliseconds);
    const isSpecial = event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.isComposing;
    const key = { key: event.key, at: event.timeStamp, isSpecial };
    if (!guard.take(key, event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
  window.addEventListener('keydown', press, { capture: true });
}
