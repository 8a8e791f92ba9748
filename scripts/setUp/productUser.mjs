import { output, run } from './command.mjs';
import { isLinux, isRoot } from './paths.mjs';
import { SetUpError, step } from './say.mjs';

export const productUser = 'reception-kiosk';
const home = '/var/lib/reception-kiosk';

/**
 * As root: the unprivileged user that the program runs as. Chromium's sandbox does not work for root, and the kiosk never goes without it.
 */
export async function prepareProductUser() {
  if (!isLinux || !isRoot) return;
  if (output('id', ['-u', productUser]) !== null) return;
  const code = await step(`Making the system user ${productUser}`, () =>
    run('useradd', [
      '--system',
      '--user-group',
      '--create-home',
      '--home-dir',
      home,
      '--shell',
      '/usr/sbin/nologin',
      productUser,
    ]),
  );
  if (code !== 0) {
    throw new SetUpError(
      `The system user ${productUser} could not be made: make it with "useradd --system --create-home --home-dir ${home} ${productUser}", then run the same command again.`,
    );
  }
}

/** As root: whether that user can run the program where it stands. */
export function checkProductUserCanRun(executable) {
  if (!isLinux || !isRoot) return;
  const args = [`--reuid=${productUser}`, `--regid=${productUser}`, '--init-groups', 'test', '-x', executable];
  if (output('setpriv', args) === null) {
    throw new SetUpError(
      `The user ${productUser} cannot run ${executable}: set RECEPTION_KIOSK_CACHE to a folder that every user can read, and run the same command again.`,
    );
  }
}
