import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { checkout } from './paths.mjs';

/** Everything the built application is made of. */
const builtFrom = [
  'main',
  'preload',
  'renderer',
  'resources',
  'scripts/setUp',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

/** A hash over names and contents of all sources: the same hash, the same application. */
export function hashSources(extra = '') {
  const hash = createHash('sha256').update(extra);
  for (const file of builtFrom.flatMap((name) => filesIn(join(checkout, name)))) {
    hash.update(`\0${relative(checkout, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}

function filesIn(path) {
  const about = statSync(path, { throwIfNoEntry: false });
  if (about === undefined) return [];
  if (!about.isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}
