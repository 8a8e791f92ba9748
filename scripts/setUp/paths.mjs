import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SetUpError } from './say.mjs';

/** The folder of this clone. */
export const checkout = realpathSync(join(dirname(fileURLToPath(import.meta.url)), '..', '..'));
export const outFolder = join(checkout, 'out');
export const builtApp = join(outFolder, 'app');
export const isRoot = process.getuid?.() === 0;
export const isLinux = process.platform === 'linux';

/** What is downloaded or built once for all clones. It holds nothing of a patient. */
export const cacheFolder = resolve(chooseCache());
/** Everything in the cache that belongs to this clone alone. */
export const ownFolder = join(cacheFolder, 'checkouts', shortHash(checkout));

/** Electron never runs as root, so what root caches must be readable by the product user. */
function chooseCache() {
  const { RECEPTION_KIOSK_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (RECEPTION_KIOSK_CACHE) return RECEPTION_KIOSK_CACHE;
  if (process.platform === 'win32')
    return join(LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'reception-kiosk', 'Cache');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'reception-kiosk');
  if (isRoot) return '/var/cache/reception-kiosk';
  return join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'reception-kiosk');
}

/** Makes the cache. As root everything in it is for the product user to read as well, whatever the caller's mask. */
export function makeCache() {
  if (isRoot) process.umask(0o022);
  try {
    mkdirSync(ownFolder, { recursive: true });
  } catch (error) {
    throw new SetUpError(
      `The cache folder ${cacheFolder} cannot be made (${error.code}): set RECEPTION_KIOSK_CACHE to a folder that can be written, and run the same command again.`,
    );
  }
}

export function shortHash(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** Node 24 of this clone, which every later step runs on. Plain `node` may be 20. */
export const ownNode =
  process.platform === 'win32'
    ? join(checkout, 'node_modules', 'node', 'bin', 'node.exe')
    : join(checkout, 'node_modules', 'node', 'bin', 'node');

/** The environment of everything we start: the clone's own programs first on the path. */
export function ownEnvironment(extra = {}) {
  const programs = join(checkout, 'node_modules', '.bin');
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== programs);
  return { ...process.env, PATH: [programs, ...path].join(delimiter), ...extra };
}
