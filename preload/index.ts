import { ipcRenderer } from 'electron';

/**
 * Passes the kiosk contract's message port from main to the page, and does nothing else: it exposes no function and no object.
 * Main hands it over once per page load, after checking who asks; the page is given it as soon as it listens.
 */
const page = globalThis as unknown as {
  addEventListener(type: 'message', listener: (event: { source: unknown; data: unknown }) => void): void;
  postMessage(message: string, targetOrigin: string, transfer: readonly unknown[]): void;
  location: { origin: string };
};

let port: readonly unknown[] | null = null;
let isPageListening = false;

function passOn(): void {
  if (port === null || !isPageListening) return;
  page.postMessage('reception-kiosk:port', page.location.origin, port);
  port = null;
}

page.addEventListener('message', (event) => {
  if (event.source !== globalThis || event.data !== 'reception-kiosk:ready') return;
  isPageListening = true;
  passOn();
});

ipcRenderer.once('port', (event) => {
  port = event.ports;
  passOn();
});

// Asked for before the page's own script has even been fetched, and once: main would close the port the page has.
ipcRenderer.send('port');
