import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const scripts = resolve(import.meta.dirname, '../../scripts');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'set-up-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('a failure of set-up', () => {
  test('ends in one plain sentence on standard error, exit code 1, and nothing on standard output', () => {
    writeFileSync(join(folder, 'file'), '');
    const env = { ...process.env, RECEPTION_KIOSK_CACHE: join(folder, 'file', 'cache') };
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(scripts, 'appPath.mjs')], {
      encoding: 'utf8',
      env,
    });
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^The cache folder \S+ cannot be made \(ENOTDIR\): set RECEPTION_KIOSK_CACHE .*\.\n$/);
  });

  test('is counted by npm test, whose last line stays the sum', () => {
    writeFileSync(join(folder, 'file'), '');
    const env = { ...process.env, RECEPTION_KIOSK_CACHE: join(folder, 'file', 'cache') };
    const { status, stdout } = spawnSync(process.execPath, [join(scripts, 'test.mjs')], { encoding: 'utf8', env });
    expect(status).toBe(1);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('0 passed, 1 failed');
  });

  test('names a stage of npm test that does not exist', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(scripts, 'test.mjs'), 'units'], {
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toContain('"units"');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('0 passed, 1 failed');
  });
});

interface Counting {
  countVitest(file: string, code: number): { passed: number; failed: number };
  countPlaywright(file: string, code: number): { passed: number; failed: number };
}

describe('counting tests', () => {
  const counting = async () => (await import(pathToFileURL(join(scripts, 'testing', 'counts.mjs')).href)) as Counting;
  const report = (value: unknown) => {
    const file = join(folder, 'report.json');
    writeFileSync(file, JSON.stringify(value));
    return file;
  };

  test('takes what vitest says, and a file that would not load as one failure', async () => {
    const { countVitest } = await counting();
    const loaded = { status: 'failed', assertionResults: [{}] };
    const broken = { status: 'failed', assertionResults: [] };
    expect(countVitest(report({ numPassedTests: 5, numFailedTests: 1, testResults: [loaded, broken] }), 1)).toEqual({
      passed: 5,
      failed: 2,
    });
    expect(countVitest(report({ numPassedTests: 5, numFailedTests: 0, testResults: [] }), 0)).toEqual({
      passed: 5,
      failed: 0,
    });
  });

  test('takes what Playwright says, and a test that passed only at a second try as failed', async () => {
    const { countPlaywright } = await counting();
    expect(countPlaywright(report({ stats: { expected: 9, unexpected: 1, flaky: 1, skipped: 3 } }), 1)).toEqual({
      passed: 9,
      failed: 2,
    });
  });

  test('never takes a runner that failed, or said nothing, for one that passed', async () => {
    const { countVitest, countPlaywright } = await counting();
    expect(existsSync(join(folder, 'none.json'))).toBe(false);
    expect(countVitest(join(folder, 'none.json'), 0)).toEqual({ passed: 0, failed: 1 });
    expect(countPlaywright(join(folder, 'none.json'), 0)).toEqual({ passed: 0, failed: 1 });
    expect(countPlaywright(report({ stats: { expected: 9, unexpected: 0, flaky: 0 } }), 1)).toEqual({
      passed: 9,
      failed: 1,
    });
  });
});
