import { ipcRenderer } from 'electron';

/**
 * Passes the kiosk contract's message port from main to the page, and does nothing else: it exposes no function and no object.
 * The page asks when it is ready to listen; main answers once per page load, after checking who asks.
 */
const page = globalThis as unknown as {
  addEventListener(type: 'message', listener: (event: { source: unknown; data: unknown }) => void): void;
  postMessage(message: string, targetOrigin: string, transfer: readonly unknown[]): void;
  location: { origin: string };
};

let hasAsked = false;
page.addEventListener('message', (event) => {
  if (hasAsked || event.source !== globalThis || event.data !== 'reception-kiosk:ready') return;
  // Asking again would have main close the port the page already has.
  hasAsked = true;
  ipcRenderer.send('port');
});

ipcRenderer.once('port', (event) => {
  page.postMessage('reception-kiosk:port', page.location.origin, event.ports);
});
