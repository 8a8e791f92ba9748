import { join } from 'node:path';
import { prepareApp, writeJson } from './buildApp.mjs';
import { isDisplayMissing, prepareDisplay } from './display.mjs';
import { prepareElectron } from './electronRuntime.mjs';
import { withLock } from './lock.mjs';
import { preparePackages } from './packages.mjs';
import { builtApp, checkout, makeCache, ownFolder } from './paths.mjs';
import { checkProductUserCanRun, prepareProductUser } from './productUser.mjs';
import { prune } from './prune.mjs';
import { prepareRunnable } from './runnableCopy.mjs';
import { say, SetUpError } from './say.mjs';
import { isBindingMissing, prepareBinding } from './sqliteBinding.mjs';
import { checkLibraries, prepareSystemPackages } from './systemPackages.mjs';

/**
 * @typedef {'display' | 'tests'} Need
 * @typedef {object} Ready
 * @property {import('./electronRuntime.mjs').ElectronRuntime} runtime
 * @property {string} version of the built application: changes with its sources.
 * @property {string} executable starts the built, unfused application …
 * @property {string[]} args … with these before any others …
 * @property {Record<string, string>} env … and these variables.
 * @property {() => void} stop ends the virtual display, if one was started.
 */

/**
 * Gets this clone ready to run: packages, Electron, SQLite, system packages, the built application. Safe to repeat, quick the second time.
 * @param {{ need?: Need[] }} options `display`: also something to draw on; `tests`: also what only tests need.
 * @returns {Promise<Ready>}
 * @throws {SetUpError} with one plain sentence.
 */
export async function setUp({ need = [] } = {}) {
  if (Number.parseInt(process.versions.node, 10) < 20) {
    throw new SetUpError(
      `Node ${process.versions.node} is too old: install Node 20 or later and run the same command again.`,
    );
  }
  const start = performance.now();
  makeCache();
  const ready = await withLock(join(ownFolder, 'lock'), () => prepare(need));
  const display = need.includes('display') ? await prepareDisplay() : { env: {}, stop: () => undefined };
  say(`Ready after ${((performance.now() - start) / 1000).toFixed(1)} s.`);
  return { ...ready, ...display };
}

async function prepare(need) {
  prune();
  writeJson(join(ownFolder, 'home.json'), { checkout });
  await preparePackages();
  const needs = [
    'electron',
    ...(need.includes('tests') ? ['tests'] : []),
    ...(isDisplayMissing() ? ['virtualDisplay'] : []),
  ];
  const runtime = await prepareElectron(() =>
    prepareSystemPackages([...needs, ...(isBindingMissing() ? ['compiler'] : [])]),
  );
  await prepareSystemPackages(runtime.isFallback && isBindingMissing() ? [...needs, 'compiler'] : needs);
  checkLibraries(runtime.executable);
  await prepareProductUser();
  const version = await prepareApp(runtime, await prepareBinding(runtime));
  const runnable = await prepareRunnable(runtime, { name: 'kiosk', app: builtApp, version });
  checkProductUserCanRun(runnable.executable);
  return { runtime, version, ...runnable };
}
