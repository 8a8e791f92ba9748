import { spawn, spawnSync } from 'node:child_process';
import { closeSync, readFileSync } from 'node:fs';
import { printInto, printOnStderr } from './say.mjs';

/**
 * Runs a program to its end without a shell.
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { log?: string }} options `log`: file for what it prints, else our standard error.
 * @returns {Promise<number>} its exit code; 127 where it does not exist, 128 where a signal ended it.
 */
export function run(program, args, { log, ...options } = {}) {
  const stdio = log === undefined ? printOnStderr() : printInto(log);
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio, ...options });
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 128));
    if (log !== undefined) closeSync(stdio[1]);
  });
}

/** What a short program prints, or null where it fails or does not exist. */
export function output(program, args, options = {}) {
  const { status, stdout } = spawnSync(program, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    ...options,
  });
  return status === 0 ? stdout : null;
}

/** The line of a log that most likely says why a program failed. */
export function reasonIn(log) {
  const lines = readFileSync(log, 'utf8')
    .split('\n')
    .map((line) => line.trim());
  const wanted = lines.filter(
    (line) =>
      /\b(error|ERR!|failed|unable)\b/i.test(line) &&
      !/complete log|^npm (error|ERR!)( (code|errno|syscall) .*)?$/i.test(line),
  );
  return (wanted[0] ?? lines.filter(Boolean).at(-1) ?? 'it gave no reason').slice(0, 200);
}
