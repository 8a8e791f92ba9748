import { spawn } from 'node:child_process';
import { isLinux } from './paths.mjs';
import { SetUpError, say } from './say.mjs';

/** Room for the kiosk upright and lying down. */
const screen = process.env.RECEPTION_KIOSK_SCREEN ?? '1920x1920';

/** Whether Linux lacks a display to draw on. */
export const isDisplayMissing = () => isLinux && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;

/**
 * A display to draw on: the one there is, else a virtual one of our own.
 * @returns {Promise<{ env: Record<string, string>, stop: () => void }>} variables for what draws; `stop` ends a display of our own.
 */
export async function prepareDisplay() {
  if (!isDisplayMissing()) return { env: {}, stop: () => undefined };
  // -ac: as root the program runs as another user, who must be let in. Nothing listens on the network.
  const args = ['-displayfd', '3', '-screen', '0', `${screen}x24`, '-nolisten', 'tcp', '-ac', '-noreset'];
  // A session of its own: what ends a whole process group must not take the screen away before the program has ended. Yet
  // it must not outlive us either.
  const server = spawn('setpriv', ['--pdeathsig', 'TERM', '--', 'Xvfb', ...args], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const number = await readNumber(server);
  const stop = () => server.kill();
  process.once('exit', stop);
  server.unref();
  say(`There is no display: drawing on a virtual one (:${number}, ${screen}).`);
  return { env: { DISPLAY: `:${number}` }, stop };
}

/** Xvfb writes its display's number once it is ready. */
function readNumber(server) {
  return new Promise((resolve, reject) => {
    let text = '';
    server.stdio[3].on('data', (chunk) => {
      text += chunk;
      if (!text.includes('\n')) return;
      server.stdio[3].destroy();
      resolve(Number.parseInt(text, 10));
    });
    const fail = () =>
      reject(
        new SetUpError(
          'There is no display and the virtual one (Xvfb) did not start: install xvfb or set DISPLAY, then run the same command again.',
        ),
      );
    server.on('error', fail);
    server.on('exit', fail);
  });
}
