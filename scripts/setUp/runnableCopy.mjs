import {
  chmodSync,
  constants,
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { run } from './command.mjs';
import { writeJson } from './buildApp.mjs';
import { checkout, isLinux, ownEnvironment, ownFolder, ownNode, shortHash } from './paths.mjs';
import { replaceFolder } from './replaceFolder.mjs';
import { SetUpError, step } from './say.mjs';

/** Chromium's own, over 100 MB, needless once Electron no longer starts from it. */
export const browserSnapshot = 'browser_v8_context_snapshot.bin';

/** Playwright drives the program over Node's inspector; the fallback comes with that closed and with a start-up snapshot of another program. */
const developmentFuses = { EnableNodeCliInspectArguments: true, LoadBrowserProcessSpecificV8Snapshot: false };

/**
 * Makes this clone's own runnable Electron with `app` in it. Two clones never share one.
 * Elsewhere than on Linux the release runs as it is, with the folder of the application as its first argument.
 * @param {import('./electronRuntime.mjs').ElectronRuntime} runtime
 * @param {{ name: string, app: string, version: string }} what `name`: folder for this copy; `version`: changes whenever the application does.
 * @returns {Promise<{ executable: string, args: string[] }>} how to start it.
 */
export async function prepareRunnable(runtime, { name, app, version }) {
  if (!isLinux) return { executable: runtime.executable, args: [app] };
  const folder = join(ownFolder, name);
  const wrapper = join(folder, 'kiosk.sh');
  const wrapperSource = join(checkout, 'scripts', 'kiosk.sh');
  const id = `${runtime.id} ${shortHash(readFileSync(wrapperSource))}`;
  if (readId(folder) !== id) {
    await step('Preparing the program', () =>
      replaceFolder(folder, async (fresh) => {
        linkTree(runtime.folder, join(fresh, 'electron'));
        if (runtime.isFallback) await openForDevelopment(join(fresh, 'electron'));
        copyFileSync(wrapperSource, join(fresh, 'kiosk.sh'));
        chmodSync(join(fresh, 'kiosk.sh'), 0o755);
        writeJson(join(fresh, 'copy.json'), { id, checkout });
      }),
    );
  }
  placeApp(app, join(folder, 'electron', 'resources'), version);
  return { executable: wrapper, args: [] };
}

function readId(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, 'copy.json'), 'utf8')).id;
  } catch {
    return null;
  }
}

/** Hard links cost neither time nor disk. The executable is copied: its fuses are ours to set. */
export function linkTree(from, to, isCopied = (name) => name === 'electron') {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkTree(source, target, isCopied);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else if (isCopied(entry.name)) copyFileSync(source, target, constants.COPYFILE_FICLONE);
    else linkOrCopy(source, target);
  }
}

function linkOrCopy(source, target) {
  try {
    linkSync(source, target);
  } catch (error) {
    if (!['EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP'].includes(error.code)) throw error;
    copyFileSync(source, target);
  }
}

async function openForDevelopment(electron) {
  await setFuses(join(electron, 'electron'), developmentFuses);
  rmSync(join(electron, browserSnapshot), { force: true });
}

/** Sets fuses in an executable that nobody else links to. */
export async function setFuses(executable, fuses) {
  const script = join(checkout, 'scripts', 'setUp', 'onOwnNode', 'setFuses.mjs');
  const code = await run(ownNode, [script, executable, JSON.stringify(fuses)], {
    cwd: checkout,
    env: ownEnvironment(),
  });
  if (code !== 0)
    throw new SetUpError(
      `The fuses of ${executable} could not be set: remove that file's folder and run the same command again.`,
    );
}

/**
 * Puts the application under `resources/app`, a link that is turned in one step: a kiosk that is running keeps the folder
 * it was started from, and the one before it goes.
 */
function placeApp(app, resources, version) {
  const link = join(resources, 'app');
  const target = `app-${version}`;
  const current = existsSync(link) ? readlinkSync(link) : null;
  if (current === target) return;
  const place = join(resources, target);
  const fresh = `${place}.${process.pid}.new`;
  rmSync(place, { recursive: true, force: true });
  cpSync(app, fresh, { recursive: true });
  renameSync(fresh, place);
  const freshLink = `${link}.${process.pid}.new`;
  rmSync(freshLink, { force: true });
  symlinkSync(target, freshLink);
  renameSync(freshLink, link);
  for (const name of readdirSync(resources)) {
    if (name.startsWith('app-') && name !== target && name !== current)
      rmSync(join(resources, name), { recursive: true, force: true });
  }
}
