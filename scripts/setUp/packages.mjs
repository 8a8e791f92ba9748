import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reasonIn, run } from './command.mjs';
import { checkout, outFolder, ownNode } from './paths.mjs';
import { SetUpError, step } from './say.mjs';

/** Installs the packages of package-lock.json when node_modules is missing or holds others. */
export async function preparePackages() {
  if (arePackagesInstalled()) return;
  mkdirSync(join(outFolder, 'logs'), { recursive: true });
  const log = join(outFolder, 'logs', 'npm-ci.log');
  // The Electron program is fetched by us, with a time limit (electronRuntime.mjs).
  const env = { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: '1', npm_config_loglevel: 'warn' };
  const code = await step('Installing packages (about a minute)', () =>
    runNpm(['ci', '--no-audit', '--no-fund'], { cwd: checkout, env, log }),
  );
  if (code === 127)
    throw new SetUpError('npm was not found: install Node 20 or later with npm, then run the same command again.');
  if (code !== 0) {
    throw new SetUpError(
      `The packages could not be installed (${reasonIn(log)}): check that this machine reaches the npm registry and run the same command again; the whole log is ${log}.`,
    );
  }
  if (!existsSync(ownNode)) {
    throw new SetUpError(
      'Node 24 was not installed with the packages: allow install scripts for the package "node" in your npm settings, then run "npm ci" and the same command again.',
    );
  }
}

/** npm without a shell: by the file npm itself names where a npm script started us. */
export function runNpm(args, options) {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js') && existsSync(script)) return run(process.execPath, [script, ...args], options);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {
    ...options,
    shell: process.platform === 'win32',
  });
}

/** npm keeps what it installed in node_modules/.package-lock.json, written last: an interrupted installation has none. */
function arePackagesInstalled() {
  try {
    const wanted = readPackages(join(checkout, 'package-lock.json'));
    const installed = readPackages(join(checkout, 'node_modules', '.package-lock.json'));
    const isSame = (path) =>
      installed[path]?.version === wanted[path].version && installed[path].integrity === wanted[path].integrity;
    const paths = Object.keys(wanted).filter((path) => path !== '');
    return existsSync(ownNode) && paths.every((path) => isSame(path) || (wanted[path].optional && !installed[path]));
  } catch {
    return false;
  }
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
