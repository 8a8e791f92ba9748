import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeJson } from './buildApp.mjs';
import { reasonIn, run } from './command.mjs';
import { builtApp, checkout, isLinux, outFolder, ownEnvironment, ownNode } from './paths.mjs';
import { replaceFolder } from './replaceFolder.mjs';
import { browserSnapshot, linkTree } from './runnableCopy.mjs';
import { SetUpError, step } from './say.mjs';

const staging = join(outFolder, 'package');
const stagedApp = join(staging, 'app');
const stagedElectron = join(staging, 'electron');

/**
 * Makes the installable application in dist/: the unpacked folder, and with `targets` whatever electron-builder's tools for them can.
 * @param {import('./setUp.mjs').Ready} ready
 * @param {string[]} targets electron-builder's options, `--dir` where none is given.
 * @returns {Promise<string>} the folder of the results.
 */
export async function packageApp({ runtime, version }, targets = []) {
  const id = `${version} ${targets.join(' ')} ${readFileSync(join(checkout, 'electron-builder.yml'), 'utf8')}`;
  const result = join(checkout, 'dist');
  if (targets.length === 0 && readId() === id) return result;
  await step('Packaging the application', async () => {
    await stage(runtime);
    rmSync(result, { recursive: true, force: true });
    mkdirSync(join(outFolder, 'logs'), { recursive: true });
    const log = join(outFolder, 'logs', 'package.log');
    const script = join(checkout, 'node_modules', 'electron-builder', 'cli.js');
    const args = [script, ...(targets.length === 0 ? ['--dir'] : targets), ...settings(runtime)];
    const code = await run(ownNode, args, { cwd: checkout, env: ownEnvironment({ USE_SYSTEM_7ZA: 'true' }), log });
    if (code !== 0) {
      throw new SetUpError(
        `The application could not be packaged (${reasonIn(log)}): AppImage and NSIS need a network that reaches electron-builder's tools; the whole log is ${log}.`,
      );
    }
    writeJson(join(result, 'built.json'), { id });
  });
  return result;
}

function readId() {
  try {
    return JSON.parse(readFileSync(join(checkout, 'dist', 'built.json'), 'utf8')).id;
  } catch {
    return null;
  }
}

async function stage(runtime) {
  await replaceFolder(staging, (fresh) => {
    cpSync(builtApp, join(fresh, 'app'), { recursive: true });
    const build = JSON.parse(readFileSync(join(builtApp, 'build.json'), 'utf8'));
    writeJson(join(fresh, 'app', 'build.json'), { ...build, isPackaged: true });
    if (!isLinux) return;
    // A copy whose executable is its own: fuses are set in it, and the cache stays as it came.
    linkTree(runtime.folder, join(fresh, 'electron'));
    // The fuse that would load it is off.
    rmSync(join(fresh, 'electron', browserSnapshot), { force: true });
  });
}

/** What only this build knows. A test build, on the fallback Electron, is named one wherever a name is shown. */
function settings({ isFallback, version, folder }) {
  const { productName } = JSON.parse(readFileSync(join(stagedApp, 'package.json'), 'utf8'));
  const name = isFallback ? `${productName} TEST BUILD` : productName;
  return [
    '--config.electronVersion',
    version,
    '--config.electronDist',
    isLinux ? stagedElectron : folder,
    '--config.productName',
    name,
    '--config.extraMetadata.productName',
    name,
  ].map(String);
}
