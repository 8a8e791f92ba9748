import { openSync } from 'node:fs';

/** A set-up failure whose message is the one plain sentence a person needs: what is wrong and what to do. */
export class SetUpError extends Error {
  name = 'SetUpError';
}

/** Progress goes to standard error: standard output is for results alone (`app-path` prints JSON there). */
export function say(sentence) {
  process.stderr.write(`[set-up] ${sentence}\n`);
}

/**
 * Runs `work` under a visible heading, with a sign of life every 15 seconds.
 * @template T
 * @param {string} sentence what is being done.
 * @param {() => Promise<T>} work
 */
export async function step(sentence, work) {
  say(`${sentence} …`);
  const start = performance.now();
  const seconds = () => Math.round((performance.now() - start) / 1000);
  const pulse = setInterval(() => say(`… still at it after ${seconds()} s`), 15_000);
  try {
    const result = await work();
    if (seconds() >= 5) say(`… done in ${seconds()} s`);
    return result;
  } finally {
    clearInterval(pulse);
  }
}

/**
 * Runs a script to its end: every failure becomes one plain sentence and exit code 1.
 * @param {() => Promise<number | void>} main resolves to the exit code.
 */
export async function runScript(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (process.env.RECEPTION_KIOSK_DEBUG) console.error(error);
    process.stderr.write(`${sentenceOf(error)}\n`);
    process.exitCode = 1;
  }
}

/** @param {unknown} error */
export function sentenceOf(error) {
  if (error instanceof SetUpError) return error.message;
  const { code, path, message } = /** @type {NodeJS.ErrnoException} */ (
    error instanceof Error ? error : new Error(String(error))
  );
  if (code === 'ENOSPC') return 'The disk is full: free some space and run the same command again.';
  if ((code === 'EACCES' || code === 'EPERM' || code === 'EROFS') && path !== undefined) {
    return `${path} cannot be written by this user: run the command as the user who owns it.`;
  }
  return `Set-up failed: ${message.split('\n')[0]}; run the same command again, with RECEPTION_KIOSK_DEBUG=1 for details.`;
}

/** Standard input closed, everything a helper program prints on our standard error. */
export const printOnStderr = () => ['ignore', 2, 2];

/** Standard input closed, everything a helper program prints in `file`. */
export const printInto = (file) => {
  const handle = openSync(file, 'w');
  return ['ignore', handle, handle];
};
