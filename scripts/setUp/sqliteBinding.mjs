import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { reasonIn, run } from './command.mjs';
import { withLock } from './lock.mjs';
import { cacheFolder, checkout, outFolder, ownEnvironment, ownNode } from './paths.mjs';
import { SetUpError, step } from './say.mjs';

const packageFolder = join(checkout, 'node_modules', 'better-sqlite3');
/** The headers that come with the clone's own Node; Node-API is the same in every Node. */
const headers = join(checkout, 'node_modules', 'node', 'node_modules', `node-${process.platform}-${process.arch}`);

/** The binding built for the fallback Electron, whether it is there yet or not. */
function builtBinding() {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  return join(cacheFolder, 'sqlite', `${version}-napi-experimental-${process.platform}-${process.arch}.node`);
}

/** Whether a compiler will be needed for `prepareBinding` on the fallback Electron. */
export const isBindingMissing = () => !existsSync(builtBinding());

/**
 * The file of SQLite's native binding for a runtime.
 * @param {{ isFallback: boolean }} runtime
 * @returns {Promise<string>}
 */
export async function prepareBinding(runtime) {
  if (!runtime.isFallback) return prebuild();
  const binding = builtBinding();
  if (!existsSync(binding)) {
    await withLock(join(cacheFolder, 'sqlite', 'lock'), async () => {
      if (!existsSync(binding)) await build(binding);
    });
  }
  return binding;
}

/** The binding that the package ships for this machine. */
function prebuild() {
  const isMusl = process.platform === 'linux' && process.report.getReport().header.glibcVersionRuntime === undefined;
  const file = join(packageFolder, 'prebuilds', `${isMusl ? 'linuxmusl' : process.platform}-${process.arch}.node`);
  if (!existsSync(file))
    throw new SetUpError(
      `SQLite has no build for ${process.platform} on ${process.arch}: use a 64-bit Windows, macOS or Linux machine.`,
    );
  return file;
}

/**
 * The shipped binding asks for a newer Node-API than the fallback Electron has and crashes it. Built for the experimental
 * Node-API, which holds the few newer functions under the same names, it runs there.
 */
async function build(binding) {
  const work = join(cacheFolder, 'sqlite', `work-${process.pid}`);
  const modules = join(work, 'node_modules');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(modules, { recursive: true });
  mkdirSync(join(outFolder, 'logs'), { recursive: true });
  const log = join(outFolder, 'logs', 'sqlite-build.log');
  try {
    cpSync(packageFolder, join(modules, 'better-sqlite3'), { recursive: true });
    cpSync(join(checkout, 'node_modules', 'node-addon-api'), join(modules, 'node-addon-api'), { recursive: true });
    const script = join(checkout, 'node_modules', 'node-gyp', 'bin', 'node-gyp.js');
    const env = ownEnvironment({
      CXXFLAGS: '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
      JOBS: 'max',
    });
    const code = await step('Building SQLite for this Electron (one to two minutes, once)', () =>
      run(ownNode, [script, 'rebuild', '--release', '--force_build=1', `--nodedir=${headers}`], {
        cwd: join(modules, 'better-sqlite3'),
        env,
        log,
      }),
    );
    if (code !== 0) {
      throw new SetUpError(
        `SQLite could not be built (${reasonIn(log)}): check that a C++ compiler and python3 are installed and run the same command again; the whole log is ${log}.`,
      );
    }
    const fresh = `${binding}.${process.pid}.new`;
    copyFileSync(join(modules, 'better-sqlite3', 'build', 'Release', 'better_sqlite3.node'), fresh);
    renameSync(fresh, binding);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
