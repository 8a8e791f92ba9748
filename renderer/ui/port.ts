const readyMessage = 'reception-kiosk:ready';
const portMessage = 'reception-kiosk:port';

/**
 * The message port of a window of this machine to main, handed over once by the preload script. The page asks only when it listens, so the port cannot
 * arrive too early; a message from anywhere but this window is not looked at.
 */
export function receivePort(): Promise<MessagePort> {
  return new Promise((resolve) => {
    function listen(event: MessageEvent): void {
      const port = event.ports[0];
      if (event.source !== window || event.data !== portMessage || port === undefined) return;
      window.removeEventListener('message', listen);
      resolve(port);
    }
    window.addEventListener('message', listen);
    window.postMessage(readyMessage, window.location.origin);
  });
}
