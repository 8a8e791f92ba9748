import type { KioskClient } from './kioskClient';
import type { FlowStore } from './store';

/** How long the logo is held until the desk opens (design §9): longer than anybody rests a finger by chance. */
const holdMilliseconds = 3_000;

/**
 * Holding the logo sends one event to main and drops whoever was at the kiosk. There is nothing to see: a patient who holds it finds a
 * window that asks for a username and a passphrase, which the kiosk's own page never sees.
 */
export function watchLogo(store: FlowStore, client: KioskClient): void {
  let timer: number | undefined;
  const stop = (): void => {
    window.clearTimeout(timer);
    timer = undefined;
  };
  window.addEventListener('pointerdown', (event) => {
    stop();
    const isOnLogo = event.target instanceof Element && event.target.closest('[data-logo]') !== null;
    // A second finger is no hold.
    if (!isOnLogo || !event.isPrimary) return;
    timer = window.setTimeout(() => {
      store.dispatch({ type: 'staff' });
      void client.page.openDesk({}).catch(() => undefined);
    }, holdMilliseconds);
  });
  for (const type of ['pointerup', 'pointercancel', 'blur'] as const) window.addEventListener(type, stop);
  window.addEventListener('pointermove', (event) => {
    const isOnLogo = event.target instanceof Element && event.target.closest('[data-logo]') !== null;
    if (!isOnLogo) stop();
  });
}
