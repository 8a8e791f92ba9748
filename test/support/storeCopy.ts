import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../main/store/openStore';
import type { Store } from '../../main/store/store';
import type { Kiosk } from './kioskApp';
import { identityOf } from './kioskFolders';

/** Where the program of a running kiosk keeps its keys: with the product user's configuration. */
export async function keysFolder({ app }: Kiosk): Promise<string> {
  const { pid } = app.process();
  const configuration =
    process.platform === 'linux' && pid !== undefined
      ? configurationOf(pid)
      : await app.evaluate(({ app: program }) => program.getPath('appData'));
  return join(configuration, 'reception-kiosk', 'keys');
}

/**
 * As Electron finds it on Linux, by the environment that the process was given. Asking the program itself fails about once in a thousand
 * times: its inspector may collect the answer before it is sent ("Resulting promise was garbage collected").
 */
function configurationOf(pid: number): string {
  const variables = readFileSync(`/proc/${String(pid)}/environ`, 'utf8').split('\0');
  const valueOf = (name: string): string | undefined =>
    variables.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1);
  return valueOf('XDG_CONFIG_HOME') ?? join(valueOf('HOME') ?? '', '.config');
}

/**
 * What stands in the store of `dataFolder`, read from a copy with the keys in `keys`: the kiosk may run on the folder itself, as long
 * as nothing is being written at this moment.
 */
export async function readStoreCopy<T>(
  dataFolder: string,
  keys: string,
  mode: 'demonstration' | 'real',
  read: (store: Store) => Promise<T>,
): Promise<T> {
  const id = identityOf(dataFolder);
  // The first byte says that the rest is the key itself: there is no key ring here.
  const key = (name: string): Buffer => readFileSync(join(keys, `${id}.${name}.key`)).subarray(1);
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-copy-'));
  try {
    cpSync(dataFolder, folder, { recursive: true, filter: (path) => !/browser|Singleton|\.sock/.test(path) });
    const { store } = await openStore({
      folder,
      key: key('store'),
      auditKey: key('audit'),
      mode,
      instant: () => new Date().toISOString(),
    });
    try {
      return await read(store);
    } finally {
      await store.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
