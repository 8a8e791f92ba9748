import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** A second Ctrl+C while the program is ending tidily must not reach it: it would break that off. */
const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs the application until it ends, standard streams passed through; Ctrl+C ends it the tidy way.
 * @param {import('./setUp.mjs').Ready} ready
 * @param {string[]} args
 * @returns {Promise<number>} its exit code; 128 + number where a signal ended it.
 */
export function runProgram({ executable, args: ownArgs, env }, args) {
  const isWindows = process.platform === 'win32';
  return new Promise((resolve, reject) => {
    const child = spawn(executable, [...ownArgs, ...args], {
      stdio: 'inherit',
      env: { ...process.env, ...env, RECEPTION_KIOSK_DIE_WITH_PARENT: '1' },
      // A group of its own: a terminal's Ctrl+C reaches it once, through us.
      detached: !isWindows,
    });
    let hasPassedOn = false;
    for (const signal of passedOn) {
      process.on(signal, () => {
        if (!hasPassedOn && !isWindows) child.kill(signal);
        hasPassedOn = true;
      });
    }
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}
