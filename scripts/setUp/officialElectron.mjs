import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { cacheFolder, checkout, ownEnvironment, ownNode, shortHash } from './paths.mjs';
import { say, step } from './say.mjs';

/** How long we believe that the release site cannot be reached, so that the next start need not wait for it. */
const believedMilliseconds = 24 * 60 * 60 * 1000;

const runtimes = join(cacheFolder, 'electron');

/** Where the program is inside an Electron release. */
const programInRelease =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ?? 'electron';

/** The official Electron of package.json where it is in the cache already. */
export function findOfficial() {
  const version = readVersion();
  const folder = join(runtimes, `${version}-${process.platform}-${process.arch}`);
  const executable = join(folder, programInRelease);
  if (!existsSync(executable)) return null;
  return { isFallback: false, version, folder, executable, id: `official-${version}` };
}

/** Downloads the official Electron; null, with the reason said, where it cannot be had. */
export async function fetchOfficial() {
  if (isKnownUnreachable()) return null;
  const version = readVersion();
  const folder = join(runtimes, `${version}-${process.platform}-${process.arch}`);
  const unpacked = `${folder}.${process.pid}.new`;
  mkdirSync(runtimes, { recursive: true });
  const failure = await step(`Getting Electron ${version}`, () => download(unpacked));
  if (failure !== null) {
    rmSync(unpacked, { recursive: true, force: true });
    say(`Electron could not be had from its release site (${failure}); ELECTRON_MIRROR can name another.`);
    writeFileSync(unreachableFile(), JSON.stringify({ at: Date.now(), failure }));
    return null;
  }
  renameSync(unpacked, folder);
  return findOfficial();
}

function download(folder) {
  const script = join(checkout, 'scripts', 'setUp', 'onOwnNode', 'downloadElectron.mjs');
  const downloads = join(cacheFolder, 'downloads');
  // Node's own proxy support, for networks that ask for it.
  const env = ownEnvironment({ NODE_USE_ENV_PROXY: '1' });
  return new Promise((resolve) => {
    const child = spawn(ownNode, ['--no-warnings', script, folder, downloads], {
      cwd: checkout,
      env,
      stdio: ['ignore', 'pipe', 2],
    });
    let reason = '';
    child.stdout.on('data', (chunk) => (reason += chunk));
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code) => resolve(code === 0 ? null : reason || `exit code ${code}`));
  });
}

/** One note for each version and mirror: with another mirror we try again at once. */
function unreachableFile() {
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? '';
  return join(runtimes, `unreachable-${shortHash(`${readVersion()} ${mirror}`)}.json`);
}

function isKnownUnreachable() {
  try {
    return Date.now() - JSON.parse(readFileSync(unreachableFile(), 'utf8')).at < believedMilliseconds;
  } catch {
    return false;
  }
}

function readVersion() {
  return JSON.parse(readFileSync(join(checkout, 'node_modules', 'electron', 'package.json'), 'utf8')).version;
}
