import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/* The printing systems of tests: what a killed test run leaves behind. */

it('a program that is bound to a test ends with it, also where that is killed', async () => {
  // As a test run that starts a printing system: it says which number that has.
  const starts = `
    import { spawnBound } from ${JSON.stringify(new URL('../../../support/cupsBound.ts', import.meta.url).href)};
    const { pid } = spawnBound('sleep', ['600'], { stdio: 'ignore' });
    console.log(String(pid));
    setInterval(() => undefined, 1000);
  `;
  const run = spawn(process.execPath, ['--input-type=module', '--eval', starts], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const number = await new Promise<number>((resolve) => {
    run.stdout.once('data', (line: Buffer) => {
      resolve(Number(line.toString()));
    });
  });
  // Before it is `sleep` it is whatever binds it.
  await expect.poll(() => statusOf(number)).toMatch(/^Name:\s+sleep$/m);
  run.kill('SIGKILL');
  // Gone, or dead and not yet cleared away by the machine.
  await expect.poll(() => statusOf(number)).toMatch(/^$|^State:\s+Z/m);
});

/** What the kernel tells of a process; empty: there is none. */
function statusOf(number: number): string {
  try {
    return readFileSync(`/proc/${String(number)}/status`, 'utf8');
  } catch {
    return '';
  }
}
