import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';

/* The packaged program. Playwright cannot drive it, which is the point: it is started as a practice starts it and listened to. */

const packaged = resolve('dist/linux-unpacked');
const isRoot = process.getuid?.() === 0;
const productUser = 'reception-kiosk';
const build = JSON.parse(readFileSync('out/app/build.json', 'utf8')) as { isFallbackRuntime: boolean };

/** Where the tests run it from: as root it runs as the product user, who may not be able to read this clone. */
let place: string;
let dataFolder: string;

test.beforeAll(() => {
  test.setTimeout(180_000);
  execFileSync(process.execPath, ['scripts/package.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] });
  place = mkdtempSync(join(tmpdir(), 'packaged-'));
  execFileSync('cp', ['-a', packaged, join(place, 'program')]);
  if (isRoot) execFileSync('chmod', ['755', place]);
});

test.afterAll(() => {
  rmSync(place, { recursive: true, force: true });
});

test.beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'packaged-data-'));
  if (isRoot) execFileSync('chown', [productUser, dataFolder]);
});

test.afterEach(() => {
  rmSync(dataFolder, { recursive: true, force: true });
});

interface Ending {
  code: number | null;
  signal: string | null;
  stdout: string;
  stderr: string;
  /** What it said to people: neither log lines nor Chromium's own grumbling. */
  sentences: string[];
}

interface Started {
  ended: Promise<Ending>;
  /** Resolves once the program has logged `event`. */
  logged(event: string): Promise<void>;
  stop(): void;
}

function start(args: string[], env: Record<string, string> = {}): Started {
  const program = join(place, 'program', 'reception-kiosk');
  const asUser = [`--reuid=${productUser}`, `--regid=${productUser}`, '--init-groups', '--', program];
  const child = spawn(isRoot ? 'setpriv' : program, isRoot ? [...asUser, ...args] : args, {
    cwd: '/',
    env: { ...process.env, ...(isRoot ? { HOME: '/var/lib/reception-kiosk' } : {}), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  const listeners = new Set<() => void>();
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].on('data', (part: Buffer) => {
      said[name] += part.toString();
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<Ending>((done, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) => {
      const sentences = said.stderr.split('\n').filter((line) => line !== '' && !/^(\{|\[\d+:)/.test(line));
      done({ code, signal, ...said, sentences });
    });
  });
  return {
    ended,
    stop: () => child.kill('SIGTERM'),
    logged: (event) =>
      Promise.race([
        new Promise<void>((done) => {
          const look = () => {
            if (said.stderr.includes(`"event":"${event}"`)) done();
          };
          listeners.add(look);
          look();
        }),
        ended.then(({ code, stderr }) => {
          throw new Error(`The program ended with ${String(code)} before it logged ${event}:\n${stderr}`);
        }),
      ]),
  };
}

/** Whether `words` stand in the archive of the application: its directory and its files are plain text. */
const isInArchive = (words: string) => readFileSync(join(packaged, 'resources', 'app.asar'), 'latin1').includes(words);

test('the fuses are set so that the program is no other one', async () => {
  const wire = await getCurrentFuseWire(join(packaged, 'reception-kiosk'));
  const states = Object.fromEntries(
    Object.entries(wire)
      .filter(([name]) => name !== 'version')
      .map(([name, state]) => [FuseV1Options[Number(name)], state === FuseState.ENABLE]),
  );
  expect(states).toMatchObject({
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
  });
});

test('it holds the built application and nothing else', () => {
  const resources = join(packaged, 'resources');
  expect(readdirSync(resources).toSorted()).toEqual(['app.asar', 'app.asar.unpacked']);
  const outside = readdirSync(join(resources, 'app.asar.unpacked'), { recursive: true, withFileTypes: true });
  expect(outside.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual(['better_sqlite3.node']);
  expect(statSync(join(resources, 'app.asar')).size).toBeLessThan(10_000_000);
  expect(isInArchive('"node_modules":{')).toBe(false);
  expect(isInArchive(resolve('.'))).toBe(false);
  expect(existsSync(join(packaged, 'browser_v8_context_snapshot.bin'))).toBe(false);
});

test('a package on an Electron out of support is named a test build', () => {
  const name = build.isFallbackRuntime ? 'Reception Kiosk TEST BUILD' : 'Reception Kiosk';
  expect(isInArchive(`"productName": "${name}"`)).toBe(true);
  expect(isInArchive('"isPackaged": true')).toBe(true);
  expect(isInArchive(`"isFallbackRuntime": ${String(build.isFallbackRuntime)}`)).toBe(true);
});

test('it starts on a demonstration, paints Welcome, serves the desk and ends when asked to', async () => {
  const program = start(['--data-dir', dataFolder, '--demo', '--port', '0']);
  await program.logged('app.ready');
  await program.logged('web.listening');
  program.stop();
  expect(await program.ended).toMatchObject({ code: 0, signal: null });
  expect(existsSync(join(dataFolder, 'kiosk.db'))).toBe(true);
});

for (const foreign of [
  '--remote-debugging-port=9222',
  '--remote-debugging-pipe',
  '--inspect',
  '--inspect-brk=0',
  '--no-sandbox',
  '--disable-web-security',
  '--user-data-dir=/tmp/elsewhere',
  '--js-flags=--expose-gc',
  '--load-extension=/tmp/extension',
  '--host-resolver-rules=MAP * 127.0.0.1',
]) {
  test(`it refuses ${foreign} in one sentence`, async () => {
    const { code, sentences, stdout } = await start(['--data-dir', dataFolder, '--demo', foreign]).ended;
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toContain(foreign.replace(/=.*/, ''));
    expect(sentences[0]).toMatch(/^[A-Z].*\.$/);
  });
}

test('the environment does not turn it into Node', async () => {
  const env = { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--require=/nowhere.cjs' };
  const { code, stdout, stderr } = await start(['-e', 'console.log(1 + 1)'], env).ended;
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).not.toContain('nowhere.cjs');
});

test('on an Electron out of support it refuses real data', async () => {
  test.skip(!build.isFallbackRuntime, 'this package is on the shipped Electron');
  const { code, sentences, stdout } = await start(['--data-dir', dataFolder]).ended;
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  expect(sentences).toHaveLength(1);
  expect(sentences[0]).toMatch(/^[A-Z].*\.$/);
  expect(readdirSync(dataFolder)).toEqual([]);
});
