import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inMain } from './inMain';
import { openStore } from '../../main/store/openStore';
import type { Store } from '../../main/store/store';
import type { Kiosk } from './kioskApp';
import { identityOf } from './kioskFolders';

/** Where the program of a running kiosk keeps its keys: with the product user's configuration. */
export async function keysFolder({ app }: Kiosk): Promise<string> {
  const configuration = await inMain(app, ({ app: program }) => program.getPath('appData'));
  return join(configuration, 'reception-kiosk', 'keys');
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
