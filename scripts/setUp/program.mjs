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
    const pass = (signal) => {
      if (!hasPassedOn && !isWindows) child.kill(signal);
      hasPassedOn = true;
    };
    for (const signal of passedOn) process.on(signal, pass);
    const stopWatching = whenOrphaned(() => pass('SIGTERM'));
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      stopWatching();
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

/** npm passes a signal to the shell between us, which dies of it without a word to us: losing our parent is the signal then. */
function whenOrphaned(then) {
  const isStartedByNpm = process.env.npm_lifecycle_event !== undefined;
  if (!isStartedByNpm || process.platform === 'win32') return () => undefined;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) then();
  }, 500);
  return () => clearInterval(watch);
}
