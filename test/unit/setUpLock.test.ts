import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

/* Two clones may be set up at once and share one cache (scripts/setUp/lock.mjs). */

const lockModule = pathToFileURL(resolve(import.meta.dirname, '../../scripts/setUp/lock.mjs')).href;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs `body` in a process of its own while it holds the lock. */
function holding(body: string) {
  const script = `import { withLock } from ${JSON.stringify(lockModule)};
    import fs from 'node:fs';
    import { setTimeout as wait } from 'node:timers/promises';
    await withLock(${JSON.stringify(join(folder, 'lock'))}, async () => { ${body} });`;
  return spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: ['ignore', 'ignore', 'pipe'] });
}

const ended = (child: ReturnType<typeof holding>) => new Promise<number | null>((done) => child.on('close', done));

test('only one of many holds the lock at a time', { timeout: 60_000 }, async () => {
  const count = join(folder, 'count');
  writeFileSync(count, '0');
  const addOne = `const before = Number(fs.readFileSync(${JSON.stringify(count)}, 'utf8'));
    await wait(20);
    fs.writeFileSync(${JSON.stringify(count)}, String(before + 1));`;
  const codes = await Promise.all(Array.from({ length: 6 }, () => ended(holding(addOne))));
  expect(codes).toEqual([0, 0, 0, 0, 0, 0]);
  expect(readFileSync(count, 'utf8')).toBe('6');
  expect(existsSync(join(folder, 'lock'))).toBe(false);
});

test('the lock of a process that was killed is taken over', { timeout: 30_000 }, async () => {
  const killed = holding(`fs.writeFileSync(${JSON.stringify(join(folder, 'held'))}, ''); await wait(60_000);`);
  await expect.poll(() => existsSync(join(folder, 'held')), { timeout: 10_000 }).toBe(true);
  killed.kill('SIGKILL');
  await ended(killed);
  expect(existsSync(join(folder, 'lock', 'owner'))).toBe(true);
  expect(await ended(holding(''))).toBe(0);
});

test('a process id used again by another program does not keep a dead lock', { timeout: 30_000 }, async () => {
  mkdirSync(join(folder, 'lock'));
  writeFileSync(join(folder, 'lock', 'owner'), `${String(process.pid)} 1`);
  expect(await ended(holding(''))).toBe(0);
});

test('a lock whose owner never wrote its name is given up after a while', { timeout: 30_000 }, async () => {
  mkdirSync(join(folder, 'lock'));
  utimesSync(join(folder, 'lock'), new Date(0), new Date(0));
  expect(await ended(holding(''))).toBe(0);
});

test('the lock is free again after a failure', () => {
  const { status } = spawnSync(process.execPath, [
    '--input-type=module',
    '--eval',
    `import { withLock } from ${JSON.stringify(lockModule)};
     await withLock(${JSON.stringify(join(folder, 'lock'))}, async () => { throw new Error('on purpose'); });`,
  ]);
  expect(status).not.toBe(0);
  expect(existsSync(join(folder, 'lock'))).toBe(false);
});
