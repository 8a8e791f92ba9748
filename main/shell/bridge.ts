import { MessageChannelMain, type BrowserWindow, type MessagePortMain } from 'electron';
import type { Log } from '../services/ports';
import { mayHavePort, type Asker } from './asker';

/** Serves a contract over a port until it closes. */
export type ServePort = (port: MessagePortMain) => void;

/**
 * Hands the page of `window` a port to the one contract that `serve` knows, once per page load. Each window is listened to by itself, so
 * none is answered in place of another, and what it was served with ends with it. Called again for a window, the newer serves it alone.
 * @param origin of the page that the window is for; whatever else it shows is refused.
 */
export function handOverPorts(window: BrowserWindow, origin: string, serve: ServePort, log: Log): void {
  const contents = window.webContents;
  let open: MessagePortMain | null = null;
  contents.ipc.removeAllListeners('port');
  contents.ipc.on('port', (event) => {
    const frame = event.senderFrame;
    const asker: Asker = {
      isOurWindow: event.sender === contents,
      isMainFrame: frame !== null && frame === contents.mainFrame,
      origin: frame?.origin ?? '',
    };
    if (frame === null || !mayHavePort(asker, origin)) {
      log.warn('page.portRefused');
      return;
    }
    // The page before this one is gone; so are its streams.
    open?.close();
    const { port1, port2 } = new MessageChannelMain();
    open = port2;
    serve(port2);
    port2.start();
    frame.postMessage('port', null, [port1]);
  });
  contents.once('destroyed', () => {
    open?.close();
  });
}
