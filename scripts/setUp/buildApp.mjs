import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reasonIn, run } from './command.mjs';
import { builtApp, checkout, outFolder, ownEnvironment, ownNode } from './paths.mjs';
import { replaceFolder } from './replaceFolder.mjs';
import { SetUpError, step } from './say.mjs';
import { hashSources } from './sources.mjs';

/**
 * Builds the application into out/app, unless it stands there built from these very sources.
 * @param {import('./electronRuntime.mjs').ElectronRuntime} runtime
 * @param {string} binding file of SQLite's native binding for that runtime.
 * @returns {Promise<string>} the hash of what it was built from.
 */
export async function prepareApp(runtime, binding) {
  const hash = hashSources(`${runtime.id} ${binding}`);
  if (readStamp() !== hash) await step('Building the application', () => build(runtime, binding, hash));
  return hash;
}

async function build(runtime, binding, hash) {
  await replaceFolder(builtApp, async (fresh) => {
    const log = join(outFolder, 'build.log');
    const script = join(checkout, 'scripts', 'setUp', 'onOwnNode', 'bundle.mjs');
    const code = await run(ownNode, [script, fresh], { cwd: checkout, env: ownEnvironment(), log });
    if (code !== 0) {
      process.stderr.write(readFileSync(log, 'utf8'));
      throw new SetUpError(
        `The application could not be built (${reasonIn(log)}): put right what the lines above name and run the same command again.`,
      );
    }
    cpSync(binding, join(fresh, 'native', 'better_sqlite3.node'));
    if (existsSync(join(checkout, 'resources')))
      cpSync(join(checkout, 'resources'), join(fresh, 'resources'), { recursive: true });
    writeJson(join(fresh, 'package.json'), manifest());
    writeJson(join(fresh, 'build.json'), {
      electronVersion: runtime.version,
      isFallbackRuntime: runtime.isFallback,
      isPackaged: false,
      sources: hash,
    });
  });
}

/** The little that Electron reads of a package.json. */
function manifest() {
  const { name, productName, version, description, author, license } = JSON.parse(
    readFileSync(join(checkout, 'package.json'), 'utf8'),
  );
  return { name, productName, version, description, author, license, type: 'commonjs', main: 'main/index.cjs' };
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(join(builtApp, 'build.json'), 'utf8')).sources;
  } catch {
    return null;
  }
}

export function writeJson(file, value) {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
