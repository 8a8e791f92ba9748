import type { Store } from '../store/store';
import { readVault, writeVault } from '../store/vault';
import type { Vault } from './ports';

/** The vault inside the encrypted store. */
export function createVault(store: Store): Vault {
  return {
    read: (name) => readVault(store.db, name),
    write: (name, value) => store.write((db) => writeVault(db, name, value)),
  };
}
