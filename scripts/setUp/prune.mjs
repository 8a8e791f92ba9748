import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, outFolder } from './paths.mjs';

const dayMilliseconds = 24 * 60 * 60 * 1000;

/** Removes from the cache what no clone needs any more: copies for clones that are gone, and what broken-off set-ups left. */
export function prune() {
  const copies = join(cacheFolder, 'checkouts');
  for (const name of list(copies)) {
    const home = readHome(join(copies, name));
    if (home !== null && !existsSync(home)) discard(join(copies, name));
  }
  const places = ['electron', 'sqlite', 'checkouts'].map((name) => join(cacheFolder, name));
  for (const folder of [...places, ...list(copies).map((name) => join(copies, name)), outFolder]) {
    for (const name of list(folder).filter((entry) => /\.(new|old|stale-\d+)$|^work-\d+$/.test(entry))) {
      const path = join(folder, name);
      if (Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > dayMilliseconds)
        discard(path);
    }
  }
}

/** The folder of the clone that a set of runnable copies is for. */
function readHome(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, 'home.json'), 'utf8')).checkout;
  } catch {
    return null;
  }
}

function list(folder) {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** Tidying up must never be the reason that a kiosk does not start. */
function discard(path) {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // Somebody else's, or in use: the next set-up tries again.
  }
}
