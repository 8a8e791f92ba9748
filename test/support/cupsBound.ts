import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';

/**
 * Starts a program that the kernel ends with whoever started it: a test run that is killed leaves no printing system behind. By `setpriv`,
 * which every Debian has; it becomes the program, so that its number is the program's.
 */
export function spawnBound(program: string, words: readonly string[], options: SpawnOptions): ChildProcess {
  return spawn('setpriv', ['--pdeathsig', 'KILL', program, ...words], options);
}
