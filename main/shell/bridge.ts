import { ipcMain, MessageChannelMain, type BrowserWindow, type MessagePortMain } from 'electron';
import type { Log } from '../services/ports';
import { mayHavePort, type Asker } from './asker';

/** Serves a contract over a port until it closes. */
export type ServePort = (port: MessagePortMain) => void;

/**
 * Hands the kiosk window's page a port to the kiosk contract, once per page load.
 */
export function handOverPorts(window: BrowserWindow, serve: ServePort, log: Log): void {
  let open: MessagePortMain | null = null;
  ipcMain.on('port', (event) => {
    const frame = event.senderFrame;
    const asker: Asker = {
      isOurWindow: event.sender === window.webContents,
      isMainFrame: frame !== null && frame === event.sender.mainFrame,
      origin: frame?.origin ?? '',
    };
    if (frame === null || !mayHavePort(asker)) {
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
}
