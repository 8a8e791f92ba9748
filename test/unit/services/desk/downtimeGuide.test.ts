import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../support/temporaryStore';
import { openDowntime, passphrase } from './downtimeSupport';
import { row } from './support';

const guide = readFileSync(
  resolve(import.meta.dirname, '../../../../docs/guides/when-the-computers-are-down.md'),
  'utf8',
);

test('the recipe of the guide opens the file without a browser, and not with a wrong passphrase', async () => {
  const { downtime, path, max } = await openDowntime([row(1, '10:10', { patient: { lastName: 'Plantedname' } })]);
  await downtime.setPassphrase(max, passphrase);
  const recipe = join(temporaryFolder(), 'open-sheet.mjs');
  writeFileSync(recipe, /```js\n([\s\S]+?)```/.exec(guide)?.[1] ?? '');
  const run = (typed: string) =>
    spawnSync(process.execPath, [recipe, path], { input: `${typed}\n`, encoding: 'utf8', timeout: 15_000 });
  const right = run(passphrase);
  expect(right.status).toBe(0);
  expect(right.stdout).toMatch(/^<!doctype html>[^]*Plantedname, Alex/);
  const wrong = run('something else entirely');
  expect(wrong.status).toBe(1);
  expect(wrong.stderr).toContain('unable to authenticate data');
});
