import type { KioskClient } from './kioskClient';
import type { FlowStore } from './store';

const reconnectMilliseconds = 1_000;

/** Follows main's snapshots for as long as the page lives; a broken stream puts the kiosk out of service until the next one. */
export async function followLive(store: FlowStore, client: KioskClient): Promise<never> {
  for (;;) {
    try {
      for await (const snapshot of await client.live()) store.dispatch({ type: 'snapshotArrived', snapshot });
    } catch {
      // The reason does not matter to the patient, and main has logged it.
    }
    store.dispatch({ type: 'outOfService' });
    await new Promise((resolve) => setTimeout(resolve, reconnectMilliseconds));
  }
}
